import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readerCard } from '../core/reader/card.ts';
import { readerQuestion } from '../core/reader/question.ts';
import { openReader, type Ask } from '../core/reader/session.ts';
import type { Reading } from '../core/reading/reading.ts';
import type { Settings } from '../core/settings.ts';
import type { NeuralScores } from '../core/triage/verdict.ts';
import { UsageError } from './command.ts';

/** Whose reading counts: `both`, as in the panel; `linear`, the first reading alone. */
export type Reader = 'linear' | 'both';

/** The readers that an option names; both where it names none. */
export function readerNamed(option: string | undefined): Reader {
  const reader = option ?? 'both';
  if (reader !== 'linear' && reader !== 'both') throw new UsageError('--reader is linear or both');
  return reader;
}

let opened: Promise<Ask> | null = null;

/** The neural reader's scores of a message, in this process. Rejects where its files are missing or broken. */
export async function neuralScores(reading: Reading, settings: Settings): Promise<NeuralScores> {
  opened ??= open();
  const ask = await opened;
  return ask(readerQuestion(reading, settings));
}

async function open(): Promise<Ask> {
  const folder = join(projectFolder(), 'core', 'reader', 'weights');
  const card = JSON.parse(readFileSync(join(folder, 'card.json'), 'utf8')) as Parameters<typeof readerCard>[0];
  return openReader({
    model: readFileSync(join(folder, 'reader.onnx')),
    vocabulary: readFileSync(join(folder, 'vocabulary.txt'), 'utf8'),
    card: readerCard(card),
  });
}

/** The project above this file, wherever it was bundled to. */
function projectFolder(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'core', 'reader'))) {
    const above = dirname(folder);
    if (above === folder) throw new Error('the neural reader’s files are not beside the program');
    folder = above;
  }
  return folder;
}
