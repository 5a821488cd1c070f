import type { Message } from './message.ts';
import type { Policy } from './policy/policy.ts';
import type { Signal } from './policy/signals.ts';
import { read } from './reading/read.ts';
import type { Reading } from './reading/reading.ts';
import type { Settings } from './settings.ts';
import { triage } from './triage/triage.ts';
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
