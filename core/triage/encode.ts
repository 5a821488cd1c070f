import { CUES } from './cues.ts';
import { CUE_FAMILIES } from './cue.ts';
import type { Features, SentenceFeatures } from './features.ts';

/** Knows the features of the model by name. */
export interface Lexicon {
  /** The feature's number; -1 for one that the model doesn't weigh. */
  idOf(name: string): number;
  /** The number of a word, and of a word after another: `w:key`, `w:before key`. */
  wordId(key: string): number;
  pairId(before: string, key: string): number;
}

/** Features that are there, by number, with their values. */
export interface Encoded {
  readonly ids: readonly number[];
  readonly values: readonly number[];
}

/** A sentence as its model sees it, and those of its features that count for the whole message as well. */
export interface EncodedSentence {
  readonly ids: readonly number[];
  readonly shared: readonly number[];
}

const named = (prefix: string): readonly string[] => CUES.map(({ name }) => `${prefix}${name}`);
const CUE = named('c:');
const CUE_BEFORE = named('p:');
const CUE_AFTER = named('n:');
const CUE_TWICE = named('c2:');
const CUE_OFTEN = named('c4:');
const CUE_IN_SUBJECT = named('sc:');
const FAMILY_OF: readonly number[] = CUES.map(({ family }) => CUE_FAMILIES.indexOf(family));
const FAMILY = CUE_FAMILIES.map((family) => `fam:${family}`);
const FAMILIES_TOGETHER = CUE_FAMILIES.map((left) => CUE_FAMILIES.map((right) => `ff:${left}+${right}`));

/** The features of every sentence of a message. */
export function encodeSentences(
  { sentences, facts }: Pick<Features, 'sentences' | 'facts'>,
  lexicon: Lexicon,
): readonly EncodedSentence[] {
  const factIds = facts.map((fact) => lexicon.idOf(`f:${fact}`)).filter((id) => id >= 0);
  return sentences.map((sentence, index) => {
    const shared = new Set<number>();
    const own = new Set<number>(factIds);
    const add = (to: Set<number>, name: string | undefined): void => {
      const id = name === undefined ? -1 : lexicon.idOf(name);
      if (id >= 0) to.add(id);
    };
    addWords(shared, sentence, lexicon);
    for (const { cue } of sentence.cues) add(shared, CUE[cue]);
    addFamilies(sentence, (name) => add(own, name));
    for (const { cue } of sentences[index - 1]?.cues ?? []) add(own, CUE_BEFORE[cue]);
    for (const { cue } of sentences[index + 1]?.cues ?? []) add(own, CUE_AFTER[cue]);
    if (index === 0 && sentences.length > 1) add(own, 'first');
    if (index === sentences.length - 1 && sentences.length > 1) add(own, 'last');
    add(own, lengthName('sl', sentence.words.length, [2, 5, 11, 24]));
    return { ids: [...shared, ...own], shared: [...shared] };
  });
}

function addWords(to: Set<number>, { words }: SentenceFeatures, lexicon: Lexicon): void {
  let before = '';
  for (const { key } of words) {
    const id = lexicon.wordId(key);
    if (id >= 0) to.add(id);
    if (before !== '') {
      const pair = lexicon.pairId(before, key);
      if (pair >= 0) to.add(pair);
    }
    before = key;
  }
}

function addFamilies({ cues }: SentenceFeatures, add: (name: string | undefined) => void): void {
  const families = [...new Set(cues.map(({ cue }) => FAMILY_OF[cue] ?? 0))].sort((left, right) => left - right);
  families.forEach((family, at) => {
    add(FAMILY[family]);
    for (const other of families.slice(at + 1)) add(FAMILIES_TOGETHER[family]?.[other]);
  });
}

/** What the sentences' own scores say of the whole message. */
export function summaryOf(logits: readonly number[]): readonly (readonly [name: string, value: number])[] {
  const sorted = logits.toSorted((left, right) => right - left);
  const at = (index: number): number => Math.max(-6, sorted[index] ?? -4) / 2;
  const mean = logits.reduce((sum, logit) => sum + logit, 0) / Math.max(1, logits.length);
  const none = logits.reduce((product, logit) => product * (1 - 0.9 / (1 + Math.exp(-logit))), 1);
  return [
    ['a:best sentence', at(0)],
    ['a:second sentence', at(1)],
    ['a:third sentence', at(2)],
    ['a:all sentences', Math.max(-6, mean) / 2],
    ['a:sentences above', Math.min(5, logits.filter((logit) => logit > 0).length) / 2],
    ['a:any sentence', (1 - none) * 2],
  ];
}

/** The features of the message as a whole; `marks` are further facts about it, by name. */
export function encodeMessage(
  features: Features,
  sentences: readonly EncodedSentence[],
  {
    logits,
    marks,
    lexicon,
  }: { readonly logits: readonly number[]; readonly marks: readonly string[]; readonly lexicon: Lexicon },
): Encoded {
  const ids = new Set<number>();
  const add = (name: string | undefined): void => {
    const id = name === undefined ? -1 : lexicon.idOf(name);
    if (id >= 0) ids.add(id);
  };
  for (const { shared } of sentences) for (const id of shared) ids.add(id);
  const counts = new Map<number, number>();
  for (const { cues } of features.sentences) for (const { cue } of cues) counts.set(cue, (counts.get(cue) ?? 0) + 1);
  for (const [cue, count] of counts) {
    if (count > 1) add(CUE_TWICE[cue]);
    if (count > 3) add(CUE_OFTEN[cue]);
  }
  for (const { key } of features.subject.words) add(`s:${key}`);
  for (const { cue } of features.subject.cues) add(CUE_IN_SUBJECT[cue]);
  for (const fact of features.facts) add(`f:${fact}`);
  for (const mark of marks) add(mark);
  add(lengthName('len', features.sentences.length, [1, 2, 5, 9, 19]));

  const values = Array.from(ids, () => 1);
  const all = [...ids];
  for (const [name, value] of summaryOf(logits)) {
    const id = lexicon.idOf(name);
    if (id < 0) continue;
    all.push(id);
    values.push(value);
  }
  return { ids: all, values };
}

function lengthName(prefix: string, length: number, steps: readonly number[]): string {
  return `${prefix}:${String(steps.find((step) => length <= step) ?? 'more')}`;
}
