import type { MessageKey } from '../../host.ts';
import type { Reading } from '../../reading/reading.ts';
import type { Settings } from '../../settings.ts';
import type { NeuralScores, Verdict } from '../../triage/verdict.ts';
import type { Looked, SecondReading } from '../state.ts';
import type { Run } from './run.ts';

/*
 * The second, slower reading. The first verdict is on screen meanwhile; the second one takes its place as long as the person
 * has entered nothing about the message, and is told of beside it afterwards.
 */

/** What came of the last message that was read closely, kept while it is looked at again. */
export interface Closer {
  readonly key: MessageKey;
  readonly text: string;
  readonly settings: string;
  /** Null where they weren't put in. */
  readonly scores: NeuralScores | null;
  readonly second: SecondReading;
}

/** How the second reading of a message stands, and the scores to look with; `none` where this host has no second reader. */
export function closerBefore(
  { track, ports }: Run,
  key: MessageKey,
  { reading, settings }: { readonly reading: Reading; readonly settings: Settings },
): Pick<Closer, 'scores' | 'second'> {
  const { closer } = track;
  const isSame = closer?.key === key && closer.text === reading.newText && closer.settings === JSON.stringify(settings);
  return isSame ? closer : { scores: null, second: ports.secondReader ? 'awaited' : 'none' };
}

/**
 * Has a message read closely, and says what came of it: the looked with the scores, or the first one where the person has
 * begun to act on it meanwhile. A reader that can't be had leaves the first verdict.
 */
export async function readClosely(
  run: Run,
  key: MessageKey,
  { first, settings, again }: ReadClosely,
): Promise<Pick<Looked, 'reading' | 'verdict' | 'second'>> {
  const { reading, verdict } = first;
  const kept = { key, text: reading.newText, settings: JSON.stringify(settings) };
  try {
    const scores = (await run.ports.secondReader?.(reading, settings)) ?? null;
    // Another message was opened before this one's turn: it isn't read, and is read when it is opened again.
    if (!scores) return { reading, verdict, second: 'awaited' };
    const looked = again(scores);
    if (!hasBegun(run, key)) {
      run.track.closer = { ...kept, scores, second: 'done' };
      return { ...looked, second: 'done' };
    }
    const second = differs(verdict, looked.verdict) ? 'differs' : 'done';
    run.track.closer = { ...kept, scores: null, second };
    return { reading, verdict, second };
  } catch {
    run.track.closer = { ...kept, scores: null, second: 'failed' };
    return { reading, verdict, second: 'failed' };
  }
}

interface ReadClosely {
  readonly first: Pick<Looked, 'reading' | 'verdict'>;
  readonly settings: Settings;
  /** Looks again, with the scores. */
  readonly again: (scores: NeuralScores | null) => Pick<Looked, 'reading' | 'verdict'>;
}

/** Whether the person has entered anything since the message was shown. */
function hasBegun(run: Run, key: MessageKey): boolean {
  const { desk } = run.state();
  return desk?.key === key && desk.changedAt !== run.track.changedWhenShown;
}

function differs(first: Verdict, second: Verdict): boolean {
  return first.dissatisfaction.found !== second.dissatisfaction.found || first.route.to !== second.route.to;
}
