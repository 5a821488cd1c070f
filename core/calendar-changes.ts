import { workingCalendar, type BankHolidays, type Closure, type WorkingCalendar } from './calendar.ts';
import { mergeHolidays } from './calendar-update.ts';
import { addMonths, dayNumber, fromDayNumber, type IsoDate } from './dates.ts';

/** What is known beyond the calendars that the program brings: lists read from GOV.UK, and what an officer entered. */
export interface CalendarChanges {
  /** One a division, complete for the years that it covers. */
  readonly read: readonly BankHolidays[];
  readonly days: readonly DayChange[];
  readonly closures: readonly ConfirmedClosure[];
}

/** One day put right by an officer, with the reason. */
export type DayChange = {
  readonly date: IsoDate;
  readonly name: string;
  readonly reason: string;
} & (
  | { readonly kind: 'bank-holiday' | 'working-day'; readonly division: string }
  /** One landlord is closed. */
  | { readonly kind: 'closure'; readonly policy: string }
);

/** The days on which a landlord really closes in a year whose closure its policy only calls usual (12.1: "usually"). */
export interface ConfirmedClosure {
  readonly policy: string;
  readonly year: number;
  readonly days: readonly IsoDate[];
}

export const NO_CHANGES: CalendarChanges = { read: [], days: [], closures: [] };

/** Days and closures that can't be applied. Says which. */
export class CalendarChangeError extends Error {
  override readonly name = 'CalendarChangeError';
}

/**
 * A division's bank holidays with the changes applied. Throws CalendarChangeError for a day outside what is then known,
 * CalendarFileError where a list that was read doesn't join it.
 */
export function changedHolidays(held: BankHolidays, { read, days }: CalendarChanges): BankHolidays {
  const known = read
    .filter(({ division }) => division === held.division)
    .reduce((holidays, list) => mergeHolidays(holidays, list).holidays, held);
  const own = days.filter((day) => day.kind !== 'closure' && day.division === held.division);
  const changed = new Map(known.days.map((day) => [day.date, day]));
  for (const { kind, date, name } of own) {
    if (date < known.coverage.from || date > known.coverage.to)
      throw new CalendarChangeError(
        `${date} lies outside ${known.name}’s calendar, ${known.coverage.from} to ${known.coverage.to}`,
      );
    if (kind === 'working-day') changed.delete(date);
    else changed.set(date, { date, name });
  }
  return { ...known, days: [...changed.values()].sort((left, right) => (left.date < right.date ? -1 : 1)) };
}

/** What of a policy its calendar is built from. */
export interface CalendarOwner {
  readonly id: string;
  readonly calendar: { readonly workingWeek: readonly number[]; readonly closures: readonly Closure[] };
}

/** A landlord's working days with the changes applied. Throws as changedHolidays does. */
export function changedCalendar(policy: CalendarOwner, held: BankHolidays, changes: CalendarChanges): WorkingCalendar {
  const { workingWeek, closures } = policy.calendar;
  const confirmed = changes.closures.filter((closure) => closure.policy === policy.id);
  for (const { year, days } of confirmed)
    for (const day of days)
      if (!day.startsWith(`${String(year)}-`))
        throw new CalendarChangeError(`${day} is confirmed as closed in ${String(year)}, which it isn’t in`);
  const years = confirmed.map(({ year }) => year);
  const name = closures.find(({ kind, name: called }) => kind === 'weekdays-between' && called)?.name;
  return workingCalendar(changedHolidays(held, changes), {
    workingWeek,
    closures: [
      ...closures.map((closure) =>
        closure.kind === 'date' || !closure.usual ? closure : { ...closure, except: years },
      ),
      ...confirmed.flatMap(({ days }) => days.map((date): Closure => ({ kind: 'date', date, name }))),
      ...changes.days.flatMap((day): Closure[] =>
        day.kind === 'closure' && day.policy === policy.id ? [{ kind: 'date', date: day.date, name: day.name }] : [],
      ),
    ],
  });
}

/** The days on which two calendars differ, where both know them: what counts in one and not in the other. */
export function changedDays(before: WorkingCalendar, after: WorkingCalendar): readonly IsoDate[] {
  const from = before.coverage.from > after.coverage.from ? before.coverage.from : after.coverage.from;
  const to = before.coverage.to < after.coverage.to ? before.coverage.to : after.coverage.to;
  const days: IsoDate[] = [];
  for (let day = dayNumber(from); day <= dayNumber(to); day++) {
    const date = fromDayNumber(day);
    if (before.isWorkingDay(date) !== after.isWorkingDay(date)) days.push(date);
  }
  return days;
}

/** Whether the policy itself says that the landlord is closed on a day. A closure that it doesn't name makes answers later than its words do. */
export function isNamedClosure({ calendar }: CalendarOwner, day: IsoDate): boolean {
  const monthDay = day.slice(5);
  return calendar.closures.some((closure) => {
    if (closure.kind === 'date') return closure.date === day;
    const { from, to } = closure;
    return from <= to ? monthDay >= from && monthDay <= to : monthDay >= from || monthDay <= to;
  });
}

/** When a calendar's end is less than a year away; null while there is more of it. GOV.UK has the next year by then. */
export function endsSoon(
  { coverage }: WorkingCalendar,
  today: IsoDate,
): { readonly ends: IsoDate; readonly days: number } | null {
  if (addMonths(today, 12) <= coverage.to) return null;
  return { ends: coverage.to, days: dayNumber(coverage.to) - dayNumber(today) };
}

/** The years whose closure an officer should confirm: from September on this year's, where the policy calls it usual. */
export function closuresToConfirm(
  policy: CalendarOwner,
  { closures }: CalendarChanges,
  today: IsoDate,
): readonly number[] {
  const year = Number(today.slice(0, 4));
  const isUsual = policy.calendar.closures.some((closure) => closure.kind === 'weekdays-between' && closure.usual);
  const isConfirmed = closures.some((closure) => closure.policy === policy.id && closure.year === year);
  return isUsual && !isConfirmed && today.slice(5) >= '09-01' ? [year] : [];
}
