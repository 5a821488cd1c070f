import { blockInWords } from '../core/letters/block-words.ts';
import type { Letter } from '../core/letters/letter.ts';

/** What the policy or the Code still wants said in a letter, each with its clauses; empty where nothing is wanting. */
export function lackingInWords({ lacking }: Letter): readonly string[] {
  if (lacking.length === 0) return [];
  return [
    '',
    'Still needed: the letter doesn’t say',
    ...lacking.map(({ block, clauses }) => `  ${blockInWords(block)} (${clauses.join(', ')})`),
  ];
}
