import { EVERYDAY, type Everyday } from './everyday-turns.ts';
import type { Hazard } from './verdict.ts';

/** A sentence longer than this is looked at only near the words. */
const AROUND = 160;

/** The dangers less those that stand in an everyday turn of phrase. */
export function withoutEveryday(hazards: readonly Hazard[], text: string): readonly Hazard[] {
  return hazards.filter((hazard) => !isEveryday(hazard, text));
}

/** The dangers less those whose whole sentence is meant otherwise: it is over, or talks about dangers as such. */
export function withoutMeantOtherwise(hazards: readonly Hazard[], text: string): readonly Hazard[] {
  return hazards.filter((hazard) => !isEveryday(hazard, text, OF_A_SENTENCE));
}

const OF_A_SENTENCE = EVERYDAY.filter(({ isOfSentence = false }) => isOfSentence);

function isEveryday({ kind, start, end }: Hazard, text: string, turns: readonly Everyday[] = EVERYDAY): boolean {
  const from = start - (/[^.!?\n]*$/.exec(text.slice(Math.max(0, start - AROUND), start))?.[0].length ?? 0);
  const rest = /^[^.!?\n]*/.exec(text.slice(end, end + AROUND))?.[0].length ?? 0;
  const sentence = text.slice(from, end + rest);
  return turns.some(
    ({ kinds, pattern, unless, unlessAnywhere, isOfSentence = false }) =>
      kinds.includes(kind) &&
      !(unless?.test(sentence) ?? false) &&
      [...sentence.matchAll(pattern)].some(
        (match) => isOfSentence || (from + match.index < end && from + match.index + match[0].length > start),
      ) &&
      !(unlessAnywhere?.test(text) ?? false),
  );
}
