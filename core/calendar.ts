import { dayNumber, fromDayNumber, toIsoDate, weekdayOfNumber, type IsoDate } from './dates.ts';

/** One closed day and its name, as a person would say it: "Good Friday". */
export interface NamedDay {
  readonly date: IsoDate;
  readonly name: string;
}

/** The bank holidays of one UK division, complete from `coverage.from` to `coverage.to`, both included. */
export interface BankHolidays {
  readonly division: string;
  readonly name: string;
  readonly coverage: { readonly from: IsoDate; readonly to: IsoDate };
  readonly days: readonly NamedDay[];
}

/** Days on which a landlord is closed beside weekends and bank holidays; the policy says which (West Kent 12.1). */
export type Closure =
  | { readonly kind: 'date'; readonly date: string; readonly name?: string | undefined }
  | {
      readonly kind: 'weekdays-between';
      /** `MM-DD`, both ends included; a span over new year is not meant. */
      readonly from: string;
      readonly to: string;
      readonly unless: 'bank-holiday';
      readonly usual?: true | undefined;
      readonly name?: string | undefined;
      /** Years whose days are known better, one by one. */
      readonly except?: readonly number[] | undefined;
    };

/** Why a day doesn't count; `name` is what the working shows. */
export interface DayOff {
  readonly kind: 'weekend' | 'bank-holiday' | 'closure';
  readonly name: string;
}

/** A day that doesn't count, with its date. */
export interface DatedDayOff extends DayOff {
  readonly date: IsoDate;
}

/** A count of working days that leaves what the calendar knows. Never answered by a guess. */
export class CalendarCoverageError extends Error {
  override readonly name = 'CalendarCoverageError';
  constructor(
    readonly calendar: string,
    readonly date: IsoDate,
    readonly coverage: { readonly from: IsoDate; readonly to: IsoDate },
  ) {
    super(`${calendar} bank holidays are known from ${coverage.from} to ${coverage.to}; ${date} lies outside`);
  }
}

/**
 * A landlord's working days. Every method throws CalendarCoverageError for a day outside `coverage`.
 *
 * The convention (GEN-1): the day of the event is day zero, whatever day it is; working days are counted strictly
 * after it, and the period ends with the last of them. Ordinary meaning of "within N days from"; taking weekend mail as
 * received on Monday would give a day more, taking the day itself as day one a day less.
 */
export interface WorkingCalendar {
  readonly name: string;
  readonly coverage: { readonly from: IsoDate; readonly to: IsoDate };
  isWorkingDay(date: IsoDate): boolean;
  /** Why it doesn't count, or null for a working day. */
  dayOff(date: IsoDate): DayOff | null;
  /** The days that don't count, strictly between two dates, in their order. */
  daysOffBetween(from: IsoDate, to: IsoDate): readonly DatedDayOff[];
  /** The `count`-th working day strictly after `date`; strictly before it with a negative count; `date` itself with 0. */
  addWorkingDays(date: IsoDate, count: number): IsoDate;
  /** Working days after `from` up to and with `to`; negative when `to` is earlier. */
  workingDaysBetween(from: IsoDate, to: IsoDate): number;
}

const WEEKEND: DayOff = { kind: 'weekend', name: 'weekend' };

/** Builds the calendar once; afterwards each question is a look-up. Days are written as dates only where they are asked for. */
export function workingCalendar(
  holidays: BankHolidays,
  { workingWeek, closures }: { readonly workingWeek: readonly number[]; readonly closures: readonly Closure[] },
): WorkingCalendar {
  const first = dayNumber(holidays.coverage.from);
  const last = dayNumber(holidays.coverage.to);
  const off = new Map<number, DayOff>();
  for (let day = first; day <= last; day++) {
    if (!workingWeek.includes(weekdayOfNumber(day))) off.set(day, WEEKEND);
  }
  for (const { date, name } of holidays.days) off.set(dayNumber(date), { kind: 'bank-holiday', name });
  for (const closure of closures) {
    for (const day of daysOf(closure, holidays.coverage)) {
      // A closure "in addition to bank holidays" (West Kent 12.1) never takes a bank holiday's name.
      if (!off.has(day)) off.set(day, { kind: 'closure', name: closure.name ?? 'closed' });
    }
  }

  /** working[i] is the i-th working day; before[d - first] counts the working days up to and with day d. */
  const working: number[] = [];
  const daysOff: number[] = [];
  const before = new Int32Array(last - first + 1);
  for (let day = first; day <= last; day++) {
    if (off.has(day)) daysOff.push(day);
    else working.push(day);
    before[day - first] = working.length;
  }

  function within(date: IsoDate): number {
    const day = dayNumber(date);
    if (Number.isNaN(day) || day < first || day > last) throw outside(date);
    return day;
  }
  function outside(date: IsoDate): CalendarCoverageError {
    return new CalendarCoverageError(holidays.name, date, holidays.coverage);
  }
  function upTo(day: number): number {
    return before[day - first] ?? 0;
  }
  const dated = new Map<number, DatedDayOff>();
  function datedDayOff(day: number): DatedDayOff {
    const found = dated.get(day) ?? { date: fromDayNumber(day), ...(off.get(day) ?? WEEKEND) };
    dated.set(day, found);
    return found;
  }

  return {
    name: holidays.name,
    coverage: holidays.coverage,
    isWorkingDay: (date) => !off.has(within(date)),
    dayOff: (date) => off.get(within(date)) ?? null,
    daysOffBetween(from, to) {
      // Every day is one or the other, so what isn't among the working days up to a day is among those off.
      const start = within(from);
      const end = within(to) - 1;
      return daysOff.slice(start - first + 1 - upTo(start), end - first + 1 - upTo(end)).map(datedDayOff);
    },
    addWorkingDays(date, count) {
      const day = within(date);
      if (count === 0) return date;
      const index = count > 0 ? upTo(day) + count - 1 : upTo(day) - (off.has(day) ? 0 : 1) + count;
      const found = working[index];
      if (found === undefined) throw outside(count > 0 ? fromDayNumber(last + 1) : fromDayNumber(first - 1));
      return fromDayNumber(found);
    },
    workingDaysBetween: (from, to) => upTo(within(to)) - upTo(within(from)),
  };
}

function daysOf(closure: Closure, coverage: { readonly from: IsoDate; readonly to: IsoDate }): number[] {
  if (closure.kind === 'date') return [dayNumber(toIsoDate(closure.date))];
  const days: number[] = [];
  for (let year = Number(coverage.from.slice(0, 4)); year <= Number(coverage.to.slice(0, 4)); year++) {
    if (closure.except?.includes(year)) continue;
    const from = dayNumber(toIsoDate(`${String(year)}-${closure.from}`));
    const to = dayNumber(toIsoDate(`${String(year)}-${closure.to}`));
    for (let day = from; day <= to; day++) days.push(day);
  }
  return days;
}
