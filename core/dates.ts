import { UTCDate } from '@date-fns/utc';
import { addMonths as addMonthsTo, lightFormat } from 'date-fns';

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

/** The same; null for anything that is no civil date. */
export function isoDateOrNull(text: string): IsoDate | null {
  try {
    return toIsoDate(text);
  } catch {
    return null;
  }
}

/** The date of a year, a month and a day as numbers or as somebody typed them; null where there is none. */
export function dateOfParts(year: string | number, month: string | number, day: string | number): IsoDate | null {
  const two = (part: string | number): string => String(part).padStart(2, '0');
  return isoDateOrNull(`${String(year)}-${two(month)}-${two(day)}`);
}

/** Reads a moment that names its offset; a wall time without one is refused, since nobody knows which moment it is. */
export function toInstant(text: string): Instant {
  if (INSTANT.test(text) && !Number.isNaN(Date.parse(text))) {
    toIsoDate(text.slice(0, 10));
    return text as Instant;
  }
  throw new DateError(`not a moment with its offset: ${JSON.stringify(text.slice(0, 40))}`);
}

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

const formatters = new Map<string, Intl.DateTimeFormat>();

function formatterOf(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const formatter = new Intl.DateTimeFormat('en-GB', {
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
  return formatter;
}

/** The minutes by which a zone's clocks are ahead of UTC, read off its wall time. */
function readOffset(milliseconds: number, timeZone: string): number {
  const parts: Readonly<Record<string, number>> = Object.fromEntries(
    formatterOf(timeZone)
      .formatToParts(milliseconds)
      .map(({ type, value }) => [type, Number(value)]),
  );
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  return Math.round((wall - milliseconds) / MINUTE);
}

const offsets = new Map<string, Map<number, number | null>>();

/**
 * The same, remembered: a case's dates ask for it a dozen times, and the formatter takes longer than all the counting. A
 * day (of UTC) that begins and ends with one offset has it throughout; on the day of a clock change each moment is read.
 */
function offsetAt(milliseconds: number, timeZone: string): number {
  const ofDays = offsets.get(timeZone) ?? new Map<number, number | null>();
  offsets.set(timeZone, ofDays);
  const day = Math.floor(milliseconds / DAY);
  let offset = ofDays.get(day);
  if (offset === undefined) {
    const first = readOffset(day * DAY, timeZone);
    offset = first === readOffset((day + 1) * DAY - MINUTE, timeZone) ? first : null;
    ofDays.set(day, offset);
  }
  return offset ?? readOffset(milliseconds, timeZone);
}

/** A moment's wall time, `YYYY-MM-DDTHH:MM:SS`. */
function wallTime(milliseconds: number, timeZone: string): string {
  return new Date(milliseconds + offsetAt(milliseconds, timeZone) * MINUTE).toISOString().slice(0, 19);
}

/** The civil date of a moment (GEN-4): 2019-07-04T23:30Z is 5 July in London. */
export function localDate(instant: Instant, timeZone: string = LONDON): IsoDate {
  if (instant === last.instant && timeZone === LONDON) return last.date;
  const milliseconds = Date.parse(instant);
  const date = fromDayNumber(Math.floor((milliseconds + offsetAt(milliseconds, timeZone) * MINUTE) / DAY));
  if (timeZone === LONDON) last = { instant, date };
  return date;
}

/** The last moment asked about and its day: the dates of a case are counted from one moment after another. */
let last: { readonly instant: Instant | null; readonly date: IsoDate } = {
  instant: null,
  date: '1970-01-01' as IsoDate,
};

/** The wall time of a moment, `HH:MM`. */
export function localTime(instant: Instant, timeZone: string = LONDON): string {
  return wallTime(Date.parse(instant), timeZone).slice(11, 16);
}

/** The same moment written as London wall time with its offset, to the second. */
export function inLondon(instant: Instant): Instant {
  return londonText(Date.parse(instant));
}

function londonText(milliseconds: number): Instant {
  const ahead = offsetAt(milliseconds, LONDON) === 0 ? '+00:00' : '+01:00';
  return `${wallTime(milliseconds, LONDON)}${ahead}` as Instant;
}

/**
 * The moment at which London's clocks show the wall time of `instant` on another day (Wrekin 4.5.2: "24hrs" across a clock
 * change). A time that the clocks show twice is taken the first time; one that they pass over, an hour later.
 */
export function sameClockTimeOn(date: IsoDate, instant: Instant): Instant {
  return atWallTime(Date.parse(`${date}T${wallTime(Date.parse(instant), LONDON).slice(11)}Z`));
}

function atWallTime(wall: number): Instant {
  const before = offsetAt(wall - 3 * HOUR, LONDON);
  const after = offsetAt(wall + 3 * HOUR, LONDON);
  const early = wall - before * MINUTE;
  const late = wall - after * MINUTE;
  return londonText(offsetAt(early, LONDON) !== before && offsetAt(late, LONDON) === after ? late : early);
}

/** The moment at which London's clocks show a wall time, `HH:MM`, on a day; as above where they change. */
export function londonMoment(date: IsoDate, time: string): Instant {
  return atWallTime(Date.parse(`${date}T${time}:00Z`));
}

/** So many hours later, as London wall time. */
export function addHours(instant: Instant, hours: number): Instant {
  return londonText(Date.parse(instant) + hours * HOUR);
}

/** Negative when `left` is the earlier moment. */
export function compareInstants(left: Instant, right: Instant): number {
  return Date.parse(left) - Date.parse(right);
}

const numbers = new Map<IsoDate, number>();
const days = new Map<number, IsoDate>();

/** Whole days since 1970-01-01; the calendar counts with these. Remembered, since every count begins and ends with it. */
export function dayNumber(date: IsoDate): number {
  const known = numbers.get(date);
  if (known !== undefined) return known;
  const number = Date.parse(`${date}T00:00:00Z`) / DAY;
  numbers.set(date, number);
  return number;
}

export function fromDayNumber(number: number): IsoDate {
  const known = days.get(number);
  if (known !== undefined) return known;
  const date = new Date(number * DAY).toISOString().slice(0, 10) as IsoDate;
  days.set(number, date);
  return date;
}

/** Calendar days, before it with a negative count. */
export function addDays(date: IsoDate, days: number): IsoDate {
  return fromDayNumber(dayNumber(date) + days);
}

/** Months by the calendar, clamped to the month's end: 31 August + 6 months = 28 February (GEN-3). */
export function addMonths(date: IsoDate, months: number): IsoDate {
  return lightFormat(addMonthsTo(new UTCDate(`${date}T00:00:00Z`), months), 'yyyy-MM-dd') as IsoDate;
}

export function daysBetween(from: IsoDate, to: IsoDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: IsoDate): number {
  return weekdayOfNumber(dayNumber(date));
}

/** The same, of a day's number. */
export function weekdayOfNumber(number: number): number {
  // Day 0 was a Thursday.
  return ((((number + 3) % 7) + 7) % 7) + 1;
}

const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/**
 * A date in English by a pattern of `EEE` or `EEEE`, `d` or `dd`, `MM` to `MMMM`, and `yyyy`, as date-fns has them:
 * `EEE d MMM` gives Fri 27 Mar. (date-fns' own comes with all the world's patterns, more than the panel's first load has
 * room for.)
 */
export function formatDate(date: IsoDate, pattern: string): string {
  const weekday = WEEKDAYS[isoWeekday(date) - 1] ?? '';
  const month = MONTHS[Number(date.slice(5, 7)) - 1] ?? '';
  const parts: Readonly<Record<string, string>> = {
    EEEE: weekday,
    EEE: weekday.slice(0, 3),
    MMMM: month,
    MMM: month.slice(0, 3),
    MM: date.slice(5, 7),
    dd: date.slice(8),
    yyyy: date.slice(0, 4),
    d: String(Number(date.slice(8))),
  };
  return pattern.replace(/EEEE|EEE|MMMM|MMM|MM|yyyy|dd|\bd\b/g, (token) => parts[token] ?? token);
}
