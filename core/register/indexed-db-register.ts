import { deleteDB } from 'idb';
import type { EventSource } from '../case/chain.ts';
import { caseFile } from '../case/case-file.ts';
import { inOrder } from '../case/order.ts';
import { parseEvent, type CaseEvent } from '../case/event.ts';
import { identityKeys } from '../case/match.ts';
import { addDays, localDate, type Instant } from '../dates.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { matchIn } from './derive.ts';
import { entering } from './enter.ts';
import { erasureDraft } from './erase.ts';
import { filesOf } from './originals.ts';
import { figuresOf } from './figures.ts';
import { isExact, termsMeant, termsOfPerson, termsTied } from './find-terms.ts';
import { guardedUnless, type Guard } from './guarded.ts';
import { liveIndex, rowIn } from './live-index.ts';
import { lessonsFrom } from './lessons.ts';
import { countsFrom, dueFrom, taskCountsFrom, tasksFrom } from './read-rows.ts';
import { rebuild, rowVersion } from './rebuild.ts';
import type { BackupState, Register, RegisterChange } from './register.ts';
import { seenMessages } from './seen-store.ts';
import { openStores, type StoredRow } from './stores.ts';
import { checked, unawaited, type RowOf } from './write-case.ts';

/** A postcode or a name that more cases have in common ties none of them. */
const MOST_TIED = 50;

export interface IndexedDbOptions {
  readonly source: EventSource;
  readonly rowOf: RowOf;
  readonly name?: string;
  /** Names the policies and calendars that `rowOf` computes with; rows are made anew where it changes. */
  readonly rules?: string;
  /** Told where an older program in another window holds the store: it is waited for. Without it that is refused. */
  readonly onBlocked?: () => void;
  /** Told while rows are made anew, with the number of cases that are done. */
  readonly onProgress?: (done: number) => void;
}

/**
 * The register in this browser. The end of the chain is read, the events entered and the rows derived in one transaction,
 * so that two panels never enter the same number and a row never differs from its events. Rejects with RegisterError:
 * `newer` where a newer program has already changed the store, `full` where the disk is.
 */
export async function indexedDbRegister(options: IndexedDbOptions): Promise<Register> {
  const { source, rowOf, name = 'duly', rules = '', onProgress } = options;
  const db = await openStores(name, options.onBlocked);
  const version = rowVersion(rules);
  const live = liveIndex(db);
  const channel = new BroadcastChannel(`${name}-register`);
  const listeners = new Set<(change: RegisterChange) => void>();
  const today = () => localDate(source.now());

  const changed = async (
    caseIds: readonly string[] | 'all',
    by: RegisterChange['by'],
    rows?: ReadonlyMap<string, StoredRow | null>,
  ): Promise<void> => {
    if (caseIds === 'all') live.reset();
    else await live.refresh(caseIds, rows);
    for (const listener of listeners) listener({ caseIds: caseIds === 'all' ? [] : caseIds, by });
  };
  const tell = async (
    caseIds: readonly string[] | 'all',
    rows?: ReadonlyMap<string, StoredRow | null>,
  ): Promise<void> => {
    channel.postMessage(caseIds);
    await changed(caseIds, 'here', rows);
  };
  channel.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
    const caseIds = Array.isArray(data) ? data.filter((id) => typeof id === 'string') : 'all';
    // A store that can't be read says so to whoever asks it next.
    void changed(caseIds, 'elsewhere').catch(() => undefined);
  });
  let isDeleted = false;
  const guarded = guardedUnless(() => isDeleted);
  // Another panel, with a newer program, wants to change the store, or somebody deletes it: let them, and know which.
  db.addEventListener('versionchange', ({ newVersion }) => {
    isDeleted = newVersion === null;
    db.close();
  });
  await guarded(() => rebuild(db, { rowOf, version, onProgress }));

  const enter = entering({ db, guarded, source, rowOf, tell });
  const rowsOf = async (caseIds: readonly string[]): Promise<readonly DueRow[]> => {
    const { store } = db.transaction('rows');
    const found = await Promise.all(caseIds.map((caseId) => store.get(caseId)));
    return found.flatMap((row) => (row ? [rowIn(row)] : []));
  };
  const byTerms = async (terms: readonly string[], limit?: number): Promise<readonly DueRow[]> => {
    const index = db.transaction('rows').store.index('terms');
    const found = (await Promise.all(terms.map((term) => index.getAll(term, limit)))).flat();
    return [...new Map(found.map((row) => [row.caseId, rowIn(row)])).values()].sort(latestFirst);
  };
  const search = async (words: string): Promise<readonly string[]> => {
    const exact = (await byTerms(termsMeant(words), 200)).map(({ caseId }) => caseId);
    if (isExact(words)) return exact;
    return [...new Set([...exact, ...(await live.texts(today())).find(words)])];
  };

  const seen = seenMessages(
    {
      get: (id) => guarded(async () => (await db.get('seen', id)) ?? null),
      all: () => guarded(() => db.getAll('seen')),
      change: (id, next) =>
        guarded(async () => {
          const tx = db.transaction('seen', 'readwrite');
          const after = next((await tx.store.get(id)) ?? null);
          await (after ? tx.store.put(after) : tx.store.delete(id));
          await tx.done;
          await tell([]);
        }),
      forget: (id, remainder) =>
        guarded(async () => {
          const tx = db.transaction(['seen', 'remainders'], 'readwrite');
          const message = await tx.objectStore('seen').get(id);
          const left = message ? remainder(message) : null;
          await Promise.all([
            tx.objectStore('seen').delete(id),
            left ? tx.objectStore('remainders').add(left) : null,
            tx.done,
          ]);
          await tell([]);
        }),
    },
    () => source.now(),
  );

  return {
    append: async (drafts, originals = []) => {
      const files = filesOf(drafts, originals);
      const isErasing = drafts.some(({ type }) => type === 'erased');
      if (files.length === 0 && !isErasing) return enter(() => Promise.resolve(drafts));
      return enter((tx) => {
        for (const { of, ...file } of files) unawaited(tx.objectStore('originals').put(file, of));
        return Promise.resolve(drafts);
      });
    },
    original: (of) => guarded(async () => (await db.get('originals', of))?.bytes ?? null),
    eventsOf: (caseId) => guarded(async () => inOrder(checked(await db.getAllFromIndex('events', 'caseId', caseId)))),
    findMessage: (identity) =>
      guarded(async () => {
        for (const key of identityKeys(identity)) {
          for (const { caseId } of await db.getAllFromIndex('rows', 'messageKeys', key)) {
            const reason = matchIn(caseFile(await db.getAllFromIndex('events', 'caseId', caseId)), identity);
            if (reason) return { caseId, reason };
          }
        }
        return null;
      }),
    openCasesOf: (address) =>
      guarded(async () => {
        const rows = await db.getAllFromIndex('rows', 'senders', `1 ${address.toLowerCase()}`);
        return rows.map(rowIn).sort(latestFirst);
      }),
    due: (page) => guarded(() => dueFrom(db, page)),
    counts: (day) => guarded(() => countsFrom(db, day, addDays(day, 7))),
    row: (caseId) => guarded(async () => (await rowsOf([caseId]))[0] ?? null),
    rows: (caseIds) => guarded(() => rowsOf(caseIds)),
    uncomputed: () => guarded(async () => (await db.getAllFromIndex('rows', 'uncomputedFlag', 1)).map(rowIn)),
    list: (query) =>
      guarded(async () => {
        const [index, found] = await Promise.all([live.due(), query.words === undefined ? null : search(query.words)]);
        return index.list(query, found && new Set(found));
      }),
    waiting: ({ filter = {}, today: day }) => guarded(async () => (await live.due()).waiting(filter, day)),
    facets: (day) => guarded(async () => (await live.due()).facets(day)),
    search: (words, limit) => guarded(async () => rowsOf((await search(words)).slice(0, limit))),
    tasks: (query) => guarded(() => tasksFrom(db, query)),
    taskCounts: (day) => guarded(() => taskCountsFrom(db, day)),
    history: (person) => guarded(() => byTerms(termsOfPerson(person))),
    tied: (traces) => guarded(() => byTerms(termsTied(traces), MOST_TIED)),
    figures: (query) =>
      guarded(async () => {
        const range = IDBKeyRange.bound(query.from, query.to);
        const rows = await db.getAllFromIndex('rows', 'months', range);
        return figuresOf(new Map(rows.map((row) => [row.caseId, row])).values(), query);
      }),
    warm: () =>
      guarded(async () => {
        await live.due();
        await live.texts(today());
      }),

    seen,
    lessons: (from) => guarded(async () => lessonsFrom(db, from, await seen.all())),
    views: () => guarded(() => db.getAll('views')),
    saveView: (view) =>
      guarded(async () => {
        await db.put('views', view);
        await tell([]);
      }),
    removeView: (view) =>
      guarded(async () => {
        await db.delete('views', view);
        await tell([]);
      }),

    allEvents: () => allEvents(db, guarded),
    backup: () =>
      guarded(async (): Promise<BackupState> => {
        const { store } = db.transaction('meta');
        const [made, count] = await Promise.all([store.get('backup'), store.get('events')]);
        const { at, events } = (made ?? { at: null, events: 0 }) as {
          readonly at: Instant | null;
          readonly events: number;
        };
        const all = Number(count ?? 0);
        return { at, events: all, newEvents: Math.max(0, all - events) };
      }),
    backedUp: (events) =>
      guarded(async () => {
        await db.put('meta', { at: source.now(), events }, 'backup');
        await tell([]);
      }),
    preview: (file) => guarded(async () => (await backups()).previewIn(db, file)),
    restore: (file, options = {}) =>
      guarded(async () => {
        const result = await (await backups()).bringIn(db, file, { rowOf, version, options });
        await tell('all');
        return result;
      }),
    erase: async ({ caseIds, basis, actor }) => {
      await enter(async (tx) => {
        const index = tx.objectStore('events').index('caseId');
        const events = await Promise.all(caseIds.map((caseId) => index.getAll(caseId)));
        return caseIds.map((caseId, place) =>
          erasureDraft(caseId, events[place] ?? [], { basis, actor, now: source.now() }),
        );
      });
    },
    closedBefore: (day) =>
      guarded(async () => {
        const rows = await db.getAllFromIndex('rows', 'closedOn', IDBKeyRange.upperBound(day, true));
        return rows
          .filter(({ isErased }) => !isErased)
          .map(rowIn)
          .sort(latestFirst);
      }),
    verify: () => guarded(async () => (await import('./verify-store.ts')).verifyStore(db, rowOf)),
    wipe: () =>
      guarded(async () => {
        const stores = [...db.objectStoreNames];
        const tx = db.transaction(stores, 'readwrite', { durability: 'strict' });
        await Promise.all(stores.map((store) => tx.objectStore(store).clear()));
        await tx.objectStore('meta').put({ version, doneTo: null }, 'rows');
        await tx.done;
        await tell('all');
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Reading backups is much and seldom: it comes when somebody brings one in. */
const backups = () => import('./bring-in.ts');

/** Removes a register from this browser for good. */
export async function deleteRegister(name: string): Promise<void> {
  await deleteDB(name);
}

/** In pages, by device and number: a cursor would not outlive the reader's own waiting. */
async function* allEvents(db: Awaited<ReturnType<typeof openStores>>, guarded: Guard): AsyncGenerator<CaseEvent> {
  let from: [string, number] = ['', 0];
  for (;;) {
    const page = await guarded(() => db.getAllFromIndex('events', 'order', IDBKeyRange.lowerBound(from, true), 1_000));
    for (const event of page) yield parseEvent(event);
    const last = page.at(-1);
    if (!last) return;
    from = [last.deviceId, last.sequence];
  }
}

function latestFirst(left: DueRow, right: DueRow): number {
  return Date.parse(right.receivedAt) - Date.parse(left.receivedAt);
}
