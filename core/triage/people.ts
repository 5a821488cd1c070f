import type { Span } from '../message.ts';
import { ADJUSTMENT, SAFEGUARDING, VULNERABLE } from './flag-patterns.ts';
import { sentenceAt, type PlainText } from './plain-text.ts';

const MOST = 8;

/** Words by which the text says that somebody in the household is vulnerable, or asks for an adjustment. */
export function peopleIn(plain: PlainText): readonly (Span & { readonly kind: 'vulnerable' | 'adjustment' })[] {
  const vulnerable = spansOf(VULNERABLE, plain).map((span) => ({ ...span, kind: 'vulnerable' as const }));
  const adjustment = spansOf(ADJUSTMENT, plain).map((span) => ({ ...span, kind: 'adjustment' as const }));
  return [...vulnerable, ...adjustment].sort((left, right) => left.start - right.start);
}

/** Words that speak of harm or abuse. */
export function safeguardingIn(plain: PlainText): readonly Span[] {
  return spansOf(SAFEGUARDING, plain);
}

/** What the patterns match, as places in the message, in order and without overlap. */
function spansOf(patterns: readonly RegExp[], plain: PlainText): readonly Span[] {
  const found: Span[] = [];
  for (const pattern of patterns) {
    pattern.lastIndex = 0;
    for (let count = 0; count < MOST; count++) {
      const match = pattern.exec(plain.text);
      if (!match) break;
      const at = sentenceAt(plain, match.index);
      const sentence = plain.sentences[at];
      const shift = match.index - (plain.starts[at] ?? 0);
      if (!sentence || match[0].trim() === '') continue;
      const start = sentence.start + shift;
      const text = sentence.text.slice(shift, shift + match[0].length);
      found.push({ text, start, end: start + text.length });
    }
  }
  const inOrder = found.toSorted((left, right) => left.start - right.start || right.end - left.end);
  return inOrder
    .filter(
      (span, at) =>
        at === 0 || span.start >= Math.max(...inOrder.slice(Math.max(0, at - MOST), at).map(({ end }) => end)),
    )
    .slice(0, MOST);
}
