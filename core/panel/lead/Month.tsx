import { formatDate, localDate, toIsoDate } from '../../dates.ts';
import type { Dispatch } from '../actions.ts';
import type { PanelState } from '../state.ts';

/** As far back as cases are kept and asked about: six years after closing, and what a case took. */
const MONTHS = 120;

/** The first or the last of the months that are counted. */
export function Month({
  id,
  label,
  value,
  state,
  dispatch,
}: {
  readonly id: 'from' | 'to';
  readonly label: string;
  readonly value: string;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  return (
    <div class="field">
      <label for={`figures-${id}`}>{label}</label>
      <select
        id={`figures-${id}`}
        value={value}
        onChange={(event) => dispatch({ type: 'months-chosen', [id]: event.currentTarget.value })}
      >
        {lastMonths(localDate(state.now).slice(0, 7)).map((month) => (
          <option key={month} value={month}>
            {formatDate(toIsoDate(`${month}-01`), 'MMM yyyy')}
          </option>
        ))}
      </select>
    </div>
  );
}

function lastMonths(last: string): readonly string[] {
  const [year = 0, month = 1] = last.split('-').map(Number);
  return Array.from({ length: MONTHS }, (_, index) => {
    const number = year * 12 + month - 1 - index;
    return `${String(Math.floor(number / 12))}-${String((number % 12) + 1).padStart(2, '0')}`;
  });
}
