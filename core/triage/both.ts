import fitted from './both.json' with { type: 'json' };
import { logitOf, sigmoid } from './logits.ts';
import type { Flag, Hazard, NeuralScores } from './verdict.ts';

/*
 * One verdict from two readers. How much each counts was fitted on writers that neither had learnt from:
 * `npm run fit:both`, which writes both.json.
 */

/** The probability of dissatisfaction by both readers; the linear one's alone while the other isn't there. */
export function bothProbability(linear: number, neural: NeuralScores | null): number {
  if (neural === null) return linear;
  const { linear: one, neural: other, shift } = fitted.dissatisfaction;
  return sigmoid(one * logitOf(linear) + other * logitOf(neural.probability) + shift);
}

/** How far a flag's chance by both readers lies above the cut from which it is set; negative = not set. */
export function bothMargin(flag: string, linear: number, neural: number): number {
  const { share, cuts } = fitted.flags;
  const cut = (cuts as Readonly<Record<string, number>>)[flag] ?? 0.5;
  return share * neural + (1 - share) * linear - cut;
}

/** Of one of several, the likelihood by both readers, as a logarithm. */
export function bothLikelihood(of: 'intents' | 'speakers', linear: number, neural: number): number {
  const share = fitted[of];
  return share * Math.log(Math.max(1e-4, neural)) + (1 - share) * Math.log(Math.max(1e-4, linear));
}

/** How much each sentence shows by both readers, as logits. */
export function bothSentences(linear: readonly number[], neural: NeuralScores | null): readonly number[] {
  if (neural?.sentences.length !== linear.length) return linear;
  return linear.map((logit, at) => logit + fitted.sentences * logitOf(neural.sentences[at] ?? 0.5));
}

/** The flags that say of a danger to people; any one of them is one. */
export const DANGERS = ['health_safety', 'safeguarding', 'building_safety'] as const satisfies readonly Flag[];

/** For each flag of danger, how probable the linear reader finds it. */
export type DangerChances = Readonly<Record<(typeof DANGERS)[number], number>>;

/**
 * Whether both readers together see a danger to people, tuned to miss few: the words that name one are then shown. Words
 * of a danger that is there now always stand, whatever the readers make of the rest. Null while the neural reader isn't
 * there.
 */
export function bothDanger(
  hazards: readonly Hazard[],
  linear: DangerChances,
  neural: NeuralScores | null,
): boolean | null {
  if (neural === null) return null;
  const { weights, shift, cut } = fitted.danger;
  const facts = dangerFacts(hazards, linear, neural.flags);
  const chance = sigmoid(facts.reduce((sum, fact, at) => sum + fact * (weights[at] ?? 0), shift));
  return hazards.some(({ urgency }) => urgency === 'now') || chance >= cut;
}

/** What a danger is judged by, in the order of its weights: the words that tell one, and the likeliest danger by both readers. */
export function dangerFacts(
  hazards: readonly Hazard[],
  linear: DangerChances,
  flags: NeuralScores['flags'],
): readonly number[] {
  return [
    Number(hazards.some(({ urgency }) => urgency === 'now')),
    Number(hazards.some(({ urgency }) => urgency === 'possible')),
    Math.max(...DANGERS.map((flag) => logitOf(linear[flag]) + logitOf(flags[flag] ?? 0.5))),
  ];
}
