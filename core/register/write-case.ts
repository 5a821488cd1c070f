import type { CaseFile } from '../case/case-file.ts';
import { parseEvent, type CaseEvent } from '../case/event.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { monthOf } from '../deadlines/row-clocks.ts';
import { derive, type Derived } from './derive.ts';
import { isListed } from './due-index.ts';
import { isMessage } from '../case/tombstone.ts';
import { toBeErased } from './erase.ts';
import { referenceTerm } from './find-terms.ts';
import type { StoredRow, StoredText, Writing } from './stores.ts';

export type RowOf = (file: CaseFile) => DueRow;

/** A case whose events were read already; with what stood beside them before, where that was read too. */
export interface Gathered {
  readonly caseId: string;
  readonly own: readonly CaseEvent[];
  readonly before?: Before;
}

type Before = readonly [row: StoredRow | undefined, text: StoredText | undefined];

/** Reads everything that is there of cases, all at once. */
export function gather(tx: Writing, caseIds: Iterable<string>): Promise<readonly Gathered[]> {
  const events = tx.objectStore('events').index('caseId');
  return Promise.all(
    [...caseIds].map(async (caseId) => {
      const [own, before] = await Promise.all([events.getAll(caseId), beforeOf(tx, caseId)]);
      return { caseId, own, before };
    }),
  );
}

/**
 * Makes the rows, texts and counts of cases anew from their events, in the transaction that entered these: a row never
 * differs from its events. What an erasure among the events names is erased first. Gives the rows; null for a case of which
 * nothing is left. Once it resolves everything is asked for and nothing more is read: how the writes end, the transaction
 * says.
 */
export async function writeGathered(
  tx: Writing,
  cases: readonly Gathered[],
  rowOf: RowOf,
): Promise<ReadonlyMap<string, StoredRow | null>> {
  const made = await Promise.all(cases.map((one) => makeCase(tx, one, rowOf)));
  const changes = new Map<string, number>();
  const count = (key: string, change: number): void => void changes.set(key, (changes.get(key) ?? 0) + change);
  for (const one of made) {
    putCase(tx, one);
    for (const key of one.before ? talliesOf(one.before) : []) count(key, -1);
    for (const key of one.derived ? talliesOf(one.derived.row) : []) count(key, 1);
  }
  const fresh = new Set(made.flatMap(({ records, before }) => (records && !before ? [records.row.reference] : [])));
  // All at once, at the end: two cases may fall on one day.
  await Promise.all([tally(tx, changes), ...[...fresh].map((reference) => placeTwins(tx, reference))]);
  return new Map(made.map(({ caseId, records }) => [caseId, records?.row ?? null]));
}

/**
 * Leaves a write to its transaction, which fails as a whole where the write does: nobody waits for the answer to each one, a
 * way through two processes.
 */
export function unawaited(write: Promise<unknown>): void {
  write.catch(() => undefined);
}

/** The same for cases whose events were entered in this transaction already. */
export async function writeCases(tx: Writing, caseIds: Iterable<string>, rowOf: RowOf): Promise<void> {
  await writeGathered(tx, await gather(tx, caseIds), rowOf);
}

function beforeOf(tx: Writing, caseId: string): Promise<Before> {
  return Promise.all([tx.objectStore('rows').get(caseId), tx.objectStore('texts').get(caseId)]);
}

/** A case made anew, and what stood there before. */
interface Made {
  readonly caseId: string;
  readonly before: StoredRow | undefined;
  readonly textBefore: StoredText | undefined;
  readonly derived: Derived | null;
  readonly records: ReturnType<typeof recordsOf> | null;
}

async function makeCase(tx: Writing, { caseId, own, before: known }: Gathered, rowOf: RowOf): Promise<Made> {
  const [before, textBefore] = known ?? (await beforeOf(tx, caseId));
  const derived = derive(withoutErased(tx, own), rowOf);
  return { caseId, before, textBefore, derived, records: derived && recordsOf(derived, before?.place) };
}

function putCase(tx: Writing, { caseId, before, textBefore, records }: Made): void {
  const rows = tx.objectStore('rows');
  const texts = tx.objectStore('texts');
  if (!records) {
    unawaited(rows.delete(caseId));
    unawaited(texts.delete(caseId));
    return;
  }
  // Most entries change nothing that is listed or searched; a row has many indexes, and writing it is what takes time.
  if (!isSame(records.row, before)) unawaited(rows.put(records.row));
  if (!isSame(records.text, textBefore)) unawaited(texts.put(records.text));
}

/** What the stores hold of a case; `place` is its place among the cases with its reference. */
export function recordsOf(
  { row, messageKeys, senders, terms, text, judged }: Derived,
  place?: number,
): { readonly row: StoredRow; readonly text: StoredText } {
  return {
    row: {
      ...row,
      messageKeys,
      senders: senders.map((address) => `${row.closed ? '0' : '1'} ${address}`),
      terms,
      months: monthsOf(row),
      ...(row.uncomputed === null ? {} : { uncomputedFlag: 1 as const }),
      ...(judged === null ? {} : { judged, judgedOn: judged.day }),
      ...(isListed(row) ? { listed: row.caseId } : {}),
      ...(place === undefined ? {} : { place }),
    },
    text: { ...text, recent: row.closedOn ?? 'open' },
  };
}

/** Whether two plain values hold the same, whatever the order of their fields. */
function isSame(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  const [mine, theirs] = [Object.entries(left), new Map(Object.entries(right))];
  return mine.length === theirs.size && mine.every(([key, value]) => theirs.has(key) && isSame(value, theirs.get(key)));
}

/** Says which of several cases with one reference is which; nearly always there is one. */
async function placeTwins(tx: Writing, reference: string): Promise<void> {
  const rows = tx.objectStore('rows');
  const caseIds = await rows.index('terms').getAllKeys(referenceTerm(reference));
  if (caseIds.length < 2) return;
  const twins = await Promise.all(caseIds.sort().map((caseId) => rows.get(caseId)));
  twins.forEach((row, index) => {
    if (row) unawaited(rows.put({ ...row, place: index + 1 }));
  });
}

function withoutErased(tx: Writing, own: readonly CaseEvent[]): readonly CaseEvent[] {
  const events = tx.objectStore('events');
  const erased = toBeErased(own);
  if (erased.length === 0) return own;
  for (const event of erased) {
    unawaited(events.put(event));
    // Throws where the transaction doesn't hold the files: then nothing is erased, rather than a part of it.
    if (isMessage(event)) unawaited(tx.objectStore('originals').delete(event.id));
  }
  const byId = new Map(erased.map((event) => [event.id, event]));
  return own.map((event) => byId.get(event.id) ?? event);
}

/** The events of a case, each checked: what was damaged in the store is named, not passed over. */
export function checked(events: readonly unknown[]): readonly CaseEvent[] {
  return events.map(parseEvent);
}

/** Brings the counts up to date. */
async function tally(tx: Writing, changes: ReadonlyMap<string, number>): Promise<void> {
  const tallies = tx.objectStore('tallies');
  await Promise.all(
    [...changes]
      .filter(([, change]) => change !== 0)
      .map(async ([key, change]) => {
        const count = ((await tallies.get(key)) ?? 0) + change;
        unawaited(count === 0 ? tallies.delete(key) : tallies.put(count, key));
      }),
  );
}

/** The days and tasks that a row counts in. */
export function talliesOf({ duties, tasks }: DueRow): readonly string[] {
  return [
    ...duties.map(({ day }) => `due ${day}`),
    ...tasks.map(({ kind, by }) => `task ${kind} ${by ?? '9999-12-31'}`),
  ];
}

function monthsOf({ receivedAt, clocks, stages }: DueRow): readonly string[] {
  return [...new Set([monthOf(receivedAt), ...clocks.map(({ month }) => month), ...stages.map(({ month }) => month)])];
}
