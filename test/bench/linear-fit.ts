import { sigmoid } from '../../core/triage/logits.ts';

/** One example: the features that are there, as numbers with their values, the label, and how much it counts. */
export interface Example {
  readonly features: Int32Array;
  readonly values: Float32Array;
  readonly label: number;
  readonly weight: number;
}

export interface FitOptions {
  readonly size: number;
  readonly epochs: number;
  readonly rate: number;
  /** L2 penalty an example. */
  readonly penalty: number;
  /** Share of features left out at random each time. */
  readonly dropout: number;
  readonly seed: number;
}

export interface Linear {
  readonly weights: Float32Array;
  readonly bias: number;
}

/** A seeded source of numbers in [0, 1): mulberry32. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** Logistic regression by AdaGrad, with averaging over the second half of the epochs. Deterministic for a seed. */
export function fit(examples: readonly Example[], options: FitOptions): Linear {
  const { size, epochs, rate, penalty, dropout, seed } = options;
  const next = random(seed);
  const weights = new Float32Array(size);
  const sums = new Float32Array(size).fill(1e-3);
  const mean = new Float64Array(size);
  const order = Int32Array.from(examples.keys());
  let bias = 0;
  let biasSum = 1e-3;
  let meanBias = 0;
  let averaged = 0;
  for (let epoch = 0; epoch < epochs; epoch++) {
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(next() * (at + 1));
      const held = order[at] ?? 0;
      order[at] = order[other] ?? 0;
      order[other] = held;
    }
    for (const at of order) {
      const example = examples[at];
      if (!example) continue;
      const { features, values, label, weight } = example;
      const keep = dropout > 0 ? new Uint8Array(features.length) : null;
      let logit = bias;
      const scale = 1 / (1 - dropout);
      for (let index = 0; index < features.length; index++) {
        if (keep) {
          if (next() < dropout) continue;
          keep[index] = 1;
        }
        logit += (weights[features[index] ?? 0] ?? 0) * (values[index] ?? 0) * scale;
      }
      const error = (sigmoid(logit) - label) * weight;
      biasSum += error * error;
      bias -= (rate / Math.sqrt(biasSum)) * error;
      for (let index = 0; index < features.length; index++) {
        if (keep && keep[index] === 0) continue;
        const feature = features[index] ?? 0;
        const gradient = error * (values[index] ?? 0) * scale + penalty * (weights[feature] ?? 0);
        const sum = (sums[feature] ?? 0) + gradient * gradient;
        sums[feature] = sum;
        weights[feature] = (weights[feature] ?? 0) - (rate / Math.sqrt(sum)) * gradient;
      }
    }
    if (epoch >= epochs / 2) {
      averaged++;
      for (let feature = 0; feature < size; feature++) mean[feature] = (mean[feature] ?? 0) + (weights[feature] ?? 0);
      meanBias += bias;
    }
  }
  return { weights: Float32Array.from(mean, (sum) => sum / averaged), bias: meanBias / averaged };
}

/** The mean of fits from several seeds: as linear as one, and steadier. */
export function fitMean(examples: readonly Example[], options: FitOptions, seeds: number): Linear {
  const fits = Array.from({ length: seeds }, (_, at) => fit(examples, { ...options, seed: options.seed + at }));
  const mean = (of: (one: Linear) => number): number => fits.reduce((sum, one) => sum + of(one), 0) / seeds;
  return {
    weights: Float32Array.from({ length: options.size }, (_, id) => mean(({ weights }) => weights[id] ?? 0)),
    bias: mean(({ bias }) => bias),
  };
}

/** The logit that a fitted model gives an example. */
export function logitOf({ weights, bias }: Linear, { features, values }: Pick<Example, 'features' | 'values'>): number {
  let logit = bias;
  for (let index = 0; index < features.length; index++) {
    logit += (weights[features[index] ?? 0] ?? 0) * (values[index] ?? 0);
  }
  return logit;
}
