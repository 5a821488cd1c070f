import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import type { NeuralScores } from '../triage/verdict.ts';
import { readerQuestion } from './question.ts';
import { readerInWorker } from './reader.ts';

const reader = readerInWorker(() => new Worker(new URL('./worker.ts', import.meta.url), { type: 'module' }));

/** The neural reader of a page, in a worker that the first question starts. Rejects where it can't be had; null where another question came before it. */
export function readClosely(reading: Reading, settings: Settings): Promise<NeuralScores | null> {
  return reader.scores(readerQuestion(reading, settings));
}
