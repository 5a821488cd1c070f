import type { Displeasure } from './displeasure.ts';
import type { Asked } from './explicit.ts';
import type { Reading } from '../reading/reading.ts';
import type { Calibration } from './linear-model.ts';
import { sigmoid } from './logits.ts';
import type { Confidence } from './verdict.ts';

/**
 * Probability from which a message counts as dissatisfied. In cross-validation F1 is best from 0.30 to 0.40; the upper end,
 * because a real inbox holds less dissatisfaction than the one trained on.
 */
export const FOUND_FROM = 0.38;

/*
 * The bands of the verdict, either way, as cross-validation over writers found them: where a verdict is right 97 times in
 * 100 it is clear; between the outer two of the other bounds a person should look.
 */
const CLEAR_FROM = 0.96;
const LIKELY_FROM = 0.5;
const UNLIKELY_BELOW = 0.2;
const CLEAR_BELOW = 0.02;

/** Neither found nor dismissed: a person looks. */
export const A_PERSON_LOOKS = (UNLIKELY_BELOW + FOUND_FROM) / 2;

/** The linear reader's probability from its logit. */
export function linearProbability(logit: number, { slope, shift }: Calibration): number {
  return sigmoid(slope * logit + shift);
}

/** A text up to so many characters that asks for a complaint says little else: its other words weigh nothing. */
const BARE = 200;
/** Below this the words around it say so clearly that it is meant otherwise that a person decides. */
const MEANT_OTHERWISE = 0.06;

/** The least that stands when something is asked for in so many words, however the rest of the text sounds. */
export function atLeast(probability: number, asked: Asked | null, length: number): number {
  if (asked === null) return probability;
  const isSettled = asked === 'next-stage' || (length <= BARE && probability >= MEANT_OTHERWISE);
  return Math.max(probability, isSettled ? LIKELY_FROM : A_PERSON_LOOKS);
}

/** The least that stands when the writer says plainly that they are displeased. */
export function atLeastDispleased(probability: number, said: Displeasure | null): number {
  return said === null ? probability : Math.max(probability, said.isOfOurs ? LIKELY_FROM : A_PERSON_LOOKS);
}

/**
 * What stands of mail that a machine sent by itself: unless it reads like dissatisfaction all the same, nobody need look
 * whether it is.
 */
export function ofMachine(probability: number): number {
  return probability < LIKELY_FROM ? Math.min(probability, UNLIKELY_BELOW - 0.01) : probability;
}

/** How sure the verdict is. A text that could not be read gives none. */
export function confidenceOf(probability: number, unreadable: Reading['unreadable']): Confidence {
  if (unreadable !== null) return 'not-read';
  if (probability >= CLEAR_FROM || probability < CLEAR_BELOW) return 'clear';
  return probability >= LIKELY_FROM || probability < UNLIKELY_BELOW ? 'likely' : 'unsure';
}
