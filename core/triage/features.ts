import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import { CUES } from './cues.ts';
import { plain, plainText, sentenceAt, type PlainText } from './plain-text.ts';
import { senderFacts } from './sender-facts.ts';
import { Patterns } from './word-starts.ts';
import { wordsOf, type Word } from './words.ts';

/** Where a cue was found: its number in CUES, and the place in the plain text. */
export interface CueHit {
  readonly cue: number;
  readonly start: number;
  readonly end: number;
}

/** What the model sees of one sentence. */
export interface SentenceFeatures {
  readonly words: readonly Word[];
  readonly cues: readonly CueHit[];
}

/** What the model sees of a message: gathered once, used by all its heads. */
export interface Features {
  readonly plain: PlainText;
  readonly sentences: readonly SentenceFeatures[];
  readonly subject: SentenceFeatures;
  readonly facts: readonly string[];
}

const LONGEST_SUBJECT = 200;

/** More hits of one cue say nothing more. */
const MOST_HITS = 400;

/** Gathers the features of a message in one pass over its weighed text. */
export function featuresOf(reading: Reading, settings: Settings): Features {
  const text = plainText(reading.sentences);
  const subject = plain(reading.message.subject.slice(0, LONGEST_SUBJECT)).replace(/^(?:\s*(?:re|fw|fwd)\s*:)+/, '');
  return {
    plain: text,
    sentences: sentenceFeatures(text),
    subject: { words: wordsOf(subject), cues: cuesIn(subject) },
    facts: senderFacts(reading, settings),
  };
}

/** The features of sentences alone, without a message around them. */
export function sentenceFeatures(text: PlainText): readonly SentenceFeatures[] {
  const cues: CueHit[][] = text.starts.map(() => []);
  for (const hit of cuesIn(text.text)) cues[sentenceAt(text, hit.start)]?.push(hit);
  return text.starts.map((start, index) => ({
    words: wordsOf(text.text.slice(start, (text.starts[index + 1] ?? text.text.length + 1) - 1)),
    cues: cues[index] ?? [],
  }));
}

const PATTERNS = new Patterns(CUES.map(({ pattern }) => pattern));

function cuesIn(text: string): readonly CueHit[] {
  const hits: CueHit[] = [];
  PATTERNS.find(text, MOST_HITS, (cue, start, end) => hits.push({ cue, start, end }));
  return hits;
}
