import type { IsoDate } from '../dates.ts';
import { AS_DELIVERED, TAUGHT_WITHIN, type Taught } from '../settings.ts';
import { logitOf, sigmoid } from './logits.ts';
import { taughtProbability } from './taught.ts';

/** What a person's decision said of one message, beside what the readers had made of it. */
export interface Confirmation {
  /** As delivered: 0 to 1. */
  readonly probability: number;
  readonly dissatisfied: boolean;
  /** When it was decided. */
  readonly day: IsoDate;
}

/** Below so many confirmations, and so many of each kind, nothing is learnt. */
export const LEAST = { all: 40, eachKind: 8 } as const;

/*
 * How firmly the two numbers are held as delivered: as if so much had been seen already (one over the variance). Forty
 * confirmations weigh about as much as this.
 */
const FIRMNESS = { slope: 30, shift: 20 };
const ROUNDS = 40;
const HALVINGS = 40;
/** Steps in which the numbers are kept: the last figures of a sum differ from one machine to the next. */
const PLACES = 1_000;

/** A number that no confirmation has: what was kept is damaged, and nothing is learnt from it. */
export class ConfirmationError extends Error {
  override readonly name = 'ConfirmationError';
}

/** Whether there are enough confirmations to learn from, of both kinds. */
export function isEnough(confirmations: readonly Pick<Confirmation, 'dissatisfied'>[]): boolean {
  const yes = confirmations.filter(({ dissatisfied }) => dissatisfied).length;
  return confirmations.length >= LEAST.all && Math.min(yes, confirmations.length - yes) >= LEAST.eachKind;
}

/**
 * The two numbers that fit a team's confirmations best, held towards those as delivered and within bounds; as delivered
 * where there are too few, or where nothing would be better by them. The same confirmations give the same numbers, in
 * whatever order. Throws ConfirmationError for a probability that is none.
 */
export function refit(confirmations: readonly Pick<Confirmation, 'probability' | 'dissatisfied'>[]): Taught {
  for (const { probability } of confirmations)
    if (!(probability >= 0 && probability <= 1))
      throw new ConfirmationError(`a confirmation has the probability ${String(probability)}`);
  if (!isEnough(confirmations)) return AS_DELIVERED;
  const points = confirmations
    .map(({ probability, dissatisfied }) => ({ logit: logitOf(probability), is: Number(dissatisfied) }))
    .sort((left, right) => left.logit - right.logit || left.is - right.is);
  let { slope, shift } = AS_DELIVERED;
  for (let round = 0; round < ROUNDS; round++) {
    const before = [slope, shift];
    shift = lowest(TAUGHT_WITHIN.shift, (value) => FIRMNESS.shift * value + excess(points, slope, value, () => 1));
    slope = lowest(
      TAUGHT_WITHIN.slope,
      (value) => FIRMNESS.slope * (value - AS_DELIVERED.slope) + excess(points, value, shift, (logit) => logit),
    );
    if (before[0] === slope && before[1] === shift) break;
  }
  const fitted = { slope: Math.round(slope * PLACES) / PLACES, shift: Math.round(shift * PLACES) / PLACES };
  return logLoss(confirmations, fitted) < logLoss(confirmations, AS_DELIVERED) ? fitted : AS_DELIVERED;
}

/** How far the probabilities are from what was decided, on average: 0 = certain and right each time. */
export function logLoss(
  confirmations: readonly Pick<Confirmation, 'probability' | 'dissatisfied'>[],
  taught: Taught,
): number {
  const losses = confirmations.map(({ probability, dissatisfied }) => {
    const logit = logitOf(taughtProbability(probability, taught));
    return Math.log1p(Math.exp(dissatisfied ? -logit : logit));
  });
  return losses.reduce((sum, loss) => sum + loss, 0) / Math.max(1, losses.length);
}

interface Point {
  readonly logit: number;
  readonly is: number;
}

/** By how much the probabilities exceed what was decided, each weighed. */
function excess(points: readonly Point[], slope: number, shift: number, weight: (logit: number) => number): number {
  return points.reduce((sum, { logit, is }) => sum + (sigmoid(slope * logit + shift) - is) * weight(logit), 0);
}

/** Where a function that only grows crosses nought within bounds, or the bound nearest to it. */
function lowest([from, to]: readonly [number, number], grows: (value: number) => number): number {
  let [low, high]: [number, number] = [from, to];
  for (let halving = 0; halving < HALVINGS; halving++) {
    const middle = (low + high) / 2;
    if (grows(middle) > 0) high = middle;
    else low = middle;
  }
  return (low + high) / 2;
}
