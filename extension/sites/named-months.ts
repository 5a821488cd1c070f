/* The names of months and weekdays in the languages that pages speak. */
import { formatter } from './locale.ts';

/** Mail pages speak Welsh; Chromium's own tables don't. */
export const WELSH_DAYS = ['sul', 'llun', 'mawrth maw', 'mercher mer', 'iau', 'gwener gwe', 'sadwrn sad'];
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

/** A month, and the word that names it as it stands in the text. */
export interface NamedMonth {
  readonly month: number;
  readonly name: string;
}

/** The months whose name stands in the text. "mar" may be Tuesday or March: then there are two. */
export function monthsNamed(text: string, language: string): readonly NamedMonth[] {
  const words = wordsIn(text);
  const named = new Map<number, string>();
  const add = (month: number, name: string): void => {
    if ((named.get(month) ?? '').length < name.length) named.set(month, name);
  };
  if (language.startsWith('cy')) {
    WELSH_MONTHS.forEach((names, month) => {
      for (const name of names.split(' ')) if (words.has(name)) add(month + 1, name);
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
          if (words.has(name) || (/\p{L}\p{M}*[ .]\p{L}/u.test(name) && text.includes(name))) add(month, name);
        }
      }
    }
  }
  return [...named].map(([month, name]) => ({ month, name }));
}

/** The words of a text, without figures. */
export function wordsIn(text: string): ReadonlySet<string> {
  return new Set(text.match(/\p{L}[\p{L}\p{M}]*/gu) ?? []);
}
