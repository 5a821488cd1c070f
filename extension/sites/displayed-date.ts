/* Dates as pages show them to people: in the page's language, in the browser's zone, for some of them in more than one way. */
import { hasHalves, timeIn } from './displayed-time.ts';
import { withoutZone } from './displayed-zone.ts';
import { formatter, isKnown } from './locale.ts';
import { monthsNamed, WELSH_DAYS, wordsIn } from './named-months.ts';

/** Every moment that a displayed time can mean, in the browser's zone; usually one. None where no time of day is shown. */
export function displayedMoments(displayed: string, language: string): readonly number[] {
  const { text, offset } = withoutZone(plain(displayed));
  const time = timeIn(text, language);
  return time ? momentsOf(daysIn(time.rest, language), { ...time, offset }) : [];
}

/** The same for a display that may lack the time of day; then it is noon of each day. */
export function displayedDays(displayed: string, language: string): readonly number[] {
  const moments = displayedMoments(displayed, language);
  if (moments.length > 0) return moments;
  return momentsOf(daysIn(plain(displayed), language), { hour: 12, minute: 0, offset: null });
}

/**
 * The one of several moments that a page in this language means, where the display is written exactly as the language writes
 * dates and times; null where it isn't, or where the page doesn't say which country's English it speaks.
 */
export function asLanguageWrites(displayed: string, language: string, moments: readonly number[]): number | null {
  if (!isKnown(language) || /^en$/i.test(language)) return null;
  const { text } = withoutZone(plain(displayed));
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
  return (
    displayed
      .replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
      .replace(/\s/g, ' ')
      .replace(/[٠-٩۰-۹०-९০-৯੦-੯૦-૯]/g, asciiDigit)
      .toLowerCase()
      // "(2 days ago)", "(vor 3 Tagen)": beside the date, not of it.
      .replace(/[(（]([^()（）]{1,80})[)）]/g, (all, inside: string) =>
        /\d/.test(inside) && !/\d[:.h]\d{2}/.test(inside) ? ' ' : all,
      )
      .replace(/令和 ?(\d{1,2}|元)年/g, (_all, year: string) => `${2018 + (year === '元' ? 1 : Number(year))}年`)
  );
}

/** The figures of Arabic, Persian and four languages of India, whose blocks begin at 0 or at 6 of a row of sixteen. */
function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code & 15) - (code < 0x900 ? 0 : 6));
}

function momentsOf(
  days: readonly Day[],
  time: { readonly hour: number; readonly minute: number; readonly offset: number | null },
): readonly number[] {
  const moments = days.flatMap(({ year, month, day }) => {
    const wall = Date.UTC(year, month - 1, day, time.hour, time.minute);
    const isReal = new Date(wall).getUTCMonth() === month - 1 && new Date(wall).getUTCDate() === day;
    if (!isReal) return [];
    if (time.offset !== null) return [wall - time.offset * 60_000];
    return [new Date(year, month - 1, day, time.hour, time.minute).getTime()];
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
  // Japan counts years by reigns too: the one that began in 2019 is known, the one before it is over.
  if (/平成|昭和|大正/.test(text)) return [];
  const numbers = text.match(/\d+/g) ?? [];
  const years = numbers.filter((number) => number.length === 4);
  const others = numbers.filter((number) => number.length < 3).map(Number);
  const [year] = years.map(Number);
  if (years.length > 1 || numbers.length !== others.length + years.length) return [];
  // Of another calendar: 1405 is 2026 in Persia, 2569 in Thailand.
  if (year !== undefined && (year < 1990 || year > 2100)) return [];
  const named = FIGURES.test(text) ? [] : namedDays(text, language, year);
  if (named.length > 0) return named;
  if (year === undefined) return shortYear(text, others, language);
  const [first, second] = others;
  if (first === undefined || second === undefined || others.length > 2 || !isInFigures(text)) return [];
  const yearFirst = numbers[0]?.length === 4;
  const monthFirst = { year, month: first, day: second };
  const dayFirst = { year, month: second, day: first };
  // 05/09/2026 and 09/05/2026 are both Saturdays: not even a weekday always tells day from month.
  if (yearFirst) return onNamedWeekday(text, language, [monthFirst]);
  return onNamedWeekday(text, language, isDotted(text, language) ? [dayFirst] : [dayFirst, monthFirst]);
}

/** A month in figures: then a word that is also a month's name ("mar", Tuesday) doesn't name it. */
const FIGURES = /(?<!\d)\d{1,2} ?[./-] ?\d{1,2}(?!\d)/;

/** Whether day, month and year stand together: no words between them, but those that East Asia and Vietnam set behind each. */
function isInFigures(text: string): boolean {
  const between = /\d([\d\P{L}年月日년월일]|tháng|năm)*\d/u.exec(text)?.[0] ?? '';
  return (text.match(/\d+/g) ?? []).every((number) => between.includes(number));
}

/** The day beside a month's name. With a number on either side of it, and the year elsewhere, it may be either. */
function namedDays(text: string, language: string, year: number | undefined): readonly Day[] {
  return monthsNamed(text, language).flatMap(({ month, name }): readonly Day[] => {
    const word = [...text.matchAll(/\p{L}[\p{L}\p{M}]*/gu)].find(([one]) => one === name);
    const at = word?.index ?? text.indexOf(name);
    const before = /(\d+)\D*$/.exec(text.slice(0, at))?.[1];
    const [after, next] = text.slice(at + name.length).match(/\d+/g) ?? [];
    if (year !== undefined) {
      return [before, after].flatMap((day) =>
        day !== undefined && day.length < 3 ? [{ year, month, day: Number(day) }] : [],
      );
    }
    const short = before === undefined ? next : after;
    const day = before ?? after;
    return short?.length === 2 && day !== undefined && isShortYear(Number(short)) && endsWith(text, short)
      ? [{ year: 2000 + Number(short), month, day: Number(day) }]
      : [];
  });
}

/** Whether a number is the last thing that a date says, but for "at" or "г." */
function endsWith(text: string, number: string): boolean {
  return /^[^\p{L}\d]*(?:(?:\p{L}{1,2}|klo)[^\p{L}\d]*)?$/u.test(text.slice(text.lastIndexOf(number) + number.length));
}

/** No mail that is read here is older: 26/08/04 was written on 4 August 2026, and not on 26 August 2004. */
function isShortYear(year: number): boolean {
  return year >= 15 && year < 50;
}

/** 05.09.2026 in a language that writes its dates so: the day stands first wherever points stand between. */
function isDotted(text: string, language: string): boolean {
  const dotted = /\d{1,2}\. ?\d{1,2}\. ?(?:\d{4}|\d{2}\b)/;
  const own = formatter(language, { day: 'numeric', month: 'numeric', year: 'numeric' }).format(new Date(2026, 10, 30));
  return isKnown(language) && dotted.test(text) && /^30\. ?11\. ?2026/.test(own);
}

/** 17/09/26: the year stands last, but for languages that write it first. Where the other end alone may be a year, it isn't read. */
function shortYear(text: string, numbers: readonly number[], language: string): readonly Day[] {
  const [first, second, third] = numbers;
  if (first === undefined || second === undefined || third === undefined || numbers.length > 3) return [];
  const format = formatter(language, { dateStyle: 'short' });
  // 69 is 2026 in Thailand.
  if (format.resolvedOptions().calendar !== 'gregory' || !isInFigures(text)) return [];
  const short = format.formatToParts(new Date(2026, 8, 17));
  const isYearFirst = short.find(({ type }) => /^(?:year|month|day)$/.test(type))?.type === 'year';
  const end = isYearFirst ? first : third;
  if (!isShortYear(end)) return [];
  const year = 2000 + end;
  if (isYearFirst) return onNamedWeekday(text, language, [{ year, month: second, day: third }]);
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
