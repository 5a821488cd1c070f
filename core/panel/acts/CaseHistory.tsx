import { takenBack } from '../../case/correct.ts';
import type { CaseEvent } from '../../case/event.ts';
import { count, panelDate } from '../../date-words.ts';
import { localDate, localTime, type Instant, type IsoDate } from '../../dates.ts';
import type { Dispatch } from '../actions.ts';
import { Icon } from '../Icon.tsx';
import type { OpenCase } from '../state.ts';
import { actOfEntry } from './acts.ts';
import { noonOf } from '../noon.ts';
import { told, written } from './told.ts';

/** What happened to a case, newest first, by the day on which it happened; each entry can be put right or taken back. */
export function CaseHistory({
  opened,
  now,
  dispatch,
}: {
  readonly opened: OpenCase;
  readonly now: Instant;
  readonly dispatch: Dispatch;
}) {
  const { events, file, rules } = opened;
  const today = localDate(now);
  const undone = takenBack(events);
  const days = byDay(events);
  return (
    <details class="acc">
      <summary>
        <h2>What happened</h2>
        <span class="meta">{count(events.length, 'entry').replace('entrys', 'entries')}</span>
        <Icon name="turn" class="turn" />
      </summary>
      <div>
        <ol class="events">
          {days.map(({ day, entries }) => (
            <li key={day}>
              <h3>
                <time dateTime={day}>{panelDate(day, today)}</time>
              </h3>
              <ol>
                {entries.map((event) => (
                  <Entry
                    key={event.id}
                    event={event}
                    words={told(event, { file, policy: rules.policy, today, events })}
                    isUndone={undone.has(event.id)}
                    today={today}
                    dispatch={dispatch}
                  />
                ))}
              </ol>
            </li>
          ))}
        </ol>
      </div>
    </details>
  );
}

function Entry({
  event,
  words,
  isUndone,
  today,
  dispatch,
}: {
  readonly event: CaseEvent;
  readonly words: string;
  readonly isUndone: boolean;
  readonly today: IsoDate;
  readonly dispatch: Dispatch;
}) {
  const theirs = written(event);
  const day = localDate(event.occurredAt);
  const isDayOnly = noonOf(day) === event.occurredAt;
  const late = localDate(event.recordedAt) === day ? '' : `, entered ${panelDate(localDate(event.recordedAt), today)}`;
  const act = isUndone || event.personal === null ? null : actOfEntry(event);
  return (
    <li>
      <time dateTime={event.occurredAt}>{isDayOnly ? '' : localTime(event.occurredAt)}</time>
      <div>
        <p>
          <bdi>{words}</bdi>
          {theirs !== '' && (
            <>
              {' '}
              <bdi class="theirs">{theirs}</bdi>
            </>
          )}
        </p>
        <p class="meta">
          <bdi>{event.actor.name}</bdi>
          {late}
          {isUndone && '. Taken back'}
        </p>
        {!isUndone && (
          <p class="entry-acts">
            {act && (
              <button
                type="button"
                class="link"
                onClick={() => dispatch({ type: 'act-chosen', caseId: event.caseId, act: act.id, of: event.id })}
              >
                Put right<span class="vh">: {words}</span>
              </button>
            )}
            {!LASTING.has(event.type) && (
              <button
                type="button"
                class="link"
                onClick={() => dispatch({ type: 'entry-taken-back', caseId: event.caseId, event: event.id })}
              >
                {event.type === 'undone' ? 'Let it stand again' : 'Take back'}
                <span class="vh">: {words}</span>
              </button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}

/** What a case can't be without: without them there is no case. Erased data doesn't come back. */
const LASTING: ReadonlySet<string> = new Set(['received', 'logged', 'erased']);

/** The days on which something happened, the latest first; within a day the latest entry first. */
function byDay(
  events: readonly CaseEvent[],
): readonly { readonly day: IsoDate; readonly entries: readonly CaseEvent[] }[] {
  const newest = events
    .map((event, index) => ({ event, index }))
    .sort(
      (left, right) =>
        Date.parse(right.event.occurredAt) - Date.parse(left.event.occurredAt) || right.index - left.index,
    )
    .map(({ event }) => event);
  const days = [...new Set(newest.map(({ occurredAt }) => localDate(occurredAt)))];
  return days.map((day) => ({ day, entries: newest.filter(({ occurredAt }) => localDate(occurredAt) === day) }));
}
