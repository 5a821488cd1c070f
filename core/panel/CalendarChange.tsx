import type { CalendarDifference } from '../calendar-update.ts';
import { count, panelDate } from '../date-words.ts';
import { localDate, type IsoDate } from '../dates.ts';
import type { AffectedCase, MovedDate } from '../deadlines/affected-by.ts';
import { DUTY_WORDS } from '../deadlines/words.ts';
import type { Dispatch } from './actions.ts';
import { Heading } from './Heading.tsx';
import { Note } from './Note.tsx';
import type { PendingCalendar } from './shelf-state.ts';

/** How many cases are listed; the others are counted. */
const MOST = 50;

/** What a change of the calendar would do, before anybody agrees to it: days, dates that move, letters that named them. */
export function CalendarChange({
  pending,
  today,
  dispatch,
}: {
  readonly pending: PendingCalendar;
  readonly today: IsoDate;
  readonly dispatch: Dispatch;
}) {
  const { differences, affected, problem } = pending;
  const letters = (affected ?? []).flatMap(({ moved }) => moved.flatMap((date) => date.letters)).length;
  return (
    <section class="sec">
      <div class="stack-3">
        <Heading target="calendar-change" class="page-title">
          Not kept yet
        </Heading>
        {problem !== null && (
          <Note icon="over" title="This can’t be used" isAlert>
            <p>{problem}</p>
            <p>Nothing was changed.</p>
          </Note>
        )}
        {differences.map((difference) => (
          <Difference key={difference.name} difference={difference} today={today} />
        ))}
        {affected === null ? (
          <p role="status">Counting which dates it moves…</p>
        ) : (
          problem === null && (
            <p>
              <b>
                {affected.length === 0
                  ? 'No date of an open case moves.'
                  : `${count(affected.length, 'open case')} with dates that move${letters > 0 ? `, ${count(letters, 'letter')} that named them` : ''}.`}
              </b>
            </p>
          )
        )}
        {affected && affected.length > 0 && (
          <ul class="days">
            {affected.slice(0, MOST).map((one) => (
              <Affected key={one.caseId} affected={one} today={today} dispatch={dispatch} />
            ))}
            {affected.length > MOST && <li>And {affected.length - MOST} more.</li>}
          </ul>
        )}
        <p class="btns">
          {problem === null && affected !== null && (
            <button type="button" class="btn" onClick={() => dispatch({ type: 'calendar-kept' })}>
              Keep it
            </button>
          )}
          <button type="button" class="btn" onClick={() => dispatch({ type: 'calendar-dropped' })}>
            Leave it
          </button>
        </p>
        {problem === null && <p class="meta">Kept, Duly opens afresh and every date is counted anew.</p>}
      </div>
    </section>
  );
}

function Difference({ difference, today }: { readonly difference: CalendarDifference; readonly today: IsoDate }) {
  const { name, added, removed, renamed, coverage } = difference;
  return (
    <div>
      <p>
        <b>{name}</b>
        {coverage.before.to !== coverage.after.to && `: known until ${panelDate(coverage.after.to, today)}`}
      </p>
      <ul class="days">
        {added.map((day) => (
          <li key={day.date}>
            New: {panelDate(day.date, today)}, {day.name}
          </li>
        ))}
        {removed.map((day) => (
          <li key={day.date}>
            No longer: {panelDate(day.date, today)}, {day.name}
          </li>
        ))}
        {renamed.map(({ date, from, to }) => (
          <li key={date}>
            {panelDate(date, today)}: {from} is {to}
          </li>
        ))}
      </ul>
    </div>
  );
}

function Affected({
  affected: { caseId, reference, moved },
  today,
  dispatch,
}: {
  readonly affected: AffectedCase;
  readonly today: IsoDate;
  readonly dispatch: Dispatch;
}) {
  return (
    <li>
      <button type="button" class="link" onClick={() => dispatch({ type: 'case-opened', caseId })}>
        {reference}
      </button>
      {moved.map((date) => (
        <p key={`${date.policy} ${date.timer} ${date.stage ?? ''}`}>{movedWords(date, today)}</p>
      ))}
    </li>
  );
}

/** "Respond: Thu 16 Apr becomes Fri 17 Apr. The acknowledgement of Wed 25 Mar named the old day." */
function movedWords({ obligation, before, after, letters }: MovedDate, today: IsoDate): string {
  const day = (date: IsoDate | null): string => (date === null ? 'not computed' : panelDate(date, today));
  const named = letters.map(
    ({ kind, at }) => ` The ${kind.replaceAll('-', ' ')} of ${panelDate(localDate(at), today)} named the old day.`,
  );
  return `${DUTY_WORDS[obligation]}: ${day(before)} becomes ${day(after)}.${named.join('')}`;
}
