import { localDate } from '../dates.ts';
import type { Reading } from '../reading/reading.ts';
import type { Settings } from '../settings.ts';
import { ageMonthsOf } from './age.ts';
import { mayTellOfAnAttempt } from './attempts.ts';
import { isAutomatic } from './automatic.ts';
import { categoryOf } from './category.ts';
import { choiceSaidIn } from './choice-in-words.ts';
import { contractorsIn, type Contractors } from './contractors.ts';
import { bothMargin, bothProbability, bothSentences } from './both.ts';
import { A_PERSON_LOOKS, atLeast, atLeastDispleased, confidenceOf, FOUND_FROM, ofMachine } from './confidence.ts';
import { dangerIn } from './danger.ts';
import { displeasureIn } from './displeasure.ts';
import { explicitAsk, explicitSentence } from './explicit.ts';
import { evidenceOf } from './evidence.ts';
import type { Features } from './features.ts';
import { intentOf, likeliestSpeaker } from './intent.ts';
import { linearReading } from './linear-reading.ts';
import { model } from './shipped-model.ts';
import { recognisedIn } from './other-languages.ts';
import { peopleIn, safeguardingIn } from './people.ts';
import { pointsOf } from './points.ts';
import { policySignals } from './policy-signals.ts';
import { taughtConfidence, taughtProbability } from './taught.ts';
import { FLAGS, type Findings, type Flag, type Intent, type NeuralScores, type Speaker } from './verdict.ts';
import { nextStageWanted, wantsOf } from './wants.ts';

/** Ages from which the flags of old matters are set, in whole months. */
const OLDER_THAN_6 = 7;
const OLDER_THAN_12 = 13;

/** How far above its cut a flag must lie before a policy's stage or exclusion follows from it. */
const SURELY = 0.2;

/**
 * What the words say, the same for every landlord. The neural reader's scores are handed in as a plain value, or null
 * while it isn't there; without them everything is found all the same.
 */
export function findings(
  reading: Reading,
  { settings, neural }: { readonly settings: Settings; readonly neural: NeuralScores | null },
): Findings {
  const byWords = linearReading(reading, settings);
  const { features, sentenceLogits, message, probability: linear } = byWords;
  const isRead = reading.unreadable === null;
  const contractors = contractorsIn(reading, features, settings);
  const byItself = isAutomatic(reading);
  const guess = byItself ? 'machine' : likeliestSpeaker(model.speakers(message), neural);
  const speaker = speakerOf(guess, features, contractors);
  const choiceSaid = choiceSaidIn(features.plain);
  const asked = explicitAsk(features.plain, speaker, choiceSaid);
  const recognised = recognisedIn(reading.sentences);
  const together = bothProbability(linear, neural);
  const displeasure = displeasureIn(features.plain, speaker);
  const least = atLeastDispleased(atLeast(together, asked, features.plain.text.length), displeasure);
  const both = byItself && asked === null ? ofMachine(least) : least;
  const asDelivered = recognised.length > 0 ? Math.max(both, A_PERSON_LOOKS) : both;
  // What is asked for or said in plain words, machine mail and what can't be read stay as delivered, and so does every danger.
  const isSettled = asked !== null || displeasure !== null || byItself || recognised.length > 0 || !isRead;
  const probability = isSettled ? asDelivered : taughtProbability(asDelivered, settings.taught);
  const found = isRead && probability >= FOUND_FROM;
  const confidence = isSettled
    ? confidenceOf(probability, reading.unreadable)
    : taughtConfidence(asDelivered, probability);

  // Once found, the question is only what a dissatisfied message wants.
  const intent = intentOf(model.intents(message, found ? 1 : probability), neural, { found, asked, isRead });
  const choice = isRead ? (choiceSaid?.said ?? null) : null;
  const ageMonths = found ? ageMonthsOf(features.plain.text, dayOf(reading)) : null;
  const marginOf = (flag: Flag): number => {
    const other = neural?.flags[flag];
    return other === undefined
      ? model.flagMargin(flag, message, asDelivered)
      : bothMargin(flag, model.flagChance(flag, message, asDelivered), other);
  };
  const isTold = (flag: Flag): boolean => flag !== 'tried_before' || mayTellOfAnAttempt(features.plain, reading);
  const flags = flagsOf((flag) => marginOf(flag) >= 0 && isTold(flag), {
    ageMonths,
    found,
    intent,
    speaker,
    contractors,
    choice,
  });

  const { named, shown } = dangerIn(reading, byWords, { probability: asDelivered, neural });

  const logits = bothSentences(sentenceLogits, neural);
  const said = asked === null ? (displeasure?.at ?? -1) : explicitSentence(features.plain, asked, choiceSaid);
  const evidence = found || confidence === 'unsure' ? evidenceOf(features, logits, { model, said }) : [];
  const strongest = evidence.map(({ start }) => reading.sentences.findIndex((sentence) => sentence.start === start));
  const safeguarding = safeguardingIn(features.plain);
  const wants =
    wantsOf(reading, features, safeguarding) ?? (found && intent === 'escalation' ? nextStageWanted(features) : null);
  return {
    dissatisfaction: { found, probability },
    confidence,
    intent,
    flags: [...flags],
    hazards: shown,
    safeguarding,
    people: peopleIn(features.plain),
    speaker,
    language: reading.language,
    ...(recognised.length > 0 ? { recognised } : {}),
    evidence,
    points: found ? pointsOf(features, logits, reading.message.text) : [],
    choice,
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
      hazards: named,
      isDangerNow: shown.some(({ urgency }) => urgency === 'now'),
      isSure: (flag) => flags.has(flag) && marginOf(flag) >= SURELY,
    }),
    readers: { linear, neural: neural?.probability ?? null },
    delivered: {
      probability: rounded(together),
      readers: neural === null ? 'first' : 'both',
      ...(isSettled ? { settled: true as const } : {}),
    },
  };
}

/** To four places: what is kept of it. */
function rounded(probability: number): number {
  return Math.round(probability * 10_000) / 10_000;
}

function dayOf({ message: { receivedAt } }: Reading): ReturnType<typeof localDate> | null {
  return receivedAt === null ? null : localDate(receivedAt);
}

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
  readonly choice: Findings['choice'];
}

/** The flags that the words give, where the verdict leaves room for them. */
function flagsOf(
  isSet: (flag: Flag) => boolean,
  { ageMonths, found, intent, speaker, contractors, choice }: BesideTheWords,
): ReadonlySet<Flag> {
  const flags = new Set(FLAGS.filter((flag) => !flag.startsWith('older_than') && isSet(flag)));
  if (ageMonths !== null && ageMonths >= OLDER_THAN_6) flags.add('older_than_6_months');
  if (ageMonths !== null && ageMonths >= OLDER_THAN_12) flags.add('older_than_12_months');
  // In so many words, either way: the flag's own reader takes "I do not want a formal complaint" for an ask.
  if (choice === 'declined') flags.delete('formal');
  else if (choice === 'asked' && found) flags.add('formal');
  if (contractors.areNamed) flags.add('contractor');
  // Who speaks for a resident is a representative; a resident for themselves, an MP or a solicitor is none.
  if (speaker === 'on-behalf') flags.add('representative');
  else if (NO_REPRESENTATIVES.has(speaker)) flags.delete('representative');
  if (WITHOUT_OUTCOME.has(intent)) flags.delete('outcome_stated');
  // Dissatisfied with us, or with somebody who isn't ours: what is found is the first.
  if (found) flags.delete('not_responsible');
  else for (const flag of ONLY_OF_DISSATISFACTION) flags.delete(flag);
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
