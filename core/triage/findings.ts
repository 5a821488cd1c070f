import { localDate } from '../dates.ts';
import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import { ageMonthsOf } from './age.ts';
import { categoryOf } from './category.ts';
import { contractorsIn, type Contractors } from './contractors.ts';
import { atLeast, blended, confidenceOf, FOUND_FROM, linearProbability } from './confidence.ts';
import { encodeMessage, encodeSentences } from './encode.ts';
import { explicitAsk } from './explicit.ts';
import { evidenceOf, pointsOf } from './evidence.ts';
import { featuresOf, type Features } from './features.ts';
import { hazardsIn, unnamedHazard } from './hazards.ts';
import { marksOf } from './marks.ts';
import { model } from './shipped-model.ts';
import { peopleIn, safeguardingIn } from './people.ts';
import { policySignals } from './policy-signals.ts';
import { FLAGS, INTENTS, type Findings, type Flag, type Intent, type NeuralScores, type Speaker } from './verdict.ts';
import { wantsOf } from './wants.ts';

/** Ages from which the flags of old matters are set, in whole months. */
const OLDER_THAN_6 = 7;
const OLDER_THAN_12 = 13;

/** How far above its cut a flag must lie before a policy's stage or exclusion follows from it. */
const SURELY = 0.2;

/** How far below its cut the danger's own head still has a sentence shown that names none of the known ones. */
const NEARLY_DANGEROUS = -0.12;

/** How much the neural reader's intents count beside the linear ones. */
const NEURAL_SHARE = 0.5;

/**
 * What the words say, the same for every landlord. The neural reader's scores are handed in as a plain value, or null
 * while it isn't there; without them everything is found all the same.
 */
export function findings(
  reading: Reading,
  { settings, neural }: { readonly settings: Settings; readonly neural: NeuralScores | null },
): Findings {
  const features = featuresOf(reading, settings);
  const hazards = hazardsIn(reading.message.text, reading.parts);
  const sentences = encodeSentences(features, model);
  const linearLogits = sentences.map((sentence) => model.sentenceLogit(sentence));
  const message = encodeMessage(features, sentences, {
    logits: linearLogits,
    marks: marksOf(reading, features, hazards),
    lexicon: model,
  });
  const linear = linearProbability(model.messageLogit(message), model.calibration);
  const isRead = reading.unreadable === null;
  const contractors = contractorsIn(reading, features, settings);
  const speaker = speakerOf(model.speaker(message), features, contractors);
  const asked = explicitAsk(features.plain, speaker);
  const probability = atLeast(blended(linear, neural), asked);
  const found = isRead && probability >= FOUND_FROM;
  const confidence = confidenceOf(probability, reading.unreadable);

  // Once found, the question is only what a dissatisfied message wants.
  const likeliest = intentOf(model.intents(message, found ? 1 : probability), neural, found);
  const intent = found && asked === 'next-stage' ? 'escalation' : likeliest;
  const ageMonths = found ? ageMonthsOf(features.plain.text, dayOf(reading)) : null;
  const marginOf = (flag: Flag): number => {
    const other = neural?.flags[flag];
    return model.flagMargin(flag, message, probability) + (other === undefined ? 0 : other - 0.5);
  };
  const flags = flagsOf((flag) => marginOf(flag) >= 0, { ageMonths, found, intent, speaker, contractors });

  const isNearDanger = model.flagMargin('health_safety', message, probability) >= NEARLY_DANGEROUS;
  const shown = hazards.length === 0 && isNearDanger ? unnamedHazard(features) : hazards;

  const logits = withNeural(linearLogits, neural);
  const evidence = found || confidence === 'unsure' ? evidenceOf(features, logits, model) : [];
  const strongest = evidence.map(({ start }) => reading.sentences.findIndex((sentence) => sentence.start === start));
  const wants = wantsOf(reading, features);
  return {
    dissatisfaction: { found, probability },
    confidence,
    intent,
    flags: [...flags],
    hazards: shown,
    safeguarding: safeguardingIn(features.plain),
    people: peopleIn(features.plain),
    speaker,
    language: reading.language,
    evidence,
    points: found ? pointsOf(features, logits) : [],
    wants: wants !== null && (flags.has('outcome_stated') || found) ? wants : null,
    category: found ? categoryOf(features, strongest) : null,
    ageMonths,
    signals: policySignals({
      reading,
      features,
      dissatisfied: found,
      intent,
      flags,
      speaker,
      hazards,
      isSure: (flag) => flags.has(flag) && marginOf(flag) >= SURELY,
    }),
    readers: { linear, neural: neural?.probability ?? null },
  };
}

function dayOf({ message: { receivedAt } }: Reading): ReturnType<typeof localDate> | null {
  return receivedAt === null ? null : localDate(receivedAt);
}

/** The likeliest intent among those that fit the verdict: a complaint is dissatisfaction, a first request or praise is none. */
function intentOf(linear: ReadonlyMap<Intent, number>, neural: NeuralScores | null, found: boolean): Intent {
  let best: Intent = found ? 'complaint' : 'other';
  let most = Number.NEGATIVE_INFINITY;
  for (const intent of INTENTS) {
    if (found ? ONLY_WITHOUT.has(intent) : ONLY_WITH.has(intent)) continue;
    const other = neural?.intents[intent];
    const share = linear.get(intent) ?? 0;
    const both = other === undefined ? share : share * (1 - NEURAL_SHARE) + other * NEURAL_SHARE;
    if (both > most) [best, most] = [intent, both];
  }
  return best;
}

const ONLY_WITH: ReadonlySet<Intent> = new Set(['complaint', 'escalation']);
const ONLY_WITHOUT: ReadonlySet<Intent> = new Set([
  'service_request',
  'information_request',
  'asb_report',
  'compliment',
  'other',
]);

/** What the sender's address says outweighs how the text sounds. */
function speakerOf(guess: Speaker, { facts }: Features, contractors: Contractors): Speaker {
  if (contractors.isSender) return 'contractor';
  if (facts.includes('from the Ombudsman')) return 'ombudsman';
  const isMember = facts.includes('from a member of Parliament') || facts.includes('from a councillor');
  if (isMember && !facts.includes('from our own domain')) return 'mp-councillor';
  return guess;
}

interface BesideTheWords {
  readonly ageMonths: number | null;
  readonly found: boolean;
  readonly intent: Intent;
  readonly speaker: Speaker;
  readonly contractors: Contractors;
}

/** The flags that the words give, where the verdict leaves room for them. */
function flagsOf(
  isSet: (flag: Flag) => boolean,
  { ageMonths, found, intent, speaker, contractors }: BesideTheWords,
): ReadonlySet<Flag> {
  const flags = new Set(FLAGS.filter((flag) => !flag.startsWith('older_than') && isSet(flag)));
  if (ageMonths !== null && ageMonths >= OLDER_THAN_6) flags.add('older_than_6_months');
  if (ageMonths !== null && ageMonths >= OLDER_THAN_12) flags.add('older_than_12_months');
  if (contractors.areNamed) flags.add('contractor');
  // Who speaks for a resident is a representative; a resident for themselves, an MP or a solicitor is none.
  if (speaker === 'on-behalf') flags.add('representative');
  else if (NO_REPRESENTATIVES.has(speaker)) flags.delete('representative');
  if (WITHOUT_OUTCOME.has(intent)) flags.delete('outcome_stated');
  if (!found) for (const flag of ONLY_OF_DISSATISFACTION) flags.delete(flag);
  if (!flags.has('contractor')) flags.delete('contractor_not_approached');
  return flags;
}

const NO_REPRESENTATIVES: ReadonlySet<Speaker> = new Set([
  'resident',
  'mp-councillor',
  'solicitor',
  'staff',
  'machine',
  'ombudsman',
]);
const WITHOUT_OUTCOME: ReadonlySet<Intent> = new Set(['other', 'survey_response', 'compliment']);
const ONLY_OF_DISSATISFACTION: readonly Flag[] = ['contractor', 'tried_before', 'staff_conduct'];

/** Sentences by both readers: a neural score of a half changes nothing. */
function withNeural(logits: readonly number[], neural: NeuralScores | null): readonly number[] {
  if (neural?.sentences.length !== logits.length) return logits;
  return logits.map((logit, at) => {
    const score = Math.min(0.99, Math.max(0.01, neural.sentences[at] ?? 0.5));
    return logit + Math.log(score / (1 - score));
  });
}
