import type { ReaderInput } from './input.ts';
import { piecesOf, type Piece, type Vocabulary } from './word-pieces.ts';

/** The sizes that the model was trained with, in pieces. */
const WINDOW = 256;
const HEAD = 40;
const CONTEXT = 32;
/** Long mail is read in parts, at most so many of them. */
const MOST_WINDOWS = 4;
/** Four whole windows take too long: mail that has more than three is read in four that are so long, head and all. */
const SHORTER_WINDOW = 184;
/** Of a text longer than this, in pieces, the rest is not looked at here: the linear reader weighs it. */
const LONGEST = 6_000;

/** One pass of the model: `[CLS] head [SEP] text [SEP] context [SEP]`. */
export interface Window {
  readonly ids: readonly number[];
  /** 1 for pieces of the text and the mark behind it, 0 for the rest. */
  readonly types: readonly number[];
  /** The place in `ids` of the first piece of the text. */
  readonly textAt: number;
  /** The text's pieces in this window, with their spans in `input.text`. */
  readonly pieces: readonly Piece[];
}

/**
 * The windows of a message. A text that fits is one window; of a longer one the parts with the most telling sentences are
 * taken, in their order. `telling` gives for a place in `input.text` how much the linear reader saw there.
 */
export function windowsOf(
  input: ReaderInput,
  vocabulary: Vocabulary,
  telling: (start: number, end: number) => number,
): readonly Window[] {
  const head = piecesOf(input.head, vocabulary, HEAD).map(({ id }) => id);
  const context = input.context === '' ? [] : piecesOf(input.context, vocabulary, CONTEXT).map(({ id }) => id);
  const around = head.length + context.length + (context.length > 0 ? 4 : 3);
  const pieces = piecesOf(input.text, vocabulary, LONGEST);
  const isLong = pieces.length > (MOST_WINDOWS - 1) * (WINDOW - around);
  const room = (isLong ? SHORTER_WINDOW : WINDOW) - around;

  const parts: (readonly Piece[])[] = [];
  for (let from = 0; from === 0 || from < pieces.length; from += room) parts.push(pieces.slice(from, from + room));
  const chosen = parts
    .map((part, index) => ({ part, index, tells: telling(part[0]?.start ?? 0, part.at(-1)?.end ?? 0) }))
    // The beginning says what a message is about: it is always read.
    .sort(
      (left, right) =>
        Number(right.index === 0) - Number(left.index === 0) || right.tells - left.tells || left.index - right.index,
    )
    .slice(0, MOST_WINDOWS)
    .sort((left, right) => left.index - right.index);
  return chosen.map(({ part }) => windowOf(head, part, context, vocabulary));
}

function windowOf(
  head: readonly number[],
  pieces: readonly Piece[],
  context: readonly number[],
  { begin, separator }: Vocabulary,
): Window {
  const text = pieces.map(({ id }) => id);
  const after = context.length > 0 ? [...context, separator] : [];
  return {
    ids: [begin, ...head, separator, ...text, separator, ...after],
    types: [
      ...Array<number>(head.length + 2).fill(0),
      ...Array<number>(text.length + 1).fill(1),
      ...after.map(() => 0),
    ],
    textAt: head.length + 2,
    pieces,
  };
}
