import { expect, test } from 'vitest';
import { otherCaseOf, otherHalf } from '../../../core/case/across.ts';
import { caseFile, caseFileOrNull } from '../../../core/case/case-file.ts';
import { newId } from '../../../core/case/chain.ts';
import type { EventDraft } from '../../../core/case/event.ts';
import { mergeDrafts, splitDrafts } from '../../../core/panel/acts/new-case.ts';
import { memoryRegister } from '../../../core/register/memory-register.ts';
import { draft, moment, testSource } from '../../support/case.ts';
import { openingOf, rowOf } from '../../register/contract.ts';

/* What merging and splitting entered on two cases is taken back on both. */

const NOW = moment('2026-03-26T09:00:00+00:00');
const source = testSource();

async function two() {
  const register = memoryRegister({ source, rowOf, deviceId: 'device-1' });
  await register.append(openingOf('a'));
  await register.append(openingOf('b'));
  const entering = async (caseId: string) => {
    const events = await register.eventsOf(caseId);
    const base = { caseId, actor: { name: 'Joanna Marsh' }, occurredAt: NOW };
    return { base, file: caseFile(events), events, newId: () => newId(source) } as never;
  };
  /** Takes an entry of a case back, as the panel does; null where it can't. */
  const takeBack = async (caseId: string, type: string): Promise<string | null> => {
    const own = await register.eventsOf(caseId);
    const event = own.findLast((one) => one.type === type);
    if (!event) throw new Error(`no ${type}`);
    const other = otherCaseOf(event, own);
    const half = other === null ? [] : otherHalf(event, own, await register.eventsOf(other));
    if (half === null) return null;
    const undone = (on: string, of: readonly string[]): EventDraft => ({
      ...draft('undone', NOW, { of: [...of] }, {}),
      caseId: on,
    });
    await register.append([undone(caseId, [event.id]), ...(other && half.length > 0 ? [undone(other, half)] : [])]);
    return other;
  };
  return { register, entering, takeBack };
}

test('a merge: the case is open again, and the other has its own messages and points; and once more the other way', async () => {
  const { register, entering, takeBack } = await two();
  const before = caseFile(await register.eventsOf('b'));
  await register.append(mergeDrafts(before, await entering('a')));
  // What was entered right after it on the other case isn't of the merge.
  const later = { text: 'Another matter', id: '9', quoted: false };
  await register.append([{ ...draft('point-added', '2026-03-26T09:01:00+00:00', {}, { point: later }), caseId: 'b' }]);
  const merged = caseFile(await register.eventsOf('b'));
  expect(await takeBack('a', 'merged')).toBe('b');
  const now = caseFile(await register.eventsOf('b'));
  expect(caseFile(await register.eventsOf('a')).closed).toBeNull();
  expect(now.messages.length).toBe(before.messages.length);
  expect(now.points.map(({ text }) => text)).toEqual([...before.points.map(({ text }) => text), 'Another matter']);

  expect(await takeBack('a', 'undone')).toBe('b');
  expect(caseFile(await register.eventsOf('a')).closed?.how).toBe('merged');
  expect(caseFile(await register.eventsOf('b')).points).toEqual(merged.points);
});

test('a split: the points are back and the case that was split off is gone, unless it has gone on', async () => {
  const { register, entering, takeBack } = await two();
  const { points } = caseFile(await register.eventsOf('a'));
  const [first] = points.map(({ id, text, quoted }) => ({ id, text, quoted }));
  const drafts = splitDrafts(first ? [first] : [], await entering('a'));
  await register.append(drafts);
  const into = drafts[1]?.caseId ?? '';
  expect(caseFile(await register.eventsOf('a')).points).toHaveLength(points.length - 1);
  await register.append([{ ...draft('note-added', NOW, {}, { text: 'Rang' }), caseId: into }]);
  expect(await takeBack('a', 'split')).toBeNull();
  await takeBack(into, 'note-added');
  expect(await takeBack('a', 'split')).toBe(into);
  expect(caseFile(await register.eventsOf('a')).points).toEqual(points);
  expect(caseFileOrNull(await register.eventsOf(into))).toBeNull();
  expect(await register.row(into)).toBeNull();
});
