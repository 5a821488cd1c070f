import type { Span } from '../message.ts';

/** A stretch of a quotation; `isMarked` = these words decided it. */
export interface QuotePart {
  readonly text: string;
  readonly isMarked: boolean;
}

/** A quotation longer than this shows the part with the deciding words; nobody reads a page to check a verdict. */
const LONGEST = 320;
const BEFORE = 120;

/** A quotation cut into marked and unmarked stretches. Marks that lie outside it, or over one another, are left out. */
export function quoteParts(quote: Span, words: readonly Span[]): readonly QuotePart[] {
  const marks = words
    .map(({ start, end }) => ({ start: start - quote.start, end: end - quote.start }))
    .filter(({ start, end }) => start >= 0 && end <= quote.text.length && end > start)
    .sort((left, right) => left.start - right.start);
  const { from, to } = windowOf(quote.text, marks[0]?.start ?? 0);
  const parts: QuotePart[] = [];
  let at = from;
  const add = (end: number, isMarked: boolean): void => {
    const text = quote.text.slice(at, end);
    if (text !== '') parts.push({ text, isMarked });
    at = end;
  };
  for (const { start, end } of marks) {
    if (start < at || end > to) continue;
    add(start, false);
    add(end, true);
  }
  add(to, false);
  return withEllipses(trimmed(parts), { before: from > 0, after: to < quote.text.length });
}

function windowOf(text: string, firstMark: number): { readonly from: number; readonly to: number } {
  if (text.length <= LONGEST) return { from: 0, to: text.length };
  const from = Math.max(0, Math.min(firstMark - BEFORE, text.length - LONGEST));
  // Never between the two halves of a character, nor within a word where there are words.
  const start = from === 0 ? 0 : after(text, from);
  const end = Math.min(text.length, start + LONGEST);
  return { from: start, to: end === text.length ? end : before(text, end) };
}

function after(text: string, at: number): number {
  const space = text.indexOf(' ', at);
  return space === -1 || space - at > 40 ? whole(text, at) : space + 1;
}

function before(text: string, at: number): number {
  const space = text.lastIndexOf(' ', at);
  return at - space > 40 ? whole(text, at) : space;
}

function whole(text: string, at: number): number {
  const code = text.charCodeAt(at);
  return code >= 0xdc00 && code <= 0xdfff ? at - 1 : at;
}

function trimmed(parts: readonly QuotePart[]): readonly QuotePart[] {
  return parts
    .map((part, index) => {
      const text = index === 0 ? part.text.trimStart() : part.text;
      return { ...part, text: index === parts.length - 1 ? text.trimEnd() : text };
    })
    .filter(({ text }) => text !== '');
}

function withEllipses(
  parts: readonly QuotePart[],
  { before: isCutBefore, after: isCutAfter }: { readonly before: boolean; readonly after: boolean },
): readonly QuotePart[] {
  const dots = (text: string): QuotePart => ({ text, isMarked: false });
  return [...(isCutBefore ? [dots('… ')] : []), ...parts, ...(isCutAfter ? [dots(' …')] : [])];
}
