import { expect, test } from 'vitest';
import { readerCard, type ReaderCard } from '../../../core/reader/card.ts';
import { scoresOf, type WindowScores } from '../../../core/reader/scores.ts';
import { windowsOf } from '../../../core/reader/windows.ts';
import { vocabularyOf } from '../../../core/reader/word-pieces.ts';
import { FLAGS, INTENTS, SPEAKERS } from '../../../core/triage/verdict.ts';
import { cpuTime } from '../reading/cpu-time.ts';

const words = ['nobody', 'came', 'thank', 'you', '.', 'the', 'gate', 'is', 'off'];
const vocabulary = vocabularyOf(['[PAD]', '[UNK]', '[CLS]', '[SEP]', ...words]);
const card: ReaderCard = { sha256: '', pieces: 13, intents: INTENTS, flags: FLAGS, speakers: SPEAKERS };

const text = 'Thank you.\nNobody came.';
// The message has a quoted line between the two parts that are new.
const message = 'Thank you.\n> old\nNobody came.';
const question = {
  input: {
    head: '',
    text,
    parts: [
      { text: 'Thank you.', start: 0, end: 10 },
      { text: 'Nobody came.', start: 17, end: 29 },
    ],
    context: '',
  },
  sentences: [
    { text: 'Thank you.', start: 0, end: 10 },
    { text: 'Nobody came.', start: 17, end: 29 },
  ],
  telling: [0, 0],
};

const windowScores = (dissatisfaction: number, evidence: readonly number[]): WindowScores => ({
  dissatisfaction,
  intents: INTENTS.map((intent) => Number(intent === 'complaint')),
  flags: FLAGS.map(() => 0.25),
  speakers: SPEAKERS.map((speaker) => Number(speaker === 'resident')),
  evidence,
});

test('pieces are told apart by sentence, also where something quoted stands between', () => {
  expect(message.slice(17, 29)).toBe('Nobody came.');
  const [window] = windowsOf(question.input, vocabulary, () => 0);
  if (!window) throw new Error('no window');
  // [CLS] [SEP] thank you . nobody came . [SEP]
  const evidence = [0, 0, 0.1, 0.1, 0.1, 0.9, 0.8, 0.7, 0];
  const scores = scoresOf(question, [{ window, scores: windowScores(2, evidence) }], card);
  expect(scores.sentences[0]).toBeCloseTo(0.1);
  expect(scores.sentences[1]).toBeCloseTo(0.8);
  expect(scores.probability).toBeCloseTo(0.8808, 3);
  expect(scores.intents).toMatchObject({ complaint: 1, other: 0 });
  expect(scores.speakers).toMatchObject({ resident: 1 });
});

test('of several windows the most dissatisfied one counts, and every flag that one of them shows', () => {
  const [window] = windowsOf(question.input, vocabulary, () => 0);
  if (!window) throw new Error('no window');
  const flagged = { ...windowScores(-3, []), flags: FLAGS.map((flag) => (flag === 'health_safety' ? 0.9 : 0)) };
  const scores = scoresOf(
    question,
    [
      { window, scores: windowScores(1, []) },
      { window, scores: flagged },
    ],
    card,
  );
  expect(scores.probability).toBeCloseTo(0.7311, 3);
  expect(scores.flags).toMatchObject({ health_safety: 0.9, formal: 0.25 });
});

test('a card that lacks a head, or names an unknown one, is refused', () => {
  const file = { sha256: '', pieces: 1, intents: INTENTS, flags: FLAGS, speakers: SPEAKERS };
  expect(readerCard(file).flags).toEqual(FLAGS);
  expect(() => readerCard({ ...file, flags: FLAGS.slice(1) })).toThrow('flags');
  expect(() => readerCard({ ...file, intents: [...INTENTS.slice(1), 'grudge'] })).toThrow('intents');
});

test.each([
  { name: 'short mail is one window', pieces: 200, windows: 1, longest: 256 },
  { name: 'longer mail is two', pieces: 300, windows: 2, longest: 256 },
  { name: 'three windows are whole ones', pieces: 750, windows: 3, longest: 256 },
  { name: 'four are shorter', pieces: 1_000, windows: 4, longest: 184 },
  { name: 'there are never more', pieces: 5_000, windows: 4, longest: 184 },
])('$name', ({ pieces, windows, longest }) => {
  const long = { ...question.input, text: 'gate '.repeat(pieces) };
  const found = windowsOf(long, vocabulary, () => 0);
  expect(found).toHaveLength(windows);
  expect(Math.max(...found.map(({ ids }) => ids.length))).toBeLessThanOrEqual(longest);
});

test('a hundred thousand sentences that no window reads take a moment', () => {
  const sentences = Array.from({ length: 100_000 }, (_, at) => ({ text: 'gate', start: at * 5, end: at * 5 + 4 }));
  const whole = 'gate '.repeat(100_000);
  const input = { ...question.input, text: whole, parts: [{ text: whole, start: 0, end: whole.length }] };
  const read = windowsOf(input, vocabulary, () => 0).map((window) => ({
    window,
    scores: windowScores(
      1,
      window.ids.map(() => 0.5),
    ),
  }));
  const taken = cpuTime(() => {
    const scores = scoresOf({ input, sentences, telling: [] }, read, card);
    expect(scores.sentences.slice(0, 3)).toEqual([0.5, 0.5, 0.5]);
    expect(scores.sentences.at(-1)).toBe(0);
  });
  expect(taken).toBeLessThan(500);
});
