import MiniSearch from 'minisearch';
import { plainLetters } from '../folded.ts';
import type { SearchText } from './search-text.ts';

/**
 * Finds cases by words and beginnings of words, with or without their accents; forgiving of one slip in a longer word where
 * nothing is found without that.
 */
export interface TextSearch {
  put(text: SearchText): void;
  putAll(texts: readonly SearchText[]): void;
  remove(caseId: string): void;
  /** Ids, best first. */
  find(words: string): readonly string[];
  readonly size: number;
}

/** An empty search. */
export function textSearch(): TextSearch {
  const index = new MiniSearch<SearchText>({
    idField: 'caseId',
    fields: ['reference', 'names', 'addresses', 'words'],
    processTerm: (term) => {
      // Nearly every word; there are millions of them.
      const plain = ASCII.test(term) ? term.toLowerCase() : plainLetters(term);
      return STOP_WORDS.has(plain) ? null : plain;
    },
    searchOptions: {
      boost: { reference: 4, names: 3, addresses: 2 },
      combineWith: 'AND',
      prefix: (term) => term.length > 1,
    },
  });
  const put = (text: SearchText): void => {
    if (index.has(text.caseId)) index.discard(text.caseId);
    index.add(text);
  };
  return {
    put,
    putAll: (texts) => {
      for (const text of texts) put(text);
    },
    remove: (caseId) => {
      if (index.has(caseId)) index.discard(caseId);
    },
    find: (words) => {
      const sought = words.slice(0, 200).replaceAll('-', ' ');
      const exact = index.search(sought);
      const found = exact.length > 0 ? exact : index.search(sought, { fuzzy: (term) => (term.length > 5 ? 1 : false) });
      return found.map(({ id }) => String(id));
    },
    get size() {
      return index.documentCount;
    },
  };
}

const ASCII = /^[!-~]*$/;

const STOP_WORDS = new Set(
  'a an and are as at be been but by for from had has have he her his i in is it its me my no not of on or our she so that the their them there they this to was we were will with you your'.split(
    ' ',
  ),
);
