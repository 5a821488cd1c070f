import { panelDate } from '../date-words.ts';
import { localDate } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { dutyWords } from './due-words.ts';
import { leftInList } from './left-words.ts';
import type { PanelState } from './state.ts';

/** The first few dates, for a page that has nothing else to show. */
export function DueLines({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { due, rules, now } = state;
  const today = localDate(now);
  return (
    <ul class="rows">
      {due.first.map(({ row, duty, key }) => {
        const left = rules ? leftInList(duty, now, rules.calendar) : { words: '', isOver: duty.day < today };
        return (
          <li key={`${row.caseId} ${key}`}>
            <button type="button" class="row" onClick={() => dispatch({ type: 'case-opened', caseId: row.caseId })}>
              <span class="what">
                <b>{dutyWords(duty)}</b> <bdi>{row.name}</bdi>
              </span>
              <span class={left.isOver ? 'left over-text' : 'left'}>{left.words}</span>
              <span class="meta">
                {[row.handler ?? 'No handler yet', row.stage?.toLowerCase()].filter(Boolean).join(' · ')}
              </span>
              <span class="when">{panelDate(duty.day, today)}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
