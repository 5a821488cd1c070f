import { addDays, dateOfParts, type IsoDate } from '../dates.ts';
import { MONTH, monthNumber } from '../month-words.ts';

/*
 * The day by which a writer wants an answer, as the Ombudsman, MPs and solicitors write it: "by 9 April 2026", "no later than
 * Thursday 9th April", "within 10 working days". It is offered to a person; whatever leaves a doubt is null.
 */

/** By that day, or so many working days after receipt. */
export type WantedBy = { readonly day: IsoDate } | { readonly workingDays: number };

const CUE = /\b(?:by|(?:no|not) later than|on or before|until|deadline(?: is| of)?|due(?: on| by)?)\s/gi;
const WITHIN = /\b(?:within|in the next) (\d{1,2}|five|ten|fifteen|twenty) working days\b/gi;
const WORDS: Readonly<Record<string, number>> = { five: 5, ten: 10, fifteen: 15, twenty: 20 };
/** So far after its cue a day may stand: "by close of business on Thursday the 9th of April 2026". */
const REACH = 60;

const DAY_FIRST = new RegExp(`^[\\w :,]*?\\b(\\d{1,2})(?:st|nd|rd|th)?(?: of)? ${MONTH}\\b,?(?: (\\d{4})\\b)?`, 'i');
const MONTH_FIRST = new RegExp(`^[\\w :,]*?\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b,?(?: (\\d{4})\\b)?`, 'i');
const NUMBERS = /^[\w :,]*?\b(\d{1,2})[/.](\d{1,2})[/.](\d{4})\b/;

/** The one day that the new text wants something by; null for none, for several, and for one before `received`. */
export function wantedBy(newText: string, received: IsoDate): WantedBy | null {
  const text = newText.replace(/\s+/g, ' ');
  const found = new Map<string, WantedBy>();
  for (const { index, 0: cue } of text.matchAll(CUE)) {
    const day = dayIn(text.slice(index + cue.length, index + cue.length + REACH), received);
    if (day !== null && day >= received) found.set(day, { day });
  }
  for (const [, number = ''] of text.matchAll(WITHIN)) {
    const workingDays = WORDS[number.toLowerCase()] ?? Number(number);
    if (workingDays > 0) found.set(String(workingDays), { workingDays });
  }
  const [only] = found.values();
  return found.size === 1 ? (only ?? null) : null;
}

function dayIn(text: string, received: IsoDate): IsoDate | null {
  const [, day = '', month = '', year] = DAY_FIRST.exec(text) ?? [];
  if (day !== '') return inYear(year, monthNumber(month), day, received);
  const [, itsMonth = '', itsDay = '', itsYear] = MONTH_FIRST.exec(text) ?? [];
  if (itsDay !== '') return inYear(itsYear, monthNumber(itsMonth), itsDay, received);
  const [, one = '', two = '', ofYear = ''] = NUMBERS.exec(text) ?? [];
  const dayFirst = dateOfParts(ofYear, two, one);
  const monthFirst = dateOfParts(ofYear, one, two);
  // 09/04/2026 may be either.
  return dayFirst !== null && monthFirst !== null && dayFirst !== monthFirst ? null : (dayFirst ?? monthFirst);
}

/** Without a year it is the next such day. */
function inYear(year: string | undefined, month: number, day: string, received: IsoDate): IsoDate | null {
  if (year !== undefined) return dateOfParts(year, month, day);
  const thisYear = Number(received.slice(0, 4));
  const own = dateOfParts(thisYear, month, day);
  const next = own !== null && own < received ? dateOfParts(thisYear + 1, month, day) : own;
  // A day of half a year ahead that names no year is rather one that is over.
  return next !== null && next <= addDays(received, 183) ? next : null;
}
