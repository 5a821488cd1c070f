import type { Span } from '../message.ts';
import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import { linearReading } from '../triage/linear-reading.ts';
import { readerInput, type ReaderInput } from './input.ts';

/** What the neural reader is asked, as plain data that a worker can be handed. */
export interface ReaderQuestion {
  readonly input: ReaderInput;
  /** The sentences of the reading, in its order, as places in the message. */
  readonly sentences: readonly Span[];
  /** For each sentence, how much the linear reader saw in it: long mail is read where it tells most. */
  readonly telling: readonly number[];
}

/** The question that a message puts to the neural reader. */
export function readerQuestion(reading: Reading, settings: Settings): ReaderQuestion {
  return {
    input: readerInput(reading, settings),
    sentences: reading.sentences.map(({ start, end, text }) => ({ start, end, text })),
    telling: linearReading(reading, settings).sentenceLogits,
  };
}
