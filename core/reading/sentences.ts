import type { Sentence } from './reading.ts';

/** A stretch of the message's text, by UTF-16 offsets. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A sentence is cut where it runs on longer than this: transcribed speech and chats have no full stops. */
const LONGEST_WORDS = 45;

/** A cut takes a comma or an "and" that stands at least so far in. */
const SHORTEST_CUT = 12;

/** No word is as long as this: text without spaces is cut here. */
const LONGEST_CHARACTERS = 400;

/** Short words before a full stop that ends no sentence, whatever follows. */
const ABBREVIATIONS: ReadonlySet<string> = new Set(
  'mr mrs ms miss dr st no nos prof rev sgt cllr hon messrs fr sr jr eg ie e.g i.e approx tel ext vs cf ref fig para art vol flt apt inc viz ca v w c'.split(
    ' ',
  ),
);

/** Those that end one when a capital follows. */
const OFTEN_LAST: ReadonlySet<string> = new Set(
  'a.m p.m am pm rd ave ltd co etc dept est yrs hrs mins wks jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun adv appt appts cust tnt prop prev poss temp mgr'.split(
    ' ',
  ),
);

/**
 * The sentences of the given stretches of a text, in order. A sentence ends at a full stop, a question or exclamation
 * mark, or a line's end, unless the line was only wrapped. Linear in the length of the stretches.
 */
export function sentencesIn(text: string, stretches: readonly Stretch[]): readonly Sentence[] {
  const found: Sentence[] = [];
  for (const stretch of stretches) {
    let from = stretch.start;
    for (let at = stretch.start; at <= stretch.end; at++) {
      const end = at === stretch.end ? at : endOfSentence(text, at, stretch, from);
      if (end < 0) continue;
      for (const piece of shortened(text, from, end)) add(found, text, piece);
      from = end;
      at = Math.max(at, end - 1);
    }
  }
  return found;
}

function add(found: Sentence[], text: string, { start, end }: Stretch): void {
  let from = start;
  let to = end;
  while (from < to && isGap(text.charCodeAt(from))) from++;
  while (to > from && isGap(text.charCodeAt(to - 1))) to--;
  if (from === to || !hasContent(text, from, to)) return;
  found.push({ index: found.length, text: text.slice(from, to), start: from, end: to });
}

/** White space and the marks that begin a line of a list. */
function isGap(code: number): boolean {
  return code <= 32 || code === 0xa0 || code === 0x200b || code === 0xfeff || code === 0x2022;
}

/** A letter, a digit or a picture: a row of dashes says nothing. */
function hasContent(text: string, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const code = text.charCodeAt(at);
    if (code > 0x7f ? code !== 0x2013 && code !== 0x2014 && code !== 0x2022 : isWordCode(code)) return true;
  }
  return false;
}

function isWordCode(code: number): boolean {
  return (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
}

/** If a sentence ends at this character, where the next one begins; otherwise -1. */
function endOfSentence(text: string, at: number, stretch: Stretch, from: number): number {
  const code = text.charCodeAt(at);
  if (code === 10) return isWrapped(text, at, stretch, from) ? -1 : at + 1;
  if (code === 0x3002 || code === 0x06d4 || code === 0x0964 || code === 0x061f) return at + 1;
  if (code !== 46 && code !== 33 && code !== 63 && code !== 0x2026) return -1;
  let after = at + 1;
  while (after < stretch.end && isClosing(text.charCodeAt(after))) after++;
  if (after >= stretch.end) return after;
  const next = text.charCodeAt(after);
  if (next > 32 && next !== 0xa0) {
    // "came.He said": a space was left out.
    const before = text.charCodeAt(at - 1);
    return after === at + 1 && code === 46 && isLower(before) && isUpper(next) && isLower(text.charCodeAt(after + 1))
      ? after
      : -1;
  }
  if (code === 46 && after === at + 1 && isAbbreviated(text, at, after, from)) return -1;
  return after;
}

function isClosing(code: number): boolean {
  return (
    code === 46 ||
    code === 33 ||
    code === 63 ||
    code === 0x2026 ||
    code === 34 ||
    code === 39 ||
    code === 41 ||
    code === 0x2019 ||
    code === 0x201d
  );
}

function isAbbreviated(text: string, at: number, after: number, from: number): boolean {
  let begin = at;
  while (begin > from && at - begin < 8 && /[\p{L}.]/u.test(text.charAt(begin - 1))) begin--;
  const word = text.slice(begin, at).toLowerCase();
  if (word === '')
    return /^\d{1,2}$/.test(text.slice(Math.max(from, at - 2), at).trim()) && isListNumber(text, at, from);
  if (word.length === 1 && word !== 'i' && isUpper(text.charCodeAt(begin))) return true;
  if (ABBREVIATIONS.has(word)) return true;
  if (!OFTEN_LAST.has(word)) return false;
  let next = after;
  while (next < text.length && text.charCodeAt(next) === 32) next++;
  return !isUpper(text.charCodeAt(next));
}

/** "1. The roof": the number of a list belongs to what follows. */
function isListNumber(text: string, at: number, from: number): boolean {
  const before = text.slice(Math.max(from, at - 6), at).trim();
  return /^\d{1,2}$/.test(before);
}

/** A line broken by a mail program goes on in the next with a small letter. */
function isWrapped(text: string, at: number, stretch: Stretch, from: number): boolean {
  if (at + 1 >= stretch.end) return false;
  const lineStart = Math.max(from, text.lastIndexOf('\n', at - 1) + 1);
  if (at - lineStart < 50 || at - lineStart > 100) return false;
  return isLower(text.charCodeAt(at + 1));
}

function isLower(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 0xdf && code <= 0xff);
}

function isUpper(code: number): boolean {
  return (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0xde);
}

/** Cuts a run of more than 45 words at a comma or an "and", and a run without spaces anywhere. */
function* shortened(text: string, start: number, end: number): Generator<Stretch> {
  let from = start;
  let words = 0;
  let cut = -1;
  let cutWords = 0;
  let wordStart = start;
  for (let at = start; at <= end; at++) {
    const isEnd = at === end;
    if (!isEnd && text.charCodeAt(at) > 32) {
      if (at - from < LONGEST_CHARACTERS) continue;
    } else if (at > wordStart) {
      words++;
      const wordEnd = text.charCodeAt(at - 1);
      if (words >= SHORTEST_CUT && (wordEnd === 44 || wordEnd === 59)) [cut, cutWords] = [at, words];
      else if (words > SHORTEST_CUT && JOINS.has(text.slice(wordStart, at).toLowerCase()))
        [cut, cutWords] = [wordStart, words - 1];
    }
    if (!isEnd && (words > LONGEST_WORDS || at - from >= LONGEST_CHARACTERS)) {
      const here = cut > from ? cut : at;
      yield { start: from, end: here };
      from = here;
      words -= here === at ? words : cutWords;
      cut = -1;
    }
    wordStart = at + 1;
  }
  if (from < end) yield { start: from, end };
}

const JOINS: ReadonlySet<string> = new Set(['and', 'but', 'so', 'then', 'because', 'anyway', 'cos', 'which', 'when']);
