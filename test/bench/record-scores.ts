import { readFileSync, writeFileSync } from 'node:fs';
import { neuralScores } from '../../cli/neural-reader.ts';
import { emptyMessage } from '../../core/message.ts';
import { read } from '../../core/reading/read.ts';
import { NO_SETTINGS } from '../../core/settings.ts';

/* Writes down what the shipped weights make of a few messages, for the test that holds them to it. */

const FILE = 'test/core/reader/recorded.json';

interface Recorded {
  readonly text: string;
  readonly probability: number;
  readonly complaint: number;
  readonly sentences: readonly number[];
}

const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as readonly Recorded[];
const rounded = (value: number): number => Number(value.toFixed(4));
const anew: Recorded[] = [];
for (const { text } of recorded) {
  const { probability, intents, sentences } = await neuralScores(
    read({ ...emptyMessage(), text }, NO_SETTINGS),
    NO_SETTINGS,
  );
  anew.push({
    text,
    probability: rounded(probability),
    complaint: rounded(intents.complaint ?? 0),
    sentences: sentences.map(rounded),
  });
}
writeFileSync(FILE, `${JSON.stringify(anew, null, 2)}\n`);
