import type { Policy } from '../policy/policy.ts';
import type { Signal } from '../policy/signals.ts';
import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import { decide } from './decide.ts';
import { findings } from './findings.ts';
import type { NeuralScores, Verdict } from './verdict.ts';

export { decide } from './decide.ts';
export { findings } from './findings.ts';

/** What triage knows beside the words. */
export interface TriageContext {
  readonly settings: Settings;
  readonly policy: Policy;
  /** What the register knows of the sender's cases. */
  readonly known: ReadonlySet<Signal>;
  /** The neural reader's scores; null while it isn't there. */
  readonly neural: NeuralScores | null;
}

/** Whether a message is dissatisfaction, with the sentences that show it, and what one policy makes of it. */
export function triage(reading: Reading, { settings, policy, known, neural }: TriageContext): Verdict {
  return decide(findings(reading, { settings, neural }), policy, known);
}
