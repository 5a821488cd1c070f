import { useState } from 'preact/hooks';
import type { WorkingCalendar } from '../calendar.ts';
import { closuresToConfirm, endsSoon, isNamedClosure, type CalendarChanges } from '../calendar-changes.ts';
import { count, panelDate } from '../date-words.ts';
import { addDays, formatDate, localDate, toIsoDate, type IsoDate } from '../dates.ts';
import type { Policy } from '../policy/policy.ts';
import type { Dispatch } from './actions.ts';
import { CalendarChange } from './CalendarChange.tsx';
import { ClosuresForm } from './ClosuresForm.tsx';
import { DayForm } from './DayForm.tsx';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';
import type { PanelState } from './state.ts';

/** The days that don't count, year by year: confirmed, corrected, or brought up to date, with what that moves. */
export function CalendarScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { rules, now, shelf } = state;
  const today = localDate(now);
  const [year, setYear] = useState(Number(today.slice(0, 4)));
  if (!rules || !shelf.changes)
    return (
      <section class="sec">
        <Heading target="screen" level={1} class="page-title">
          The calendar isn’t there
        </Heading>
        <p>Without it no date is computed.</p>
      </section>
    );
  const { policy, calendar } = rules;
  const changes = shelf.calendar?.changes ?? shelf.changes;
  const change = (next: CalendarChanges): void => dispatch({ type: 'calendar-changed', changes: next });
  const ends = endsSoon(calendar, today);
  const [from, to] = [calendar.coverage.from.slice(0, 4), calendar.coverage.to.slice(0, 4)].map(Number);
  const confirming = closuresToConfirm(policy, changes, today);
  return (
    <>
      <section class="sec">
        <div class="stack">
          <button type="button" class="link back" onClick={() => dispatch({ type: 'went', screen: 'policy' })}>
            <Icon name="back" /> The policy
          </button>
          <Heading target="screen" level={1} class="page-title">
            The calendar
          </Heading>
          <p class="meta">
            {calendar.name}, {formatDate(calendar.coverage.from, 'yyyy')} to{' '}
            {formatDate(calendar.coverage.to, 'd MMM yyyy')}. Dates beyond it aren’t computed.
          </p>
          {ends && (
            <Note
              icon="calendar"
              title={`The calendar ends on ${formatDate(ends.ends, 'd MMM yyyy')}`}
              isAlert={ends.days < 60}
            >
              <p>{endWords(ends.days)} Bring in GOV.UK’s list below.</p>
            </Note>
          )}
        </div>
      </section>
      {shelf.calendar && <CalendarChange pending={shelf.calendar} today={today} dispatch={dispatch} />}
      {confirming.map((one) => (
        <ClosuresForm key={one} year={one} policy={policy} calendar={calendar} changes={changes} onChange={change} />
      ))}
      <section class="sec">
        <div class="sec-head">
          <h2>Days that don’t count</h2>
        </div>
        <div class="stack">
          <div class="field">
            <label for="calendar-year">Year</label>
            <select
              id="calendar-year"
              value={String(year)}
              onChange={(event) => setYear(Number(event.currentTarget.value))}
            >
              {years(from ?? year, to ?? year).map((one) => (
                <option key={one} value={String(one)}>
                  {one}
                </option>
              ))}
            </select>
          </div>
          <ul class="days">
            {daysOff(calendar, year).map(({ date, name, kind }) => (
              <li key={date}>
                <b>{panelDate(date, today)}</b> {name}
                {kind === 'closure' && (
                  <span class="meta">
                    {' '}
                    · closed{isNamedClosure(policy, date) ? '' : ', which the policy doesn’t name'}
                  </span>
                )}
                {correction(changes, policy, date) !== null && (
                  <span class="meta"> · corrected: {correction(changes, policy, date)}</span>
                )}
              </li>
            ))}
          </ul>
          <p class="meta">And every weekend.</p>
        </div>
      </section>
      <DayForm policy={policy} calendar={calendar} changes={changes} today={today} onChange={change} />
      <section class="sec">
        <div class="sec-head">
          <h2>Bank holidays from GOV.UK</h2>
        </div>
        <div class="field">
          <label for="calendar-file">The list, as a file</label>
          <p class="meta" id="calendar-file-hint">
            Save www.gov.uk/bank-holidays.json and choose it here. You see what it changes first.
          </p>
          <input
            id="calendar-file"
            type="file"
            accept=".json,application/json"
            aria-describedby="calendar-file-hint"
            onChange={(event) => {
              const [chosen] = event.currentTarget.files ?? [];
              if (chosen) void chosen.text().then((text) => dispatch({ type: 'calendar-file-chosen', text }));
            }}
          />
        </div>
      </section>
    </>
  );
}

function years(from: number, to: number): readonly number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => to - index);
}

function endWords(days: number): string {
  return days < 0 ? 'That is past: nothing is computed any more.' : `That is in ${count(days, 'day')}.`;
}

/** A year's days off beside weekends, first to last. */
function daysOff(
  calendar: WorkingCalendar,
  year: number,
): readonly { readonly date: IsoDate; readonly name: string; readonly kind: string }[] {
  const days: { date: IsoDate; name: string; kind: string }[] = [];
  const { from, to } = calendar.coverage;
  for (let date = toIsoDate(`${String(year)}-01-01`); date.startsWith(String(year)); date = addDays(date, 1)) {
    const off = date < from || date > to ? null : calendar.dayOff(date);
    if (off && off.kind !== 'weekend') days.push({ date, ...off });
  }
  return days;
}

/** Why an officer changed a day; null for one that nobody changed. */
function correction({ days }: CalendarChanges, policy: Policy, date: IsoDate): string | null {
  const found = days.find(
    (day) =>
      day.date === date &&
      (day.kind === 'closure' ? day.policy === policy.id : day.division === policy.calendar.bankHolidays),
  );
  return found?.reason ?? null;
}
