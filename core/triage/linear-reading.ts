import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import { linearProbability } from './confidence.ts';
import { encodeMessage, encodeSentences, type Encoded } from './encode.ts';
import { featuresOf, type Features } from './features.ts';
import { hazardsIn } from './hazards.ts';
import { marksOf } from './marks.ts';
import { model } from './shipped-model.ts';
import type { Hazard } from './verdict.ts';

/** What the linear reader sees of a message, before anything is concluded from it. */
export interface LinearReading {
  readonly features: Features;
  readonly hazards: readonly Hazard[];
  /** For each sentence of the reading how much it shows dissatisfaction, as a logit. */
  readonly sentenceLogits: readonly number[];
  /** The whole message, as its heads weigh it. */
  readonly message: Encoded;
  /** How probable dissatisfaction is, by this reader alone. */
  readonly probability: number;
}

/** Reads a message by words and named signals. */
export function linearReading(reading: Reading, settings: Settings): LinearReading {
  const features = featuresOf(reading, settings);
  const hazards = hazardsIn(reading.message.text, reading.parts);
  const sentences = encodeSentences(features, model);
  const sentenceLogits = sentences.map((sentence) => model.sentenceLogit(sentence));
  const message = encodeMessage(features, sentences, {
    logits: sentenceLogits,
    marks: marksOf(reading, features, hazards),
    lexicon: model,
  });
  const probability = linearProbability(model.messageLogit(message), model.calibration);
  return { features, hazards, sentenceLogits, message, probability };
}
