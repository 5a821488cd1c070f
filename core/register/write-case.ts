import type { CaseFile } from '../case/case-file.ts';
import { parseEvent, type CaseEvent } from '../case/event.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { monthOf } from '../deadlines/row-clocks.ts';
import { derive } from './derive.ts';
import { isListed } from './due-index.ts';
import { toBeErased } from './erase.ts';
import { referenceTerm } from './find-terms.ts';
import type { StoredRow, StoredText, Writing } from './stores.ts';

export type RowOf = (file: CaseFile) => DueRow;

/**
 * Makes the rows, texts and counts of cases anew from their events, in the transaction that entered these: a row never
 * differs from its events. What an erasure among the events names is erased first.
 */
export async function writeCases(tx: Writing, caseIds: Iterable<string>, rowOf: RowOf): Promise<void> {
  const changes = new Map<string, number>();
  const count = (key: string, change: number): void => void changes.set(key, (changes.get(key) ?? 0) + change);
  const references = await Promise.all([...caseIds].map((caseId) => writeCase(tx, caseId, { rowOf, count })));
  for (const reference of new Set(references)) if (reference !== null) await placeTwins(tx, reference);
  // All at once, at the end: two cases may fall on one day.
  await tally(tx, changes);
}

interface Writer {
  readonly rowOf: RowOf;
  readonly count: (key: string, change: number) => void;
}

/** Gives the case's reference; null where nothing is left of it. */
async function writeCase(tx: Writing, caseId: string, { rowOf, count }: Writer): Promise<string | null> {
  const rows = tx.objectStore('rows');
  const [own, before] = await Promise.all([ownEvents(tx, caseId), rows.get(caseId)]);
  const derived = derive(own, rowOf);
  const texts = tx.objectStore('texts');
  const writes: (() => Promise<unknown>)[] = [];
  if (derived) {
    const { row, messageKeys, senders, terms, text } = derived;
    const stored: StoredRow = {
      ...row,
      messageKeys,
      senders: senders.map((address) => `${row.closed ? '0' : '1'} ${address}`),
      terms,
      months: monthsOf(row),
      ...(row.uncomputed === null ? {} : { uncomputedFlag: 1 as const }),
      ...(isListed(row) ? { listed: caseId } : {}),
    };
    const kept: StoredText = { ...text, recent: row.closedOn ?? 'open' };
    writes.push(
      async () => rows.put(stored),
      async () => texts.put(kept),
    );
  } else {
    writes.push(
      async () => rows.delete(caseId),
      async () => texts.delete(caseId),
    );
  }
  for (const key of before ? talliesOf(before) : []) count(key, -1);
  for (const key of derived ? talliesOf(derived.row) : []) count(key, 1);
  await Promise.all(writes.map((write) => write()));
  return derived?.row.reference ?? null;
}

/** Says which of several cases with one reference is which; nearly always there is one. */
async function placeTwins(tx: Writing, reference: string): Promise<void> {
  const rows = tx.objectStore('rows');
  const caseIds = await rows.index('terms').getAllKeys(referenceTerm(reference));
  if (caseIds.length < 2) return;
  const twins = await Promise.all(caseIds.sort().map((caseId) => rows.get(caseId)));
  await Promise.all(twins.map(async (row, index) => row && rows.put({ ...row, place: index + 1 })));
}

async function ownEvents(tx: Writing, caseId: string): Promise<readonly CaseEvent[]> {
  const events = tx.objectStore('events');
  const own = await events.index('caseId').getAll(caseId);
  const erased = toBeErased(own);
  if (erased.length === 0) return own;
  await Promise.all(erased.map(async (event) => events.put(event)));
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
        await (count === 0 ? tallies.delete(key) : tallies.put(count, key));
      }),
  );
}

function talliesOf({ duties, tasks }: DueRow): readonly string[] {
  return [
    ...duties.map(({ day }) => `due ${day}`),
    ...tasks.map(({ kind, by }) => `task ${kind} ${by ?? '9999-12-31'}`),
  ];
}

function monthsOf({ receivedAt, clocks, stages }: DueRow): readonly string[] {
  return [...new Set([monthOf(receivedAt), ...clocks.map(({ month }) => month), ...stages.map(({ month }) => month)])];
}
