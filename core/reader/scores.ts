import type { Span } from '../message.ts';
import { sigmoid } from '../triage/logits.ts';
import type { NeuralScores } from '../triage/verdict.ts';
import type { ReaderCard } from './card.ts';
import type { ReaderQuestion } from './question.ts';
import type { Window } from './windows.ts';

/** What the model says of one window, its heads in the card's order. */
export interface WindowScores {
  /** How much the window shows dissatisfaction, as a logit. */
  readonly dissatisfaction: number;
  /** Shares that sum to 1. */
  readonly intents: ArrayLike<number>;
  /** Each 0 to 1. */
  readonly flags: ArrayLike<number>;
  /** Shares that sum to 1. */
  readonly speakers: ArrayLike<number>;
  /** For each piece of the window, 0 to 1: how much it shows the dissatisfaction. */
  readonly evidence: ArrayLike<number>;
}

/** A sentence shows as much as its most telling run of so many pieces. */
const RUN = 4;

/** The scores of a message from those of its windows. */
export function scoresOf(
  { input, sentences }: ReaderQuestion,
  windows: readonly { readonly window: Window; readonly scores: WindowScores }[],
  card: ReaderCard,
): NeuralScores {
  const pieces = windows.flatMap(({ window, scores }) =>
    window.pieces.map(({ start, end }, at) => ({
      start: placeIn(input.parts, start),
      end: placeIn(input.parts, Math.max(start, end - 1)) + 1,
      score: scores.evidence[window.textAt + at] ?? 0,
    })),
  );
  const each = windows.map(({ scores }) => scores);
  return {
    // One part of a long letter that complains makes it a complaint.
    probability: sigmoid(Math.max(...each.map(({ dissatisfaction }) => dissatisfaction))),
    sentences: sentences.map((sentence) => strongestRun(scoresWithin(pieces, sentence))),
    intents: byName(card.intents, (at) => mean(each.map(({ intents }) => intents[at] ?? 0))),
    flags: byName(card.flags, (at) => Math.max(...each.map(({ flags }) => flags[at] ?? 0))),
    speakers: byName(card.speakers, (at) => mean(each.map(({ speakers }) => speakers[at] ?? 0))),
  };
}

/** Where a place in the joined parts stands in the message. */
function placeIn(parts: readonly Span[], place: number): number {
  let from = 0;
  for (const { start, end } of parts) {
    const length = end - start;
    if (place <= from + length) return start + place - from;
    from += length + 1;
  }
  return parts.at(-1)?.end ?? place;
}

interface ScoredPiece {
  readonly start: number;
  readonly end: number;
  readonly score: number;
}

/** The scores of the pieces in a stretch of the message. The pieces stand in its order: a long message has many sentences that no window reads. */
function scoresWithin(pieces: readonly ScoredPiece[], { start, end }: Span): readonly number[] {
  let low = 0;
  let high = pieces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.end ?? 0) > start) high = middle;
    else low = middle + 1;
  }
  const scores: number[] = [];
  for (let at = low; at < pieces.length; at++) {
    const piece = pieces[at];
    if (!piece || piece.start >= end) break;
    scores.push(piece.score);
  }
  return scores;
}

function strongestRun(scores: readonly number[]): number {
  let strongest = 0;
  for (let from = 0; from === 0 || from + RUN <= scores.length; from++)
    strongest = Math.max(strongest, mean(scores.slice(from, from + RUN)));
  return strongest;
}

function byName<T extends string>(names: readonly T[], score: (at: number) => number): Readonly<Record<T, number>> {
  return Object.fromEntries(names.map((name, at) => [name, score(at)])) as Record<T, number>;
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
