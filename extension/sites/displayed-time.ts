/* The time of day in a date as pages show it, in the words of the page's language. */
import { formatter } from './locale.ts';

/** A time of day, and what else the display says. */
export interface Time {
  readonly hour: number;
  readonly minute: number;
  /** The word for the half of the day; empty on a clock of 24 hours. */
  readonly mark: string;
  /** The display without its time. */
  readonly rest: string;
}

/** The time of day in a display; null where there is none, or where it may be in either half of the day. */
export function timeIn(text: string, language: string): Time | null {
  // The last such pair: in 17.09.2026, 14:52 the day and month look like a time too.
  const pairs = /(?<![\d.])(\d{1,2})(?:[:.]| ?h ?)(\d{2})(?:[:.]\d{2}| ?min(?: ?\d{2} ?s)?)?(?![\d.]*\d)/g;
  const found = [...text.matchAll(pairs)].at(-1);
  if (!found) return null;
  const before = text.slice(0, found.index);
  const after = text.slice(found.index + found[0].length);
  const hour = Number(found[1]);
  const minute = Number(found[2]);
  if (hour > 23 || minute > 59) return null;
  const half = halfOfDay(before, after, { hour, language });
  // A clock of 24 hours writes 09:05 and sets no word beside it; elsewhere 2:52 could be in either half. English words are known.
  if (!half) {
    const isBesideWord = /\p{L}\p{M}*\W*$/u.test(before) || /^\W*\p{L}/u.test(after);
    const isWhole = found[1]?.length === 2 && !isBesideWord;
    const isUnclear = hour >= 1 && hour <= 12 && !isWhole && !/^en\b/i.test(language) && hasHalves(language);
    return isUnclear ? null : { hour, minute, mark: '', rest: `${before} ${after}` };
  }
  // Half past midnight is 12:30 and, in some countries, 0:30.
  if (hour > 12) return null;
  return { hour: (hour % 12) + (half.isAfternoon ? 12 : 0), minute, mark: half.mark, rest: half.rest };
}

interface Half {
  readonly isAfternoon: boolean;
  readonly mark: string;
  readonly rest: string;
}

function halfOfDay(
  before: string,
  after: string,
  { hour, language }: { readonly hour: number; readonly language: string },
): Half | null {
  // Right behind the time, and no day after it: "am 17. September" is German.
  const english = /^\s?(?:\p{L}\.\s)?([ap])\.?\s?m(?:\.|(?!\p{L}))(?!\s*\d)/u.exec(after);
  // "Am Samhraidh" is summer time in Irish.
  const isIrishWord = /^ga\b/i.test(language) && /^\s?am\s+\p{L}/u.test(after);
  if (english && !isIrishWord) {
    return { isAfternoon: english[1] === 'p', mark: english[0], rest: `${before} ${after.slice(english[0].length)}` };
  }
  // Before it in some languages, "PM 2:52" in Korean; where the clock has no halves "am" is a word.
  const ahead = hasHalves(language) ? /(?<!\p{L})([ap])m\s*$/u.exec(before) : null;
  if (ahead) return { isAfternoon: ahead[1] === 'p', mark: ahead[0], rest: `${before.slice(0, ahead.index)} ${after}` };
  for (const isAfternoon of [true, false]) {
    for (const mark of marksAt((hour % 12) + (isAfternoon ? 12 : 0), language)) {
      const rest = besideTime(before, after, mark);
      if (rest !== null) return { isAfternoon, mark, rest };
    }
  }
  return null;
}

/** What is left of a display without a mark that stands beside its time; null where it doesn't, as م within a month. */
function besideTime(before: string, after: string, mark: string): string | null {
  const start = before.trimEnd();
  const end = after.trimStart();
  if (end.startsWith(mark) && !/^[\p{L}\p{M}]/u.test(end.slice(mark.length)))
    return `${before} ${end.slice(mark.length)}`;
  if (start.endsWith(mark) && !/[\p{L}\p{M}]$/u.test(start.slice(0, -mark.length)))
    return `${start.slice(0, -mark.length)} ${after}`;
  return null;
}

/** Whether the language's own clock has twelve hours. */
export function hasHalves(language: string): boolean {
  return markAt(9, language, { timeStyle: 'short' }) !== undefined;
}

/**
 * The language's words for the part of the day that an hour is in, also where its clock has 24 hours but a user may set twelve.
 * Some have more than two: one for the small hours, one for noon.
 */
function marksAt(hour: number, language: string): readonly string[] {
  // Mail pages speak Welsh; Chromium's own tables don't. "am 14:52" is "at 14:52" there.
  if (/^cy\b/i.test(language)) return [hour < 12 ? 'yb' : 'yh'];
  const formats: readonly Intl.DateTimeFormatOptions[] = [{ timeStyle: 'short' }, { hour: 'numeric', hour12: true }];
  // AM and PM stand behind the time, but for languages that set them before it.
  return (
    formats
      .flatMap((options) => markAt(hour, language, options) ?? [])
      // With points and blanks in it, or without: π.μ. and πμ.
      .flatMap((mark) => [mark, mark.replace(/[.\s]/g, '')])
      .filter((mark) => hasHalves(language) || !/^[ap]m$/.test(mark))
  );
}

function markAt(hour: number, language: string, options: Intl.DateTimeFormatOptions): string | undefined {
  return formatter(language, options)
    .formatToParts(new Date(2026, 0, 1, hour))
    .find(({ type }) => type === 'dayPeriod')
    ?.value.toLowerCase();
}
