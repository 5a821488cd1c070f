import { CalendarCoverageError } from '../../calendar.ts';
import { count, panelDate } from '../../date-words.ts';
import { localDate, type Instant } from '../../dates.ts';
import type { TaskKind } from '../../deadlines/row-tasks.ts';
import type { TaskEntry } from '../../register/register.ts';
import type { SeenMessage } from '../../register/seen.ts';
import { poundsOf } from '../acts/fields.ts';
import type { Dispatch } from '../actions.ts';
import { HandlerField } from '../HandlerField.tsx';
import { Heading } from '../Heading.tsx';
import { Icon } from '../Icon.tsx';
import { letterTitle } from '../letter-words.ts';
import { tidied } from '../setup.ts';
import type { PanelState } from '../state.ts';

/** What nobody has decided yet, what waits for a second person, and what was promised and outlives its case. */
export function ToDecide({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { undecided, samples, tasks } = state.lead;
  const hazardsFirst = [...undecided].sort((left, right) => Number(right.reading.hazard) - Number(left.reading.hazard));
  const isEmpty = undecided.length === 0 && samples.length === 0 && tasks.length === 0;
  return (
    <>
      <section class="sec stack">
        <button type="button" class="link back" onClick={() => dispatch({ type: 'went', screen: 'due' })}>
          <Icon name="back" /> Due
        </button>
        <Heading target="screen" level={1} class="page-title">
          To decide
        </Heading>
        <p class="meta">
          {isEmpty
            ? 'Nothing waits for a decision.'
            : 'The clock runs from the day they arrived, decided or not. Ages are in working days.'}
        </p>
      </section>
      {undecided.length > 0 && (
        <section aria-labelledby="undecided">
          <h2 class="group" id="undecided">
            Seen, not decided <span class="meta">{undecided.length}, hazards first</span>
          </h2>
          <ul class="rows">
            {hazardsFirst.map((message) => (
              <li key={message.id}>
                <Undecided message={message} state={state} dispatch={dispatch} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Tasks kinds={['exclusion']} name="Waiting to be declined" state={state} dispatch={dispatch} />
      <Tasks kinds={['letter']} name="Decided, letter not sent" state={state} dispatch={dispatch} />
      {samples.length > 0 && (
        <section aria-labelledby="second-look">
          <h2 class="group" id="second-look">
            Second look <span class="meta">{samples.length} “not a complaint”</span>
          </h2>
          <ul class="rows">
            {samples.map((message) => (
              <li key={message.id}>
                <SecondLook message={message} state={state} dispatch={dispatch} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Tasks kinds={['promise', 'compensation']} name="Promised, not done" state={state} dispatch={dispatch} />
      <Tasks kinds={['check-back', 'date']} name="Dates set by hand" state={state} dispatch={dispatch} />
      <Tasks kinds={['window']} name="May still ask for the next stage" state={state} dispatch={dispatch} />
    </>
  );
}

function Undecided({
  message,
  state,
  dispatch,
}: {
  readonly message: SeenMessage;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { id, reading, seenBy, asked } = message;
  const { openId, asking } = state.lead;
  const isOpen = openId === id;
  const words = [
    `Seen by ${seenBy.map(({ name }) => name).join(', ')}`,
    readingWords(message),
    asked ? `waiting for ${asked.whom}` : '',
  ].filter(Boolean);
  return (
    <details class="row" open={isOpen}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          dispatch({ type: 'seen-toggled', id });
        }}
      >
        <span class="what">
          {reading.hazard && <Icon name="hazard" />}{' '}
          <b>
            <bdi>{message.subject === '' ? 'No subject' : message.subject}</bdi>
          </b>{' '}
          <bdi>{whoOf(message)}</bdi>
        </span>
        <span class="left">{ageOf(message.receivedAt ?? message.firstSeenAt, state)}</span>
        <span class="meta">
          <bdi>{words.join(' · ')}</bdi>
        </span>
        <span class="when">{dateOf(message, state)}</span>
      </summary>
      {isOpen && (
        <div class="row-open">
          {asked && asked.note !== '' && (
            <p>
              <bdi>
                {asked.by} to {asked.whom}: {asked.note}
              </bdi>
            </p>
          )}
          <p class="meta">Open it in {state.host.name} to decide and log it.</p>
          <div class="btns">
            <button type="button" class="btn small" onClick={() => dispatch({ type: 'seen-decided', id })}>
              Not a complaint
            </button>
            <button
              type="button"
              class="btn small"
              aria-expanded={asking !== null}
              onClick={() => dispatch({ type: 'asking-toggled' })}
            >
              Ask a colleague…
            </button>
          </div>
          {asking && (
            <div class="stack">
              <HandlerField
                id="ask-whom"
                label="Who decides?"
                value={asking.whom}
                handlers={state.setup ? tidied(state.setup.settings).handlers : []}
                hint={null}
                onChange={(whom) => dispatch({ type: 'asking-typed', change: { whom } })}
              />
              <div class="field">
                <label for="ask-note">Note</label>
                <textarea
                  id="ask-note"
                  rows={2}
                  value={asking.note}
                  onInput={(event) => dispatch({ type: 'asking-typed', change: { note: event.currentTarget.value } })}
                />
              </div>
              <button type="button" class="btn small" onClick={() => dispatch({ type: 'seen-asked', id })}>
                Ask
              </button>
            </div>
          )}
        </div>
      )}
    </details>
  );
}

function SecondLook({
  message,
  state,
  dispatch,
}: {
  readonly message: SeenMessage;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { id, decided } = message;
  return (
    <div class="row-open second-look">
      <p>
        <b>
          <bdi>{message.subject === '' ? 'No subject' : message.subject}</bdi>
        </b>{' '}
        <bdi>{whoOf(message)}</bdi>
      </p>
      <p class="meta">
        <bdi>{readingWords(message)}</bdi> · {dateOf(message, state)} · decided by <bdi>{decided?.by ?? ''}</bdi>
      </p>
      <div class="btns">
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'looked-again', id, agrees: true })}>
          I agree
        </button>
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'looked-again', id, agrees: false })}>
          Decide it again
        </button>
      </div>
    </div>
  );
}

function Tasks({
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
              <span class={task.by !== null && task.by < today ? 'left over-text' : 'left'}>
                {task.by === null ? '' : panelDate(task.by, today)}
              </span>
              <span class="meta">
                {row.closed ? 'closed · ' : ''}
                {row.handler === null ? '' : <bdi>{row.handler} · </bdi>}
                <span class="nobr">{row.reference}</span>
              </span>
              <span class="when" />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
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

function whoOf({ from }: SeenMessage): string {
  return from?.name || from?.address || '';
}

function dateOf({ receivedAt }: SeenMessage, { now }: PanelState): string {
  return receivedAt === null ? 'date unclear' : panelDate(localDate(receivedAt), localDate(now));
}

function readingWords({ reading }: SeenMessage): string {
  if (reading.confidence === 'not-read') return 'not read';
  if (reading.confidence === 'unsure') return 'unsure';
  return reading.dissatisfied ? 'probably a complaint' : reading.hazard ? 'a danger' : 'probably no complaint';
}

/** How long ago, in working days. */
function ageOf(at: Instant, { rules, now }: PanelState): string {
  const [day, today] = [localDate(at), localDate(now)];
  if (day >= today) return 'today';
  try {
    const days = rules?.calendar.workingDaysBetween(day, today) ?? 0;
    return days === 0 ? 'since the weekend' : `${count(days, 'day')} old`;
  } catch (error) {
    if (error instanceof CalendarCoverageError) return '';
    throw error;
  }
}
