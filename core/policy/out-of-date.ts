import type { IsoDate } from '../dates.ts';
import { monthInWords } from './in-words.ts';
import type { Policy } from './policy.ts';

/** What a policy's own dates say against using it on a day, as sentences; empty for nothing. Nothing stops because of it. */
export function outOfDate({ about }: Pick<Policy, 'about'>, day: IsoDate): readonly string[] {
  const { appliesFrom, review, expiry, organisationClosed, law } = about;
  // A review in 2026 is due until the year is over.
  const isOver = (text: string | undefined): text is string => text !== undefined && day.slice(0, text.length) > text;
  return [
    ...(appliesFrom !== undefined && day < appliesFrom
      ? [
          law
            ? `It is in force from ${monthInWords(appliesFrom)} on: on that day it bound nobody.`
            : `It is for complaints from ${monthInWords(appliesFrom)} on: another edition was in force on that day.`,
        ]
      : []),
    ...(isOver(expiry) ? [`It expired in ${monthInWords(expiry)}; no later one is known.`] : []),
    ...(isOver(review) ? [`Its review was due ${monthInWords(review)}.`] : []),
    ...(isOver(organisationClosed) ? [`The organisation closed ${monthInWords(organisationClosed)}.`] : []),
  ];
}
