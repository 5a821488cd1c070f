import type { Span } from '../message.ts';
import type { Sentence } from '../reading/reading.ts';

/** A sentence of more characters than this gives only the clause in which the adjustment stands. */
const LONGEST = 200;
const CLAUSE_ENDS = /[,;:]\s|\s[–—-]\s/g;
/** A sentence that asks for it outweighs one that only tells of it. */
const ASKS = /\b(?:please|pls|can you|could you|i need|i'd like|i would like|only|from now on)\b/i;

/**
 * What the household asks us to do differently, in its own sentences: two words of one ("do not phone") may say something
 * else than the whole ("do not phone after 12"). Each thing once, however often it is said, in the order of the message.
 */
export function adjustmentsIn(sentences: readonly Sentence[], words: readonly Span[]): readonly string[] {
  const things = new Map<string, Span>();
  for (const word of words) {
    const sentence = sentences.find(({ start, end }) => word.start >= start && word.start < end);
    const whole = sentence ? clauseOf(sentence, word) : word;
    const thing = word.text.trim().toLowerCase().replace(/\s+/g, ' ');
    const before = things.get(thing);
    if (!before || (ASKS.test(whole.text) && !ASKS.test(before.text))) things.set(thing, whole);
  }
  const inOrder = [...things.values()].toSorted((left, right) => left.start - right.start);
  return [...new Set(inOrder.map(({ text }) => text.trim()))];
}

function clauseOf({ text, start, end }: Sentence, word: Span): Span {
  if (text.length <= LONGEST) return { text, start, end };
  const from = word.start - start;
  const to = from + word.text.length;
  const ends = [...text.matchAll(CLAUSE_ENDS)].map(({ index, 0: mark }) => ({ at: index, after: index + mark.length }));
  const first = ends.findLast(({ after }) => after <= from)?.after ?? 0;
  const last = ends.find(({ at }) => at >= to)?.at ?? text.length;
  return { text: text.slice(first, last), start: start + first, end: start + last };
}
