import { useState } from 'preact/hooks';
import { count } from '../../date-words.ts';
import { addMonths, localDate } from '../../dates.ts';
import { reasonOf } from '../../errors.ts';
import { usePorts } from '../ports-context.ts';
import type { PanelState } from '../state.ts';
import { EraseForm } from './EraseForm.tsx';

/** Erases by a rule: cases that were closed so many years ago. How many, the landlord's own schedule says. */
export function Retention({ state }: { readonly state: PanelState }) {
  const { register } = usePorts();
  const [typed, setTyped] = useState('');
  const [found, setFound] = useState<readonly string[] | null>(null);
  const [said, setSaid] = useState('');
  const years = /^[1-9][0-9]?$/.test(typed.trim()) ? Number(typed.trim()) : null;
  const find = async (): Promise<void> => {
    if (years === null) {
      setSaid('Type a number of years. Nothing was looked up.');
      return;
    }
    try {
      const rows = await register.closedBefore(addMonths(localDate(state.now), -12 * years));
      setFound(rows.map(({ caseId }) => caseId));
      setSaid(`${count(rows.length, 'case')} closed more than ${count(years, 'year')} ago.`);
    } catch (error) {
      setSaid(`Nothing was looked up. ${reasonOf(error)}`);
    }
  };
  return (
    <section class="sec" aria-labelledby="retention">
      <form
        class="stack-3"
        onSubmit={(event) => {
          event.preventDefault();
          void find();
        }}
      >
        <h2 id="retention">Old cases</h2>
        <div class="field">
          <label for="years">Closed more than so many years ago</label>
          <p class="meta" id="years-hint">
            Your organisation’s retention schedule says how many.
          </p>
          <input
            id="years"
            inputMode="numeric"
            autocomplete="off"
            aria-describedby="years-hint"
            value={typed}
            onInput={(event) => {
              setTyped(event.currentTarget.value);
              setFound(null);
            }}
          />
        </div>
        <div class="btns">
          <button type="submit" class="btn">
            <span>Find them</span>
          </button>
        </div>
        <p role="status">{said}</p>
      </form>
      {found && years !== null && (
        <EraseForm
          key={found.join()}
          what={{ caseIds: found }}
          basis={`Retention: ${count(years, 'year')} after closing`}
          state={state}
          onDone={(words) => {
            setFound(null);
            setSaid(words);
          }}
        />
      )}
    </section>
  );
}
