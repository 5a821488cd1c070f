import { chainCheck } from '../case/chain-check.ts';
import { EventError, parseEvent } from '../case/event.ts';
import { derive } from './derive.ts';
import { derivedIn } from './live-index.ts';
import { originalCheck } from './originals.ts';
import type { Verified } from './register.ts';
import type { Database } from './stores.ts';
import type { RowOf } from './write-case.ts';

const EVENTS = 1_000;
const ROWS = 200;

/** Reads every event and every row: whether the chains hold, and whether each row is what its events give. */
export async function verifyStore(db: Database, rowOf: RowOf): Promise<Verified> {
  const check = chainCheck();
  const originals = originalCheck();
  const unreadable = new Map<string, string>();
  let events = 0;
  for (let from: [string, number] = ['', 0]; ;) {
    const page = await db.getAllFromIndex('events', 'order', IDBKeyRange.lowerBound(from, true), EVENTS);
    for (const event of page) {
      events++;
      try {
        const parsed = parseEvent(event);
        check.take(parsed);
        originals.take(parsed);
      } catch (error) {
        if (!(error instanceof EventError)) throw error;
        if (!unreadable.has(event.deviceId)) unreadable.set(event.deviceId, error.message);
      }
    }
    const last = page.at(-1);
    if (!last) break;
    from = [last.deviceId, last.sequence];
  }
  const devices = check.findings().map(({ deviceId, events: count, fault }) => ({
    deviceId,
    events: count,
    fault: unreadable.get(deviceId) ?? fault,
  }));
  // One at a time: each may be megabytes.
  for (const of of await db.getAllKeys('originals')) {
    const file = await db.get('originals', of);
    if (file) originals.takeFile({ of, ...file });
  }
  return { events, ...(await verifyRows(db, rowOf)), devices, originalFaults: originals.faults(), bare: check.bare() };
}

async function verifyRows(db: Database, rowOf: RowOf): Promise<Pick<Verified, 'cases' | 'rowFaults'>> {
  const rowFaults: string[] = [];
  let cases = 0;
  for (let from = ''; ;) {
    const page = await db.getAll('rows', IDBKeyRange.lowerBound(from, true), ROWS);
    const index = db.transaction('events').store.index('caseId');
    const own = await Promise.all(page.map(({ caseId }) => index.getAll(caseId)));
    page.forEach((stored, place) => {
      cases++;
      if (!isSame(derivedIn(stored), derivedRow(own[place] ?? [], rowOf))) rowFaults.push(stored.caseId);
    });
    const last = page.at(-1);
    if (!last) return { cases, rowFaults };
    from = last.caseId;
  }
}

function derivedRow(events: Parameters<typeof derive>[0], rowOf: RowOf): unknown {
  try {
    return derive(events, rowOf)?.row ?? null;
  } catch (error) {
    if (error instanceof EventError) return null;
    throw error;
  }
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
