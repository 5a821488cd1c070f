import type { CaseFile } from '../case/case-file.ts';
import { ERASED } from '../case/event.ts';
import type { Span } from '../message.ts';
import { HAZARDS, type HazardKind } from '../triage/verdict.ts';
import { HAZARD_WORDS } from './verdict-words.ts';

/** A danger as a case's banner tells it. */
export interface CaseDanger {
  readonly heading: string;
  /** What may be one as well, in a few words; empty where there is nothing. */
  readonly possible: string;
  /** The sentences that say so, with the words that name it; none where the case no longer holds the message. */
  readonly quotes: readonly Quotation[];
}

interface Quotation {
  readonly span: Span;
  readonly words: readonly Span[];
}

/** Quotations in a banner; the message says the rest. */
const MOST_QUOTES = 2;

/**
 * What is dangerous on a case and isn't made safe: a danger that the message says is there now, or that somebody found or
 * entered, apart from what may be one. Null where there is none.
 */
export function caseDanger(file: CaseFile): CaseDanger | null {
  const { hazards, reading, signals } = file;
  const kinds = hazards.kinds.filter(isHazard);
  if (kinds.length === 0 || hazards.madeSafeAt !== null) return null;
  const read = reading?.dangers?.filter(({ kind }) => hazards.kinds.includes(kind));
  const ofMessage = new Set(reading?.hazards ?? []);
  const urgent = new Set(read?.filter(({ urgency }) => urgency === 'now').map(({ kind }) => kind));
  // An older entry says only that something in it was urgent, not what.
  const isAllUrgent = read === undefined && signals.includes('emergency-hazard');
  const isNow = (kind: HazardKind): boolean => ofMessage.has(kind) && (isAllUrgent || urgent.has(kind));
  const isFact = (kind: HazardKind): boolean => hazards.confirmed === true || isNow(kind) || !ofMessage.has(kind);
  const facts = kinds.filter(isFact);
  const possible = kinds.filter((kind) => !isFact(kind));
  const shown = facts.length > 0 ? facts : possible;
  const what = facts.length === 0 ? 'Possible hazard' : facts.some(isNow) ? 'Danger now' : 'Danger';
  return {
    heading: `${what}: ${inWords(shown)}`,
    possible: facts.length > 0 ? inWords(possible) : '',
    quotes: quotesOf(
      file,
      (read ?? []).filter(({ kind }) => shown.some((one) => one === kind)),
    ),
  };
}

function inWords(kinds: readonly HazardKind[]): string {
  return kinds.map((kind) => HAZARD_WORDS[kind]).join(', ');
}

function quotesOf(
  { messages }: CaseFile,
  places: readonly { readonly start: number; readonly end: number }[],
): readonly Quotation[] {
  const text = messages[0]?.text ?? '';
  const quotes = new Map<number, Quotation>();
  for (const { start, end } of places) {
    if (text === ERASED || start >= end || end > text.length) continue;
    const span = sentenceAt(text, start, end);
    const words = [...(quotes.get(span.start)?.words ?? []), { text: text.slice(start, end), start, end }];
    quotes.set(span.start, { span, words });
  }
  return [...quotes.values()].slice(0, MOST_QUOTES);
}

const SENTENCE_ENDS = ['. ', '! ', '? ', '\n'];

/** The sentence, or the line, in which some words stand. */
function sentenceAt(text: string, start: number, end: number): Span {
  const before = Math.max(...SENTENCE_ENDS.map((mark) => (start === 0 ? -1 : text.lastIndexOf(mark, start - 1))));
  const after = SENTENCE_ENDS.map((mark) => text.indexOf(mark, end - 1)).filter((at) => at !== -1);
  const to = after.length === 0 ? text.length : Math.min(...after) + 1;
  const piece = text.slice(before + 1, to);
  const from = before + 1 + (piece.length - piece.trimStart().length);
  const sentence = piece.trim();
  return { text: sentence, start: from, end: from + sentence.length };
}

const KINDS: ReadonlySet<string> = new Set(HAZARDS);

function isHazard(kind: string): kind is HazardKind {
  return KINDS.has(kind);
}
