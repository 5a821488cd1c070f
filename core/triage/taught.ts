import { AS_DELIVERED, isSameTaught, type Taught } from '../settings.ts';
import { A_PERSON_LOOKS, confidenceOf, FOUND_FROM } from './confidence.ts';
import { logitOf, sigmoid } from './logits.ts';
import type { Confidence } from './verdict.ts';

/*
 * What a team's own decisions change of the verdict: two numbers, by which the probability of dissatisfaction is weighed
 * anew. Recall comes first: what Duly as delivered brings to a person is still brought to one, and nothing becomes clear
 * that wasn't.
 */

/** The probability after what a team taught; `probability` itself where it taught nothing. */
export function taughtProbability(probability: number, taught: Taught | undefined): number {
  if (!taught || isSameTaught(taught, AS_DELIVERED)) return probability;
  const moved = sigmoid(taught.slope * logitOf(probability) + taught.shift);
  return isBrought(probability) ? Math.max(moved, Math.min(probability, A_PERSON_LOOKS)) : moved;
}

/** How sure the verdict is after what a team taught: no surer than clear as delivered allows. */
export function taughtConfidence(delivered: number, taught: number): Confidence {
  const confidence = confidenceOf(taught, null);
  return confidence === 'clear' && confidenceOf(delivered, null) !== 'clear' ? 'likely' : confidence;
}

/** The probability as delivered from which a message counts as dissatisfied, after what a team taught. */
export function foundFrom({ slope, shift }: Taught): number {
  return sigmoid((logitOf(FOUND_FROM) - shift) / slope);
}

/** Found, or unsure: a person looks at it. */
function isBrought(probability: number): boolean {
  return probability >= FOUND_FROM || confidenceOf(probability, null) === 'unsure';
}
