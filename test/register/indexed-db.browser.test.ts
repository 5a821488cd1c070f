import { openDB } from 'idb';
import { afterEach, describe, expect, test } from 'vitest';
import { verifyChains } from '../../core/case/chain-check.ts';
import type { EventSource } from '../../core/case/chain.ts';
import type { CaseEvent } from '../../core/case/event.ts';
import { toInstant } from '../../core/dates.ts';
import type { Register } from '../../core/register/register.ts';
import { deleteRegister, indexedDbRegister } from '../../core/register/indexed-db-register.ts';
import { listContract } from './contract-lists.ts';
import { originalContract } from './contract-originals.ts';
import { openingOf, registerContract, rowOf } from './contract.ts';

const source: EventSource = {
  now: () => toInstant('2026-03-25T09:26:00+00:00'),
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
};

let counter = 0;
const made: string[] = [];
function name(): string {
  const next = `duly-test-${String(Date.now())}-${String(counter++)}`;
  made.push(next);
  return next;
}

afterEach(() => {
  for (const one of made.splice(0)) void deleteRegister(one);
});

const make = () => indexedDbRegister({ source, rowOf, name: name() });

registerContract('the register in IndexedDB', make);
listContract('the register in IndexedDB', make);
originalContract('the register in IndexedDB', make);

describe('kept in this browser', () => {
  test('is there again after it was closed', async () => {
    const kept = name();
    const first = await indexedDbRegister({ source, rowOf, name: kept });
    await first.append(openingOf('a'));
    const second = await indexedDbRegister({ source, rowOf, name: kept });
    expect(await second.eventsOf('a')).toHaveLength(2);
    expect((await second.due({ limit: 5 })).map(({ row }) => row.caseId)).toEqual(['a', 'a', 'a']);
  });

  test('two panels at once enter one chain, and each hears of the other', async () => {
    const kept = name();
    const [left, right] = await Promise.all([
      indexedDbRegister({ source, rowOf, name: kept }),
      indexedDbRegister({ source, rowOf, name: kept }),
    ]);
    const told = new Promise((resolve) => right.onChange(() => resolve('told')));
    await Promise.all(
      Array.from({ length: 10 }, (_, index) => (index % 2 ? left : right).append(openingOf(`case-${String(index)}`))),
    );
    const all: CaseEvent[] = [];
    for await (const event of left.allEvents()) all.push(event);
    expect(all).toHaveLength(20);
    expect(() => verifyChains(all)).not.toThrow();
    expect(await told).toBe('told');
  });

  test('rows of an older shape are made anew from the events', async () => {
    const kept = name();
    const first = await indexedDbRegister({ source, rowOf, name: kept });
    await first.append(openingOf('a'));
    const raw = await openDB(kept);
    await raw.put('meta', { version: '0', doneTo: null }, 'rows');
    await raw.clear('rows');
    raw.close();
    const second = await indexedDbRegister({ source, rowOf, name: kept });
    expect((await second.row('a'))?.duties).toHaveLength(3);
  });

  test('a store that a newer program has changed is refused, and left as it is', async () => {
    const kept = name();
    (await openDB(kept, 9)).close();
    await expect(indexedDbRegister({ source, rowOf, name: kept })).rejects.toThrow('Saved by a newer Duly');
  });

  test('an older window that holds the store is told of, and it opens by itself once that one is closed', async () => {
    const kept = name();
    const older = await openDB(kept, 1, {
      upgrade(db) {
        const events = db.createObjectStore('events', { keyPath: 'id' });
        events.createIndex('caseId', 'caseId');
        events.createIndex('order', ['deviceId', 'sequence'], { unique: true });
        const rows = db.createObjectStore('rows', { keyPath: 'caseId' });
        for (const index of ['keys', 'messageKeys', 'senders']) rows.createIndex(index, index, { multiEntry: true });
        rows.createIndex('uncomputedFlag', 'uncomputedFlag');
        db.createObjectStore('meta');
      },
    });
    let register: Promise<Register> | undefined;
    await new Promise<void>((resolve) => {
      register = indexedDbRegister({ source, rowOf, name: kept, onBlocked: resolve });
    });
    older.close();
    expect(await (await register)?.append(openingOf('a'))).toHaveLength(2);
  });

  test('a store that is deleted while it is open is said to be deleted, not to be a newer program’s', async () => {
    const kept = name();
    const register = await indexedDbRegister({ source, rowOf, name: kept });
    await register.append(openingOf('a'));
    await deleteRegister(kept);
    for (const act of [() => register.append(openingOf('b')), () => register.eventsOf('a')])
      await expect(act()).rejects.toMatchObject({
        code: 'deleted',
        message: expect.stringMatching(/was deleted.*are gone.*backup/) as string,
      });
  });

  test('an entry damaged in the store is named when it is read, not passed over', async () => {
    const kept = name();
    const register = await indexedDbRegister({ source, rowOf, name: kept });
    const [event] = await register.append(openingOf('a'));
    const raw = await openDB(kept);
    await raw.put('events', { ...event, occurredAt: 'Tuesday' });
    raw.close();
    await expect(register.eventsOf('a')).rejects.toThrow('occurredAt');
  });
});
