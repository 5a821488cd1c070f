import { emptyMessage, type Message } from './message.ts';
import type { Policy } from './policy/policy.ts';
import type { Signal } from './policy/signals.ts';
import { read } from './reading/read.ts';
import type { Reading } from './reading/reading.ts';
import { NO_SETTINGS, type Settings } from './settings.ts';
import { findings, triage } from './triage/triage.ts';
import type { NeuralScores, Verdict } from './triage/verdict.ts';

/** What a look at a message needs beside it. */
export interface LookContext {
  readonly settings: Settings;
  readonly policy: Policy;
  /** What the register knows of the sender's cases. */
  readonly known: ReadonlySet<Signal>;
  /** The neural reader's scores; null while it isn't there. */
  readonly neural: NeuralScores | null;
}

/**
 * The first half of the sentence, before anybody has decided: what was written, and what the policy makes of it. In a file
 * of its own, so that a host can fetch the recogniser and its weights beside the panel.
 */
export function look(message: Message, context: LookContext): { readonly reading: Reading; readonly verdict: Verdict } {
  const reading = read(message, context.settings);
  return { reading, verdict: triage(reading, context) };
}

/** Words of nobody's, in the two ways in which browsers keep text: each has its own patterns. */
const WORDS = [
  'The lift isn’t working again, and nobody came on Monday.',
  'Thank you for the visit on 3 March.',
] as const;
/** A pattern is interpreted at first and compiled when it is wanted again. */
const ROUNDS = 2;

/**
 * Reads words of nobody's, one step at a time and under no policy, so that a browser has compiled the recogniser's patterns
 * by the time that a message comes: the first reading takes longer than that of a long message. Nothing comes of it.
 */
export function* rehearsal(): Generator<void> {
  for (let round = 0; round < ROUNDS; round++)
    for (const text of WORDS) {
      const reading = read({ ...emptyMessage(), text }, NO_SETTINGS);
      yield;
      findings(reading, { settings: NO_SETTINGS, neural: null });
      yield;
    }
}
