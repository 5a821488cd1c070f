import { dateOfParts, formatDate, localDate, type IsoDate } from '../dates.ts';
import { MONTH, monthNumber } from '../month-words.ts';
import { instantOfMailDate } from './mail-date.ts';

/*
 * The day that a passed-on header bears, as Outlook, Gmail, Apple Mail and Thunderbird write it in English: "Thursday, 2
 * April 2026 19:15", "Thu, Apr 2, 2026 at 7:15 PM", "02/04/2026 19:15". The clocks of a case hang on it: whatever leaves a
 * doubt is null.
 */

const WEEKDAY = '(?:(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\\s+)?';
const NTH = '(\\d{1,2})(?:st|nd|rd|th)?';

const DAY_FIRST = new RegExp(`\\b${WEEKDAY}${NTH}\\s+${MONTH}\\.?,?\\s+(\\d{4})\\b`, 'gi');
const MONTH_FIRST = new RegExp(`\\b${WEEKDAY}${MONTH}\\.?\\s+${NTH},?\\s+(\\d{4})\\b`, 'gi');
const NUMBERS = new RegExp(`\\b${WEEKDAY}(\\d{1,2})([/.-])(\\d{1,2})\\3(\\d{4})\\b`, 'gi');
const ISO = /\b(\d{4})-(\d{2})-(\d{2})\b/g;

/**
 * The day in a header's line of date; null where none is there, or more than one could be meant. `latest` is the day of the
 * message that passes it on, where that is known: nothing was written after it. 02/04/2026 is a day only where the other
 * order can't be: by its weekday, or because that day was still to come.
 */
export function writtenOnIn(dated: string, latest: IsoDate | null): IsoDate | null {
  const text = dated.slice(0, 300);
  const exact = instantOfMailDate(text);
  if (exact !== null && !weekdayDiffers(text)) return notAfter([localDate(exact)], latest);
  const days = [
    ...[...text.matchAll(DAY_FIRST)].map(([, weekday, day, month, year]) => named({ weekday, day, month, year })),
    ...[...text.matchAll(MONTH_FIRST)].map(([, weekday, month, day, year]) => named({ weekday, day, month, year })),
    ...[...text.matchAll(ISO)].map(([, year = '', month = '', day = '']) => dateOfParts(year, month, day)),
  ];
  const numbers = [...text.matchAll(NUMBERS)].flatMap(([, weekday, one = '', mark, two = '', year = '']) =>
    [dateOfParts(year, two, one), ...(mark === '.' ? [] : [dateOfParts(year, one, two)])].filter((day) =>
      fits(day, weekday),
    ),
  );
  // One that is written out and is no day (Fri 2 April, a Thursday) can't be read for certain.
  return days.includes(null) ? null : notAfter([...days, ...numbers], latest);
}

function notAfter(days: readonly (IsoDate | null)[], latest: IsoDate | null): IsoDate | null {
  const possible = new Set(days.filter((day) => day !== null && (latest === null || day <= latest)));
  const [only] = possible;
  return possible.size === 1 ? (only ?? null) : null;
}

interface Named {
  readonly weekday: string | undefined;
  readonly day: string | undefined;
  readonly month: string | undefined;
  readonly year: string | undefined;
}

function named({ weekday, day = '', month = '', year = '' }: Named): IsoDate | null {
  const found = dateOfParts(year, monthNumber(month), day);
  return fits(found, weekday) ? found : null;
}

function weekdayDiffers(text: string): boolean {
  return [...text.matchAll(DAY_FIRST)].some(([, weekday, day, month, year]) => !named({ weekday, day, month, year }));
}

function fits(day: IsoDate | null, weekday: string | undefined): boolean {
  return day !== null && (weekday === undefined || formatDate(day, 'EEE').toLowerCase() === weekday.toLowerCase());
}
