import { addMonths, type IsoDate } from '../dates.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { dueIndex, type DueIndex } from './due-index.ts';
import { shownReference } from './find-terms.ts';
import type { Database, StoredRow } from './stores.ts';
import type { TextSearch } from './text-search.ts';

/** What lists and searches need in memory: loaded when first asked for, and kept as the store is. */
export interface LiveIndex {
  due(): Promise<DueIndex>;
  /** Open cases, and those closed within a year. */
  texts(today: IsoDate): Promise<TextSearch>;
  /** Takes over what an entry changed; `rows` are the rows that it wrote, where they are at hand. */
  refresh(caseIds: readonly string[], rows?: ReadonlyMap<string, StoredRow | null>): Promise<void>;
  /** Forgets everything: the store was emptied, or filled from a backup. */
  reset(): void;
}

const ROWS = 2_000;
/** Texts of one slice: a slice takes a few milliseconds, and the page is drawn between two of them. */
const TEXTS = 150;
const MONTHS = 12;

export function liveIndex(db: Database): LiveIndex {
  const take = (index: DueIndex, caseId: string, row: StoredRow | null | undefined): void => {
    if (row) index.put(rowIn(row));
    else index.remove(caseId);
  };
  const due = loadable(
    () => loadDue(db),
    async (index, caseIds) => {
      const { store } = db.transaction('rows');
      const rows = await Promise.all(caseIds.map((caseId) => store.get(caseId)));
      caseIds.forEach((caseId, place) => take(index, caseId, rows[place]));
    },
  );
  const texts = loadable(
    (today: IsoDate) => loadTexts(db, today),
    async (search, caseIds) => {
      const { store } = db.transaction('texts');
      const found = await Promise.all(caseIds.map((caseId) => store.get(caseId)));
      caseIds.forEach((caseId, place) => {
        const text = found[place];
        if (text) search.put(text);
        else search.remove(caseId);
      });
    },
  );
  return {
    due: () => due.get(undefined),
    texts: (today) => texts.get(today),
    refresh: async (caseIds, rows) => {
      // Texts may still be loading for seconds: who searches waits for them, not who enters something.
      texts.change(caseIds);
      const index = rows && due.settled();
      if (index) {
        for (const [caseId, row] of rows) take(index, caseId, row);
        return;
      }
      due.change(caseIds);
      if (due.isWanted()) await due.get(undefined);
    },
    reset: () => {
      due.reset();
      texts.reset();
    },
  };
}

interface Loadable<Loaded, Given> {
  /** Loaded, and as the store is. */
  get(given: Given): Promise<Loaded>;
  change(caseIds: readonly string[]): void;
  /** What is loaded, where nothing is left to be taken over; null otherwise. */
  settled(): Loaded | null;
  isWanted(): boolean;
  reset(): void;
}

/** Something loaded when it is first asked for. What changes before or while it is read is taken over before it is given. */
function loadable<Loaded, Given>(
  load: (given: Given) => Promise<Loaded>,
  apply: (loaded: Loaded, caseIds: readonly string[]) => Promise<void>,
): Loadable<Loaded, Given> {
  let loading: Promise<Loaded> | null = null;
  let changed = new Set<string>();
  let applying: Promise<void> = Promise.resolve();
  let ready: Loaded | null = null;
  return {
    get: async (given) => {
      if (!loading) {
        loading = load(given);
        // One that failed is loaded anew by whoever asks next.
        loading.catch(() => (loading = null));
      }
      const mine = loading;
      const loaded = await mine;
      if (changed.size > 0) {
        const missed = [...changed];
        changed = new Set();
        ready = null;
        applying = applying.catch(() => undefined).then(() => apply(loaded, missed));
      }
      const applied = applying;
      await applied;
      // Somebody may have come meanwhile with something more.
      if (applied === applying && changed.size === 0 && loading === mine) ready = loaded;
      return loaded;
    },
    change: (caseIds) => {
      if (loading) for (const caseId of caseIds) changed.add(caseId);
      ready = null;
    },
    settled: () => ready,
    isWanted: () => loading !== null,
    reset: () => {
      loading = null;
      ready = null;
      changed = new Set();
    },
  };
}

async function loadDue(db: Database): Promise<DueIndex> {
  const index = dueIndex();
  const all: DueRow[] = [];
  for (let from = ''; ;) {
    const page = await db.getAllFromIndex('rows', 'listed', IDBKeyRange.lowerBound(from, true), ROWS);
    all.push(...page.map(rowIn));
    const last = page.at(-1);
    if (!last) break;
    from = last.caseId;
  }
  index.putAll(all);
  return index;
}

async function loadTexts(db: Database, today: IsoDate): Promise<TextSearch> {
  // The library for it comes when somebody searches, not with the panel.
  const search = (await import('./text-search.ts')).textSearch();
  for (let from: [string, string] = [addMonths(today, -MONTHS), '']; ;) {
    const page = await db.getAllFromIndex('texts', 'recent', IDBKeyRange.lowerBound(from, true), TEXTS);
    search.putAll(page);
    const last = page.at(-1);
    if (!last) break;
    from = [last.recent, last.caseId];
    await new Promise((resume) => setTimeout(resume));
  }
  return search;
}

/** The row without what only the store's own indexes need, as it is shown. */
export function rowIn(stored: StoredRow): DueRow {
  const { place = 1 } = stored;
  const row = derivedIn(stored);
  return place > 1 ? { ...row, reference: shownReference(row.reference, place) } : row;
}

/** The row as its events give it. */
export function derivedIn(stored: StoredRow): DueRow {
  const {
    messageKeys: _keys,
    senders: _senders,
    terms: _terms,
    months: _months,
    place: _place,
    uncomputedFlag: _flag,
    listed: _listed,
    judged: _judged,
    judgedOn: _judgedOn,
    ...row
  } = stored;
  return row;
}
