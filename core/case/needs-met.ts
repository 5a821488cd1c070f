import type { Instant, IsoDate } from '../dates.ts';
import { NEEDS, type Need } from '../policy/needs.ts';
import type { Channel } from '../message.ts';
import type { CaseFile, CaseMessage, NeedRecord, StageRecord } from './case-file.ts';
import { hadNoPart, isSamePerson } from './handlers.ts';
import { recordedValue } from './record-fields.ts';

/** What a person is about to enter with the action itself: it counts as if it were entered already. */
export interface Given {
  /** Who is to handle the stage. */
  readonly handler?: string | undefined;
  readonly reason?: string | undefined;
  readonly reviewOn?: IsoDate | undefined;
  /** To whom details would go, as the policy names them. */
  readonly recipient?: string | undefined;
}

/** A need asked of a case: for which rule, at which stage, with what is about to be entered. */
export interface AskedNeed {
  readonly need: Need;
  readonly rule: { readonly id: string; readonly clause: readonly string[] };
  readonly file: CaseFile;
  /** The stage that the action is done at; null for a case that is at none. */
  readonly stage: string | null;
  readonly given: Given;
  readonly now: Instant;
}

/** Whether a need is met, and who said so where somebody had to. */
export interface NeedMet {
  readonly isMet: boolean;
  readonly said: NeedRecord | null;
  /** The case itself shows it, or the contrary: nobody's word counts beside that. */
  readonly isShown: boolean;
}

/**
 * Whether a need is met: by what the case itself shows, or by what somebody recorded. Where the case shows the contrary,
 * nobody's word counts against it; the rule can only be overridden, with a reason.
 */
export function needMet(asked: AskedNeed): NeedMet {
  const shown = shownByCase(asked);
  if (shown !== null) return { isMet: shown, said: null, isShown: true };
  const said = asked.file.needs.find(({ rule, need }) => rule === asked.rule.id && need === asked.need.text) ?? null;
  return { isMet: said !== null && isEnough(said, asked), said, isShown: false };
}

function isEnough({ chosen }: NeedRecord, { need, rule }: AskedNeed): boolean {
  if (need.word === 'one-of-clauses') return rule.clause.some((clause) => chosen.includes(clause));
  if (NEEDS[need.word].takes !== 'choices') return true;
  return need.all
    ? need.choices.every((choice) => chosen.includes(choice))
    : need.choices.some((choice) => chosen.includes(choice));
}

/** What the case shows: true or false, or null where it can't know. */
function shownByCase(asked: AskedNeed): boolean | null {
  const { need, file, given, now } = asked;
  const [choice = ''] = need.choices;
  switch (need.word) {
    case 'clocks-run':
      // No clock of ours ever waits (GEN-7).
      return true;
    case 'representative-named':
      return file.representative !== null;
    case 'authority':
      return file.representative !== null && need.choices.includes(file.representative.authority);
    case 'handler-not-of':
      return isSomebodyElse(handlerFor(asked), recordOf(file, choice));
    case 'handler-not':
      return isNotAmong(handlerFor(asked), need.choices, file);
    case 'contact-made':
      return madeBy(recordOf(file, asked.stage), need.choices);
    case 'complaint-form':
      return file.formCompletedAt !== null || isWritten(askedIn(file, recordOf(file, asked.stage))?.channel);
    case 'written-response': {
      const channel = recordOf(file, asked.stage)?.response?.channel;
      return channel === 'email' || channel === 'post';
    }
    case 'letter':
      return file.drafts.some(({ kind }) => kind === choice) || null;
    case 'reason':
      return (given.reason ?? '').trim() !== '' || null;
    case 'review-date':
      return given.reviewOn !== undefined || (file.restriction?.reviewOn ?? null) !== null || null;
    case 'recipient':
      return given.recipient === undefined ? null : need.choices.includes(given.recipient);
    case 'record':
      return recordedValue(file, choice, now) !== null;
    case 'count':
      return Number(recordedValue(file, choice, now) ?? 0) >= (need.least ?? 1);
    default:
      return null;
  }
}

function recordOf(file: CaseFile, stage: string | null): StageRecord | null {
  return file.stages.findLast((record) => record.stage === stage) ?? null;
}

function handlerFor({ given, file, stage }: AskedNeed): string | null {
  return given.handler ?? recordOf(file, stage)?.handler ?? null;
}

/** The message by which a stage was asked for; of one that isn't opened yet the newest. */
function askedIn({ messages }: CaseFile, record: StageRecord | null): CaseMessage | undefined {
  return record
    ? (messages.findLast(({ receivedAt }) => receivedAt === record.enteredAt) ?? messages[0])
    : messages.at(-1);
}

/** Null where nobody is chosen yet, or nobody knows who handled that stage. */
function isSomebodyElse(handler: string | null, record: StageRecord | null): boolean | null {
  return handler === null || record === null ? null : hadNoPart(handler, [record]);
}

/** The handler isn't one of the people who wrote as an MP, a Councillor … on this case. */
function isNotAmong(handler: string | null, kinds: readonly string[], file: CaseFile): boolean | null {
  if (handler === null) return null;
  if (!kinds.some((kind) => file.signals.includes(kind))) return true;
  return !file.messages.some(({ from }) => from !== null && isSamePerson(from.name, handler));
}

function madeBy(record: StageRecord | null, ways: readonly string[]): boolean | null {
  if (!record?.contactMade) return false;
  return record.contactBy === null ? null : ways.includes(record.contactBy);
}

/** A note of the landlord's own says nothing of how the complaint came. */
function isWritten(channel: Channel | undefined): boolean | null {
  if (channel === undefined || channel === 'crm-note') return null;
  return channel !== 'voicemail' && channel !== 'phone' && channel !== 'visit';
}
