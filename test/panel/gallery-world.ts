import type { EventSource } from '../../core/case/chain.ts';
import { suggestedDecision } from '../../core/case/decision.ts';
import type { EventDraft } from '../../core/case/event.ts';
import { logCase } from '../../core/case/log-case.ts';
import { localDate, toInstant, type Instant } from '../../core/dates.ts';
import { dueRow } from '../../core/deadlines/due-row.ts';
import type { CurrentMessage } from '../../core/host.ts';
import type { Message } from '../../core/message.ts';
import type { Look, PanelStore, Ports } from '../../core/panel/ports.ts';
import { openShelf } from '../../core/panel/shelf.ts';
import type { Policy } from '../../core/policy/policy.ts';
import { read } from '../../core/reading/read.ts';
import { memoryRegister } from '../../core/register/memory-register.ts';
import { RegisterError, type Register } from '../../core/register/register.ts';
import { NO_SETTINGS, parseSettings } from '../../core/settings.ts';
import { decide, triage } from '../../core/triage/triage.ts';
import { calendarOf, FLOOR, lawsOn, policyBase, policyOn } from '../../policies/index.ts';
import { ScriptedHost } from './gallery-host.ts';
import { findingsOf, PEOPLE, type Found, type Person, type PersonName } from './gallery-people.ts';

/** The landlord of the gallery: the one whose policy the mock-ups quote. */
export const LANDLORD = 'west-kent';
export const NOW = '2026-03-25T09:26:00+00:00';

const OFFICER = { name: 'Joanna Marsh' };

export const SETTINGS = parseSettings({
  officer: {
    name: 'Joanna Marsh',
    email: 'joanna.marsh@landlord.example',
    phone: '01632 960412',
    team: 'Customer Services North',
  },
  landlord: { domains: ['landlord.example'] },
  contractors: ['Northbank Heating'],
  handlers: ['Priya Nair', 'Owen Blackwood'],
  emergencyNumber: '01632 960155',
  safeguardingLead: '01632 960170',
});

/** A clock that a test sets. */
export class TestClock {
  now: Instant;
  readonly #listeners = new Set<() => void>();
  constructor(now: string) {
    this.now = toInstant(now);
  }
  onTick(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
  set(now: string): void {
    this.now = toInstant(now);
    for (const listener of this.#listeners) listener();
  }
}

/** Everything outside the panel, in a test's hand. */
export interface World {
  readonly ports: Ports;
  readonly host: ScriptedHost;
  readonly clock: TestClock;
  readonly register: Register;
  readonly stored: Map<string, unknown>;
  /** The next entries fail so; null = they don't. */
  fail: RegisterError['code'] | null;
  /** How long the register takes. */
  slow: number;
  /** How often the panel asked to be opened afresh. */
  restarts: number;
}

/** A world with the landlord's policy, the Code and a law, an empty register, and nothing open. */
export async function makeWorld({
  now = NOW,
  setUp = true,
  host = new ScriptedHost(),
}: { readonly now?: string; readonly setUp?: boolean; readonly host?: ScriptedHost } = {}): Promise<World> {
  const clock = new TestClock(now);
  const source = sourceOf(clock);
  const today = localDate(clock.now);
  const [own, floor, laws] = await Promise.all([policyOn(LANDLORD, today), policyOn(FLOOR, today), lawsOn(today)]);
  const rows = (policy: Policy) => [{ policy, calendar: calendarOf(policy) }, ...laws];
  const register = memoryRegister({
    source,
    deviceId: 'gallery',
    rowOf: (file) => dueRow(file, rows(file.policy?.id === FLOOR ? floor : own)),
  });
  const stored = new Map<string, unknown>(
    setUp ? [['setup', { settings: SETTINGS, landlord: LANDLORD, isDone: true }]] : [],
  );
  const world: World = { host, clock, register, stored, fail: null, slow: 0, restarts: 0, ports: undefined as never };
  const shelf = await openShelf(policyBase, storeIn(stored));
  const ports: Ports = {
    host,
    register: {
      ...register,
      append: async (drafts) => {
        if (world.slow > 0) await new Promise((resolve) => setTimeout(resolve, world.slow));
        if (world.fail) throw new RegisterError(world.fail, 'The register failed.');
        return register.append(drafts);
      },
    },
    policies: shelf.policies,
    restart: () => {
      world.restarts++;
    },
    look: lookAt,
    store: storeIn(stored),
    clock: { now: () => clock.now, onTick: (listener) => clock.onTick(listener) },
    source,
    readMailFile: async (bytes) => (await import('../../core/reading/eml.ts')).messageFromEml(bytes),
  };
  return Object.assign(world, { ports });
}

/** The reader's own reading, with the findings that the gallery's people bring; for other messages the real triage. */
const lookAt: Look = (message, { settings, policy, known, neural }) => {
  const reading = read(message, settings);
  const person = Object.values<Person>(PEOPLE).find((one) => one.message.text === message.text);
  if (!person) return { reading, verdict: triage(reading, { settings, policy, known, neural }) };
  return { reading, verdict: decide(findingsOf(reading, person.found), policy, known) };
};

/** A message as a page shows it. */
export function shown(name: PersonName): CurrentMessage {
  return { kind: 'message', key: `gmail/${name}`, message: PEOPLE[name].message };
}

/** Logs somebody's message as an officer would have, and enters what happened since. */
export async function seed(
  { register }: World,
  name: PersonName,
  {
    caseId,
    at,
    handler = 'Priya Nair',
    found = {},
    message = PEOPLE[name].message,
    then = () => [],
  }: {
    readonly caseId: string;
    readonly at: string;
    readonly handler?: string | null;
    readonly found?: Found;
    readonly message?: Message;
    readonly then?: (base: Pick<EventDraft, 'caseId' | 'actor'>) => readonly EventDraft[];
  },
): Promise<void> {
  const policy = await policyOn(LANDLORD, localDate(toInstant(at)));
  const reading = read(message, NO_SETTINGS);
  const verdict = decide(findingsOf(reading, { ...PEOPLE[name].found, ...found }), policy);
  const decision = { ...suggestedDecision(reading, verdict, policy), handler };
  const now = toInstant(at);
  await register.append([
    ...logCase(decision, { caseId, message, reading, verdict, policy, actor: OFFICER, now }),
    ...then({ caseId, actor: OFFICER }),
  ]);
}

function sourceOf(clock: TestClock): EventSource {
  let counter = 0;
  return {
    now: () => clock.now,
    random: (bytes) => {
      counter++;
      return Uint8Array.from({ length: bytes }, (_, index) => (counter * 37 + index * 11 + (counter >> 8) * 5) % 256);
    },
  };
}

function storeIn(stored: Map<string, unknown>): PanelStore {
  return {
    load: (key) => Promise.resolve(structuredClone(stored.get(key) ?? null)),
    save: (key, value) => {
      if (value === null) stored.delete(key);
      else stored.set(key, structuredClone(value));
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...stored.keys()]),
  };
}
