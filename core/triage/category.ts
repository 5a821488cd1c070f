import { CUES } from './cues.ts';
import type { Features } from './features.ts';

/** Kinds of failure, as policies name them, each with the cues and words that show it; the first that holds is meant. */
const CATEGORIES: readonly (readonly [id: string, cues: readonly string[], words: RegExp | null])[] = [
  ['rude', ['manner'], null],
  [
    'policy-not-followed',
    [],
    /\b(?:your|own|the) (?:\w+ )?(?:policy|procedure|policies|service standards?|charter|tenancy agreement|lease)\b/,
  ],
  [
    'wrong-information',
    ['not true'],
    /\b(?:wrong information|misinformed|misled|told (?:me )?(?:the )?wrong|incorrect information|contradict\w*)\b/,
  ],
  ['broken-promise', ['promised but', 'was told', 'should have', 'cancelled on me'], null],
  [
    'delay',
    ['for weeks', 'waiting', 'still not', 'months later', 'day forty', 'time with nobody', 'nobody with time'],
    null,
  ],
  [
    'service-not-provided',
    [
      'nobody came',
      'did not turn up',
      'no reply',
      'heard nothing',
      'refused to',
      'passed around',
      'cut off on the phone',
    ],
    null,
  ],
  [
    'poor-service',
    ['botched', 'made it worse', 'not good enough', 'harsh word', 'not been done', 'left', 'lost'],
    null,
  ],
];

/** The kind of failure that the evidence shows, the strongest sentence first; null where none shows one clearly. */
export function categoryOf(features: Features, strongest: readonly number[]): string | null {
  const { plain } = features;
  for (const at of strongest) {
    const cues = new Set(features.sentences[at]?.cues.map(({ cue }) => CUES[cue]?.name ?? ''));
    const text = plain.text.slice(plain.starts[at], plain.starts[at + 1]);
    const shown = CATEGORIES.find(
      ([, names, words]) => names.some((name) => cues.has(name)) || (words?.test(text) ?? false),
    );
    if (shown) return shown[0];
  }
  return null;
}
