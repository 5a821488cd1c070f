import { panelDate } from '../date-words.ts';
import { localDate } from '../dates.ts';
import type { DueEntry } from '../register/register.ts';
import type { Dispatch } from './actions.ts';
import { rowId } from './due-groups.ts';
import { dutyWords } from './due-words.ts';
import { Icon } from './Icon.tsx';
import { leftInList } from './left-words.ts';
import type { PanelState } from './state.ts';

/** One thing owed: what, to whom, how long; opened in place it says the clause, the working and what can be done. */
export function DueRow({
  entry,
  state,
  isStop,
  onFocus,
  dispatch,
}: {
  readonly entry: DueEntry;
  readonly state: PanelState;
  readonly isStop: boolean;
  readonly onFocus: () => void;
  readonly dispatch: Dispatch;
}) {
  const { row, duty } = entry;
  const { due, rules, now } = state;
  const { part } = state.lead;
  const today = localDate(now);
  const isOpen = due.open?.caseId === row.caseId && due.open.timer === duty.timer;
  const left = rules ? leftInList(duty, now, rules.calendar) : { words: '', isOver: duty.day < today };
  const law = rules?.laws.find(({ policy }) => policy.id === duty.policy)?.policy.shortName;
  const isDanger = duty.obligation === 'make-safe' || duty.obligation === 'investigate';
  const needsHandler = row.kind === 'complaint' || row.kind === 'enquiry';
  const details = [
    duty.provisional ? 'fixed when acknowledged' : null,
    law ?? row.stage?.toLowerCase() ?? (row.kind === 'service-request' ? 'service request' : row.kind),
  ].filter((words) => words !== null);
  return (
    <details class="row" open={isOpen}>
      <summary
        data-row={rowId(entry)}
        tabIndex={isStop ? 0 : -1}
        onFocus={onFocus}
        onClick={(event) => {
          // The panel's state says what is open, so that only one row is.
          event.preventDefault();
          dispatch({ type: 'row-toggled', caseId: row.caseId, timer: duty.timer });
        }}
      >
        <span class="what">
          {isDanger && <Icon name="hazard" />} <b>{dutyWords(duty)}</b> <bdi>{row.name}</bdi>
        </span>
        <span class={`left${left.isOver ? ' over-text' : ''}${duty.provisional ? ' provisional' : ''}`}>
          {left.words}
        </span>
        <span class="meta">
          {row.handler === null && needsHandler ? <b>No handler yet</b> : row.handler && <bdi>{row.handler}</bdi>}
          {(row.handler !== null || needsHandler) && ' · '}
          {details.join(' · ')} · <span class="nobr">{row.reference}</span>
        </span>
        <span class="when">
          <time dateTime={duty.day}>{panelDate(duty.day, today)}</time>
        </span>
      </summary>
      {isOpen &&
        (part ? (
          <part.DueOpen entry={entry} state={state} dispatch={dispatch} />
        ) : (
          <div class="row-open" aria-busy="true" />
        ))}
    </details>
  );
}
