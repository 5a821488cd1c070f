import { describe, expect, test } from 'vitest';
import { toInstant } from '../../../core/dates.ts';
import { closerBefore, readClosely } from '../../../core/panel/effects/second-reading.ts';
import type { Run } from '../../../core/panel/effects/run.ts';
import type { Looked } from '../../../core/panel/state.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import type { NeuralScores } from '../../../core/triage/verdict.ts';

const scores: NeuralScores = { probability: 0.9, sentences: [], intents: {}, flags: {}, speakers: {} };
const reading = { newText: 'The gate is off.' };
const seen = (found: boolean, to: string): Pick<Looked, 'reading' | 'verdict'> =>
  ({ reading, verdict: { dissatisfaction: { found, probability: 0 }, route: { to } } }) as never;
const first = seen(false, 'request');
const closer = seen(true, 'stage:stage-1');
const again = (neural: NeuralScores | null): Pick<Looked, 'reading' | 'verdict'> => (neural ? closer : first);

function runWith(secondReader: Run['ports']['secondReader'], changedAt: string | null = null): Run {
  const desk = { key: 'a', changedAt: changedAt === null ? null : toInstant(changedAt) };
  return {
    ports: { secondReader } as never,
    state: () => ({ desk }) as never,
    dispatch: () => undefined,
    track: { closer: null, changedWhenShown: null } as never,
  };
}
const asked = { first, settings: NO_SETTINGS, again };

describe('the closer reading', () => {
  test('takes the first one’s place, and is kept for the next look at the same message', async () => {
    const run = runWith(() => Promise.resolve(scores));
    expect(closerBefore(run, 'a', { reading: first.reading, settings: NO_SETTINGS })).toEqual({
      scores: null,
      second: 'awaited',
    });
    expect(await readClosely(run, 'a', asked)).toEqual({ ...closer, second: 'done' });
    expect(closerBefore(run, 'a', { reading: first.reading, settings: NO_SETTINGS })).toMatchObject({
      scores,
      second: 'done',
    });
    expect(closerBefore(run, 'b', { reading: first.reading, settings: NO_SETTINGS }).second).toBe('awaited');
  });

  test('changes nothing under a person who has begun, and says that it differs', async () => {
    const run = runWith(() => Promise.resolve(scores), '2026-03-25T09:26:00+00:00');
    expect(await readClosely(run, 'a', asked)).toEqual({ ...first, second: 'differs' });
    const next = closerBefore(run, 'a', { reading: first.reading, settings: NO_SETTINGS });
    expect(next).toMatchObject({ scores: null, second: 'differs' });
  });

  test('that agrees with what the person acts on says nothing', async () => {
    const run = runWith(() => Promise.resolve(scores), '2026-03-25T09:26:00+00:00');
    const same = { ...asked, again: () => first };
    expect(await readClosely(run, 'a', same)).toEqual({ ...first, second: 'done' });
  });

  test('that can’t be had leaves the first, and is not asked for again and again', async () => {
    const run = runWith(() => Promise.reject(new Error('no memory')));
    expect(await readClosely(run, 'a', asked)).toEqual({ ...first, second: 'failed' });
    expect(closerBefore(run, 'a', { reading: first.reading, settings: NO_SETTINGS }).second).toBe('failed');
  });

  test('of a message that was passed over meanwhile is still awaited, and is no failure', async () => {
    const run = runWith(() => Promise.resolve(null));
    expect(await readClosely(run, 'a', asked)).toEqual({ ...first, second: 'awaited' });
    expect(closerBefore(run, 'a', { reading: first.reading, settings: NO_SETTINGS }).second).toBe('awaited');
  });

  test('isn’t waited for where the host has none', () => {
    const run = runWith(undefined);
    expect(closerBefore(run, 'a', { reading: first.reading, settings: NO_SETTINGS }).second).toBe('none');
  });
});
