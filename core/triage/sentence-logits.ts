import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import { encodeSentences } from './encode.ts';
import { featuresOf } from './features.ts';
import { model } from './shipped-model.ts';

/** For each sentence of a reading how much it shows dissatisfaction, by the linear reader alone, as a logit. */
export function sentenceLogits(reading: Reading, settings: Settings): readonly number[] {
  const features = featuresOf(reading, settings);
  return encodeSentences(features, model).map((sentence) => model.sentenceLogit(sentence));
}
