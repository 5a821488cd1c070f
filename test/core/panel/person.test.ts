import { describe, expect, test } from 'vitest';
import type { Message } from '../../../core/message.ts';
import { emptyMessage } from '../../../core/message.ts';
import type { Action } from '../../../core/panel/actions.ts';
import { changed, deskFor, type Desk } from '../../../core/panel/desk.ts';
import { keepDesk } from '../../../core/panel/effects/keep.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import { dropDesks, dropStale, keptDesks, keptList } from '../../../core/panel/kept-desks.ts';
import { chosenOf, heldIn, toErase } from '../../../core/panel/lead/held.ts';
import { erase, findPerson } from '../../../core/panel/lead/person-data.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { initialState } from '../../../core/panel/state.ts';
import { memoryRegister } from '../../../core/register/memory-register.ts';
import { moment, testSource } from '../../support/case.ts';
import { aStore } from '../../support/kept-store.ts';
import { openingOf, rowOf } from '../../register/contract.ts';

const NOW = moment('2026-03-25T09:26:00Z');
const BY = { basis: 'Asked for by the person', actor: { name: 'Joanna Marsh' } };

const message = (name: string, change: Partial<Message> = {}): Message => ({
  ...emptyMessage(),
  from: { name, address: '' },
  subject: 'Another matter',
  text: 'It floods again.',
  ...change,
});

/** A pasted message on which something was typed. */
function pasted(name: string, change: Partial<Desk> = {}): Desk {
  const key = `pasted/${name}`;
  const { subject, text } = message(name);
  const from = { name, address: `${name.split(' ')[0] ?? ''}@mail.example` };
  const desk = deskFor(key, message(name), {
    ...{ channel: 'email', ...from, subject, text, receivedAt: null, receivedAtSource: null },
    ...{ messageId: null, attachments: [] },
  });
  return { ...changed(desk, { reason: 'Zaphod said so' }, NOW), reason: '', ...change };
}

/** A panel with a register, kept drafts, and what it was told. */
async function panel(...desks: readonly Desk[]) {
  const { store, kept } = aStore();
  const register = memoryRegister({ source: testSource(), rowOf, deviceId: 'device-1' });
  const told: Action[] = [];
  const run = {
    ports: { store, register },
    dispatch: (action: Action) => told.push(action),
    track: {},
  } as unknown as Run;
  for (const desk of desks) await keepDesk(run, desk);
  return { store, kept, register, told, ports: { store, register } };
}

const everything = (kept: ReadonlyMap<string, string>): string => JSON.stringify([...kept]);

describe('everything held of a person', () => {
  test('their drafts are found by name, by address and by what was typed, and go with the erasure', async () => {
    const zaphod = pasted('Zaphod Beeble');
    const naming = pasted('Arthur Dent', { reason: 'A neighbour of Zaphód  Beeble’s' });
    const { ports, kept, store } = await panel(zaphod, naming, pasted('Marvin Zaphodson'));
    const found = await findPerson(ports, 'zaphod beeble');
    expect(found.desks.map(({ key }) => key).sort()).toEqual(['pasted/Arthur Dent', 'pasted/Zaphod Beeble']);
    expect((await findPerson(ports, 'zaphod@MAIL.example')).desks.map(({ key }) => key)).toEqual([zaphod.key]);
    const keys = await erase(ports, toErase(found), BY);
    expect([...keys].sort()).toEqual(['pasted/Arthur Dent', 'pasted/Zaphod Beeble']);
    expect(everything(kept)).not.toMatch(/Beeble/);
    expect((await keptList(store)).map(({ who }) => who)).toEqual(['Marvin Zaphodson']);
  });

  test('what isn’t ticked stays', async () => {
    const { ports, store } = await panel(pasted('Zaphod Beeble'));
    const found = await findPerson(ports, 'Zaphod Beeble');
    expect(heldIn(found).map(({ title }) => title)).toEqual(['Draft']);
    expect(toErase(chosenOf(found, new Set()))).toEqual({ caseIds: [], seenIds: [], deskKeys: [] });
    expect(await keptDesks(store)).toHaveLength(1);
  });

  test('messages seen are found, undecided and decided, and are erased without any case', async () => {
    const { ports, register } = await panel();
    const reading = { route: 'none', confidence: 'unsure', dissatisfied: false, hazard: false } as const;
    const from = { name: 'Seena Person', address: 'seena@mail.example' };
    // None of the samples for a second look: the digest ends so.
    for (const id of ['aa01', 'aa03'])
      await register.seen.note({ id, from, subject: 'Hello', receivedAt: null, reading }, 'Joanna Marsh');
    await register.seen.decide('aa03', { as: 'none', by: 'Joanna Marsh' });
    const found = await findPerson(ports, 'seena person');
    expect(found.seen.map(({ id }) => id).sort()).toEqual(['aa01', 'aa03']);
    await erase(ports, toErase(found), BY);
    expect(await register.seen.all()).toEqual([]);
    expect((await register.backup()).events).toBe(0);
  });

  test('with a case go the drafts of its messages, however the case was chosen', async () => {
    const letter = pasted('Ruth Amankwah', { caseId: 'a', key: 'case/a' });
    const joining = { ...pasted('Somebody'), attachTo: 'a' };
    const { ports, kept, register } = await panel(letter, joining, pasted('Marvin'));
    await register.append(openingOf('a'));
    await erase(ports, { caseIds: ['a'] }, BY);
    expect(JSON.stringify(await register.eventsOf('a'))).not.toContain('Ruth');
    expect(everything(kept)).not.toMatch(/Ruth|Somebody/);
    expect(everything(kept)).toContain('Marvin');
  });

  test('a wipe leaves no draft, also of those that no list names', async () => {
    const { store, kept } = await panel(pasted('Zaphod Beeble'), pasted('Marvin'));
    kept.set('draft:gmail/orphan', JSON.stringify({ text: 'Dear Ruth' }));
    kept.set('setup', JSON.stringify({ isDone: true }));
    await dropDesks(store, 'all');
    expect([...kept.keys()]).toEqual(['setup']);
  });

  test('a draft that no list names goes after thirty days too', async () => {
    const { store, kept } = await panel(pasted('Marvin'));
    const placed = (at: string) =>
      JSON.stringify({
        ...pasted('Ford'),
        key: `gmail/${at}`,
        changedAt: null,
        placed: { how: 'copied', kind: 'x', text: 'Dear Ford', promisedBy: null, offersChoice: false, hint: '', at },
      });
    for (const at of ['2026-02-01T09:00:00Z', '2026-03-20T09:00:00Z']) kept.set(`draft:gmail/${at}`, placed(at));
    expect((await dropStale(store, NOW)).map(({ who }) => who)).toEqual(['Marvin']);
    expect([...kept.keys()].filter((key) => key.startsWith('draft:gmail'))).toEqual([
      'draft:gmail/2026-03-20T09:00:00Z',
    ]);
  });
});

test('the panel forgets what was erased: its list, what was typed, and a message that nobody else holds', () => {
  const desk = pasted('Zaphod Beeble');
  const base = initialState({ kind: 'outlook', name: 'Outlook' }, NOW);
  const kept = [{ key: desk.key, who: desk.who, subject: desk.subject, changedAt: NOW, isPasted: true }];
  const shown = (source: 'host' | 'pasted') => ({
    ...base,
    kept,
    desk,
    open: {
      kind: 'message' as const,
      source,
      key: desk.key,
      message: message('Zaphod Beeble'),
      looked: null,
      slow: false,
      failed: null,
    },
  });
  const dropped = { type: 'desks-dropped', keys: [desk.key] } as const;
  expect(reduce(shown('pasted'), dropped)).toMatchObject({ kept: [], desk: null, open: { kind: 'waiting' } });
  expect(reduce(shown('host'), dropped)).toMatchObject({
    kept: [],
    desk: { changedAt: null, reason: '', pasted: null },
  });
  expect(reduce(shown('host'), { ...dropped, keys: ['another'] })).toMatchObject({ kept, desk });
  expect(reduce(shown('host'), { ...dropped, keys: 'all' })).toMatchObject({ kept: [], desk: { changedAt: null } });
});
