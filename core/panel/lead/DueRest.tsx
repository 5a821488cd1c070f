import { figure, panelDate } from '../../date-words.ts';
import { localDate } from '../../dates.ts';
import { DUTY_WORDS } from '../../deadlines/words.ts';
import type { DueRow } from '../../deadlines/due-row.ts';
import type { WaitingDuty } from '../../deadlines/due-row.ts';
import type { Dispatch } from '../actions.ts';
import type { PanelState } from '../state.ts';

/** As many as fit on a page; the others are found by filters or words. */
const MOST = 50;

/** What comes after everything that is due: cases that wait, and what the words find beside the list. */
export function DueRest({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { waiting, others } = state.due.find;
  const today = localDate(state.now);
  return (
    <>
      {waiting.length > 0 && (
        <section aria-labelledby="group-waiting">
          <h2 class="group" id="group-waiting">
            Waiting <span class="meta">{figure(waiting.length)}, nothing due from us</span>
          </h2>
          <ul class="rows">
            {waiting.slice(0, MOST).map(({ row, waiting: duties }) => (
              <li key={row.caseId}>
                <Line row={row} words={waitsFor(duties)} when="waiting" dispatch={dispatch} />
              </li>
            ))}
          </ul>
        </section>
      )}
      {others.length > 0 && (
        <section aria-labelledby="group-others">
          <h2 class="group" id="group-others">
            Found beside these <span class="meta">closed, or nothing due</span>
          </h2>
          <ul class="rows">
            {others.map((row) => (
              <li key={row.caseId}>
                <Line
                  row={row}
                  words={row.subject}
                  when={row.closedOn === null ? 'open' : `closed ${panelDate(row.closedOn, today)}`}
                  dispatch={dispatch}
                />
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function Line({
  row,
  words,
  when,
  dispatch,
}: {
  readonly row: DueRow;
  readonly words: string;
  readonly when: string;
  readonly dispatch: Dispatch;
}) {
  return (
    <button type="button" class="row" onClick={() => dispatch({ type: 'case-opened', caseId: row.caseId })}>
      <span class="what">
        <b>
          <bdi>{row.name === '' ? row.reference : row.name}</bdi>
        </b>
      </span>
      <span class="when">{when}</span>
      <span class="meta">
        <bdi>{words}</bdi> · <span class="nobr">{row.reference}</span>
      </span>
    </button>
  );
}

const FOR: Partial<Record<WaitingDuty['for'], string>> = {
  acknowledged: 'our acknowledgement',
  'response-sent': 'our response',
  'response-received': 'our response to arrive',
  'hazard-investigated': 'the investigation of the danger',
  'hazard-confirmed': 'the investigation of the danger',
};

function waitsFor([first]: readonly WaitingDuty[]): string {
  if (!first) return 'Nothing is due from us';
  return `${DUTY_WORDS[first.obligation]}: waits for ${FOR[first.for] ?? 'what comes next'}`;
}
