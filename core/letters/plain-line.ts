/*
 * Text that came from outside, made fit to stand in a letter: nothing in it can break a line, turn the direction of
 * writing, or be taken for a mark of ours.
 */

/** Longer than any sentence that belongs into a letter. */
const LONGEST = 2_000;

/** More lines than anybody types into one field. */
const MOST_LINES = 40;

/** Stands for a line break within a paragraph or an item; a value never holds it but by `paragraphs`. */
export const BREAK = '\ue004';

/**
 * A text as one line of a letter: without control characters, without marks that turn the direction of writing (they could
 * show a date or an address backwards), without the private characters by which we mark gaps.
 */
export function oneLine(text: string): string {
  const plain = text
    .slice(0, LONGEST * 2)
    .replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, ' ')
    .replace(/[\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ue000-\uf8ff\ufff0-\uffff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return whole(plain.length > LONGEST ? `${plain.slice(0, LONGEST)}…` : plain);
}

/** Without halves of characters: no document can hold them. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, '');
}

/** The lines of a text that have something in them, each as one line. */
export function linesOf(text: string): readonly string[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/, MOST_LINES * 4)
    .map(oneLine)
    .filter((line) => line !== '')
    .slice(0, MOST_LINES);
}

/** A text with its own paragraphs kept as line breaks. */
export function paragraphs(text: string): string {
  return linesOf(text).join(BREAK);
}

/** With a full stop where the writer left it out. */
export function sentence(text: string): string {
  const line = oneLine(text);
  return line === '' || /[.!?…]["”’)]?$/.test(line) ? line : `${line}.`;
}

/** As a part of a sentence: without the full stop at its end. */
export function clauseOfSentence(text: string): string {
  return oneLine(text).replace(/\.$/, '');
}

/** Money as a letter writes it: £150, £1,234.50. */
export function pounds(pence: number): string {
  const whole = Math.trunc(pence / 100).toLocaleString('en-GB');
  const rest = pence % 100;
  return rest === 0 ? `£${whole}` : `£${whole}.${String(rest).padStart(2, '0')}`;
}

/** Pence of an amount as people type it, `£1,234.50`; null where it is none. */
export function toPence(text: string): number | null {
  const parts = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{2}))?$/.exec(text.trim());
  if (!parts) return null;
  return Number((parts[1] ?? '').replaceAll(',', '')) * 100 + Number(parts[2] ?? 0);
}
