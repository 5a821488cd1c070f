import { panelDate } from '../date-words.ts';
import { localDate } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { clausesInWords } from '../deadlines/words.ts';
import { leftInWords } from './left-words.ts';
import { dutyWords } from './due-words.ts';
import type { PanelState } from './state.ts';

/** Nothing to log: the next date instead of an empty page. */
export function NextDate({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const [entry] = state.due.first;
  if (!entry) return null;
  const { row, duty } = entry;
  const today = localDate(state.now);
  const left = state.rules ? leftInWords(duty, state.now, state.rules.calendar) : null;
  const date = panelDate(duty.day, today);
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>Your next date</h2>
      </div>
      <p>
        <b>{dutyWords(duty)}</b> <bdi>{row.name}</bdi>,{' '}
        <b class={left?.isOver ? 'over-text' : undefined}>{left?.words ?? date}</b>
      </p>
      <p class="meta">
        {row.stage !== null && `${row.stage}, `}
        <span class="nobr">{row.reference}</span>
        {duty.clauses.length > 0 && `, clause ${clausesInWords(duty.clauses)}`}.{' '}
        {left?.isOver ? `It was due ${date}.` : `Due ${date}.`}
      </p>
      <p>
        <button type="button" class="btn" onClick={() => dispatch({ type: 'case-opened', caseId: row.caseId })}>
          <span>
            Open <span class="nobr">{row.reference}</span>
          </span>
        </button>
      </p>
    </section>
  );
}
