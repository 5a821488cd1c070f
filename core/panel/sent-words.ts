import { letterDate } from '../date-words.ts';
import type { IsoDate } from '../dates.ts';

/** The answer date that a letter still promises as it went: the inserted one, if its words are still there; else none is known. */
export function promisedIn(sent: string, promisedBy: IsoDate | null): IsoDate | null {
  return promisedBy !== null && plain(sent).includes(plain(letterDate(promisedBy))) ? promisedBy : null;
}

/** Whether what went is what was inserted, but for how it was set out and a signature below it. */
export function isAsInserted(sent: string, inserted: string): boolean {
  return plain(sent).startsWith(plain(inserted));
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b]+/g, ' ')
    .trim();
}
