/* Dates as pages show them to people: in the page's language, in the browser's zone, for some of them in more than one way. */
import { hasHalves, timeIn } from './displayed-time.ts';
import { formatter, isKnown } from './locale.ts';

/** Every moment that a displayed time can mean, in the browser's zone; usually one. None where no time of day is shown. */
export function displayedMoments(displayed: string, language: string): readonly number[] {
  const text = plain(displayed);
  const time = timeIn(text, language);
  return time ? momentsOf(daysIn(time.rest, language), time) : [];
}

/** The same for a display that may lack the time of day; then it is noon of each day. */
export function displayedDays(displayed: string, language: string): readonly number[] {
  const moments = displayedMoments(displayed, language);
  return moments.length > 0 ? moments : momentsOf(daysIn(plain(displayed), language), { hour: 12, minute: 0 });
}

/**
 * The one of several moments that a page in this language means, where the display is written exactly as the language writes
 * dates and times; null where it isn't, or where the page doesn't say which country's English it speaks.
 */
export function asLanguageWrites(displayed: string, language: string, moments: readonly number[]): number | null {
  if (!isKnown(language) || /^en$/i.test(language)) return null;
  const text = plain(displayed);
  const format = formatter(language, { year: 'numeric', month: 'numeric', day: 'numeric' });
  const time = timeIn(text, language);
  const showsHalf = time !== null && /\p{L}/u.test(time.mark);
  if (time !== null && showsHalf !== hasHalves(language)) return null;
  const written = moments.filter((moment) => {
    const day = plain(format.format(moment));
    const at = text.indexOf(day);
    return at >= 0 && !/\d/.test(text.charAt(at - 1)) && !/\d/.test(text.charAt(at + day.length));
  });
  const [only] = written;
  return written.length === 1 && only !== undefined ? only : null;
}

/** Mail pages set marks for the direction of writing into times, and narrow blanks. */
function plain(displayed: string): string {
  return displayed
    .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replace(/\s/g, ' ')
    .replace(/[٠-٩۰-۹०-९০-৯੦-੯૦-૯]/g, asciiDigit)
    .toLowerCase();
}

/** The figures of Arabic, Persian and four languages of India, whose blocks begin at 0 or at 6 of a row of sixteen. */
function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code & 15) - (code < 0x900 ? 0 : 6));
}

function momentsOf(days: readonly Day[], time: { readonly hour: number; readonly minute: number }): readonly number[] {
  const moments = days.flatMap(({ year, month, day }) => {
    const date = new Date(year, month - 1, day, time.hour, time.minute);
    return date.getMonth() === month - 1 && date.getDate() === day ? [date.getTime()] : [];
  });
  return [...new Set(moments)];
}

interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

function daysIn(displayed: string, language: string): readonly Day[] {
  // Vietnamese numbers its weekdays.
  const text = /^vi\b/i.test(language) ? displayed.replace(/\bt(?:h(?:ứ)?)? ?[2-7]\b/, '') : displayed;
  const numbers = text.match(/\d+/g) ?? [];
  const years = numbers.filter((number) => number.length === 4);
  const others = numbers.filter((number) => number.length < 3).map(Number);
  const [year] = years.map(Number);
  if (years.length === 0) return shortYear(text, others, language);
  if (year === undefined || years.length !== 1 || numbers.length !== others.length + 1) return [];
  // Of another calendar: 1405 is 2026 in Persia, 2569 in Thailand.
  if (year < 1990 || year > 2100) return [];
  const [first, second] = others;
  if (first === undefined) return [];
  if (second === undefined) return monthsNamed(text, language).map((month) => ({ year, month, day: first }));
  if (others.length > 2) return [];
  const yearFirst = numbers[0]?.length === 4;
  const monthFirst = { year, month: first, day: second };
  const dayFirst = { year, month: second, day: first };
  // 05/09/2026 and 09/05/2026 are both Saturdays: not even a weekday always tells day from month.
  if (yearFirst) return onNamedWeekday(text, language, [monthFirst]);
  return onNamedWeekday(text, language, isDotted(text, language) ? [dayFirst] : [dayFirst, monthFirst]);
}

/** 05.09.2026 in a language that writes its dates so: the day stands first wherever points stand between. */
function isDotted(text: string, language: string): boolean {
  const dotted = /\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2}\b)/;
  const own = formatter(language, { day: 'numeric', month: 'numeric', year: 'numeric' }).format(new Date(2026, 10, 30));
  return isKnown(language) && dotted.test(text) && /^30\. ?11\. ?2026/.test(own);
}

/** 17/09/26, 17 Sept 26: the year stands last, but for languages that write it first. */
function shortYear(text: string, numbers: readonly number[], language: string): readonly Day[] {
  const [first, second, third] = numbers;
  if (first === undefined || second === undefined) return [];
  if (third === undefined)
    return monthsNamed(text, language).map((month) => ({ year: 2000 + second, month, day: first }));
  const format = formatter(language, { dateStyle: 'short' });
  // 69 is 2026 in Thailand.
  if (numbers.length > 3 || format.resolvedOptions().calendar !== 'gregory') return [];
  const short = format.formatToParts(new Date(2026, 8, 17));
  if (short.find(({ type }) => /^(?:year|month|day)$/.test(type))?.type === 'year')
    return onNamedWeekday(text, language, [{ year: 2000 + first, month: second, day: third }]);
  const year = 2000 + third;
  const dayFirst = { year, month: second, day: first };
  const monthFirst = { year, month: first, day: second };
  return onNamedWeekday(text, language, isDotted(text, language) ? [dayFirst] : [dayFirst, monthFirst]);
}

/** Of days that a date in figures can mean, those that are the weekday beside it; all where none is named. */
function onNamedWeekday(text: string, language: string, days: readonly Day[]): readonly Day[] {
  const real = days.filter(({ month, day }) => month >= 1 && month <= 12 && day >= 1 && day <= 31);
  const words = wordsIn(text);
  const named = real.filter(({ year, month, day }) =>
    weekdayNames(new Date(year, month - 1, day), language).some((name) => words.has(name)),
  );
  return named.length > 0 ? named : real;
}

function weekdayNames(date: Date, language: string): readonly string[] {
  const names = [language, 'en-GB'].flatMap((locale) =>
    (['long', 'short'] as const).map((weekday) => formatter(locale, { weekday }).format(date)),
  );
  const welsh = language.startsWith('cy') ? (WELSH_DAYS[date.getDay()] ?? '').split(' ') : [];
  return [...names.map((name) => name.toLowerCase().replace(/[.॰]$/, '')), ...welsh];
}

/** Mail pages speak Welsh; Chromium's own tables don't. */
const WELSH_DAYS = ['sul', 'llun', 'mawrth maw', 'mercher mer', 'iau', 'gwener gwe', 'sadwrn sad'];
const WELSH_MONTHS = [
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
  const words = wordsIn(text);
  const named = new Set<number>();
  if (language.startsWith('cy')) {
    WELSH_MONTHS.forEach((names, month) => {
      if (names.split(' ').some((name) => words.has(name))) named.add(month + 1);
    });
  }
  for (const locale of [language, 'en-GB', 'en-US']) {
    for (const style of ['long', 'short'] as const) {
      // Some languages change the month's name beside a day: Polish "wrzesień", "17 września".
      for (const options of [{ month: style }, { month: style, day: 'numeric' }] as const) {
        // Mail pages write the years of this calendar also in Persian.
        const format = formatter(locale, { ...options, calendar: 'gregory' });
        for (let month = 1; month <= 12; month += 1) {
          const parts = format.formatToParts(new Date(2026, month - 1, 17));
          const at = parts.findIndex(({ type }) => type === 'month');
          // Hebrew writes "in" and the month as one word.
          const before = /\p{L}*$/u.exec(parts[at - 1]?.value ?? '')?.[0] ?? '';
          const name = `${before}${parts[at]?.value ?? ''}`.toLowerCase().replace(/[.॰׳]$/, '');
          if (words.has(name) || (/\p{L}\p{M}*[ .]\p{L}/u.test(name) && text.includes(name))) named.add(month);
        }
      }
    }
  }
  return [...named];
}

function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);
}
