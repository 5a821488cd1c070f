import { addMonths, dateOfParts, daysBetween, isoWeekday, type IsoDate } from '../../dates.ts';
import { MONTH, monthNumber } from '../../month-words.ts';
import type { Span } from '../../message.ts';

/** A date as somebody wrote it. */
export interface WrittenDate extends Span {
  /** Null for a day that doesn't exist: 31 April. */
  readonly date: IsoDate | null;
  /** The weekday that stands beside it, 1 = Monday; null where none does. */
  readonly weekday: number | null;
}

const WEEKDAY = '(mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?';
/** Two figures are a year only behind an apostrophe or a hyphen, or where the words end: "14 March 10 people" has none. */
const YEAR = "(?:(?:,? |-)((?:19|20)\\d{2}(?!\\d|:\\d)|'\\d{2}\\b|(?<=-)\\d{2}\\b|[2-3]\\d(?=[.,;!?)]|$)))?";

/** The forms in which British letters write days. Each is bounded in length, so that reading stays linear. */
const FORMS: readonly {
  readonly pattern: RegExp;
  readonly order: readonly ('weekday' | 'day' | 'month' | 'year')[];
}[] = [
  {
    // Friday 14 March 2025, Fri. 14th of March, the 14th March '25, 14-Mar-2025
    pattern: new RegExp(
      `(?<![\\w/.-])(?:${WEEKDAY}[.,]? (?:the )?)?(\\d{1,2})(?:st|nd|rd|th)?(?: of)?[ -]${MONTH}\\b\\.?${YEAR}`,
      'g',
    ),
    order: ['weekday', 'day', 'month', 'year'],
  },
  {
    // Friday, March 14th, 2025
    pattern: new RegExp(
      `(?<![\\w/.-])(?:${WEEKDAY}[.,]? )?${MONTH}\\.? (?:the )?(\\d{1,2})(?:st|nd|rd|th)?\\b(?![\\d:/-])${YEAR}`,
      'g',
    ),
    order: ['weekday', 'month', 'day', 'year'],
  },
  {
    // Fri 14/03/2025, 14.3.25, 14-03-2025
    pattern: new RegExp(
      `(?<![\\w/.-])(?:${WEEKDAY}[.,]? )?(\\d{1,2})[/.-](\\d{1,2})[/.-](\\d{4}|\\d{2})(?![\\d/-]|\\.\\d)`,
      'g',
    ),
    order: ['weekday', 'day', 'month', 'year'],
  },
  {
    // 14/03: two figures each, since 24/7 is no date
    pattern: new RegExp(`(?<![\\w/.-])(?:${WEEKDAY}[.,]? )?(\\d{2})/(\\d{2})(?![\\d/.-])`, 'g'),
    order: ['weekday', 'day', 'month'],
  },
  { pattern: /(?<![\w/.-])(\d{4})-(\d{2})-(\d{2})(?![\d/-])/g, order: ['year', 'month', 'day'] },
];

/**
 * Every date in a letter, in order. A year that isn't written is the one that brings the date closest to today. `lower` is
 * the text in lower case, of the same length.
 */
export function datesIn(text: string, lower: string, today: IsoDate): readonly WrittenDate[] {
  const found: WrittenDate[] = [];
  const taken = new Set<number>();
  for (const { pattern, order } of FORMS) {
    for (const match of lower.replaceAll('\n', ' ').matchAll(pattern)) {
      const { 0: words, index } = match;
      if (taken.has(index) || taken.has(index + words.length - 1)) continue;
      const parts = Object.fromEntries(order.map((name, at) => [name, match[at + 1]])) as Partial<
        Record<string, string>
      >;
      const year = yearOf(parts['year']);
      if (parts['year'] !== undefined && year === null) continue;
      // "You may 3 times" is no date.
      if (words.startsWith('may') && parts['year'] === undefined) continue;
      for (let at = index; at < index + words.length; at++) taken.add(at);
      const end = index + words.replace(/[., ]+$/, '').length;
      found.push({
        text: text.slice(index, end),
        start: index,
        end,
        date: dateOf(parts, year, today),
        weekday: weekdayOf(parts['weekday']),
      });
    }
  }
  return found.sort((left, right) => left.start - right.start);
}

/** The weekday of a date in words. */
export function weekdayName(weekday: number): string {
  return ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'][weekday - 1] ?? '';
}

const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];

function dateOf(parts: Partial<Record<string, string>>, year: number | null, today: IsoDate): IsoDate | null {
  const month = monthNumber(parts['month'] ?? '') || Number(parts['month']);
  const day = Number(parts['day']);
  if (year !== null) return dateOfParts(year, month, day);
  const now = Number(today.slice(0, 4));
  const dates = [now - 1, now, now + 1].flatMap((one) => dateOfParts(one, month, day) ?? []);
  return dates.sort((left, right) => distance(left, today) - distance(right, today))[0] ?? null;
}

function distance(date: IsoDate, today: IsoDate): number {
  return Math.abs(daysBetween(today, date));
}

function yearOf(text: string | undefined): number | null {
  if (text === undefined) return null;
  const figures = text.replace("'", '');
  const year = figures.length === 2 ? 2000 + Number(figures) : Number(figures);
  return year >= 1900 && year <= 2100 ? year : null;
}

function weekdayOf(text: string | undefined): number | null {
  const index = WEEKDAYS.indexOf((text ?? '').slice(0, 3));
  return index < 0 ? null : index + 1;
}

/** Whether the weekday that stands beside a date is that of the date. */
export function isWeekdayRight({ date, weekday }: WrittenDate): boolean {
  return date === null || weekday === null || isoWeekday(date) === weekday;
}

/** A year's worth of days on either side: further off is no answer date. */
export function isNear(date: IsoDate, today: IsoDate): boolean {
  return date > addMonths(today, -12) && date < addMonths(today, 12);
}
