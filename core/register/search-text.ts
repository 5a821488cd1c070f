import type { CaseFile } from '../case/case-file.ts';
import { homesIn, postcodesIn } from '../case/traces.ts';

/** What of a case is searched for words. */
export interface SearchText {
  readonly caseId: string;
  readonly reference: string;
  readonly names: string;
  /** Addresses of mail and of homes, and postcodes. */
  readonly addresses: string;
  /** The subject, the points and what is wanted, cut. */
  readonly words: string;
}

/** Characters of a case's words that are searched: what it is about stands at the beginning. */
const MOST_WORDS = 400;

/** What of a case is searched. */
export function searchText(file: CaseFile): SearchText {
  const { complainant, representative, messages, points, wants } = file;
  const people = [complainant, representative, ...messages.map(({ from }) => from)].flatMap((person) => person ?? []);
  const texts = messages.map(({ text, subject }) => `${subject}\n${text}`);
  const places = [...homesIn(texts), ...postcodesIn(texts)];
  return {
    caseId: file.id,
    reference: file.reference.replaceAll('-', ''),
    names: [...new Set(people.map(({ name }) => name))].join(' '),
    addresses: [...new Set([...people.map(({ address }) => address), ...places])].join(' '),
    words: [messages[0]?.subject ?? '', ...points.map(({ text }) => text), wants ?? ''].join(' ').slice(0, MOST_WORDS),
  };
}
