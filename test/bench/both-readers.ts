import { appendFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { neuralScores } from '../../cli/neural-reader.ts';
import type { Reading } from '../../core/reading/reading.ts';
import type { Settings } from '../../core/settings.ts';
import type { NeuralScores } from '../../core/triage/verdict.ts';

const CARD = 'core/reader/weights/card.json';

/** Whether the neural reader's weights are at hand. */
export const hasNeural = existsSync(CARD);

/** The neural reader's scores, kept from one run to the next as long as the weights are the same. */
export function keptScores(): (id: string, reading: Reading, settings: Settings) => Promise<NeuralScores> {
  const { sha256 } = JSON.parse(readFileSync(CARD, 'utf8')) as { sha256: string };
  mkdirSync('.cache', { recursive: true });
  const file = `.cache/neural-scores-${sha256.slice(0, 12)}.jsonl`;
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : [];
  const kept = new Map(
    lines
      .filter((line) => line.endsWith('}'))
      .map((line) => {
        const { id, scores } = JSON.parse(line) as { id: string; scores: NeuralScores };
        return [id, scores] as const;
      }),
  );
  return async (id, reading, settings) => {
    const before = kept.get(id);
    if (before) return before;
    const scores = await neuralScores(reading, settings);
    appendFileSync(file, `${JSON.stringify({ id, scores })}\n`);
    return scores;
  };
}
