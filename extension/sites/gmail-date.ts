/*
 * When Gmail received a message. The page shows the time in the user's language and zone; the message's number holds it in
 * milliseconds (number >> 20), which nobody documents. So the number only checks what is displayed, and stands alone only
 * where the display can't be read, with its source said.
 */
import { toInstant, type Instant } from '../../core/dates.ts';
import type { Message } from '../../core/message.ts';

type Received = Pick<Message, 'receivedAt' | 'receivedAtSource' | 'receivedAtChoices'>;

const DAY = 86_400_000;

/** The moment of receipt; or, when the display can mean several days or the number contradicts it, the days to choose from. */
export function receivedAt(displayed: string, language: string, hexId: string | null): Received {
  const readings = displayedMoments(displayed, language);
  const numbered = momentOf(hexId);
  const agreeing = readings.filter((moment) => numbered === null || Math.abs(moment - numbered) <= DAY);
  const [only] = agreeing;
  if (agreeing.length === 1 && only !== undefined) return { receivedAt: instant(only), receivedAtSource: 'displayed' };
  if (readings.length === 0) {
    return numbered === null
      ? { receivedAt: null, receivedAtSource: null }
      : { receivedAt: instant(numbered), receivedAtSource: 'site-id' };
  }
  const choices = numbered === null || agreeing.length > 0 ? readings : [...readings, numbered];
  return { receivedAt: null, receivedAtSource: null, receivedAtChoices: choices.map(instant) };
}

function instant(milliseconds: number): Instant {
  return toInstant(new Date(milliseconds).toISOString());
}

/** The arrival time in a message's number; null when the number can't be one (Gmail began in 2004). */
function momentOf(hexId: string | null): number | null {
  if (hexId === null) return null;
  const moment = Number(BigInt(`0x${hexId}`) >> 20n);
  return moment > Date.UTC(2004, 0) && moment < Date.UTC(2100, 0) ? moment : null;
}

/** Every moment that a displayed time can mean, in the browser's zone, as Gmail shows it; usually one. */
export function displayedMoments(displayed: string, language: string): readonly number[] {
  // Gmail sets marks for the direction of writing into times, and a narrow blank before PM.
  const text = displayed
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s/g, ' ')
    .toLowerCase();
  const time = timeIn(text, language);
  if (!time) return [];
  const moments = daysIn(time.rest, language).flatMap(({ year, month, day }) => {
    const date = new Date(year, month - 1, day, time.hour, time.minute);
    return date.getMonth() === month - 1 && date.getDate() === day ? [date.getTime()] : [];
  });
  return [...new Set(moments)];
}

interface Time {
  readonly hour: number;
  readonly minute: number;
  /** The display without its time. */
  readonly rest: string;
}

function timeIn(text: string, language: string): Time | null {
  // The last such pair: in 17.09.2026, 14:52 the day and month look like a time too.
  const found = [...text.matchAll(/(?<![\d.])(\d{1,2})[:.h](\d{2})(?:[:.]\d{2})?(?![\d.]*\d)/g)].at(-1);
  if (!found) return null;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  const hour = Number(found[1]);
  const minute = Number(found[2]);
  if (hour > 23 || minute > 59) return null;
  const half = halfOfDay(before, after, language);
  // Where the clock has twelve hours and the word isn't known, 2:52 could be either.
  if (!half) return hour <= 12 && halvesOf(language) ? null : { hour, minute, rest: `${before} ${after}` };
  if (hour < 1 || hour > 12) return null;
  return { hour: (hour % 12) + (half.isAfternoon ? 12 : 0), minute, rest: half.rest };
}

function halfOfDay(before: string, after: string, language: string): { isAfternoon: boolean; rest: string } | null {
  // Right behind the time, and no day after it: "am 17. September" is German.
  const english = /^\s?([ap])\.?\s?m(?:\.|(?!\p{L}))(?!\s*\d)/u.exec(after);
  if (english) return { isAfternoon: english[1] === 'p', rest: `${before} ${after.slice(english[0].length)}` };
  const text = `${before} ${after}`;
  const [morning, afternoon] = halvesOf(language) ?? [];
  if (afternoon !== undefined && text.includes(afternoon))
    return { isAfternoon: true, rest: text.replace(afternoon, ' ') };
  if (morning !== undefined && text.includes(morning)) return { isAfternoon: false, rest: text.replace(morning, ' ') };
  return null;
}

/** The language's words for the two halves of the day; null where its clock has 24 hours. */
function halvesOf(language: string): readonly [string, string] | null {
  const format = formatter(language, { timeStyle: 'short' });
  const [morning, afternoon] = [9, 21].map((hour) =>
    format
      .formatToParts(new Date(2026, 0, 1, hour))
      .find(({ type }) => type === 'dayPeriod')
      ?.value.toLowerCase(),
  );
  return morning === undefined || afternoon === undefined ? null : [morning, afternoon];
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function daysIn(text: string, language: string): readonly Day[] {
  const numbers = text.match(/\d+/g) ?? [];
  const years = numbers.filter((number) => number.length === 4);
  const others = numbers.filter((number) => number.length < 3).map(Number);
  const [year] = years.map(Number);
  if (year === undefined || years.length !== 1 || numbers.length !== others.length + 1) return [];
  const [first, second] = others;
  if (first === undefined) return [];
  if (second === undefined) return monthsNamed(text, language).map((month) => ({ year, month, day: first }));
  if (others.length > 2) return [];
  const yearFirst = numbers[0]?.length === 4;
  const monthFirst = { year, month: first, day: second };
  const dayFirst = { year, month: second, day: first };
  // 05/09/2026 and 09/05/2026 are both Saturdays: not even a weekday tells day from month.
  return (yearFirst ? [monthFirst] : [dayFirst, monthFirst]).filter(({ month }) => month >= 1 && month <= 12);
}

/** Gmail speaks Welsh; Chromium's own tables don't. */
const WELSH = [
  'ionawr ion',
  'chwefror chwef chw',
  'mawrth maw',
  'ebrill ebr',
  'mai',
  'mehefin meh',
  'gorffennaf gorff gor',
  'awst',
  'medi',
  'hydref hyd',
  'tachwedd tach',
  'rhagfyr rhag',
];

/** The months whose name stands in the text. "mar" may be Tuesday or March: then there are two. */
function monthsNamed(text: string, language: string): readonly number[] {
  const words = new Set(text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);
  const named = new Set<number>();
  if (language.startsWith('cy')) {
    WELSH.forEach((names, month) => {
      if (names.split(' ').some((name) => words.has(name))) named.add(month + 1);
    });
  }
  for (const locale of [language, 'en-GB', 'en-US']) {
    for (const style of ['long', 'short'] as const) {
      // Some languages change the month's name beside a day: Polish "wrzesień", "17 września".
      for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
        const format = formatter(locale, options);
        for (let month = 1; month <= 12; month += 1) {
          const part = format.formatToParts(new Date(2026, month - 1, 17)).find(({ type }) => type === 'month');
          const name = part?.value.toLowerCase().replace(/\.$/, '') ?? '';
          if (/^\p{L}[\p{L}\p{M}]*$/u.test(name) && words.has(name)) named.add(month);
        }
      }
    }
  }
  return [...named];
}

function formatter(language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(isKnown(language) ? language : 'en-GB', options);
}

/** For a language that it doesn't know, the browser would take the user's own. */
function isKnown(language: string): boolean {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf(language).length > 0;
  } catch {
    return false;
  }
}
