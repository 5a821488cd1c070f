import { originalDraft } from '../../core/case/original.ts';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { EventSource } from '../../core/case/chain.ts';
import { caseFile } from '../../core/case/case-file.ts';
import { addHours, toInstant, toIsoDate, type Instant } from '../../core/dates.ts';
import { glance } from '../../core/register/glance.ts';
import { indexedDbRegister } from '../../core/register/indexed-db-register.ts';
import type { Register } from '../../core/register/register.ts';
import { draft } from '../support/case.ts';
import { judgedOpening } from './contract-lists.ts';
import { openingOf, rowOf } from './contract.ts';

/* What may go wrong with a store, one thing after the other; `npm run faults` kills whole browsers. */

let now: Instant = toInstant('2026-03-25T09:26:00+00:00');
const source: EventSource = {
  now: () => now,
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
};

let counter = 0;
const made: string[] = [];
function name(): string {
  const next = `duly-faults-${String(Date.now())}-${String(counter++)}`;
  made.push(next);
  return next;
}
afterEach(() => {
  vi.restoreAllMocks();
  for (const one of made.splice(0)) void deleteDB(one);
  now = toInstant('2026-03-25T09:26:00+00:00');
});

const TODAY = toIsoDate('2026-03-25');
const open = (kept: string) => indexedDbRegister({ source, rowOf, name: kept });

async function isWhole(register: Register): Promise<void> {
  const { devices, rowFaults, originalFaults } = await register.verify();
  expect([...devices.flatMap(({ fault }) => fault ?? []), ...rowFaults, ...originalFaults]).toEqual([]);
  const { counts } = await register.list({ today: TODAY, limit: 1 });
  expect({ ...counts, uncomputed: 0 }).toEqual({ ...(await register.counts(TODAY)), uncomputed: 0 });
}

describe('a full disk', () => {
  test.each(['add', 'put'] as const)(
    'refused at any %s: nothing is entered, and it is said plainly',
    async (method) => {
      const register = await open(name());
      await register.append(openingOf('a'));
      for (let at = 0; at < 4; at++) {
        let left = at;
        // eslint-disable-next-line @typescript-eslint/unbound-method
        const original = IDBObjectStore.prototype[method];
        const spy = vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
          this: IDBObjectStore,
          ...args
        ) {
          if (left-- === 0) throw new DOMException('no room', 'QuotaExceededError');
          return original.apply(this, args);
        });
        const entering = register.append([...openingOf(`b${String(at)}`), ...openingOf(`c${String(at)}`)]);
        await expect(entering).rejects.toMatchObject({
          code: 'full',
          message: 'The disk is full. Nothing was logged.',
        });
        spy.mockRestore();
        expect(await register.eventsOf(`b${String(at)}`)).toEqual([]);
      }
      expect((await register.append(openingOf('d')))[0]?.sequence).toBe(3);
      await isWhole(register);
    },
  );
});

describe('a clock that is set back a day', () => {
  test('changes no order: what was entered later comes later, and chains hold', async () => {
    const register = await open(name());
    await register.append(openingOf('a'));
    now = addHours(now, -24);
    const stage = { stage: 'stage-1', channel: 'phone' } as const;
    await register.append([
      { ...draft('contact-made', '2026-03-25T09:00:00+00:00', stage, { note: '' }), caseId: 'a' },
    ]);
    const events = await register.eventsOf('a');
    expect(events.map(({ type }) => type)).toEqual(['received', 'logged', 'contact-made']);
    expect(caseFile(events).stages[0]?.contactMade).not.toBeNull();
    await isWhole(register);
  });
});

describe('two panels', () => {
  test('that enter at once lose nothing, and see each other’s within a second', async () => {
    const kept = name();
    const [left, right] = await Promise.all([open(kept), open(kept)]);
    await Promise.all([left, right].map((one) => one.list({ today: TODAY, limit: 1 })));
    await Promise.all(
      Array.from({ length: 40 }, (_, index) => (index % 2 ? left : right).append(openingOf(`case-${String(index)}`))),
    );
    await vi.waitFor(
      async () => {
        for (const one of [left, right]) expect((await one.list({ today: TODAY, limit: 1 })).cases).toBe(40);
      },
      { timeout: 1_000 },
    );
    const began = performance.now();
    const heard = new Promise<number>((resolve) => {
      right.onChange(({ caseIds, by }) => {
        if (by === 'elsewhere' && caseIds.includes('late')) resolve(performance.now() - began);
      });
    });
    await left.append(openingOf('late'));
    expect(await heard).toBeLessThan(1_000);
    await isWhole(left);
    await isWhole(right);
  });
});

describe('a store of an earlier version', () => {
  test('of version 1 is brought up with everything in it', async () => {
    const kept = name();
    const before = await openDB(kept, 1, {
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
    });
    // As that version kept them: events, rows of its own shape, the end of the chain.
    const other = await open(name());
    await other.append([...openingOf('a'), ...openingOf('b')]);
    let tip = { deviceId: '', sequence: 0, hash: '' };
    for await (const event of other.allEvents()) {
      await before.put('events', event);
      tip = { deviceId: event.deviceId, sequence: event.sequence, hash: event.hash };
    }
    await before.put('rows', { caseId: 'a', keys: ['2026-03-27T24:00 0'], messageKeys: [], senders: [] });
    await before.put('meta', tip, 'tip');
    await before.put('meta', 1, 'rowVersion');
    before.close();

    const register = await open(kept);
    expect((await register.counts(TODAY)).week + (await register.counts(TODAY)).later).toBe(6);
    expect((await register.search('bathroom', 5)).map(({ caseId }) => caseId).sort()).toEqual(['a', 'b']);
    expect((await register.append(openingOf('c')))[0]?.sequence).toBe(5);
    expect((await register.backup()).events).toBe(6);
    await isWhole(register);
  });

  test.each([2, 3])('of version %i is brought up with its cases and what was seen, and goes on', async (version) => {
    const kept = name();
    const before = await openDB(kept, version, {
      upgrade(db) {
        const events = db.createObjectStore('events', { keyPath: 'id' });
        events.createIndex('caseId', 'caseId');
        events.createIndex('order', ['deviceId', 'sequence'], { unique: true });
        const rows = db.createObjectStore('rows', { keyPath: 'caseId' });
        for (const index of ['keys', 'messageKeys', 'senders', 'terms', 'taskKeys', 'months'])
          rows.createIndex(index, index, { multiEntry: true });
        for (const index of ['uncomputedFlag', 'closedOn', 'listed']) rows.createIndex(index, index);
        const texts = db.createObjectStore('texts', { keyPath: 'caseId' });
        texts.createIndex('recent', ['recent', 'caseId']);
        for (const store of ['tallies', 'meta']) db.createObjectStore(store);
        db.createObjectStore('seen', { keyPath: 'id' });
        db.createObjectStore('views', { keyPath: 'name' });
        if (version < 3) return;
        rows.createIndex('judgedOn', 'judgedOn');
        db.createObjectStore('remainders', { autoIncrement: true }).createIndex('day', 'day');
      },
    });
    const other = await open(name());
    await other.append(openingOf('a'));
    let tip = { deviceId: '', sequence: 0, hash: '' };
    for await (const event of other.allEvents()) {
      await before.put('events', event);
      tip = { deviceId: event.deviceId, sequence: event.sequence, hash: event.hash };
    }
    await before.put('meta', tip, 'tip');
    const reading = { route: 'stage-1', confidence: 'unsure', dissatisfied: true, hazard: false };
    const seen = { from: null, subject: 'Floor', receivedAt: null, reading, firstSeenAt: now, seenBy: [] };
    const decided = { as: 'none', by: 'Joanna Marsh', at: now };
    await before.put('seen', { ...seen, id: 'old', asked: null, decided, secondLook: null });
    before.close();

    const register = await open(kept);
    const from = toIsoDate('2026-01-01');
    expect(await register.lessons(from)).toEqual([]);
    expect(await register.seen.get('old')).toMatchObject({ subject: 'Floor' });
    await register.append(judgedOpening('b', { probability: 0.31, readers: 'both' }));
    expect((await register.lessons(from)).map(({ caseId }) => caseId)).toEqual(['b']);
    const [message] = await register.eventsOf('a');
    const original = { of: message?.id ?? '', bytes: new Uint8Array([1, 2, 3]) };
    await register.append([originalDraft(original, { caseId: 'a', actor: { name: 'Pat' }, now })], [original]);
    expect(await register.original(original.of)).toEqual(original.bytes);
    await isWhole(register);
  });

  test('rows whose making was cut off are finished at the next opening', async () => {
    const kept = name();
    const first = await open(kept);
    await first.append([...openingOf('a'), ...openingOf('b'), ...openingOf('c')]);
    const raw = await openDB(kept);
    const { version } = (await raw.get('meta', 'rows')) as { version: string };
    await raw.put('meta', { version, doneTo: 'a' }, 'rows');
    await raw.delete('rows', 'b');
    raw.close();
    const second = await open(kept);
    expect((await second.row('b'))?.duties).toHaveLength(3);
  });
});

test('of a decision whose message is forgotten after thirty days a number, a no and a day stay, once', async () => {
  const kept = name();
  const [left, right] = [await open(kept), await open(kept)];
  const reading = { route: 'stage-1', confidence: 'likely', dissatisfied: true, hazard: false } as const;
  const from = { name: 'Ruth Amankwah', address: 'ruth@mail.example' };
  const delivered = { probability: 0.7123, readers: 'both' } as const;
  const note = (id: string) =>
    left.seen.note(
      { id, from, subject: 'Floor', receivedAt: null, reading: { ...reading, delivered } },
      'Joanna Marsh',
    );
  for (const id of ['undecided', 'decided', 'reopened', 'asked-for']) await note(id);
  const by = 'Joanna Marsh';
  await left.seen.decide('decided', { as: 'none', by });
  await left.seen.decide('reopened', { as: 'none', by });
  await left.seen.reopen('reopened');
  await left.seen.decide('asked-for', { as: 'none', by, delivered: { ...delivered, settled: true } });
  now = addHours(now, 24 * 31);
  await Promise.all([left.seen.undecided(), right.seen.samples(), left.lessons(TODAY), right.lessons(TODAY)]);
  const raw = await openDB(kept);
  expect(await raw.getAll('seen')).toEqual([]);
  expect(await raw.getAll('remainders')).toEqual([{ probability: 0.7123, dissatisfied: false, day: '2026-03-25' }]);
  raw.close();
  expect((await right.lessons(TODAY)).map(({ probability, found }) => [probability, found])).toEqual([[0.7123, null]]);
  await left.wipe();
  expect(await right.lessons(TODAY)).toEqual([]);
});

describe('a look from outside', () => {
  test('counts as the register does, and makes nothing where there is none', async () => {
    const kept = name();
    const at = { today: toIsoDate('2026-03-27'), nextWorkingDay: toIsoDate('2026-03-30'), now };
    expect(await glance(kept, at)).toBeNull();
    expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(kept);
    const register = await open(kept);
    await register.append([...openingOf('a'), ...openingOf('b', { receivedAt: '2026-03-23T09:00:00+00:00' })]);
    expect(await glance(kept, at)).toEqual({ overdue: 1, today: 1, next: 1, undecided: 0 });
  });
});
