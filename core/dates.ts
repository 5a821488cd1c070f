import { tz } from '@date-fns/tz';
import { UTCDate } from '@date-fns/utc';
import { addDays as addDaysTo, addMonths as addMonthsTo, differenceInCalendarDays, format, getISODay } from 'date-fns';

declare const isoDateBrand: unique symbol;
declare const instantBrand: unique symbol;

/** A civil date, `YYYY-MM-DD`. A deadline is the end of that day in London. */
export type IsoDate = string & { readonly [isoDateBrand]: true };

/** A moment, ISO 8601 with `Z` or an offset: `2026-03-24T18:42:00+00:00`. */
export type Instant = string & { readonly [instantBrand]: true };

/** A text that is no date or no moment; says which text. */
export class DateError extends Error {
  override readonly name = 'DateError';
}

/** The zone in which every landlord's days begin and end. */
export const LONDON = 'Europe/London';

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;

/** Reads a civil date. Throws DateError for anything else, 31 April included. */
export function toIsoDate(text: string): IsoDate {
  const parts = DATE.exec(text);
  if (parts) {
    const [, year, month, day] = parts.map(Number) as [number, number, number, number];
    const date = new Date(Date.UTC(year, month - 1, day));
    if (date.getUTCMonth() === month - 1 && date.getUTCDate() === day) return text as IsoDate;
  }
  throw new DateError(`not a date: ${JSON.stringify(text.slice(0, 40))}`);
}

/** Reads a moment that names its offset; a wall time without one is refused, since nobody knows which moment it is. */
export function toInstant(text: string): Instant {
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) {
    toIsoDate(text.slice(0, 10));
    return text as Instant;
  }
  throw new DateError(`not a moment with its offset: ${JSON.stringify(text.slice(0, 40))}`);
}

const formatters = new Map<string, Intl.DateTimeFormat>();

function civilParts(milliseconds: number, timeZone: string): Record<string, string> {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-GB', {
      timeZone,
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
      hourCycle: 'h23',
    });
    formatters.set(timeZone, formatter);
  }
  return Object.fromEntries(formatter.formatToParts(milliseconds).map(({ type, value }) => [type, value]));
}

/** The civil date of a moment (GEN-4): 2019-07-04T23:30Z is 5 July in London. */
export function localDate(instant: Instant, timeZone: string = LONDON): IsoDate {
  const { year, month, day } = civilParts(Date.parse(instant), timeZone);
  return `${year ?? ''}-${month ?? ''}-${day ?? ''}` as IsoDate;
}

/** The wall time of a moment, `HH:MM`. */
export function localTime(instant: Instant, timeZone: string = LONDON): string {
  const { hour, minute } = civilParts(Date.parse(instant), timeZone);
  return `${hour ?? ''}:${minute ?? ''}`;
}

/** The same moment written as London wall time with its offset, to the second. */
export function inLondon(instant: Instant): Instant {
  return londonText(Date.parse(instant));
}

function londonText(milliseconds: number): Instant {
  return format(milliseconds, "yyyy-MM-dd'T'HH:mm:ssxxx", { in: tz(LONDON) }) as Instant;
}

/** The moment at which London's clocks show the wall time of `instant` on another day (Wrekin 4.5.2: "24hrs" across a clock change). */
export function sameClockTimeOn(date: IsoDate, instant: Instant): Instant {
  const { hour, minute, second } = civilParts(Date.parse(instant), LONDON);
  const [year, month, day] = date.split('-').map(Number) as [number, number, number];
  const zoned = tz(LONDON)(0);
  zoned.setFullYear(year, month - 1, day);
  zoned.setHours(Number(hour), Number(minute), Number(second), 0);
  return londonText(zoned.getTime());
}

/** So many hours later, as London wall time. */
export function addHours(instant: Instant, hours: number): Instant {
  return londonText(Date.parse(instant) + hours * 3_600_000);
}

/** Negative when `left` is the earlier moment. */
export function compareInstants(left: Instant, right: Instant): number {
  return Date.parse(left) - Date.parse(right);
}

/** Whole days since 1970-01-01; the calendar counts with these. */
export function dayNumber(date: IsoDate): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export function fromDayNumber(day: number): IsoDate {
  return new Date(day * 86_400_000).toISOString().slice(0, 10) as IsoDate;
}

/** Calendar days, before it with a negative count. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return isoOf(addDaysTo(new UTCDate(`${date}T00:00:00Z`), days));
}

/** Months by the calendar, clamped to the month's end: 31 August + 6 months = 28 February (GEN-3). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return isoOf(addMonthsTo(new UTCDate(`${date}T00:00:00Z`), months));
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return differenceInCalendarDays(new UTCDate(`${to}T00:00:00Z`), new UTCDate(`${from}T00:00:00Z`));
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: IsoDate): number {
  return getISODay(new UTCDate(`${date}T00:00:00Z`));
}

/** A date in a date-fns pattern, in English: `EEE d MMM` gives Fri 27 Mar. */
export function formatDate(date: IsoDate, pattern: string): string {
  return format(new UTCDate(`${date}T00:00:00Z`), pattern);
}

function isoOf(date: Date): IsoDate {
  return format(date, 'yyyy-MM-dd') as IsoDate;
}
