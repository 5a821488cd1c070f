import { addDays, toInstant, toIsoDate } from '../../core/dates.ts';
import type { DueEntry, Register } from '../../core/register/register.ts';
import { ScriptedHost } from './gallery-host.ts';
import type { PersonName } from './gallery-people.ts';
import { makeWorld, seed, shown, type World } from './gallery-world.ts';

/** An officer's day: two open cases, one of them late, and the named person's message open. */
export async function busyDesk(
  open: PersonName | null,
  more: { readonly now?: string; readonly host?: ScriptedHost } = {},
): Promise<World> {
  const world = await makeWorld(more);
  if (open !== null) world.host.current = shown(open);
  await tomasz(world);
  await hannah(world);
  return world;
}

async function tomasz(world: World, caseId = 'case-tomasz'): Promise<void> {
  await seed(world, 'tomasz', {
    caseId,
    at: '2026-03-19T09:10:00+00:00',
    handler: null,
    then: (base) => [
      {
        ...base,
        type: 'contact-tried',
        occurredAt: toInstant('2026-03-20T11:00:00+00:00'),
        data: { stage: 'stage-1', channel: 'phone' },
        personal: { note: '' },
      },
    ],
  });
}

async function hannah(world: World): Promise<void> {
  await seed(world, 'hannah', {
    caseId: 'case-hannah',
    at: '2026-02-20T11:00:00+00:00',
    handler: 'Owen Blackwood',
    found: { signals: ['dissatisfaction', 'not-satisfied-with-response'] },
    then: (base) => [
      {
        ...base,
        type: 'acknowledged',
        occurredAt: toInstant('2026-02-25T15:00:00+00:00'),
        data: { stage: 'stage-2', channel: 'email', known: 'as-sent', promisedBy: null, corrects: null },
        personal: { text: '' },
      },
      {
        ...base,
        type: 'contact-made',
        occurredAt: toInstant('2026-02-23T10:00:00+00:00'),
        data: { stage: 'stage-2', channel: 'phone' },
        personal: { note: '' },
      },
    ],
  });
}

/** Colin's stage one, answered on 5 March. */
export async function colin(world: World): Promise<void> {
  const message = {
    ...messageOf('colin'),
    siteMessageId: 'colin-1',
    subject: 'Door entry, 1 to 20 Heron Court',
    text: 'The door entry has been broken since Christmas and nobody answers.',
    receivedAt: toInstant('2026-02-12T09:00:00+00:00'),
  };
  await seed(world, 'colin', {
    caseId: 'case-colin',
    at: '2026-02-12T10:00:00+00:00',
    message,
    found: {
      signals: ['dissatisfaction'],
      evidence: [],
      points: ['The door entry has been broken since Christmas and nobody answers.'],
    },
    then: (base) => [
      {
        ...base,
        type: 'acknowledged',
        occurredAt: toInstant('2026-02-19T10:00:00+00:00'),
        data: { stage: 'stage-1', channel: 'email', known: 'as-sent', promisedBy: null, corrects: null },
        personal: { text: '' },
      },
      {
        ...base,
        type: 'contact-made',
        occurredAt: toInstant('2026-02-13T10:00:00+00:00'),
        data: { stage: 'stage-1', channel: 'phone' },
        personal: { note: '' },
      },
      {
        ...base,
        type: 'response-sent',
        occurredAt: toInstant('2026-03-05T15:00:00+00:00'),
        data: { stage: 'stage-1', channel: 'email', letterDate: null, outcome: null },
        personal: { text: '' },
      },
    ],
  });
}

/** Somebody's message. */
export function messageOf(name: PersonName) {
  const current = shown(name);
  if (current.kind !== 'message') throw new Error(name);
  return current.message;
}

const NAMES = [
  'Ruth Amankwah',
  'Marek Kowalski',
  'Bethan Price',
  'Aisha Rahman',
  'Oluwaseun Adeyemi-Hargreaves',
  'Iwan Rees',
];
const HANDLERS = ['Priya Nair', null, 'Owen Blackwood', 'Priya Nair', 'Joanna Marsh'];

/** A register with so many duties, half of them overdue, of which only what is asked for is made. */
export async function manyDue(total: number): Promise<World> {
  const world = await busyDesk('ingrid');
  const [one] = await world.register.due({ limit: 1 });
  if (!one) throw new Error('the register is empty');
  const aDay = total / 100;
  const entry = (index: number): DueEntry => {
    const day = addDays(toIsoDate('2026-02-02'), Math.floor(index / aDay));
    const row = {
      ...one.row,
      caseId: `many-${String(index)}`,
      name: `${NAMES[index % NAMES.length] ?? ''} ${String(index)}`,
      handler: HANDLERS[index % HANDLERS.length] ?? null,
    };
    return { row, key: `${day}T24:00 ${String(index).padStart(6, '0')}`, duty: { ...one.duty, day, due: day } };
  };
  const counts = { overdue: 51 * aDay, today: aDay, week: 7 * aDay, later: 41 * aDay, uncomputed: 0 };
  const firstOf = (key: string): number => {
    const after = Number(key.slice(key.lastIndexOf(' ') + 1));
    if (key.includes(' ')) return after + 1;
    return key.startsWith('2026-03-25') ? counts.overdue : total - counts.later;
  };
  const register: Register = {
    ...world.ports.register,
    counts: () => Promise.resolve(counts),
    list: ({ offset = 0, limit }) =>
      Promise.resolve({
        entries: Array.from({ length: Math.min(limit, total - offset) }, (_, index) => entry(offset + index)),
        offset,
        total: total,
        cases: total,
        counts,
        waiting: 0,
      }),
    due: ({ limit, after }) => {
      const from = after ? firstOf(after.key) : 0;
      return Promise.resolve(Array.from({ length: Math.min(limit, total - from) }, (_, index) => entry(from + index)));
    },
  };
  return { ...world, ports: { ...world.ports, register } };
}

/** A host without a page. */
export function pasteOnly(): ScriptedHost {
  const host = new ScriptedHost('paste', 'this page');
  host.current = { kind: 'paste-only' };
  return host;
}
