import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { caseFile } from '../../../core/case/case-file.ts';
import { newChain, seal } from '../../../core/case/chain.ts';
import { verifyChains } from '../../../core/case/chain-check.ts';
import { effective } from '../../../core/case/correct.ts';
import { parseEvent, type CaseEvent, type EventDraft } from '../../../core/case/event.ts';
import { following, inOrder } from '../../../core/case/order.ts';
import { addHours, toInstant, type Instant } from '../../../core/dates.ts';
import { memoryRegister } from '../../../core/register/memory-register.ts';
import { linesOf, sourceOf } from '../../register/contract-lists.ts';
import { rowOf } from '../../register/contract.ts';
import { acknowledged, draft, opening, testSource } from '../../support/case.ts';

const NOW = '2026-03-25T09:26:00+00:00';
const CASE = '0195c7a0-0000-7000-8000-000000000001';

/** A machine with its own clock, so many hours from the right one. */
function machine(deviceId: string, hours: number) {
  const source = testSource();
  const random = (bytes: number): Uint8Array => source.random(bytes).map((byte) => (byte + deviceId.length * 17) & 255);
  return memoryRegister({
    source: { now: () => addHours(toInstant(NOW), hours), random },
    rowOf,
    deviceId,
  });
}

type Machine = ReturnType<typeof machine>;

/** One takes over what the other has. */
async function takes(into: Machine, from: Machine): Promise<void> {
  await into.restore(sourceOf(await linesOf(from)));
}

describe('an entry counts after what it was based on, whatever the clocks say', () => {
  test('acknowledged on a machine two days behind the one that logged the case', async () => {
    const [logging, behind] = [machine('device-1', 0), machine('machine-two', -48)];
    await logging.append(opening());
    await takes(behind, logging);
    await behind.append([acknowledged('2026-03-25T09:40:00+00:00')]);
    const events = await behind.eventsOf(CASE);
    expect(events.map(({ type }) => type)).toEqual(['received', 'logged', 'acknowledged']);
    expect(caseFile(events).stages[0]?.acknowledgements).toHaveLength(1);
    expect(() => verifyChains(events)).not.toThrow();
    await takes(logging, behind);
    expect(await logging.row(CASE)).toEqual(await behind.row(CASE));
  });

  test('taken back, and the taking back taken back, on a machine that is behind', async () => {
    const [logging, behind] = [machine('device-1', 0), machine('machine-two', -48)];
    await logging.append(opening());
    const [letter] = await logging.append([acknowledged(NOW)]);
    const [undoing] = await logging.append([draft('undone', NOW, { of: [letter?.id ?? ''] }, {})]);
    await takes(behind, logging);
    await behind.append([draft('undone', NOW, { of: [undoing?.id ?? ''] }, {})]);
    expect(effective(await behind.eventsOf(CASE)).map(({ type }) => type)).toContain('acknowledged');
  });

  test('an entry from before its place was kept comes behind what opened the case', () => {
    const logging = seal(opening(), newChain('device-1'), testSource());
    const early = seal([acknowledged(NOW)], newChain('machine-two'), testSource('2026-03-23T09:00:00+00:00'));
    const file = caseFile([...early.events, ...logging.events]);
    expect(file.stages[0]?.acknowledgements).toHaveLength(1);
  });

  test('where the clocks agree an entry says nothing of its place, and the chain covers it where it does', () => {
    const at = (now: string) => ({ deviceId: 'machine-two', now: toInstant(now) });
    const known = seal(opening(), newChain('device-1'), testSource()).events;
    const place = (now: string) => following([acknowledged(NOW)], () => known, at(now))[0];
    expect(place('2026-03-25T09:26:00.001+00:00')).not.toHaveProperty('after');
    expect(place(NOW)?.after).toBe('2026-03-25T09:26:00.000Z');
    const [event] = seal([place(NOW) as EventDraft], newChain('machine-two'), testSource()).events;
    const moved = parseEvent({ ...event, after: '2026-03-24T09:26:00.000Z' });
    expect(() => verifyChains([moved])).toThrow('was changed');
  });

  test('of two machines that take turns, each seeing the other’s, every entry comes in its turn', async () => {
    const turn = fc.record({ isFirst: fc.boolean(), hours: fc.integer({ min: -72, max: 72 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(turn, { maxLength: 8 }), async (turns) => {
        let now: Instant = toInstant(NOW);
        const make = (deviceId: string) => {
          const source = testSource();
          const random = (bytes: number) => source.random(bytes).map((byte) => (byte + deviceId.length * 17) & 255);
          return memoryRegister({ source: { now: () => now, random }, rowOf, deviceId });
        };
        const both = [make('device-1'), make('machine-two')] as const;
        await both[0].append(opening());
        const expected = (await both[0].eventsOf(CASE)).map(({ id }) => id);
        for (const [index, { isFirst, hours }] of turns.entries()) {
          const [own, other] = isFirst ? both : [both[1], both[0]];
          await takes(own, other);
          now = addHours(toInstant(NOW), hours);
          const [event] = await own.append([draft('note-added', NOW, {}, { text: String(index) })]);
          expected.push(event?.id ?? '');
        }
        await takes(both[0], both[1]);
        await takes(both[1], both[0]);
        for (const one of both) expect((await one.eventsOf(CASE)).map(({ id }) => id)).toEqual(expected);
      }),
      { numRuns: 60 },
    );
  });

  test('at the end of time nothing breaks', () => {
    const end = toInstant('9999-12-31T23:59:59.999Z');
    const known: readonly CaseEvent[] = seal(opening(), newChain('device-1'), testSource(end)).events;
    const [placed] = following([acknowledged(NOW)], () => known, { deviceId: 'b', now: toInstant(NOW) });
    expect(placed?.after).toBe(end);
    expect(inOrder(known)).toHaveLength(2);
  });
});
