import { writeFileSync } from 'node:fs';
import { read } from '../../core/reading/read.ts';
import type { Reading } from '../../core/reading/reading.ts';
import { NO_SETTINGS } from '../../core/settings.ts';
import { DANGERS, dangerFacts } from '../../core/triage/both.ts';
import { dangerChances, toldIn } from '../../core/triage/danger.ts';
import { withoutEveryday } from '../../core/triage/everyday.ts';
import { linearReading, type LinearReading } from '../../core/triage/linear-reading.ts';
import { logitOf, sigmoid } from '../../core/triage/logits.ts';
import { model } from '../../core/triage/shipped-model.ts';
import { FLAGS, INTENTS, SPEAKERS, type NeuralScores } from '../../core/triage/verdict.ts';
import { keptScores } from './both-readers.ts';
import { FITTED_ON, UNSEEN } from './held-back.ts';
import { labelled, type Labelled } from './inbox.ts';
import { areaUnder, bestCut, hitsOf } from './measures.ts';

/*
 * Fits the few numbers by which the two readers become one verdict, and writes core/triage/both.json: `npm run fit:both`.
 * Fitted on some of the writers that neither reader learnt from, looked at on the others.
 */

interface One {
  readonly labels: Labelled;
  readonly reading: Reading;
  readonly linear: LinearReading;
  readonly neural: NeuralScores;
}

const say = (text: string): void => void process.stdout.write(`${text}\n`);

const scoresOf = keptScores();
const fitted = await gathered(FITTED_ON);
const unseen = await gathered(UNSEEN);

async function gathered(writers: readonly string[]): Promise<readonly One[]> {
  const all: One[] = [];
  for (const labels of writers.flatMap(labelled)) {
    const reading = read(labels.message, NO_SETTINGS);
    const linear = linearReading(reading, NO_SETTINGS);
    all.push({ labels, reading, linear, neural: await scoresOf(labels.id, reading, NO_SETTINGS) });
  }
  return all;
}

/** Weights and a shift by logistic regression, held near `prior`. */
function logistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  prior: readonly number[],
  pull = 2,
): { readonly weights: readonly number[]; readonly shift: number } {
  const weights = [...prior];
  let shift = 0;
  for (let round = 0; round < 6_000; round++) {
    const slope = weights.map((weight, at) => (pull * (weight - (prior[at] ?? 0))) / rows.length);
    let byShift = 0;
    rows.forEach((row, at) => {
      const error = sigmoid(row.reduce((sum, value, k) => sum + value * (weights[k] ?? 0), shift)) - Number(labels[at]);
      row.forEach((value, k) => (slope[k] = (slope[k] ?? 0) + (error * value) / rows.length));
      byShift += error / rows.length;
    });
    slope.forEach((value, k) => (weights[k] = (weights[k] ?? 0) - 0.1 * value));
    shift -= 0.1 * byShift;
  }
  return { weights, shift };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

// Dissatisfaction.
const isDissatisfied = ({ labels }: One): boolean => labels.dissatisfaction;
const dissatisfaction = logistic(
  fitted.map(({ linear, neural }) => [logitOf(linear.probability), logitOf(neural.probability)]),
  fitted.map(isDissatisfied),
  [0.4, 0.8],
);
const [one = 0, other = 0] = dissatisfaction.weights;
const probability = ({ linear, neural }: One): number =>
  sigmoid(one * logitOf(linear.probability) + other * logitOf(neural.probability) + dissatisfaction.shift);
for (const [name, set] of [
  ['fitted', fitted],
  ['unseen', unseen],
] as const) {
  const truth = set.map(isDissatisfied);
  for (const [reader, chance] of [
    ['linear', (at: One) => at.linear.probability],
    ['neural', (at: One) => at.neural.probability],
    ['both', probability],
  ] as const) {
    const chances = set.map(chance);
    const best = bestCut(chances, truth);
    const at38 = hitsOf(
      chances.map((value) => value >= 0.38),
      truth,
    );
    say(
      `${name} ${reader.padEnd(7)} AUC ${areaUnder(chances, truth).toFixed(3)} F1 at .38 ${at38.f1.toFixed(3)}, best ${best.f1.toFixed(3)} at ${best.cut.toFixed(2)}`,
    );
  }
}
for (const [from, to] of [
  [0, 0.02],
  [0.02, 0.05],
  [0.05, 0.1],
  [0.1, 0.2],
  [0.2, 0.3],
  [0.3, 0.4],
  [0.4, 0.5],
  [0.5, 0.6],
  [0.6, 0.7],
  [0.7, 0.8],
  [0.8, 0.9],
  [0.9, 0.95],
  [0.95, 0.98],
  [0.98, 1.01],
] as const) {
  const shares = [fitted, unseen].map((set) => {
    const within = set.filter((at) => probability(at) >= from && probability(at) < to);
    return `${within.filter(isDissatisfied).length}/${within.length}`;
  });
  say(`  ${from.toFixed(2)}–${to.toFixed(2)} dissatisfied ${shares.join(' and ')}`);
}

// Intents and speakers: one share each.
function bestShare<T extends string>(
  names: readonly T[],
  linearOf: (at: One) => ReadonlyMap<T, number>,
  neuralOf: (at: One) => Readonly<Partial<Record<T, number>>>,
  labelOf: (at: One) => T | null,
): number {
  const right = (set: readonly One[], share: number): number => {
    const among = set.filter((at) => labelOf(at) !== null);
    return (
      among.filter((at) => {
        const linear = linearOf(at);
        const neural = neuralOf(at);
        const scores = names.map(
          (name) =>
            share * Math.log(Math.max(1e-4, neural[name] ?? 0)) +
            (1 - share) * Math.log(Math.max(1e-4, linear.get(name) ?? 0)),
        );
        return names[scores.indexOf(Math.max(...scores))] === labelOf(at);
      }).length / among.length
    );
  };
  const shares = Array.from({ length: 21 }, (_, at) => at / 20);
  const best = shares.reduce((most, share) => (right(fitted, share) > right(fitted, most) ? share : most), 0.5);
  say(
    `  fitted ${right(fitted, best).toFixed(3)} at ${best}; unseen ${right(unseen, best).toFixed(3)}, linear alone ${right(unseen, 0).toFixed(3)}, neural alone ${right(unseen, 1).toFixed(3)}`,
  );
  return best;
}
say('intents');
const intents = bestShare(
  INTENTS,
  (at) => model.intents(at.linear.message, probability(at)),
  ({ neural }) => neural.intents,
  ({ labels }) => labels.intent,
);
say('speakers');
const speakers = bestShare(
  SPEAKERS,
  ({ linear }) => model.speakers(linear.message),
  ({ neural }) => neural.speakers,
  ({ labels }) => labels.speaker,
);

// Flags: one share, a cut each, drawn to what is usual where a flag is rare.
const flagChance = (at: One, flag: (typeof FLAGS)[number], share: number): number =>
  share * (at.neural.flags[flag] ?? 0) + (1 - share) * model.flagChance(flag, at.linear.message, probability(at));
const USUAL = 0.5;
const RARE = 12;
function cutsFor(share: number): Readonly<Record<string, number>> {
  return Object.fromEntries(
    FLAGS.map((flag) => {
      const truth = fitted.map(({ labels }) => labels.flags.includes(flag));
      const positives = truth.filter(Boolean).length;
      const { cut } = bestCut(
        fitted.map((at) => flagChance(at, flag, share)),
        truth,
      );
      const own = Number.isFinite(cut) ? cut : USUAL;
      return [flag, rounded((own * positives + USUAL * RARE) / (positives + RARE))];
    }),
  );
}
function macro(set: readonly One[], share: number, cuts: Readonly<Record<string, number>>, names = false): number {
  const each = FLAGS.map((flag) => ({
    flag,
    hits: hitsOf(
      set.map((at) => flagChance(at, flag, share) >= (cuts[flag] ?? USUAL)),
      set.map(({ labels }) => labels.flags.includes(flag)),
    ),
  })).filter(({ hits }) => hits.positives > 0);
  if (names)
    for (const { flag, hits } of each)
      say(
        `  ${flag.padEnd(26)} F1 ${hits.f1.toFixed(2)} P ${hits.precision.toFixed(2)} R ${hits.recall.toFixed(2)} n ${hits.positives}`,
      );
  return each.reduce((sum, { hits }) => sum + hits.f1, 0) / each.length;
}
const flagShares = [0, 0.3, 0.5, 0.6, 0.7, 0.8, 1].map((share) => ({
  share,
  f1: macro(fitted, share, cutsFor(share)),
}));
const flagShare = flagShares.reduce((best, next) => (next.f1 > best.f1 ? next : best)).share;
const cuts = cutsFor(flagShare);
say(`flags: share ${flagShare}, fitted ${macro(fitted, flagShare, cuts).toFixed(3)}, unseen`);
say(`  macro ${macro(unseen, flagShare, cuts, true).toFixed(3)}`);

// Evidence.
function firstRight(set: readonly One[], weight: number, count: number): number {
  const among = set.filter((at) => isDissatisfied(at) && at.labels.evidence.length > 0);
  const folded = (text: string): string => text.replace(/\s+/g, ' ').trim();
  return (
    among.filter(({ labels, linear, neural }) => {
      const scores = linear.sentenceLogits.map((logit, at) => logit + weight * logitOf(neural.sentences[at] ?? 0.5));
      const order = [...scores.keys()].sort((left, right) => (scores[right] ?? 0) - (scores[left] ?? 0));
      return order
        .slice(0, count)
        .map((at) => folded(linear.features.plain.sentences[at]?.text ?? ''))
        .some((text) => labels.evidence.some((gold) => folded(gold).includes(text) || text.includes(folded(gold))));
    }).length / among.length
  );
}
const weights = [0, 0.5, 0.8, 1, 1.3, 1.6, 2, 3, 5];
// Two sentences are shown most often: the first alone would settle it by a handful of messages.
const shownRight = (weight: number): number => firstRight(fitted, weight, 1) + firstRight(fitted, weight, 2);
const sentences = weights.reduce((best, next) => (shownRight(next) > shownRight(best) ? next : best));
say(
  `evidence: weight ${sentences}, fitted ${firstRight(fitted, sentences, 1).toFixed(3)}, unseen ${firstRight(unseen, sentences, 1).toFixed(3)}, two ${firstRight(unseen, sentences, 2).toFixed(3)}`,
);

// Danger to people: recall first. Words of a danger that is there now are shown whatever comes out here.
const isDanger = ({ labels }: One): boolean => DANGERS.some((flag) => labels.flags.includes(flag));
const toldOf = ({ reading, linear }: One): ReturnType<typeof toldIn> =>
  toldIn(withoutEveryday(linear.hazards, reading.message.text), linear);
const factsOf = (at: One): readonly number[] =>
  dangerFacts(toldOf(at), dangerChances(at.linear, probability(at)), at.neural.flags);
const danger = logistic(fitted.map(factsOf), fitted.map(isDanger), [0.5, 0.5, 0.4]);
const chanceOf = (at: One): number =>
  sigmoid(factsOf(at).reduce((sum, fact, k) => sum + fact * (danger.weights[k] ?? 0), danger.shift));
const isNow = (at: One): boolean => toldOf(at).some(({ urgency }) => urgency === 'now');
const cutFor = (share: number, among: readonly One[]): number => {
  const sorted = among
    .filter((at) => isDanger(at) && !isNow(at))
    .map(chanceOf)
    .sort((left, right) => left - right);
  return sorted[Math.floor(sorted.length * (1 - share))] ?? 0;
};
const warned = (at: One, cut: number): boolean => isNow(at) || chanceOf(at) >= cut;
/**
 * A danger missed weighs as much as so many warnings for nothing. A share of the dangers to be warned of would hang on the
 * few least likely of them.
 */
const A_MISS_WEIGHS = 30;
const dangerCut = 1 / (1 + A_MISS_WEIGHS);
for (const cut of [dangerCut, ...[0.85, 0.9, 0.93, 0.95, 0.97].map((share) => cutFor(share, fitted))]) {
  const over = (set: readonly One[]): string =>
    [set.filter(isDanger), set.filter((at) => !isDanger(at))]
      .map((among) => (among.filter((at) => warned(at, cut)).length / among.length).toFixed(3))
      .join(', of the rest ');
  say(`danger: from ${cut.toFixed(3)} fitted warned of ${over(fitted)}; unseen ${over(unseen)}`);
}
writeFileSync(
  'core/triage/both.json',
  `${JSON.stringify(
    {
      dissatisfaction: { linear: rounded(one), neural: rounded(other), shift: rounded(dissatisfaction.shift) },
      intents,
      speakers,
      sentences,
      flags: { share: flagShare, cuts },
      danger: {
        weights: danger.weights.map(rounded),
        shift: rounded(danger.shift),
        cut: rounded(dangerCut),
      },
    },
    null,
    2,
  )}\n`,
);
say('wrote core/triage/both.json');
