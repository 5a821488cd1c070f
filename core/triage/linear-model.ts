import type { Encoded, EncodedSentence, Lexicon } from './encode.ts';
import { sigmoid } from './logits.ts';
import { INTENTS, SPEAKERS, type Flag, type Intent, type Speaker } from './verdict.ts';

/**
 * The weights as they are kept: every feature's name, and for each head one character a feature, its weight in steps of
 * `step`. Features that only the two main heads weigh come last.
 */
export interface KeptWeights {
  readonly features: string;
  readonly heads: Readonly<Record<string, KeptHead>>;
  readonly calibration: Calibration;
  /** Probability from which a flag is set. */
  readonly cuts: Readonly<Record<string, number>>;
}

interface KeptHead {
  readonly bias: number;
  readonly step: number;
  readonly weights: string;
}

/** From the message's logit to a probability, and where the bands begin. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

/** The characters that stand for -45 to 45 steps, in order; a backslash and quotation marks are not among them. */
export const STEPS = 45;
const FIRST_CODE = 35;
const BACKSLASH = 92;

/** The character for a number of steps. */
export function stepCharacter(steps: number): string {
  const code = FIRST_CODE + Math.max(-STEPS, Math.min(STEPS, steps)) + STEPS;
  return String.fromCharCode(code >= BACKSLASH ? code + 1 : code);
}

function stepsOf(code: number): number {
  return (code > BACKSLASH ? code - 1 : code) - FIRST_CODE - STEPS;
}

interface Head {
  readonly bias: number;
  readonly weights: Float32Array;
}

/** The linear reader's weights, ready to be applied. */
export class LinearModel implements Lexicon {
  readonly calibration: Calibration;
  private readonly ids: ReadonlyMap<string, number>;
  private readonly words = new Map<string, number>();
  /** By the word before: looked up without a new text for every pair. */
  private readonly pairs = new Map<string, Map<string, number>>();
  private readonly heads: ReadonlyMap<string, Head>;
  private readonly small: SmallHeads;
  private readonly cuts: Readonly<Record<string, number>>;

  constructor(kept: KeptWeights) {
    this.calibration = kept.calibration;
    this.cuts = kept.cuts;
    this.ids = new Map(kept.features.split('\n').map((name, id) => [name, id]));
    for (const [name, id] of this.ids) if (name.startsWith('w:')) this.addWord(name.slice(2), id);
    this.heads = new Map(
      Object.entries(kept.heads).map(([name, { bias, step, weights }]) => [
        name,
        { bias, weights: Float32Array.from(weights, (character) => stepsOf(character.charCodeAt(0)) * step) },
      ]),
    );
    this.small = new SmallHeads(this.heads, this.idOf('d'));
  }

  idOf(name: string): number {
    return this.ids.get(name) ?? -1;
  }

  wordId(key: string): number {
    return this.words.get(key) ?? -1;
  }

  pairId(before: string, key: string): number {
    return this.pairs.get(before)?.get(key) ?? -1;
  }

  private addWord(name: string, id: number): void {
    const [word = '', next] = name.split(' ');
    if (next === undefined) {
      this.words.set(word, id);
      return;
    }
    const after = this.pairs.get(word) ?? new Map<string, number>();
    this.pairs.set(word, after.set(next, id));
  }

  /** How much one feature adds to a sentence's logit. */
  sentenceWeight(name: string): number {
    return this.heads.get('sentence')?.weights[this.idOf(name)] ?? 0;
  }

  sentenceLogit({ ids }: EncodedSentence): number {
    const head = this.heads.get('sentence');
    return head ? ids.reduce((sum, id) => sum + (head.weights[id] ?? 0), head.bias) : 0;
  }

  messageLogit({ ids, values }: Encoded): number {
    const head = this.heads.get('message');
    if (!head) return Number.NEGATIVE_INFINITY;
    let sum = head.bias;
    for (let at = 0; at < ids.length; at++) sum += (head.weights[ids[at] ?? -1] ?? 0) * (values[at] ?? 0);
    return sum;
  }

  /** For each intent how probable it is, where the message is dissatisfied with this probability. */
  intents(message: Encoded, dissatisfied: number): ReadonlyMap<Intent, number> {
    const given = (dissatisfaction: number): readonly number[] =>
      shares(INTENTS.map((intent) => this.small.logit(`intent ${intent}`, message, dissatisfaction)));
    const [yes, no] = [given(1), given(0)];
    return new Map(
      INTENTS.map((intent, at) => [intent, dissatisfied * (yes[at] ?? 0) + (1 - dissatisfied) * (no[at] ?? 0)]),
    );
  }

  /** For each speaker how probable it is. */
  speakers(message: Encoded): ReadonlyMap<Speaker, number> {
    const found = shares(SPEAKERS.map((speaker) => this.small.logit(`speaker ${speaker}`, message, 0)));
    return new Map(SPEAKERS.map((speaker, at) => [speaker, found[at] ?? 0]));
  }

  /** How far a flag's probability lies above the cut from which it is set; negative = not set. */
  flagMargin(flag: Flag, message: Encoded, dissatisfied: number): number {
    return this.flagChance(flag, message, dissatisfied) - (this.cuts[flag] ?? 0.5);
  }

  /** How probable a flag is. */
  flagChance(flag: Flag, message: Encoded, dissatisfied: number): number {
    return sigmoid(this.small.logit(`flag ${flag}`, message, dissatisfied));
  }
}

/** The heads for intents, flags and speakers: all weighed at once over a message's features, when the first is asked for. */
class SmallHeads {
  private readonly places: ReadonlyMap<string, number>;
  private readonly biases: readonly number[];
  /** Feature after feature, the weight of each head. */
  private readonly weights: Float32Array;
  private readonly features: number;
  private readonly weighed = new WeakMap<Encoded, Float64Array>();

  /** `dissatisfied`: the feature by which these heads are told how probable dissatisfaction is. */
  constructor(
    heads: ReadonlyMap<string, Head>,
    private readonly dissatisfied: number,
  ) {
    const own = [...heads].filter(([name]) => /^(?:intent|flag|speaker) /.test(name));
    this.places = new Map(own.map(([name], place) => [name, place]));
    this.biases = own.map(([, { bias }]) => bias);
    this.features = Math.max(0, ...own.map(([, { weights }]) => weights.length));
    this.weights = new Float32Array(this.features * own.length);
    own.forEach(([, { weights }], place) => {
      weights.forEach((weight, feature) => (this.weights[feature * own.length + place] = weight));
    });
  }

  /** The logit of one head; minus infinity for one that isn't there. */
  logit(name: string, message: Encoded, dissatisfied: number): number {
    const place = this.places.get(name);
    if (place === undefined) return Number.NEGATIVE_INFINITY;
    const ofIt = this.weights[this.dissatisfied * this.biases.length + place] ?? 0;
    return (this.all(message)[place] ?? 0) + dissatisfied * ofIt;
  }

  private all(message: Encoded): Float64Array {
    const before = this.weighed.get(message);
    if (before) return before;
    const { ids, values } = message;
    const count = this.biases.length;
    const sums = Float64Array.from(this.biases);
    for (let at = 0; at < ids.length; at++) {
      const feature = ids[at] ?? this.features;
      if (feature >= this.features) continue;
      const value = values[at] ?? 0;
      for (let place = 0, from = feature * count; place < count; place++)
        sums[place] = (sums[place] ?? 0) + (this.weights[from + place] ?? 0) * value;
    }
    this.weighed.set(message, sums);
    return sums;
  }
}

/** Shares of one, from logits. */
function shares(logits: readonly number[]): readonly number[] {
  const most = Math.max(...logits);
  const powers = logits.map((logit) => Math.exp(logit - most));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
