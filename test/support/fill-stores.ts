import { unwrap } from 'idb';

import { newChain, newId, type ChainTip, type EventSource } from '../../core/case/chain.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { toInstant } from '../../core/dates.ts';
import { derive } from '../../core/register/derive.ts';
import { rowVersion } from '../../core/register/rebuild.ts';
import { openStores, WRITTEN, type Database } from '../../core/register/stores.ts';
import { recordsOf, talliesOf, type RowOf } from '../../core/register/write-case.ts';
import { sealedCases, TODAY } from './many-cases.ts';

interface Filling {
  readonly eventsEach: number;
  readonly rowOf: RowOf;
  readonly name?: string;
  readonly rules?: string;
}

/**
 * Fills a store with cases as quickly as it goes, past the register: what it would derive is made in the same pass, and
 * nothing is read back. Goes on where a filling that was cut off ended. Whether it is what the register would have written,
 * `verify` says.
 */
export async function fillStores(
  cases: number,
  { eventsEach, rowOf, name = 'duly', rules = '' }: Filling,
): Promise<{ readonly events: number; readonly took: number }> {
  const began = performance.now();
  const db = await openStores(name);
  const tallies = await talliesSoFar(db);
  let events = await db.count('events');
  const source = quickSource(events);
  let tip = (await lastTip(db)) ?? newChain(newId(source));
  const done = events / eventsEach;
  // Written without waiting for each: a million answers that nobody reads are a minute.
  const raw = unwrap(db);
  for (const batch of sealedCases({ cases, eventsEach, source }, { tip, done })) {
    const tx = raw.transaction(WRITTEN, 'readwrite', { durability: 'relaxed' });
    const [into, rows, texts] = [tx.objectStore('events'), tx.objectStore('rows'), tx.objectStore('texts')];
    for (const event of batch.events) into.add(event);
    for (const own of byCase(batch.events)) {
      const derived = derive(own, rowOf);
      if (!derived) continue;
      const { row, text } = recordsOf(derived);
      rows.add(row);
      texts.add(text);
      for (const key of talliesOf(derived.row)) tallies.set(key, (tallies.get(key) ?? 0) + 1);
    }
    tip = batch.tip;
    events += batch.events.length;
    await ended(tx);
  }
  const tx = raw.transaction(WRITTEN, 'readwrite');
  for (const [key, count] of tallies) tx.objectStore('tallies').put(count, key);
  const meta = tx.objectStore('meta');
  meta.put(tip, 'tip');
  meta.put(events, 'events');
  meta.put({ version: rowVersion(rules), doneTo: null }, 'rows');
  await ended(tx);
  db.close();
  return { events, took: performance.now() - began };
}

async function lastTip(db: Database): Promise<ChainTip | null> {
  const last = await db.transaction('events').store.index('order').openCursor(null, 'prev');
  return last && { deviceId: last.value.deviceId, sequence: last.value.sequence, hash: last.value.hash };
}

async function talliesSoFar(db: Database): Promise<Map<string, number>> {
  const tallies = new Map<string, number>();
  for (let from = ''; ;) {
    const rows = await db.getAll('rows', IDBKeyRange.lowerBound(from, true), 2_000);
    for (const row of rows) for (const key of talliesOf(row)) tallies.set(key, (tallies.get(key) ?? 0) + 1);
    const last = rows.at(-1);
    if (!last) return tallies;
    from = last.caseId;
  }
}

function byCase(events: readonly CaseEvent[]): Iterable<readonly CaseEvent[]> {
  const cases = new Map<string, CaseEvent[]>();
  for (const event of events) {
    const own = cases.get(event.caseId);
    if (own) own.push(event);
    else cases.set(event.caseId, [event]);
  }
  return cases.values();
}

function ended(tx: IDBTransaction): Promise<void> {
  return new Promise((resolve, reject) => {
    tx.oncomplete = () => resolve();
    tx.onabort = () => reject(tx.error ?? new Error('the store took nothing'));
  });
}

/**
 * Ids and salts for invented cases: a million from the browser's own source take minutes. Time goes on by a millisecond from
 * one to the next: ids in no order, which no real ones are, keep the store busy with sorting.
 */
function quickSource(events: number): EventSource {
  // An event takes two of them, and a case one more.
  let time = Date.parse(`${TODAY}T09:00:00Z`) + 3 * events;
  let state = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ (mixed >>> 14)) >>> 0;
  };
  return {
    now: () => toInstant(new Date(time).toISOString()),
    random: (bytes) => {
      time++;
      return Uint8Array.from({ length: bytes }, next);
    },
  };
}
