import MiniSearch from 'minisearch';
import type { SearchText } from './search-text.ts';

/** Finds cases by words and beginnings of words; forgiving of one slip in a longer word. */
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
    processTerm: (term) => (STOP_WORDS.has(term.toLowerCase()) ? null : term.toLowerCase()),
    searchOptions: {
      boost: { reference: 4, names: 3, addresses: 2 },
      combineWith: 'AND',
      prefix: (term) => term.length > 1,
      fuzzy: (term) => (term.length > 5 ? 1 : false),
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
    find: (words) => index.search(words.slice(0, 200).replaceAll('-', ' ')).map(({ id }) => String(id)),
    get size() {
      return index.documentCount;
    },
  };
}

const STOP_WORDS = new Set(
  'a an and are as at be been but by for from had has have he her his i in is it its me my no not of on or our she so that the their them there they this to was we were will with you your'.split(
    ' ',
  ),
);
