import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as v from 'valibot';
import { caseFile } from '../../../core/case/case-file.ts';
import { newChain, seal } from '../../../core/case/chain.ts';
import { parseEvent, type CaseEvent, type EventDraft, type EventType } from '../../../core/case/event.ts';
import { EVENT_TYPES } from '../../../core/case/event-types.ts';
import { toInstant, type Instant } from '../../../core/dates.ts';
import { dueRow } from '../../../core/deadlines/due-row.ts';
import { memoryRegister } from '../../../core/register/memory-register.ts';
import { calendarOf, policyOn } from '../../../policies/index.ts';
import { toIsoDate } from '../../../core/dates.ts';
import { linesOf, sourceOf } from '../../register/contract-lists.ts';
import { opening, testSource } from '../../support/case.ts';

const policy = await policyOn('west-kent', toIsoDate('2026-03-26'));
const rowOf = (file: ReturnType<typeof caseFile>) => dueRow(file, [{ policy, calendar: calendarOf(policy) }]);

const CASE = '0195c7a0-0000-7000-8000-000000000001';
/** Times about the opening, so that any event may come before or after any other. */
const moment = fc
  .integer({ min: 0, max: 60 * 24 * 60 })
  .map((minutes) => new Date(Date.UTC(2026, 2, 25, 10) + minutes * 60_000).toISOString() as Instant);
const day = fc
  .integer({ min: 0, max: 90 })
  .map((days) => new Date(Date.UTC(2026, 2, 25 + days)).toISOString().slice(0, 10));

/** Any value that a schema takes, made from the schema itself: no type of event is forgotten. */
function valueOf(schema: v.GenericSchema): fc.Arbitrary<unknown> {
  const known = schema as unknown as {
    readonly type: string;
    readonly entries?: Readonly<Record<string, v.GenericSchema>>;
    readonly options?: readonly unknown[];
    readonly wrapped?: v.GenericSchema;
    readonly item?: v.GenericSchema;
    readonly literal?: unknown;
    readonly pipe?: readonly { readonly type: string; readonly requirement?: unknown }[];
  };
  switch (known.type) {
    case 'strict_object':
      return fc.record(
        Object.fromEntries(Object.entries(known.entries ?? {}).map(([key, entry]) => [key, valueOf(entry)])),
      );
    case 'picklist':
      return fc.constantFrom(...(known.options ?? []));
    case 'exact_optional':
      return known.wrapped ? valueOf(known.wrapped) : fc.constant(null);
    case 'nullable':
      return known.wrapped ? fc.option(valueOf(known.wrapped)) : fc.constant(null);
    case 'array':
      return known.item ? fc.array(valueOf(known.item), { maxLength: 2 }) : fc.constant([]);
    case 'record':
      return fc.constant({});
    case 'literal':
      return fc.constant(known.literal);
    case 'boolean':
      return fc.boolean();
    case 'number': {
      const most = known.pipe?.find(({ type }) => type === 'max_value')?.requirement;
      return fc.integer({ min: 0, max: typeof most === 'number' ? most : 5000 });
    }
    case 'string':
      if (!known.pipe || known.pipe.length < 3) return fc.constantFrom('stage-1', '1', 'p1', 'Ruth', 'stage-2');
      return v.safeParse(schema, '2026-04-01').success ? day : moment;
    default:
      throw new Error(`no value for ${known.type}`);
  }
}

const TYPES = (Object.keys(EVENT_TYPES) as EventType[]).filter(
  (type) => !['received', 'undone', 'erased', 'corrected'].includes(type),
);

const anyDraft: fc.Arbitrary<EventDraft> = fc.constantFrom(...TYPES).chain((type) =>
  fc
    .record({
      occurredAt: moment,
      data: valueOf(EVENT_TYPES[type].data),
      personal: valueOf(EVENT_TYPES[type].personal),
    })
    .map((event) => ({ ...event, type, caseId: CASE, actor: { name: 'Joanna Marsh' } }) as unknown as EventDraft),
);

/** Events of one machine: as it entered them, with its own clock. */
function enteredBy(device: string, drafts: readonly EventDraft[], minutes: number): readonly CaseEvent[] {
  let at = Date.UTC(2026, 2, 25, 9, minutes);
  const source = { ...testSource(), now: () => toInstant(new Date((at += 60_000)).toISOString()) };
  const chance = (bytes: number): Uint8Array => source.random(bytes).map((byte) => (byte + device.length * 17) & 255);
  return seal(drafts, newChain(device), { now: source.now, random: chance }).events.map(parseEvent);
}

test('any sequence of valid events folds, and makes a row', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(fc.array(anyDraft, { maxLength: 12 }), (drafts) => {
      const file = caseFile(enteredBy('device-1', [...opening(), ...drafts], 0));
      expect(file.messages.length).toBeGreaterThan(0);
      expect(rowOf(file).caseId).toBe(CASE);
    }),
    { numRuns: 300 },
  );
});

test('the events of two machines make the same case in whatever order they come', { timeout: 60_000 }, () => {
  fc.assert(
    fc.property(
      fc.array(anyDraft, { maxLength: 8 }),
      fc.array(anyDraft, { maxLength: 8 }),
      fc.infiniteStream(fc.nat()),
      (left, right, chance) => {
        const events = [...enteredBy('device-1', [...opening(), ...left], 0), ...enteredBy('machine-two', right, 3)];
        const shuffled = events
          .map((event) => ({ event, place: Number(chance.next().value) }))
          .sort((one, other) => one.place - other.place)
          .map(({ event }) => event);
        expect(caseFile(shuffled)).toEqual(caseFile(events));
      },
    ),
    { numRuns: 200 },
  );
});

test('two registers that bring in each other’s backup come to the same rows', { timeout: 60_000 }, async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(anyDraft, { maxLength: 5 }),
      fc.array(anyDraft, { maxLength: 5 }),
      async (left, right) => {
        const make = (deviceId: string) => {
          const source = testSource();
          const random = (bytes: number): Uint8Array =>
            source.random(bytes).map((byte) => (byte + deviceId.length * 17) & 255);
          return memoryRegister({ source: { ...source, random }, rowOf, deviceId });
        };
        const [one, two] = [make('device-1'), make('machine-two')];
        await one.append(opening());
        await two.restore(sourceOf(await linesOf(one)));
        await one.append(left);
        await two.append(right);
        const [first, second] = [await linesOf(one), await linesOf(two)];
        await one.restore(sourceOf(second));
        await two.restore(sourceOf(first));
        expect(await one.row(CASE)).toEqual(await two.row(CASE));
        expect(await linesOf(one)).toEqual(await linesOf(two));
        expect((await one.verify()).rowFaults).toEqual([]);
      },
    ),
    { numRuns: 40 },
  );
});
