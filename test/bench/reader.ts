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

interface Taken {
  readonly clock: number;
  /** Of the processor: what the clock says on a machine that does nothing else. */
  readonly processor: number;
}

async function timeOf(text: string): Promise<Taken> {
  const message = { ...emptyMessage(), text };
  const began = performance.now();
  const before = process.cpuUsage();
  await ask(readerQuestion(read(message, NO_SETTINGS), NO_SETTINGS));
  const { user, system } = process.cpuUsage(before);
  return { clock: performance.now() - began, processor: (user + system) / 1_000 };
}

const inWords = ({ clock, processor }: Taken): string =>
  `${clock.toFixed(0)} ms (${processor.toFixed(0)} ms of the processor)`;

const times: Taken[] = [];
for (const { message } of HELD_BACK.flatMap(labelled).slice(0, 300)) times.push(await timeOf(message.text));
const at = (share: number): string => {
  const nth = (of: keyof Taken): number =>
    times.map((taken) => taken[of]).sort((left, right) => left - right)[Math.floor(times.length * share)] ?? 0;
  return inWords({ clock: nth('clock'), processor: nth('processor') });
};
row('a message', `p50 ${at(0.5)}, p99 ${at(0.99)}, of ${times.length}`);

const sentence = 'Nobody has been back to finish the bathroom floor since March and I have rung nine times about it. ';
row('four windows', inWords(await timeOf(sentence.repeat(60))));
row('2 MB', inWords(await timeOf('a€ \u202e{{x}} <b> ;;; '.repeat(100_000))));
