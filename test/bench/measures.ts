import { sigmoid } from '../../core/triage/logits.ts';

/** Area under the ROC curve of scores against labels. */
export function areaUnder(scores: readonly number[], labels: readonly boolean[]): number {
  const order = scores.map((score, at) => ({ score, label: labels[at] === true })).sort((a, b) => a.score - b.score);
  let ranks = 0;
  let positives = 0;
  for (let at = 0; at < order.length;) {
    let next = at;
    while (next < order.length && order[next]?.score === order[at]?.score) next++;
    const rank = (at + next + 1) / 2;
    for (; at < next; at++) {
      if (!order[at]?.label) continue;
      ranks += rank;
      positives++;
    }
  }
  return (ranks - (positives * (positives + 1)) / 2) / (positives * (order.length - positives));
}

/** Precision, recall and their harmonic mean. */
export interface Hits {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly positives: number;
}

export function hitsOf(found: readonly boolean[], labels: readonly boolean[]): Hits {
  let hit = 0;
  let extra = 0;
  let missed = 0;
  found.forEach((is, at) => {
    if (is && labels[at]) hit++;
    else if (is) extra++;
    else if (labels[at]) missed++;
  });
  const precision = hit / Math.max(1, hit + extra);
  const recall = hit / Math.max(1, hit + missed);
  return { precision, recall, f1: (2 * hit) / Math.max(1, 2 * hit + extra + missed), positives: hit + missed };
}

/** The cut with the best F1, half-way between two scores. */
export function bestCut(
  scores: readonly number[],
  labels: readonly boolean[],
): { readonly cut: number; readonly f1: number } {
  const order = scores.map((score, at) => ({ score, label: labels[at] === true })).sort((a, b) => b.score - a.score);
  const positives = labels.filter(Boolean).length;
  let hit = 0;
  let best = { cut: Number.POSITIVE_INFINITY, f1: 0 };
  order.forEach(({ score, label }, at) => {
    if (label) hit++;
    const next = order[at + 1]?.score ?? score - 1;
    const f1 = (2 * hit) / (at + 1 + positives);
    if (next < score && f1 > best.f1) best = { cut: (score + next) / 2, f1 };
  });
  return best;
}

/** Slope and shift that turn logits into probabilities (Platt), by gradient descent. */
export function calibrated(
  logits: readonly number[],
  labels: readonly boolean[],
): { readonly slope: number; readonly shift: number } {
  let slope = 1;
  let shift = 0;
  for (let round = 0; round < 4_000; round++) {
    let bySlope = 0;
    let byShift = 0;
    logits.forEach((logit, at) => {
      const error = sigmoid(slope * logit + shift) - (labels[at] ? 1 : 0);
      bySlope += error * logit;
      byShift += error;
    });
    slope -= (0.3 * bySlope) / logits.length;
    shift -= (0.3 * byShift) / logits.length;
  }
  return { slope, shift };
}
