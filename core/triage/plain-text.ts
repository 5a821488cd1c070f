import type { Sentence } from '../reading/reading.ts';

/**
 * The sentences of a message as the patterns see them: lower case, straight apostrophes and inverted commas, one sentence
 * a line. Every character stands for one of the original, so that a place here is a place in the message.
 */
export interface PlainText {
  readonly text: string;
  /** Where each sentence begins in `text`. */
  readonly starts: readonly number[];
  readonly sentences: readonly Sentence[];
}

/** Puts the sentences into the form that patterns are matched against. */
export function plainText(sentences: readonly Sentence[]): PlainText {
  const starts: number[] = [];
  let text = '';
  for (const sentence of sentences) {
    starts.push(text.length);
    text += `${plain(sentence.text)}\n`;
  }
  return { text, starts, sentences };
}

/** Lower case and plain punctuation, of the same length. */
export function plain(text: string): string {
  const lower = text.toLowerCase();
  const same = lower.length === text.length ? lower : Array.from(text, sameLength).join('');
  return same
    .replace(/[\u2018\u2019\u02bc\u0060\u00b4]/g, "'")
    .replace(/[\u201c\u201d\u201e\u00ab\u00bb]/g, '"')
    .replace(/[\r\n\t\u00a0\u2009\u200a\u202f]/g, ' ');
}

/** A few capitals, İ among them, have small letters that take up more room. */
function sameLength(character: string): string {
  const lower = character.toLowerCase();
  return lower.length === character.length ? lower : character;
}

/** Which sentence a place in the plain text belongs to. */
export function sentenceAt({ starts }: PlainText, place: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}
