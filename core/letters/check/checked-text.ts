import type { Span } from '../../message.ts';

/*
 * A letter as the check reads it. Every form of the text has the length of the text as given, so that a place in one is
 * the place in all. No part of the text is ever used as a pattern.
 */

export interface CheckedText {
  readonly text: string;
  /** In lower case, with plain quotation marks and spaces. */
  readonly lower: string;
  /** The same, with what stands in quotation marks blanked: the resident's words are not ours. */
  readonly ours: string;
  readonly sentences: readonly Sentence[];
  readonly words: ReadonlySet<string>;
}

export interface Sentence {
  readonly start: number;
  readonly end: number;
  readonly words: ReadonlySet<string>;
}

/** Reads a letter, in time linear in its length. */
export function checkedText(text: string): CheckedText {
  const lower = lowered(text);
  const ours = withoutQuotations(text, lower);
  const sentences = sentencesOf(text).map(({ start, end }) => ({
    start,
    end,
    words: new Set(contentWords(lower.slice(start, end))),
  }));
  return { text, lower, ours, sentences, words: new Set(contentWords(lower)) };
}

/** The words found, as they stand in the letter. */
export function spanOf({ text }: CheckedText, start: number, end: number): Span {
  return { text: text.slice(start, end), start, end };
}

/** The sentence that a place is in. */
export function sentenceAt({ sentences }: CheckedText, at: number): Sentence {
  let low = 0;
  let high = sentences.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle]?.end ?? 0) <= at) low = middle + 1;
    else high = middle;
  }
  return sentences[low] ?? { start: 0, end: 0, words: new Set() };
}

/** Every place of some words, whatever their case and however they are spaced; empty for no words. */
export function placesOf(text: CheckedText, words: string): readonly Span[] {
  const wanted = lowered(words).replace(/\s+/g, ' ').trim();
  if (wanted === '') return [];
  const places: Span[] = [];
  for (let at = text.lower.indexOf(wanted); at >= 0; at = text.lower.indexOf(wanted, at + wanted.length))
    places.push(spanOf(text, at, at + wanted.length));
  return places;
}

/** Whether what some words say is in the letter: the words themselves, or most of what carries their meaning, close together. */
export function isSaid(text: CheckedText, words: string): boolean {
  if (placesOf(text, words).length > 0) return true;
  const wanted = [...new Set(contentWords(lowered(words)))];
  if (wanted.length === 0) return false;
  return text.sentences.some((sentence, index) => {
    const next = text.sentences[index + 1];
    const there = wanted.filter((word) => sentence.words.has(word) || next?.words.has(word));
    return there.length >= Math.ceil(wanted.length * 0.6);
  });
}

/** The part of some words' meaning that is anywhere in the letter, 0 to 1. */
export function shareOf({ words }: CheckedText, wanted: string): number {
  const own = [...new Set(contentWords(lowered(wanted)))];
  return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length;
}

/** Digits of a telephone number, however it is spaced; empty where the number isn't there. */
export function numbersOf(text: CheckedText, phone: string): readonly Span[] {
  const wanted = phone.replace(/\D/g, '');
  if (wanted.length < 6) return [];
  return [...text.lower.matchAll(/\+?\d(?:[\d ()-]{4,20})\d/g)]
    .filter(({ 0: found }) => found.replace(/\D/g, '').replace(/^44/, '0').endsWith(wanted))
    .map(({ 0: found, index }) => spanOf(text, index, index + found.length));
}

function lowered(text: string): string {
  return text
    .replace(/[A-ZÀ-ÖØ-Þ]/g, (letter) => letter.toLowerCase())
    .replace(/[‘’ʼ]/g, "'")
    .replace(/[“”]/g, '"')
    .replace(/[‐‑]/g, '-')
    .replace(/[\t\u00a0\u2000-\u200a\u202f]/g, ' ');
}

/** Curly quotation marks show where they begin and end; the longest quotation that counts is a paragraph. */
function withoutQuotations(text: string, lower: string): string {
  let ours = '';
  let from = 0;
  for (const { 0: quoted, index } of text.matchAll(/“[^“”]{0,4000}”/g)) {
    ours += lower.slice(from, index) + ' '.repeat(quoted.length);
    from = index + quoted.length;
  }
  return ours + lower.slice(from);
}

/** Sentences end with the line, and with a stop before white space unless the next word goes on small: "i.e. by Friday". */
function sentencesOf(text: string): { readonly start: number; readonly end: number }[] {
  const sentences: { start: number; end: number }[] = [];
  let start = 0;
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') sentences.push({ start, end });
    start = end;
  };
  for (let at = 0; at < text.length; at++) {
    const character = text[at];
    if (character === '\n') close(at + 1);
    else if (character === '!' || character === '?') close(at + 1);
    else if (character === '.' && /^\s(?![a-zà-þ])|^$/.test(text.slice(at + 1, at + 3))) close(at + 1);
  }
  close(text.length);
  return sentences;
}

const EMPTY = new Set(
  'the and for that this with you your our are was were will would can could have has had not but from they them their there what when where which who how been being about into than then also any all one may must should shall does did done its his her him she more some such only very here just out off over under again upon'.split(
    ' ',
  ),
);

/** Words that carry meaning: figures, and words of three letters or more but those that hold sentences together. */
function contentWords(lower: string): string[] {
  return (lower.match(/[a-zà-þ£]{3,40}|\d{2,12}/g) ?? []).filter((word) => !EMPTY.has(word)).map(stem);
}

const MONTH = /^(?:january|february|march|april|june|july|august|sept|september|october|november|december)$/;

/** Lay, lays and laying are one word here; so are Feb and February. */
function stem(word: string): string {
  if (MONTH.test(word)) return word.slice(0, 3);
  const short = word.replace(/(?:ing|ed|s)$/, '');
  return short.length >= 3 && !word.endsWith('ss') ? short : word;
}
