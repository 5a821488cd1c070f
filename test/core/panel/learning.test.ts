import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../../core/case/event.ts';
import { emptyMessage } from '../../../core/message.ts';
import { toInstant, toIsoDate } from '../../../core/dates.ts';
import type { Action } from '../../../core/panel/actions.ts';
import { keptTaught } from '../../../core/panel/effects/keep.ts';
import { lookAgain, show } from '../../../core/panel/effects/read-message.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import { correctionLines, isCorrection } from '../../../core/panel/learning/corrections.ts';
import { afterLessons, learn, putBack, takenBack } from '../../../core/panel/learning/learn.ts';
import { entryWords, taughtWords, wantingWords } from '../../../core/panel/learning/taught-words.ts';
import { initialState } from '../../../core/panel/state.ts';
import { NOTHING_TAUGHT, parseTaught, TAUGHT, taughtIn } from '../../../core/panel/taught-kept.ts';
import type { Lesson } from '../../../core/register/lessons.ts';
import { NO_SETTINGS, type Settings } from '../../../core/settings.ts';
import { LEAST } from '../../../core/triage/refit.ts';
import { entered, opening } from '../../support/case.ts';

const AT = toInstant('2026-03-25T09:26:00+00:00');
const TODAY = toIsoDate('2026-03-25');

function lesson(probability: number, dissatisfied: boolean, rest: Partial<Lesson> = {}): Lesson {
  const found = probability >= 0.38;
  const day = toIsoDate('2026-03-02');
  return { caseId: null, id: null, readers: 'both', isSettled: false, day, found, probability, dissatisfied, ...rest };
}
const many = (count: number, ...one: Parameters<typeof lesson>): readonly Lesson[] =>
  Array.from({ length: count }, () => lesson(...one));
const FEWER = [...many(60, 0.95, true), ...many(5, 0.6, true), ...many(40, 0.6, false), ...many(20, 0.1, false)];
const LEARNT = { slope: 1.177, shift: -0.648 };

describe('what is learnt', () => {
  test('comes with an entry: when, from how many, from what to what', () => {
    const kept = afterLessons(NOTHING_TAUGHT, FEWER, AT);
    expect(kept.numbers).toEqual(LEARNT);
    expect(kept.entries).toEqual([
      { at: AT, why: 'learnt', decisions: 125, from: { slope: 1, shift: 0 }, to: LEARNT, by: null },
    ]);
    expect(entryWords(kept.entries[0] as never, TODAY)).toBe(
      'Wed 25 Mar, 09:26: from 125 decisions, as delivered to slope 1.177, shift −0.648.',
    );
  });

  test('waits for ten more decisions, and for a change that anybody would see', () => {
    const kept = afterLessons(NOTHING_TAUGHT, FEWER, AT);
    expect(afterLessons(kept, [...FEWER, ...many(9, 0.6, false)], AT)).toBe(kept);
    expect(afterLessons(kept, [...FEWER, ...many(10, 0.6, false)], AT)).not.toBe(kept);
    expect(afterLessons(NOTHING_TAUGHT, many(39, 0.6, false), AT)).toBe(NOTHING_TAUGHT);
  });

  test('goes back to as delivered where the decisions are gone', () => {
    const kept = afterLessons(NOTHING_TAUGHT, FEWER, AT);
    expect(taughtIn(afterLessons(kept, [], AT))).toEqual({});
  });

  test('is put back by hand, and that is taken back; both are entered, and nothing before counts meanwhile', () => {
    const kept = afterLessons(NOTHING_TAUGHT, FEWER, AT);
    const who = { at: AT, by: 'Joanna Marsh' };
    const back = putBack(kept, who);
    expect(taughtIn(back)).toEqual({});
    expect(back).toMatchObject({ since: TODAY, decisions: 0 });
    const undone = takenBack(kept, back, who);
    expect(undone).toMatchObject({ numbers: LEARNT, since: null, decisions: 125 });
    expect(undone.entries.map(({ why }) => why)).toEqual(['learnt', 'back', 'undone']);
  });

  test('leaves out what something else settled, and what was decided before it was put back', async () => {
    const stored = new Map<string, unknown>();
    const asked: string[] = [];
    const ports = (lessons: readonly Lesson[]) =>
      ({
        store: { load: (key: string) => Promise.resolve(stored.get(key) ?? null), save: saveIn(stored) },
        clock: { now: () => AT },
        register: { lessons: (from: string) => Promise.resolve((asked.push(from), lessons)) },
      }) as never;
    await learn(ports(FEWER.map((one) => ({ ...one, isSettled: true }))));
    expect(stored.size).toBe(0);
    await learn(ports(FEWER));
    expect(taughtIn(parseTaught(stored.get(TAUGHT)))).toEqual({ taught: LEARNT });
    stored.set(TAUGHT, putBack(parseTaught(stored.get(TAUGHT)), { at: AT, by: '' }));
    await learn(ports([]));
    expect(asked).toEqual(['2025-03-25', '2025-03-25', '2026-03-26']);
  });
});

test('a verdict doesn’t change by it under the open message, and the next message has it', async () => {
  const stored = new Map<string, unknown>();
  const looks: Settings['taught'][] = [];
  let state = {
    ...initialState({ kind: 'extension', name: 'Gmail' }, AT),
    rules: null,
    setup: { settings: NO_SETTINGS, landlord: null, isDone: true },
  } as ReturnType<Run['state']>;
  const run = {
    ports: {
      store: { load: (key: string) => Promise.resolve(stored.get(key) ?? null), save: saveIn(stored) },
      clock: { now: () => AT },
      host: { name: 'Gmail' },
      look: (_: unknown, { settings }: { readonly settings: Settings }) => {
        looks.push(settings.taught);
        throw new Error('read far enough');
      },
      policies: {
        floorOn: () => Promise.resolve({ id: 'code' }),
        lawsOn: () => Promise.resolve([]),
        calendarOf: () => ({}),
      },
    },
    state: () => state,
    dispatch: (action: Action) => {
      if (action.type === 'message-shown') state = { ...state, open: action.open, desk: action.desk };
    },
    track: { asked: 0, shown: 0, looks: 0, closer: null, changedWhenShown: null },
  } as unknown as Run;
  await show(run, { source: 'host', key: 'a', message: emptyMessage() });
  stored.set(TAUGHT, afterLessons(await keptTaught(run), FEWER, AT));
  await lookAgain(run);
  await show(run, { source: 'host', key: 'a', message: emptyMessage() });
  await show(run, { source: 'host', key: 'b', message: emptyMessage() });
  expect(looks).toEqual([undefined, undefined, undefined, LEARNT]);
});

describe('in words', () => {
  test.each([
    [{ slope: 1, shift: 0 }, 'Duly decides as it was delivered.'],
    [{ slope: 1, shift: -0.3 }, 'Duly now calls slightly fewer messages dissatisfied.'],
    [{ slope: 1, shift: -0.9 }, 'Duly now calls fewer messages dissatisfied.'],
    [{ slope: 1, shift: 0.3 }, 'Duly now calls slightly more messages dissatisfied.'],
    [{ slope: 1, shift: 0.9 }, 'Duly now calls more messages dissatisfied.'],
    [{ slope: 1.2, shift: 0.02 }, 'Duly now calls as many messages dissatisfied as before, and is surer of itself.'],
    [
      { slope: 0.9, shift: -0.02 },
      'Duly now calls as many messages dissatisfied as before, and is less sure of itself.',
    ],
  ])('%j', (numbers, words) => {
    expect(taughtWords(numbers)).toBe(words);
  });

  test('what is wanting is counted each way', () => {
    expect(wantingWords({ yes: 32, no: 8 }, LEAST)).toBeNull();
    expect(wantingWords({ yes: 50, no: 7 }, LEAST)).toContain('50 said dissatisfied and 7 said not');
  });
});

describe('what was kept and can’t be used teaches nothing', () => {
  const good = afterLessons(NOTHING_TAUGHT, FEWER, AT);
  test.each([
    ['nothing', null],
    ['words', 'slope'],
    ['a number out of bounds', { ...good, numbers: { slope: 9, shift: 0 } }],
    ['no number', { ...good, numbers: { slope: Number.NaN, shift: 0 } }],
    ['a day that is none', { ...good, since: '2026-02-31' }],
    ['an entry of another shape', { ...good, entries: [{ at: 'now' }] }],
  ])('%s', (_, stored) => {
    expect(parseTaught(stored)).toEqual(NOTHING_TAUGHT);
  });

  test('what is good comes back as it was', () => {
    expect(parseTaught(JSON.parse(JSON.stringify(good)))).toEqual(good);
  });
});

describe('corrections as a file', () => {
  const delivered = { probability: 0.2, readers: 'both' } as const;
  const events = entered(
    opening().map((event): EventDraft => {
      if (event.type !== 'logged' || !event.data.reading) return event;
      return { ...event, data: { ...event.data, reading: { ...event.data.reading, found: false, delivered } } };
    }),
  );
  const lessons = [
    lesson(0.2, true, { caseId: 'a' }),
    lesson(0.7, false, { id: 'bb' }),
    lesson(0.8, false, { found: null, readers: null }),
    lesson(0.9, true),
    lesson(0.1, false, { found: null }),
  ];
  const linesOf = async (withText: boolean): Promise<readonly Record<string, unknown>[]> => {
    const lines: Record<string, unknown>[] = [];
    for await (const line of correctionLines(lessons, () => Promise.resolve(events), withText))
      lines.push(JSON.parse(line) as Record<string, unknown>);
    return lines;
  };

  test('only what was decided otherwise, with what Duly had said', async () => {
    expect(lessons.map(isCorrection)).toEqual([true, true, true, false, false]);
    const [, ...lines] = await linesOf(false);
    const day = '2026-03-02';
    expect(lines).toEqual([
      {
        id: 'aa',
        day,
        said: { dissatisfied: false, probability: 0.2, readers: 'both' },
        decided: { dissatisfied: true, route: 'stage-1' },
      },
      {
        id: 'bb',
        day,
        said: { dissatisfied: true, probability: 0.7, readers: 'both' },
        decided: { dissatisfied: false, route: 'none' },
      },
      {
        id: null,
        day,
        said: { dissatisfied: true, probability: 0.8, readers: null },
        decided: { dissatisfied: false, route: 'none' },
      },
    ]);
    expect(JSON.stringify(lines)).not.toMatch(/Ruth|floor/i);
  });

  test('the text only where it is asked for, of what is on a case; the first line says where personal data is', async () => {
    const [bare] = await linesOf(false);
    expect(bare?.['personalData']).toMatch(/^none in words/);
    const [head, one, ...others] = await linesOf(true);
    expect(head?.['personalData']).toMatch(/"text"/);
    expect(one?.['text']).toContain('Nobody came back.');
    expect(others.every((line) => !('text' in line))).toBe(true);
  });
});

function saveIn(stored: Map<string, unknown>): (key: string, value: unknown) => Promise<void> {
  return (key, value) => {
    stored.set(key, value);
    return Promise.resolve();
  };
}
