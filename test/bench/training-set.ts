import { read } from '../../core/reading/read.ts';
import type { Reading } from '../../core/reading/reading.ts';
import { NO_SETTINGS } from '../../core/settings.ts';
import { encodeMessage, encodeSentences, type EncodedSentence, type Lexicon } from '../../core/triage/encode.ts';
import { featuresOf, sentenceFeatures, type Features, type SentenceFeatures } from '../../core/triage/features.ts';
import { hazardsIn } from '../../core/triage/hazards.ts';
import { marksOf } from '../../core/triage/marks.ts';
import { plainText } from '../../core/triage/plain-text.ts';
import type { Labelled, LabelledSentence } from './inbox.ts';
import type { Example } from './linear-fit.ts';

/** A message with all that the model sees of it. */
export interface Prepared {
  readonly labelled: Labelled;
  readonly reading: Reading;
  readonly features: Features;
  readonly marks: readonly string[];
  /** For each sentence: whether it shows the dissatisfaction, by the labelled evidence. */
  readonly shows: readonly boolean[];
}

export function prepare(labelled: Labelled): Prepared {
  const reading = read(labelled.message, NO_SETTINGS);
  const features = featuresOf(reading, NO_SETTINGS);
  const marks = marksOf(reading, features, hazardsIn(labelled.message.text, reading.parts));
  const places = labelled.evidence.map((text) => ({ start: labelled.message.text.indexOf(text), length: text.length }));
  const shows = reading.sentences.map(({ start, end }) =>
    places.some((place) => {
      if (place.start < 0) return false;
      const common = Math.min(place.start + place.length, end) - Math.max(place.start, start);
      return common >= Math.min(10, (end - start) * 0.3);
    }),
  );
  return { labelled, reading, features, marks, shows };
}

/** The banks' sentences as features, each alone. */
export function prepareSentences(bank: readonly LabelledSentence[]): readonly SentenceFeatures[] {
  return sentenceFeatures(plainText(bank.map(({ text }, index) => ({ index, text, start: 0, end: text.length }))));
}

/** Gives every feature a number and counts in how many messages and by how many writers it occurs. */
export class GrowingLexicon implements Lexicon {
  private readonly numbers = new Map<string, number>();
  private readonly names: string[] = [];
  readonly messages: number[] = [];
  private readonly writers: Set<string>[] = [];
  private readonly last: number[] = [];
  private message = 0;
  private writer = '';

  begin(writer: string): void {
    this.message++;
    this.writer = writer;
  }

  idOf(name: string): number {
    let id = this.numbers.get(name);
    if (id === undefined) {
      id = this.names.length;
      this.numbers.set(name, id);
      this.names.push(name);
      this.messages.push(0);
      this.writers.push(new Set());
      this.last.push(0);
    }
    if (this.last[id] !== this.message) {
      this.last[id] = this.message;
      this.messages[id] = (this.messages[id] ?? 0) + 1;
      this.writers[id]?.add(this.writer);
    }
    return id;
  }

  wordId(key: string): number {
    return this.idOf(`w:${key}`);
  }

  pairId(before: string, key: string): number {
    return this.idOf(`w:${before} ${key}`);
  }

  /** The features that enough messages of enough writers have: what one writer alone says gives that writer away. */
  closed(leastMessages: number, leastWriters: number): ClosedLexicon {
    const names = this.names.filter(
      (_, id) => (this.messages[id] ?? 0) >= leastMessages && (this.writers[id]?.size ?? 0) >= leastWriters,
    );
    return new ClosedLexicon(
      [...names, ...ALWAYS.filter((name) => !names.includes(name))],
      (name) => this.messages[this.numbers.get(name) ?? -1] ?? 1,
    );
  }
}

/** Features that are always there: the summary of the sentences, and the dissatisfaction itself. */
const ALWAYS = [
  'a:best sentence',
  'a:second sentence',
  'a:third sentence',
  'a:all sentences',
  'a:sentences above',
  'a:any sentence',
  'd',
];

export class ClosedLexicon implements Lexicon {
  private readonly numbers: ReadonlyMap<string, number>;
  readonly frequency: readonly number[];

  constructor(
    readonly names: readonly string[],
    messagesOf: (name: string) => number,
  ) {
    this.numbers = new Map(names.map((name, id) => [name, id]));
    this.frequency = names.map(messagesOf);
  }

  idOf(name: string): number {
    return this.numbers.get(name) ?? -1;
  }

  wordId(key: string): number {
    return this.idOf(`w:${key}`);
  }

  pairId(before: string, key: string): number {
    return this.idOf(`w:${before} ${key}`);
  }
}

/** Runs all messages and sentences through the features once, to learn which there are. */
export function grow(
  messages: readonly Prepared[],
  bank: readonly LabelledSentence[],
  bankFeatures: readonly SentenceFeatures[],
): ClosedLexicon {
  const growing = new GrowingLexicon();
  for (const { labelled, features, marks } of messages) {
    growing.begin(labelled.writer);
    const sentences = encodeSentences(features, growing);
    encodeMessage(features, sentences, { logits: [0], marks, lexicon: growing });
  }
  bank.forEach(({ type }, at) => {
    const features = bankFeatures[at];
    if (!features) return;
    growing.begin(`bank ${type}`);
    encodeSentences({ sentences: [features], facts: [] }, growing);
  });
  return growing.closed(3, 2);
}

/** An example from the numbers of its features. */
export function example(ids: readonly number[], label: boolean, weight: number, values?: readonly number[]): Example {
  return {
    features: Int32Array.from(ids),
    values: values ? Float32Array.from(values) : new Float32Array(ids.length).fill(1),
    label: label ? 1 : 0,
    weight,
  };
}

/** A sentence as an example: one that shows the dissatisfaction counts twice, its neighbours half. */
export function sentenceExample(sentence: EncodedSentence, shows: boolean, dissatisfied: boolean): Example {
  return example(sentence.ids, shows, shows ? 2 : dissatisfied ? 0.5 : 1);
}
