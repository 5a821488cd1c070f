import { panelDate } from '../../date-words.ts';
import { localDate, type IsoDate } from '../../dates.ts';
import type { TaskKind } from '../../deadlines/row-tasks.ts';
import type { TaskEntry } from '../../register/register.ts';
import { poundsOf } from '../acts/fields.ts';
import type { Dispatch } from '../actions.ts';
import { leftInList } from '../left-words.ts';
import { letterTitle } from '../letter-words.ts';
import type { PanelState } from '../state.ts';

/** Tasks of some kinds under one heading; each opens its case. */
export function Tasks({
  kinds,
  name,
  state,
  dispatch,
}: {
  readonly kinds: readonly TaskKind[];
  readonly name: string;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const tasks = state.lead.tasks.filter(({ task }) => kinds.includes(task.kind));
  if (tasks.length === 0) return null;
  const today = localDate(state.now);
  const id = `tasks-${kinds.join('-')}`;
  return (
    <section aria-labelledby={id}>
      <h2 class="group" id={id}>
        {name} <span class="meta">{tasks.length}</span>
      </h2>
      <ul class="rows">
        {tasks.map(({ row, task, key }) => (
          <li key={key}>
            <button type="button" class="row" onClick={() => dispatch({ type: 'case-opened', caseId: row.caseId })}>
              <span class="what">
                <b>
                  <bdi>{taskTitle({ row, task, key })}</bdi>
                </b>{' '}
                <bdi>{row.name}</bdi>
              </span>
              <LeftOf day={task.by} state={state} />
              <span class="meta">
                {row.closed ? 'closed · ' : ''}
                {row.handler === null ? '' : <bdi>{row.handler} · </bdi>}
                <span class="nobr">{row.reference}</span>
              </span>
              <span class="when">{task.by !== null && panelDate(task.by, today)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** How long there is, in working days; nothing where it has no day. */
function LeftOf({ day, state: { rules, now } }: { readonly day: IsoDate | null; readonly state: PanelState }) {
  if (day === null || !rules) return <span class="left" />;
  const { words, isOver } = leftInList({ due: day, day }, now, rules.calendar);
  return <span class={isOver ? 'left over-text' : 'left'}>{words}</span>;
}

function taskTitle({ row, task }: TaskEntry): string {
  switch (task.kind) {
    case 'exclusion':
      return row.subject;
    case 'letter':
      return letterTitle(task.what);
    case 'compensation':
      return `${poundsOf(task.pence ?? 0)}: ${task.what}`;
    case 'window':
      return `Until ${row.stage ?? 'the stage'} is over`;
    default:
      return task.what;
  }
}
