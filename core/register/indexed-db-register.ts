import { deleteDB, openDB, type DBSchema, type IDBPDatabase, type IDBPTransaction } from 'idb';
import { newChain, newId, seal, type ChainTip, type EventSource } from '../case/chain.ts';
import { caseFile, type CaseFile } from '../case/case-file.ts';
import { inOrder } from '../case/correct.ts';
import { parseEvent, type CaseEvent } from '../case/event.ts';
import { identityKeys } from '../case/match.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { cuts, derive, entryOf, matchIn, RegisterError, type DueEntry, type Register } from './register.ts';

/** What stands beside the events of one case: its row, and what its messages and its sender are found by. */
interface StoredRow extends DueRow {
  readonly messageKeys: readonly string[];
  /** `1 address` while the case is open, `0 address` once it is closed. */
  readonly senders: readonly string[];
  readonly rowVersion: number;
  readonly uncomputedFlag?: 1;
}

interface Schema extends DBSchema {
  events: { key: string; value: CaseEvent; indexes: { caseId: string; order: [string, number] } };
  rows: {
    key: string;
    value: StoredRow;
    indexes: { keys: string; messageKeys: string; senders: string; uncomputedFlag: number };
  };
  meta: { key: string; value: unknown };
}

type Stores = ('events' | 'rows' | 'meta')[];

/** Changes when a row gets another shape; older rows are then made anew from their events. */
const ROW_VERSION = 1;
const DATABASE_VERSION = 1;

/**
 * The register in this browser. The end of the chain is read, the events entered and the rows derived in one transaction,
 * so that two panels never enter the same number and a row never differs from its events. Rejects with RegisterError:
 * `newer` where a newer program has already changed the store, `full` where the disk is.
 */
export async function indexedDbRegister({
  source,
  rowOf,
  name = 'duly',
}: {
  source: EventSource;
  rowOf: (file: CaseFile) => DueRow;
  name?: string;
}): Promise<Register> {
  const db = await opened(name);
  const channel = new BroadcastChannel(`${name}-register`);
  const listeners = new Set<() => void>();
  const tell = (): void => {
    for (const listener of listeners) listener();
  };
  channel.addEventListener('message', tell);
  // Another panel, with a newer program, wants to change the store: let it.
  db.addEventListener('versionchange', () => db.close());

  const store = async (tx: IDBPTransaction<Schema, Stores, 'readwrite'>, caseId: string): Promise<void> => {
    const own = await tx.objectStore('events').index('caseId').getAll(caseId);
    const derived = derive(own, rowOf);
    if (!derived) return tx.objectStore('rows').delete(caseId);
    const { row, messageKeys, file } = derived;
    const addresses = new Set(
      file.messages.flatMap(({ from }) => (from && from.address !== '' ? [from.address.toLowerCase()] : [])),
    );
    await tx.objectStore('rows').put({
      ...row,
      messageKeys,
      senders: [...addresses].map((address) => `${row.closed ? '0' : '1'} ${address}`),
      rowVersion: ROW_VERSION,
      ...(row.uncomputed === null ? {} : { uncomputedFlag: 1 as const }),
    });
  };

  await guarded(async () => {
    if ((await db.get('meta', 'rowVersion')) === ROW_VERSION) return;
    const tx = db.transaction(['events', 'rows', 'meta'], 'readwrite');
    for (const caseId of new Set(await allCaseIds(tx))) await store(tx, caseId);
    await tx.objectStore('meta').put(ROW_VERSION, 'rowVersion');
    await tx.done;
  });

  return {
    append: (drafts) =>
      guarded(async () => {
        const tx = db.transaction(['events', 'rows', 'meta'], 'readwrite', { durability: 'strict' });
        try {
          const tip = ((await tx.objectStore('meta').get('tip')) as ChainTip | undefined) ?? newChain(newId(source));
          const sealed = seal(drafts, tip, source);
          for (const event of sealed.events) await tx.objectStore('events').add(event);
          for (const caseId of new Set(drafts.map((draft) => draft.caseId))) await store(tx, caseId);
          await tx.objectStore('meta').put(sealed.tip, 'tip');
          await tx.done;
          channel.postMessage('changed');
          tell();
          return sealed.events;
        } catch (error) {
          abort(tx);
          throw error;
        }
      }),
    eventsOf: (caseId) =>
      guarded(async () => inOrder((await db.getAllFromIndex('events', 'caseId', caseId)).map(parseEvent))),
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
        return rows.sort((left, right) => Date.parse(right.receivedAt) - Date.parse(left.receivedAt));
      }),
    due: ({ limit, after }) =>
      guarded(async () => {
        const entries: DueEntry[] = [];
        const range = after ? IDBKeyRange.lowerBound(after.key) : null;
        let cursor = await db.transaction('rows').store.index('keys').openCursor(range);
        // Of several cases at one moment those up to the last one shown are skipped.
        if (after && cursor?.key === after.key && cursor.primaryKey < after.row.caseId)
          cursor = await cursor.continuePrimaryKey(after.key, after.row.caseId);
        for (; cursor && entries.length < limit; cursor = await cursor.continue()) {
          if (after && cursor.key === after.key && cursor.primaryKey === after.row.caseId) continue;
          const entry = entryOf(cursor.value, cursor.key);
          if (entry) entries.push(entry);
        }
        return entries;
      }),
    counts: (today) =>
      guarded(async () => {
        const tx = db.transaction('rows');
        const keys = tx.store.index('keys');
        const cut = cuts(today);
        const [all, overdue, untilTomorrow, untilLater, uncomputed] = await Promise.all([
          keys.count(),
          keys.count(IDBKeyRange.upperBound(cut.today, true)),
          keys.count(IDBKeyRange.upperBound(cut.tomorrow, true)),
          keys.count(IDBKeyRange.upperBound(cut.later, true)),
          tx.store.index('uncomputedFlag').count(),
        ]);
        return {
          overdue,
          today: untilTomorrow - overdue,
          week: untilLater - untilTomorrow,
          later: all - untilLater,
          uncomputed,
        };
      }),
    row: (caseId) => guarded(async () => (await db.get('rows', caseId)) ?? null),
    uncomputed: () => guarded(() => db.getAllFromIndex('rows', 'uncomputedFlag', 1)),
    async *allEvents() {
      // In pages, by device and number: a cursor would not outlive the reader's own waiting.
      let from: [string, number] = ['', 0];
      for (;;) {
        const page = await guarded(() =>
          db.getAllFromIndex('events', 'order', IDBKeyRange.lowerBound(from, true), 1_000),
        );
        for (const event of page) yield parseEvent(event);
        const last = page.at(-1);
        if (!last) return;
        from = [last.deviceId, last.sequence];
      }
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

/** Removes a register from this browser for good. */
export async function deleteRegister(name: string): Promise<void> {
  await deleteDB(name);
}

async function allCaseIds(tx: IDBPTransaction<Schema, Stores, 'readwrite'>): Promise<readonly string[]> {
  const ids: string[] = [];
  let cursor = await tx.objectStore('events').index('caseId').openKeyCursor(null, 'nextunique');
  for (; cursor; cursor = await cursor.continue()) ids.push(cursor.key);
  return ids;
}

async function opened(name: string): Promise<IDBPDatabase<Schema>> {
  return guarded(() =>
    openDB<Schema>(name, DATABASE_VERSION, {
      upgrade(db) {
        const events = db.createObjectStore('events', { keyPath: 'id' });
        events.createIndex('caseId', 'caseId');
        events.createIndex('order', ['deviceId', 'sequence'], { unique: true });
        const rows = db.createObjectStore('rows', { keyPath: 'caseId' });
        rows.createIndex('keys', 'keys', { multiEntry: true });
        rows.createIndex('messageKeys', 'messageKeys', { multiEntry: true });
        rows.createIndex('senders', 'senders', { multiEntry: true });
        rows.createIndex('uncomputedFlag', 'uncomputedFlag');
        db.createObjectStore('meta');
      },
    }),
  );
}

function abort(tx: IDBPTransaction<Schema, Stores, 'readwrite'>): void {
  // A transaction that failed by itself is over already, and says so by throwing.
  try {
    tx.done.catch(() => undefined);
    tx.abort();
  } catch {
    return;
  }
}

/** Runs one act on the store, with its failures in our own words. */
async function guarded<Result>(act: () => Promise<Result>): Promise<Result> {
  try {
    return await act();
  } catch (error) {
    if (!(error instanceof DOMException)) throw error;
    switch (error.name) {
      case 'QuotaExceededError':
        throw new RegisterError('full', 'The disk is full. Nothing was logged.');
      case 'VersionError':
        throw new RegisterError('newer', 'Saved by a newer Duly. Update to open it; nothing was changed.');
      case 'InvalidStateError':
        throw new RegisterError(
          'blocked',
          'The register was closed by a newer Duly in another window. Reload this one.',
        );
      default:
        throw new RegisterError('failed', `The register failed: ${error.message}`);
    }
  }
}
