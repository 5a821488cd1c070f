import { readFileSync } from 'node:fs';
import { readerCard } from '../../core/reader/card.ts';
import { readerQuestion } from '../../core/reader/question.ts';
import { openReader } from '../../core/reader/session.ts';
import { read } from '../../core/reading/read.ts';
import { NO_SETTINGS } from '../../core/settings.ts';
import { emptyMessage } from '../../core/message.ts';
import { HELD_BACK } from './held-back.ts';
import { labelled } from './inbox.ts';

/* How fast the neural reader is, on one thread of WebAssembly: `npm run bench -- reader`. */

const row = (name: string, text: string): void => void process.stdout.write(`${name.padEnd(20)}${text}\n`);
const folder = 'core/reader/weights';
const model = readFileSync(`${folder}/reader.onnx`);
const vocabulary = readFileSync(`${folder}/vocabulary.txt`, 'utf8');
const card = readerCard(JSON.parse(readFileSync(`${folder}/card.json`, 'utf8')) as Parameters<typeof readerCard>[0]);

const opening = performance.now();
const ask = await openReader({ model, vocabulary, card });
row('ready', `${(performance.now() - opening).toFixed(0)} ms`);
row('weights', `${(model.length / 1e6).toFixed(1)} MB, ${card.pieces} pieces`);

async function timeOf(text: string): Promise<number> {
  const message = { ...emptyMessage(), text };
  const began = performance.now();
  await ask(readerQuestion(read(message, NO_SETTINGS), NO_SETTINGS));
  return performance.now() - began;
}

const times: number[] = [];
for (const { message } of HELD_BACK.flatMap(labelled).slice(0, 300)) times.push(await timeOf(message.text));
times.sort((left, right) => left - right);
const at = (share: number): string => `${(times[Math.floor(times.length * share)] ?? 0).toFixed(0)} ms`;
row('a message', `p50 ${at(0.5)}, p99 ${at(0.99)}, of ${times.length}`);

const sentence = 'Nobody has been back to finish the bathroom floor since March and I have rung nine times about it. ';
row('four windows', `${(await timeOf(sentence.repeat(60))).toFixed(0)} ms`);
row('2 MB', `${(await timeOf('a€ \u202e{{x}} <b> ;;; '.repeat(100_000))).toFixed(0)} ms`);
