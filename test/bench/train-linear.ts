import { writeFileSync } from 'node:fs';
import { encodeMessage, encodeSentences, type Encoded } from '../../core/triage/encode.ts';
import { STEPS, stepCharacter, type KeptWeights } from '../../core/triage/linear-model.ts';
import { sigmoid } from '../../core/triage/logits.ts';
import { FLAGS, INTENTS, SPEAKERS } from '../../core/triage/verdict.ts';
import { LEARNT_FROM } from './held-back.ts';
import { labelled, labelledSentences } from './inbox.ts';
import { fit, fitMean, logitOf, type Example, type Linear } from './linear-fit.ts';
import { areaUnder, bestCut, calibrated, hitsOf } from './measures.ts';
import { example, grow, prepare, prepareSentences, sentenceExample } from './training-set.ts';

/*
 * Trains the linear reader from test/inbox and writes core/triage/linear-weights.json: `npm run train:linear`. The same
 * inbox gives the same bytes. Held-back files are not read. What is tuned here, is tuned by cross-validation over files.
 */

const FOLDS = 5;
const MAIN = { epochs: 25, rate: 0.05, penalty: 0, dropout: 0.3, seed: 1 };
const SENTENCE = { ...MAIN, epochs: 14 };
const SMALL = { epochs: 12, rate: 0.08, penalty: 0.02, dropout: 0, seed: 1 };

/** The small heads weigh common single words only, and the marks of their own three times as much. */
const COMMON = 100;
const MARK_VALUE = 3;

/** The message head is the mean of so many fits. */
const SEEDS = 4;

/** Features kept for each of the two main heads, and for each small one. */
const KEPT_MAIN = 5_000;
const KEPT_SMALL = 30_000;

const began = performance.now();
const say = (text: string): void => {
  process.stdout.write(`${((performance.now() - began) / 1_000).toFixed(0).padStart(3)} s  ${text}\n`);
};

const messages = LEARNT_FROM.flatMap(labelled).map(prepare);
const bank = labelledSentences();
const bankFeatures = prepareSentences(bank);
const lexicon = grow(messages, bank, bankFeatures);
const size = lexicon.names.length;
say(`${messages.length} messages, ${bank.length} sentences, ${size} features`);

const fold = messages.map(({ labelled: { writer } }) => LEARNT_FROM.indexOf(writer) % FOLDS);
const truth = messages.map(({ labelled: { dissatisfaction } }) => dissatisfaction);
const sentences = messages.map(({ features }) => encodeSentences(features, lexicon));
const sentenceExamples = messages.map(({ shows, labelled: { dissatisfaction } }, at) =>
  (sentences[at] ?? []).map((sentence, index) =>
    sentenceExample(sentence, dissatisfaction && shows[index] === true, dissatisfaction),
  ),
);
const bankExamples = bank.map(({ dissatisfied }, at) => {
  const features = bankFeatures[at];
  const [encoded] = features ? encodeSentences({ sentences: [features], facts: [] }, lexicon) : [];
  return example(encoded?.ids ?? [], dissatisfied, 1);
});

const fitSentences = (...without: readonly number[]): Linear =>
  fit([...sentenceExamples.filter((_, at) => !without.includes(fold[at] ?? -1)).flat(), ...bankExamples], {
    ...SENTENCE,
    size,
  });

/*
 * Each message's sentences are scored by a model that hasn't seen its file. In cross-validation it hasn't seen the file
 * tested either: `seen[out][at]`, where `out` is the fold left out, and `seen[FOLDS]` leaves none out.
 */
const seen: number[][][] = Array.from({ length: FOLDS + 1 }, () => messages.map(() => []));
const score = (model: Linear, of: number, out: number): void => {
  sentenceExamples.forEach((examples, at) => {
    const logits = seen[out];
    if (logits && fold[at] === of) logits[at] = examples.map((one) => logitOf(model, one));
  });
};
for (let out = 0; out < FOLDS; out++) {
  const model = fitSentences(out);
  score(model, out, out);
  score(model, out, FOLDS);
  for (let other = out + 1; other < FOLDS; other++) {
    const pair = fitSentences(out, other);
    score(pair, other, out);
    score(pair, out, other);
  }
}
const sentenceHead = fitSentences();
say('sentence head');

const encodedFor = (at: number, out: number): Encoded => {
  const { features, marks } = messages[at] ?? never();
  return encodeMessage(features, sentences[at] ?? [], { logits: seen[out]?.[at] ?? [], marks, lexicon });
};
const encoded = messages.map((_, at) => encodedFor(at, FOLDS));
const messageExample = (at: number, out: number): Example => {
  const { ids, values } = only(encodedFor(at, out), (name) => !/^(?:r2|h):/.test(name));
  return example(ids, truth[at] === true, 1, values);
};

const everywhere = [...messages.keys()];
const logits = messages.map(() => 0);
for (let out = 0; out < FOLDS; out++) {
  const examples = everywhere.map((at) => messageExample(at, out));
  const model = fitMean(
    examples.filter((_, at) => fold[at] !== out),
    { ...MAIN, size },
    SEEDS,
  );
  examples.forEach((one, at) => {
    if (fold[at] === out) logits[at] = logitOf(model, one);
  });
}
const messageHead = fitMean(
  everywhere.map((at) => messageExample(at, FOLDS)),
  { ...MAIN, size },
  SEEDS,
);
const calibration = calibrated(logits, truth);
const probabilities = logits.map((logit) => sigmoid(calibration.slope * logit + calibration.shift));
const cut = bestCut(probabilities, truth);
say(`message head: AUC ${areaUnder(logits, truth).toFixed(4)}, best F1 ${cut.f1.toFixed(4)} at ${cut.cut.toFixed(3)}`);
say(bands());
say(
  [0.3, 0.34, 0.38, 0.42, 0.46, 0.5]
    .map(
      (at) =>
        `at ${at}: F1 ${hitsOf(
          probabilities.map((one) => one >= at),
          truth,
        ).f1.toFixed(3)}`,
    )
    .join('  '),
);

const forSmall = lexicon.names.map((name, id) =>
  name.startsWith('w:')
    ? !name.includes(' ') && (lexicon.frequency[id] ?? 0) >= COMMON
    : !name.startsWith('a:') && (!name.startsWith('s:') || (lexicon.frequency[id] ?? 0) >= 10),
);
const valueForSmall = lexicon.names.map((name) => (/^(?:r|r2):/.test(name) ? MARK_VALUE : 1));
const encodedForSmall = encoded.map(({ ids, values }) => {
  const kept = ids.flatMap((id, index) =>
    forSmall[id] ? [{ id, value: (values[index] ?? 0) * (valueForSmall[id] ?? 1) }] : [],
  );
  return { ids: kept.map(({ id }) => id), values: kept.map(({ value }) => value) };
});

/** The small heads know whether the message is dissatisfied: by its label in training, by its probability later. */
const dissatisfied = lexicon.idOf('d');
const smallExample = (at: number, label: boolean, weight: number): Example => {
  const { ids, values } = encodedForSmall[at] ?? { ids: [], values: [] };
  return truth[at]
    ? example([...ids, dissatisfied], label, weight, [...values, 1])
    : example(ids, label, weight, values);
};

interface Small {
  readonly head: Linear;
  /** Cross-validated. */
  readonly logits: readonly number[];
}

function fitSmall(among: readonly number[], labelOf: (at: number) => boolean): Small {
  const positives = among.filter(labelOf).length;
  const weight = Math.min(3, Math.sqrt((among.length - positives) / Math.max(1, positives)) * 1.2);
  const examples = among.map((at) => smallExample(at, labelOf(at), labelOf(at) ? weight : 1));
  const found = among.map(() => 0);
  for (let without = 0; without < FOLDS; without++) {
    const model = fit(
      examples.filter((_, index) => fold[among[index] ?? 0] !== without),
      { ...SMALL, size },
    );
    among.forEach((at, index) => {
      if (fold[at] !== without) return;
      const { ids, values } = encodedForSmall[at] ?? { ids: [], values: [] };
      found[index] =
        logitOf(model, example(ids, false, 1, values)) + (probabilities[at] ?? 0) * (model.weights[dissatisfied] ?? 0);
    });
  }
  const { weights, bias } = fit(examples, { ...SMALL, size });
  // What a mark counts more in training is part of its weight afterwards.
  return { head: { weights: weights.map((one, id) => one * (valueForSmall[id] ?? 1)), bias }, logits: found };
}

const heads = new Map<string, Linear>([
  ['sentence', sentenceHead],
  ['message', messageHead],
]);
const cuts: Record<string, number> = {};

const intentLogits = INTENTS.map((intent) => {
  const small = fitSmall(everywhere, (at) => messages[at]?.labelled.intent === intent);
  heads.set(`intent ${intent}`, small.head);
  return small.logits;
});
const intentRight = everywhere.filter((at) => {
  const scores = intentLogits.map((column) => column[at] ?? 0);
  return INTENTS[scores.indexOf(Math.max(...scores))] === messages[at]?.labelled.intent;
});
say(`intents: accuracy about ${(intentRight.length / messages.length).toFixed(3)}`);

const speakers = everywhere.filter((at) => messages[at]?.labelled.speaker);
const speakerLogits = SPEAKERS.map((speaker) => {
  const small = fitSmall(speakers, (at) => messages[at]?.labelled.speaker === speaker);
  heads.set(`speaker ${speaker}`, small.head);
  return small.logits;
});
const speakerRight = speakers.filter((at, index) => {
  const scores = speakerLogits.map((column) => column[index] ?? 0);
  return SPEAKERS[scores.indexOf(Math.max(...scores))] === messages[at]?.labelled.speaker;
});
say(`speakers: accuracy ${(speakerRight.length / speakers.length).toFixed(3)}`);

/** Files whose `tried_before` is no flag (see the inbox's README). */
const WITHOUT_TRIED: readonly string[] = ['dev', 'mixed', 'ordinary'];
let flagSum = 0;
for (const flag of FLAGS) {
  const among = everywhere.filter(
    (at) => flag !== 'tried_before' || !WITHOUT_TRIED.includes(messages[at]?.labelled.writer ?? ''),
  );
  const is = (at: number): boolean => messages[at]?.labelled.flags.includes(flag) === true;
  const small = fitSmall(among, is);
  heads.set(`flag ${flag}`, small.head);
  const best = bestCut(small.logits.map(sigmoid), among.map(is));
  cuts[flag] = Number(best.cut.toFixed(3));
  const { precision, recall, positives } = hitsOf(
    small.logits.map((logit) => sigmoid(logit) >= best.cut),
    among.map(is),
  );
  flagSum += best.f1;
  say(
    `  ${flag.padEnd(26)} F1 ${best.f1.toFixed(3)} P ${precision.toFixed(2)} R ${recall.toFixed(2)} n ${positives} cut ${best.cut.toFixed(2)}`,
  );
}
say(`flags: macro F1 ${(flagSum / FLAGS.length).toFixed(3)}`);

const kept = keep();
const text = JSON.stringify(kept);
writeFileSync('core/triage/linear-weights.json', `${text}\n`);
say(`wrote core/triage/linear-weights.json: ${(text.length / 1_000).toFixed(0)} kB`);

/** The weightiest features of each head, in steps; the small heads' features first, so that theirs can end early. */
function keep(): KeptWeights {
  const weightiest = ({ weights }: Linear, count: number): readonly number[] =>
    Array.from(weights.keys())
      .filter((id) => weights[id] !== 0)
      .sort((left, right) => importance(weights, right) - importance(weights, left))
      .slice(0, count);
  const small = new Map(
    [...heads]
      .filter(([name]) => name !== 'sentence' && name !== 'message')
      .map(([name, head]) => [name, new Set(weightiest(head, KEPT_SMALL))]),
  );
  const shared = new Set<number>([dissatisfied]);
  for (const ids of small.values()) for (const id of ids) shared.add(id);
  const main = new Set([...weightiest(messageHead, KEPT_MAIN), ...weightiest(sentenceHead, KEPT_MAIN)]);
  const byName = (left: number, right: number): number =>
    (lexicon.names[left] ?? '') < (lexicon.names[right] ?? '') ? -1 : 1;
  const order = [...[...shared].sort(byName), ...[...main].filter((id) => !shared.has(id)).sort(byName)];
  say(`${order.length} features kept, ${shared.size} of them for the small heads`);
  return {
    features: order.map((id) => lexicon.names[id]).join('\n'),
    heads: Object.fromEntries(
      [...heads].map(([name, head]) => {
        const chosen = small.get(name);
        const ids = chosen ? order.slice(0, shared.size) : order;
        const weights = ids.map((id) =>
          chosen && !chosen.has(id) && id !== dissatisfied ? 0 : (head.weights[id] ?? 0),
        );
        const most = Math.max(...weights.map(Math.abs));
        // The largest weights are rare: steps for all but one in five hundred, the rest are capped.
        const step = Number((quantile(weights, 0.998, most) / STEPS).toPrecision(5));
        return [
          name,
          {
            bias: Number(head.bias.toPrecision(5)),
            step,
            weights: weights.map((weight) => stepCharacter(Math.round(weight / step))).join(''),
          },
        ];
      }),
    ),
    calibration: { slope: Number(calibration.slope.toPrecision(5)), shift: Number(calibration.shift.toPrecision(5)) },
    cuts,
  };
}

/** How often a verdict is right, by how far the probability lies from the cut. */
function bands(): string {
  const edges = [
    0, 0.005, 0.01, 0.015, 0.02, 0.03, 0.04, 0.06, 0.1, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9,
    0.93, 0.95, 0.97, 0.98, 0.985, 0.99, 1.01,
  ];
  return edges
    .slice(1)
    .map((to, at) => {
      const within = probabilities.flatMap((one, index) =>
        one >= (edges[at] ?? 0) && one < to ? [truth[index] === true] : [],
      );
      return `<${to}: ${within.filter(Boolean).length}/${within.length}`;
    })
    .join('  ');
}

function never(): never {
  throw new Error('no such message');
}

/** The features whose names pass. */
function only({ ids, values }: Encoded, isKept: (name: string) => boolean): Encoded {
  const places = [...ids.keys()].filter((at) => isKept(lexicon.names[ids[at] ?? -1] ?? ''));
  return { ids: places.map((at) => ids[at] ?? -1), values: places.map((at) => values[at] ?? 0) };
}

function importance(weights: Float32Array, id: number): number {
  return Math.abs(weights[id] ?? 0) * Math.sqrt(lexicon.frequency[id] ?? 1);
}

function quantile(weights: readonly number[], share: number, most: number): number {
  const sizes = weights
    .filter((weight) => weight !== 0)
    .map(Math.abs)
    .sort((left, right) => left - right);
  return sizes[Math.floor(sizes.length * share)] ?? most;
}
