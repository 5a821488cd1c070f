import type { IsoDate } from '../dates.ts';
import { monthNumber } from '../month-words.ts';

/*
 * How long ago a matter was, by what the text says: only of matters that are over. A fault that comes back or goes on is
 * as young as its last time (GEN-11), so any word of the present makes the age unknown.
 */

const MONTH =
  '(january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept|sep|oct|nov|dec)';
const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
  eleven: 11,
  twelve: 12,
  eighteen: 18,
  twenty: 20,
};

const AGO =
  /\b(\d{1,3}|an?|one|two|three|few|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen|twenty|couple of)( and a half)? (days?|weeks?|wks?|months?|mths?|years?|yrs?) (?:ago|back)\b/g;
const DATED = new RegExp(
  `\\b(?:(\\d{1,2})(?:st|nd|rd|th)? (?:of )?)?${MONTH}\\.?(?: (?:of )?|,? )((?:19|20)\\d\\d)\\b`,
  'g',
);
const DAY_MONTH = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?${MONTH}\\b(?! (?:19|20)\\d\\d)`, 'g');
const YEAR =
  /\b(?:in|of|since|during|around|about|back in|summer|winter|spring|autumn|christmas)(?: of)? ((?:19|20)\d\d)\b/g;
const NUMERIC = /\b(\d{1,2})[/.-](\d{1,2})[/.-]((?:20)?\d\d)\b/g;
const LAST = /(?<!before )\blast (year|summer|winter|spring|autumn|christmas)\b/g;

const LAST_MONTH_OF_THAT_NAME = new RegExp(`\\blast ${MONTH}\\b|\\b${MONTH} (?:of )?last year\\b`, 'g');
const BEFORE_LAST = /\b(?:year|summer|winter|spring|autumn|christmas) before last\b/g;

/** The matter isn't over, or has come back. */
const GOES_ON =
  /\b(?:still (?:no\b|not|nothing|haven't|havent|hasn't|hasnt|isn't|isnt|is|broken|leak\w*|there|open|outstanding|waiting (?:for|on)|happening|the same)|is still|are still|again|keeps?|keep on|continu\w+|ongoing|on-going|every (?:day|night|week|time|month|winter)|to this day|to date|nowadays|at the moment|currently|these days|tonight|this (?:week|month)|last (?:night|week|month)|right now|c[ao]me back|comes back|getting worse|haven't (?:been|had|heard)|hasn't been|has not been|have not been|no (?:reply|response|answer) (?:yet|since|so far))\b/;

/** What was written on a day is no event of the matter. */
const WRITTEN =
  /\b(?:dated|letter|email|e-mail|account|invoice|statement|reply|response|answer|wrote|copy|read|received)\b[^.]{0,25}$/;

/** What people say who come late; without it an old date is more often the beginning of something that goes on. */
const LATE =
  /\b(?:at the time|(?:didn't|did not|didnt|never|not|couldn't|not been able to) (?:like to |want to |feel able to )?(?:complain|say|said|write|written|wrote|mention|raise|ask|face|bother|report)\w*|meaning to (?:write|say|ask|raise)|too late|a bit late|late one|out of time|out of date|long time ago|years? ago|months ago|a while (?:ago|back)|old matter|only (?:just|now|recently)|(?:has|have) (?:rankled|stayed with|never (?:been )?forgotten)|never (?:got|had|received) (?:an )?apolog\w*|said sorry|when (?:i|we) (?:moved|lived|left)|back in|before last|of last year|last year|(?:as )?long ago|more than (?:a|one|two|\d) years?|over (?:a|two|three|\d) years?)\b/;

/** Ages from which it matters whether the matter is over. */
const OLD = 7;

interface Day {
  readonly year: number;
  readonly month: number;
}

/**
 * Whole months since the latest event that the plain text names, on the day it was received; null where it names none,
 * where the matter goes on, or where the day isn't known.
 */
export function ageMonthsOf(text: string, received: IsoDate | null): number | null {
  if (GOES_ON.test(text)) return null;
  const ages = [...agesAgo(text)];
  if (received !== null) {
    const [year = 0, month = 1] = received.split('-').map(Number);
    ages.push(...datedAges(text, { year, month }));
  }
  if (ages.length === 0) return null;
  const age = Math.max(0, Math.min(...ages));
  return age >= OLD && !LATE.test(text) ? null : age;
}

function* agesAgo(text: string): Generator<number> {
  for (const [, count = '', half, unit = ''] of text.matchAll(AGO)) {
    const number = (COUNTS[count.replace(/ of$/, '')] ?? Number(count)) + (half ? 0.5 : 0);
    if (unit.startsWith('y')) yield Math.floor(number * 12);
    else if (unit.startsWith('m')) yield Math.floor(number);
    else yield Math.floor((unit.startsWith('w') ? number * 7 : number) / 30.4);
  }
}

function* datedAges(text: string, now: Day): Generator<number> {
  const since = ({ year, month }: Day): number => (now.year - year) * 12 + now.month - month;
  const plausible = (months: number): boolean => months >= 0 && months < 600;
  for (const { 2: name = '', 3: year = '', index } of text.matchAll(DATED)) {
    if (isOfPaper(text, index)) continue;
    const age = since({ year: Number(year), month: monthNumber(name) });
    if (plausible(age)) yield age;
  }
  for (const { 2: name = '', index } of text.matchAll(DAY_MONTH)) {
    if (isOfPaper(text, index)) continue;
    // Without a year, the last such day before the message.
    const month = monthNumber(name);
    yield since({ year: month > now.month ? now.year - 1 : now.year, month });
  }
  for (const [, year = ''] of text.matchAll(YEAR)) {
    const age = since({ year: Number(year), month: Number(year) === now.year ? now.month : 12 });
    if (plausible(age)) yield age;
  }
  for (const [, , month = '', year = ''] of text.matchAll(NUMERIC)) {
    const age = since({ year: year.length === 2 ? 2000 + Number(year) : Number(year), month: Number(month) });
    if (Number(month) <= 12 && plausible(age)) yield age;
  }
  for (const [, last, ofLastYear] of text.matchAll(LAST_MONTH_OF_THAT_NAME)) {
    const month = monthNumber(last ?? ofLastYear ?? '');
    yield ofLastYear === undefined ? (now.month - month + 12) % 12 || 12 : 12 + now.month - month;
  }
  for (const _ of text.matchAll(BEFORE_LAST)) yield 12 + now.month;
  for (const [, what = ''] of text.matchAll(LAST)) {
    const season =
      {
        year: now.month,
        christmas: now.month,
        winter: now.month + 10,
        spring: now.month + 7,
        summer: now.month + 4,
        autumn: now.month + 1,
      }[what] ?? now.month;
    yield what === 'year' || what === 'christmas' ? now.month : Math.max(1, season % 12);
  }
}

function isOfPaper(text: string, at: number): boolean {
  return WRITTEN.test(text.slice(Math.max(0, at - 50), at));
}
