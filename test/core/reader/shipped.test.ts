import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { neuralScores } from '../../../cli/neural-reader.ts';
import { emptyMessage } from '../../../core/message.ts';
import { readerCard } from '../../../core/reader/card.ts';
import card from '../../../core/reader/weights/card.json' with { type: 'json' };
import { read } from '../../../core/reading/read.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import recorded from './recorded.json' with { type: 'json' };

const weights = readFileSync('core/reader/weights/reader.onnx');

test('the weights are those of their card', () => {
  expect(createHash('sha256').update(weights).digest('hex')).toBe(card.sha256);
  expect(weights.length).toBe(card.bytes);
  expect(readerCard(card).pieces).toBe(
    readFileSync('core/reader/weights/vocabulary.txt', 'utf8').trimEnd().split('\n').length,
  );
});

test.each(recorded)(
  'the same text gives the same scores: $text',
  async ({ text, probability, complaint, sentences }) => {
    const scores = await neuralScores(read({ ...emptyMessage(), text }, NO_SETTINGS), NO_SETTINGS);
    // Kinds of processors round differently.
    expect(Math.abs(scores.probability - probability)).toBeLessThan(0.02);
    expect(Math.abs((scores.intents.complaint ?? 0) - complaint)).toBeLessThan(0.02);
    expect(scores.sentences.length).toBe(sentences.length);
  },
);

test.each([
  ['nothing', ''],
  ['one long word', 'a'.repeat(300_000)],
  ['marks alone', '.'.repeat(50_000)],
  ['hidden and joined characters', 'a\u202e\u0301\u200d👩‍👩‍👧 '.repeat(20_000)],
  ['the model’s own marks', '[CLS] [SEP] [MASK] ##a {{x}} <b> '.repeat(2_000)],
])('hostile text is read in four windows at most: %s', async (_, text) => {
  const { probability } = await neuralScores(read({ ...emptyMessage(), text }, NO_SETTINGS), NO_SETTINGS);
  expect(probability).toBeGreaterThanOrEqual(0);
  expect(probability).toBeLessThanOrEqual(1);
});
