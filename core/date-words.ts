import { formatDate, localDate, localTime, type Instant, type IsoDate } from './dates.ts';

/** A date as the panel writes it: Fri 27 Mar, and with its year when that is not this year's. */
export function panelDate(date: IsoDate, today: IsoDate): string {
  return formatDate(date, date.slice(0, 4) === today.slice(0, 4) ? 'EEE d MMM' : 'EEE d MMM yyyy');
}

/** For a document in place of today: it is read in any year, so that every date in it has its own. */
export const ANY_YEAR = '0000-01-01' as IsoDate;

/** A moment as the panel writes it: Tue 24 Mar, 18:42. */
export function panelMoment(instant: Instant, today: IsoDate): string {
  return `${panelDate(localDate(instant), today)}, ${localTime(instant)}`;
}

/** A date as a letter writes it: Friday 10 April 2026. */
export function letterDate(date: IsoDate): string {
  return formatDate(date, 'EEEE d MMMM yyyy');
}

/** A number as it is written: 12,000. */
export function figure(number: number): string {
  return number.toLocaleString('en-GB');
}

/** One thing, several things: `count(2, 'working day')` is "2 working days"; `many` where an s doesn't make it several. */
export function count(number: number, noun: string, many = `${noun}s`): string {
  return `${figure(number)} ${number === 1 ? noun : many}`;
}

/** As within a sentence: "stage one", also of "Stage One". */
export function lowerFirst(words: string): string {
  const [numbered] = /^Stage (?:One|Two|Three)\b/.exec(words) ?? [words.charAt(0)];
  return numbered.toLowerCase() + words.slice(numbered.length);
}

/** As a sentence begins: with a capital. */
export function upperFirst(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names in a sentence: "a, b and c"; with `or`, "a, b or c". */
export function listInWords(items: readonly string[], last: 'and' | 'or' = 'and'): string {
  if (items.length < 2) return items.join('');
  return `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1) ?? ''}`;
}

/** Whose it is: "East Kent’s", "Small Homes’". */
export function possessive(name: string): string {
  return /s$/i.test(name) ? `${name}’` : `${name}’s`;
}
