import type { Span } from '../message.ts';
import { CUES } from './cues.ts';
import type { Features } from './features.ts';
import type { LinearModel } from './linear-model.ts';
import type { Evidence } from './verdict.ts';

/** A second sentence is shown where it is nearly as strong as the first: within so many logits. */
const NEARLY = 1;
const MOST_EVIDENCE = 3;

/** What a word or a cue must add to a sentence's logit to be shown as carrying it. */
const CARRIES = 0.25;
const MOST_WORDS = 3;

/** Words that weigh only by what stands with them: shown alone they explain nothing. */
export const SAYS_NOTHING: ReadonlySet<string> = new Set(
  [
    'a an the this that these those it its i im ive me my we us our you your he him his she her they them their',
    'is are was were be been being has have had do does did will would can could to of in on at by for from with as',
    'and or so if then than there here what which who when where how',
    'january february march april may june july august september october november december',
    'monday tuesday wednesday thursday friday saturday sunday',
  ].flatMap((words) => words.split(' ')),
);

/**
 * The sentences that show the dissatisfaction most, strongest first, with the words that carried them. `said`, the sentence
 * that asks for a complaint in so many words, is among them; -1 = none does.
 */
export function evidenceOf(
  features: Features,
  logits: readonly number[],
  { model, said }: { readonly model: LinearModel; readonly said: number },
): readonly Evidence[] {
  const order = [...logits.keys()].sort((left, right) => (logits[right] ?? 0) - (logits[left] ?? 0));
  const best = logits[order[0] ?? -1];
  if (best === undefined) return [];
  const strong = order.filter((at, rank) => rank === 0 || (logits[at] ?? 0) > best - NEARLY).slice(0, MOST_EVIDENCE);
  const [first = 0, ...next] = strong;
  const shown = said < 0 || strong.includes(said) ? strong : [first, said, ...next.slice(0, MOST_EVIDENCE - 2)];
  return shown.flatMap((at): readonly Evidence[] => {
    const sentence = features.plain.sentences[at];
    if (!sentence) return [];
    const { text, start, end } = sentence;
    return [{ text, start, end, words: carrying(features, at, model) }];
  });
}

/** The words of a sentence that added most, in its order. */
function carrying(features: Features, at: number, model: LinearModel): readonly Span[] {
  const sentence = features.plain.sentences[at];
  const found = features.sentences[at];
  if (!sentence || !found) return [];
  const shift = features.plain.starts[at] ?? 0;
  const weighed = found.cues.map(({ cue, start, end }) => ({
    start: start - shift,
    end: end - shift,
    weight: model.sentenceWeight(`c:${CUES[cue]?.name ?? ''}`),
  }));
  found.words.forEach(({ key, start, end }, index) => {
    if (SAYS_NOTHING.has(key)) return;
    weighed.push({ start, end, weight: model.sentenceWeight(`w:${key}`) });
    const next = found.words[index + 1];
    if (next && !SAYS_NOTHING.has(next.key))
      weighed.push({ start, end: next.end, weight: model.sentenceWeight(`w:${key} ${next.key}`) });
  });
  const chosen: { readonly start: number; readonly end: number }[] = [];
  for (const { start, end, weight } of weighed.toSorted((left, right) => right.weight - left.weight)) {
    if (weight < CARRIES || chosen.length === MOST_WORDS) break;
    if (end > start && end <= sentence.text.length && chosen.every((other) => end <= other.start || start >= other.end))
      chosen.push({ start, end });
  }
  return chosen
    .sort((left, right) => left.start - right.start)
    .map(({ start, end }) => ({
      text: sentence.text.slice(start, end),
      start: sentence.start + start,
      end: sentence.start + end,
    }));
}
