import { bothLikelihood } from './both.ts';
import type { Asked } from './explicit.ts';
import { INTENTS, SPEAKERS, type Intent, type NeuralScores, type Speaker } from './verdict.ts';

/** What is settled before the likeliest intent is looked for. */
interface Settled {
  readonly found: boolean;
  readonly asked: Asked | null;
  readonly isRead: boolean;
}

/**
 * The likeliest intent among those that fit the verdict: a complaint is dissatisfaction, a first request or praise is none,
 * and who asks for a complaint in so many words doesn't ask for news.
 */
export function intentOf(
  linear: ReadonlyMap<Intent, number>,
  neural: NeuralScores | null,
  { found, asked, isRead }: Settled,
): Intent {
  if (!isRead) return 'other';
  if (found && asked === 'next-stage') return 'escalation';
  const fitting = INTENTS.filter((intent) => !(found ? ONLY_WITHOUT : ONLY_WITH).has(intent));
  const asking = found && asked === 'complaint' ? fitting.filter((intent) => intent !== 'chaser') : fitting;
  return likeliestOf(asking, (intent) => {
    const share = linear.get(intent) ?? 0;
    const other = neural?.intents[intent];
    return other === undefined ? share : bothLikelihood('intents', share, other);
  });
}

/** Who most likely speaks, by the words. */
export function likeliestSpeaker(linear: ReadonlyMap<Speaker, number>, neural: NeuralScores | null): Speaker {
  return likeliestOf(SPEAKERS, (speaker) => {
    const share = linear.get(speaker) ?? 0;
    const other = neural?.speakers[speaker];
    return other === undefined ? share : bothLikelihood('speakers', share, other);
  });
}

function likeliestOf<T extends string>(all: readonly T[], likelihood: (one: T) => number): T {
  const [first, ...rest] = all.map((one) => ({ one, likelihood: likelihood(one) }));
  if (!first) throw new Error('there is nothing to choose from');
  return rest.reduce((best, next) => (next.likelihood > best.likelihood ? next : best), first).one;
}

const ONLY_WITH: ReadonlySet<Intent> = new Set(['complaint', 'escalation']);
const ONLY_WITHOUT: ReadonlySet<Intent> = new Set([
  'service_request',
  'information_request',
  'asb_report',
  'compliment',
  'other',
]);
