import type { EventSource } from '../../core/case/chain.ts';
import type { EventDraft } from '../../core/case/event.ts';
import { toInstant, toIsoDate } from '../../core/dates.ts';
import { backupLines } from '../../core/register/backup-file.ts';
import { rowMaker } from '../../core/panel/row-maker.ts';
import { indexedDbRegister } from '../../core/register/indexed-db-register.ts';
import type { Register } from '../../core/register/register.ts';
import * as policies from '../../policies/index.ts';
import { draft } from './case.ts';
import { fillStores } from './fill-stores.ts';
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
  fill: (cases: number, eventsEach: number) => fillStores(cases, { eventsEach, rowOf }),
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
