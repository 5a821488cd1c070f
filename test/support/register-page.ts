import { newChain, newId, type EventSource } from '../../core/case/chain.ts';
import type { EventDraft } from '../../core/case/event.ts';
import { toInstant, toIsoDate } from '../../core/dates.ts';
import { backupLines } from '../../core/register/backup-file.ts';
import { rowMaker } from '../../core/panel/row-maker.ts';
import { indexedDbRegister } from '../../core/register/indexed-db-register.ts';
import { outOfDate, rowVersion } from '../../core/register/rebuild.ts';
import type { Register } from '../../core/register/register.ts';
import { openStores } from '../../core/register/stores.ts';
import * as policies from '../../policies/index.ts';
import { draft } from './case.ts';
import { addressOf, draftsOf, postcodeOf, sealedCases, TODAY } from './many-cases.ts';

/* A page with nothing but a register, for benches and for what a test can't do to a panel. */

const source: EventSource = {
  now: () => toInstant(new Date().toISOString()),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
};

const rowOf = await rowMaker({
  ids: policies.policyIds,
  laws: policies.LAWS,
  load: policies.loadPolicy,
  calendarOf: policies.calendarOf,
});

const opened = new Map<string, Promise<Register>>();

/** The register of a name; the same one every time, as a panel has it. */
function open(name = 'duly', rules = ''): Promise<Register> {
  const known = opened.get(name);
  if (known) return known;
  const opening = indexedDbRegister({ source, rowOf, name, rules });
  opened.set(name, opening);
  return opening;
}

/** Fills a store with cases as quickly as it goes, past the register; the rows are made by the register's own rebuild. */
async function fill(cases: number, eventsEach: number): Promise<{ events: number; entered: number; derived: number }> {
  const began = performance.now();
  const db = await openStores('duly');
  const now = toInstant(`${TODAY}T09:00:00+00:00`);
  const seeded: EventSource = { now: () => now, random: quickRandom() };
  const many = { cases, eventsEach, source: seeded };
  let tip = newChain(newId(seeded));
  let events = 0;
  for (const batch of sealedCases(many, tip)) {
    const tx = db.transaction(['events', 'meta'], 'readwrite', { durability: 'relaxed' });
    const store = tx.objectStore('events');
    await Promise.all(batch.events.map((event) => store.add(event)));
    events += batch.events.length;
    tip = batch.tip;
    await tx.objectStore('meta').put(tip, 'tip');
    await tx.objectStore('meta').put(events, 'events');
    await tx.done;
  }
  await db.put('meta', outOfDate(rowVersion('')), 'rows');
  db.close();
  const filled = performance.now();
  await open();
  return { events, entered: filled - began, derived: performance.now() - filled };
}

/** Ids for invented cases: a million from the browser's own source take minutes. */
function quickRandom(): EventSource['random'] {
  let state = crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    const mixed = Math.imul(state ^ (state >>> 15), state | 1);
    return (mixed ^ (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ (mixed >>> 14)) >>> 0;
  };
  return (bytes) => Uint8Array.from({ length: bytes }, next);
}

/** Milliseconds that something takes. */
async function timed(act: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await act();
  return performance.now() - began;
}

/** A short case by its number: what a killed browser is asked about afterwards. */
function shortCase(index: number): readonly EventDraft[] {
  return draftsOf(index, { cases: 1_000_000, eventsEach: 4, source });
}

/** The same with four messages of a megabyte each: what fills a store. */
function largeCase(index: number): readonly EventDraft[] {
  const note = draft('note-added', source.now(), {}, { text: crypto.randomUUID().repeat(7_000) });
  const drafts = shortCase(index);
  return drafts.map((event, place) => (place === 3 ? { ...note, caseId: event.caseId } : event));
}

/** A backup of so many short cases, the same one every time. */
function backupOf(cases: number): { open(): AsyncIterable<string> } {
  let counter = 0;
  const seeded: EventSource = {
    now: () => toInstant(`${TODAY}T09:00:00+00:00`),
    random: (bytes) => {
      counter++;
      return Uint8Array.from({ length: bytes }, (_, place) => (counter >> ((place % 4) * 8)) & 255);
    },
  };
  const all = [...sealedCases({ cases, eventsEach: 4, source: seeded })].flatMap(({ events }) => events);
  const given = async function* () {
    for (const event of all) yield await Promise.resolve(event);
  };
  return { open: () => backupLines(given()) };
}

const page = {
  open,
  largeCase,
  backupOf,
  fill,
  timed,
  shortCase,
  draft,
  toIsoDate,
  source,
  addressOf,
  postcodeOf,
  today: TODAY,
};

declare global {
  interface Window {
    register: typeof page;
  }
}
window.register = page;
