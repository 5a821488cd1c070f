import type { IsoDate } from '../dates.ts';
import type { TaskKind } from '../deadlines/row-tasks.ts';
import { entryOf } from './due-index.ts';
import type { DueEntry } from './due-query.ts';
import type { DueCounts, DuePage, TaskEntry, TaskQuery } from './register.ts';
import { rowIn } from './live-index.ts';
import type { Database, StoredRow } from './stores.ts';
import { countTasks, taskEntryOf, taskRange } from './task-list.ts';

/** The first entries of the due list, straight from the store's own index. */
export async function dueFrom(db: Database, { limit, after }: DuePage): Promise<readonly DueEntry[]> {
  const from = after?.key ?? '';
  const rows = await db.getAllFromIndex('rows', 'keys', IDBKeyRange.lowerBound(from, true), limit);
  return inKeyOrder(rows, ({ keys }) => keys, from).flatMap(([row, key]) => entryOf(row, key) ?? []);
}

/** The tasks of a query, likewise. */
export async function tasksFrom(db: Database, query: TaskQuery): Promise<readonly TaskEntry[]> {
  const { after, before } = taskRange(query);
  const range = IDBKeyRange.bound(after, before, true, true);
  const rows = await db.getAllFromIndex('rows', 'taskKeys', range, query.limit);
  return inKeyOrder(rows, ({ taskKeys }) => taskKeys, after).flatMap(([row, key]) => taskEntryOf(row, key) ?? []);
}

/**
 * An index with several keys a row gives the row once for each of them, in the order of the keys, but doesn't say which:
 * the first time it is the row's lowest, then the next.
 */
function inKeyOrder(
  rows: readonly StoredRow[],
  keysOf: (row: StoredRow) => readonly string[],
  after: string,
): readonly (readonly [ReturnType<typeof rowIn>, string])[] {
  const left = new Map<string, { readonly row: ReturnType<typeof rowIn>; readonly keys: string[] }>();
  return rows.flatMap((stored) => {
    let own = left.get(stored.caseId);
    if (!own) {
      own = {
        row: rowIn(stored),
        keys: keysOf(stored)
          .filter((key) => key > after)
          .sort(),
      };
      left.set(stored.caseId, own);
    }
    const key = own.keys.shift();
    return key === undefined ? [] : [[own.row, key] as const];
  });
}

/** How many duties there are, from the counts that are kept day by day. */
export async function countsFrom(db: Database, today: IsoDate, weekEnd: IsoDate): Promise<DueCounts> {
  const tx = db.transaction(['tallies', 'rows']);
  const [days, uncomputed] = await Promise.all([
    talliesFrom(tx.objectStore('tallies'), 'due'),
    tx.objectStore('rows').index('uncomputedFlag').count(),
  ]);
  const counts = { overdue: 0, today: 0, week: 0, later: 0, uncomputed };
  for (const [day, count] of days) {
    if (day < today) counts.overdue += count;
    else if (day === today) counts.today += count;
    else if (day <= weekEnd) counts.week += count;
    else counts.later += count;
  }
  return counts;
}

/** How many tasks there are of each kind. */
export async function taskCountsFrom(db: Database, today: IsoDate): Promise<Readonly<Record<TaskKind, number>>> {
  const { store } = db.transaction('tallies');
  // Of the windows most are over: their days aren't read.
  const [others, windows] = await Promise.all([
    talliesFrom(store, 'task', { before: 'window' }),
    talliesFrom(store, 'task', { from: `window ${today}` }),
  ]);
  return countTasks([...others, ...windows], today);
}

interface Tallies {
  getAll(range: IDBKeyRange): Promise<number[]>;
  getAllKeys(range: IDBKeyRange): Promise<string[]>;
}

async function talliesFrom(
  store: Tallies,
  what: 'due' | 'task',
  { from = '', before = '~' }: { readonly from?: string; readonly before?: string } = {},
): Promise<readonly (readonly [string, number])[]> {
  const range = IDBKeyRange.bound(`${what} ${from}`, `${what} ${before}`);
  const [keys, counts] = await Promise.all([store.getAllKeys(range), store.getAll(range)]);
  return keys.map((key, index) => [key.slice(what.length + 1), counts[index] ?? 0] as const);
}
