import { currentStage, type CaseFile } from '../case/case-file.ts';
import { answerDrafts } from '../case/choice.ts';
import type { Actor, EventDraft } from '../case/event.ts';
import { wayOfDraft, type Way } from '../case/way-back.ts';
import { compareInstants, type Instant, type IsoDate } from '../dates.ts';
import type { Policy } from '../policy/policy.ts';
import type { GivenNeeds, Placed } from './desk.ts';
import { givenDrafts } from './given.ts';
import { promisedIn } from './sent-words.ts';

/** How a response left the house. */
export type ResponseChannel = 'email' | 'post' | 'phone' | 'visit';

/** What an officer records about a case with one press. */
export type CaseAct =
  | { readonly kind: 'contact-made' }
  | { readonly kind: 'contact-tried' }
  /** `at` is when it was sent, null = now; `sent` the words that went, where the page shows them: else it is as inserted. */
  | { readonly kind: 'acknowledged'; readonly at: Instant | null; readonly sent?: string }
  /** A letter that is no acknowledgement; `at` is when it was sent or posted. */
  | { readonly kind: 'letter-sent'; readonly letter: string; readonly at: Instant | null; readonly sent?: string }
  | { readonly kind: 'response-sent'; readonly at: Instant | null; readonly channel: ResponseChannel }
  | { readonly kind: 'assigned'; readonly name: string }
  /** What a rule of the policy asks for is so, or is passed over with a reason. */
  | { readonly kind: 'given'; readonly given: GivenNeeds }
  /** The resident was asked whether they want to complain. */
  | { readonly kind: 'choice-offered' }
  | { readonly kind: 'choice-answered'; readonly answer: 'complain' | 'not-now' }
  | { readonly kind: 'hazard-reported' }
  | { readonly kind: 'safeguarding-reported' }
  | { readonly kind: 'made-safe' }
  /** A date that a person set, or an action that somebody promised. */
  | { readonly kind: 'date-done'; readonly id: string };

/** What an entry needs beside the act: who, when, and what was sent or told. */
export interface ActContext {
  readonly actor: Actor;
  readonly now: Instant;
  /** Whom a danger was reported to. */
  readonly reportedTo: string;
  /** The letter as it was put into the reply or made for the post; null where Duly put none. */
  readonly placed: Placed | null;
  /** The policy of the case; null where it didn't load. */
  readonly policy: Policy | null;
}

/** What the toast says after it. */
export const ACT_WORDS: Readonly<Record<CaseAct['kind'], string>> = {
  'contact-made': 'Contact recorded',
  'contact-tried': 'Try recorded',
  acknowledged: 'Acknowledgement recorded',
  'letter-sent': 'Letter recorded',
  'response-sent': 'Response recorded',
  assigned: 'Handler changed',
  given: 'Recorded',
  'choice-offered': 'Recorded as offered',
  'choice-answered': 'Answer recorded',
  'hazard-reported': 'Report recorded',
  'safeguarding-reported': 'Report recorded',
  'made-safe': 'Recorded as made safe',
  'date-done': 'Recorded as done',
};

/** An act that makes no sense on this case, or at that time. */
export class ActError extends Error {
  override readonly name = 'ActError';
}

/** The events by which an act is entered. Throws ActError for a stage that isn't there, or a time that can't be. */
export function actDrafts(act: CaseAct, file: CaseFile, context: ActContext): readonly EventDraft[] {
  const { actor, now, reportedTo } = context;
  const base = { caseId: file.id, actor, occurredAt: now };
  switch (act.kind) {
    case 'contact-made':
    case 'contact-tried': {
      return [{ ...base, type: act.kind, data: { stage: stageOf(file), channel: 'other' }, personal: { note: '' } }];
    }
    case 'acknowledged':
      return acknowledgedDrafts(act, file, context);
    case 'letter-sent': {
      const occurredAt = checkedMoment(act.at, file, now);
      const channel = sentBy(context.placed, file, (kind) => kind === act.letter);
      const data = { kind: act.letter, stage: currentStage(file)?.stage ?? null, channel } as const;
      const text =
        act.sent ?? context.placed?.text ?? file.drafts.findLast(({ kind }) => kind === act.letter)?.text ?? '';
      return [
        { ...base, occurredAt, type: 'letter-sent', data, personal: { text } },
        ...offered(context.placed, file, { ...base, occurredAt }),
      ];
    }
    case 'response-sent': {
      const data = { stage: stageOf(file), channel: act.channel, letterDate: null, outcome: null };
      const occurredAt = checkedMoment(act.at, file, now);
      return [{ ...base, occurredAt, type: 'response-sent', data, personal: { text: '' } }];
    }
    case 'assigned': {
      // An enquiry has a handler and no stage.
      const stage = file.kind === 'enquiry' ? '' : stageOf(file);
      return [{ ...base, type: 'handler-assigned', data: { stage }, personal: { name: act.name } }];
    }
    case 'given':
      return givenDrafts(act.given, file.policy?.id ?? '', base);
    case 'choice-offered':
      return [{ ...base, type: 'choice-offered', data: { how: 'asked' }, personal: {} }];
    case 'choice-answered':
      return [
        ...(file.choice.offeredAt === null
          ? [{ ...base, type: 'choice-offered' as const, data: { how: 'asked' as const }, personal: {} }]
          : []),
        ...(context.policy
          ? answerDrafts(file, act.answer, context.policy, base)
          : [{ ...base, type: 'choice-answered' as const, data: { answer: act.answer }, personal: {} }]),
      ];
    case 'hazard-reported': {
      const data = { kinds: [...file.hazards.kinds] };
      return [{ ...base, type: 'hazard-reported', data, personal: { to: reportedTo } }];
    }
    case 'safeguarding-reported':
      return [{ ...base, type: 'safeguarding-reported', data: {}, personal: { to: reportedTo } }];
    case 'made-safe':
      return [{ ...base, type: 'made-safe', data: {}, personal: { how: '' } }];
    case 'date-done':
      return [doneDraft(act.id, file, base)];
  }
}

function acknowledgedDrafts(
  { at, sent }: Extract<CaseAct, { readonly kind: 'acknowledged' }>,
  file: CaseFile,
  { actor, now, placed }: ActContext,
): readonly EventDraft[] {
  const stage = currentStage(file);
  if (!stage) throw new ActError('The case is at no stage that is acknowledged.');
  const occurredAt = checkedMoment(at, file, now);
  const base = { caseId: file.id, actor, occurredAt };
  const [first] = stage.acknowledgements;
  // What was inserted in an earlier session is known from the register.
  const inserted = placed ?? lastDraft(file);
  const drafts: EventDraft[] = [
    {
      ...base,
      type: 'acknowledged',
      data: {
        stage: stage.stage,
        channel: sentBy(placed, file, isAcknowledgement),
        known: sent === undefined ? 'as-inserted' : 'as-sent',
        promisedBy:
          sent === undefined ? (inserted?.promisedBy ?? null) : promisedIn(sent, inserted?.promisedBy ?? null),
        corrects: first?.eventId ?? null,
      },
      personal: { text: sent ?? inserted?.text ?? '' },
    },
  ];
  return [...drafts, ...offered(placed, file, base)];
}

/** A letter that offered the choice to complain, once it was sent (West Kent 3.4, Code 1.3). */
function offered(placed: Placed | null, file: CaseFile, base: Base): readonly EventDraft[] {
  return placed?.offersChoice && file.choice.offeredAt === null
    ? [{ ...base, type: 'choice-offered', data: { how: 'in-letter' }, personal: {} }]
    : [];
}

type Base = Pick<EventDraft, 'caseId' | 'actor' | 'occurredAt'>;

/** The acknowledgement that stands in a reply and isn't known to be sent. */
export function lastDraft(file: CaseFile): { readonly text: string; readonly promisedBy: IsoDate | null } | null {
  return file.drafts.findLast(({ kind }) => isAcknowledgement(kind)) ?? null;
}

/** Whether a kind of letter acknowledges what came. */
export function isAcknowledgement(kind: string): boolean {
  return kind.includes('acknowledgement') || kind === 'informal';
}

/** How a letter went out: as it was got ready, beside the message or in an earlier session. */
export function sentBy(placed: Placed | null, file: CaseFile, isMeant: (kind: string) => boolean): Way {
  if (placed) return placed.how === 'printed' || placed.how === 'document' ? 'post' : 'email';
  return wayOfDraft(file, isMeant);
}

/** A check-back is reviewed, an action done, any other date met. */
function doneDraft(id: string, file: CaseFile, base: Base): EventDraft {
  if (file.actions.some((action) => action.id === id))
    return { ...base, type: 'action-done', data: { action: id }, personal: { note: '' } };
  if (file.kind === 'service-request')
    return { ...base, type: 'service-request-reviewed', data: { checkBackOn: null }, personal: { note: '' } };
  return { ...base, type: 'date-met', data: { date: id }, personal: {} };
}

/** What was sent was sent after it was received, and not in the future. */
export function checkedMoment(at: Instant | null, { receivedAt }: CaseFile, now: Instant): Instant {
  if (at === null) return now;
  if (compareInstants(at, now) > 0) throw new ActError('That is still to come. Choose when it was sent.');
  if (compareInstants(at, receivedAt) < 0)
    throw new ActError('That is before the message came. Choose when it was sent.');
  return at;
}

function stageOf(file: CaseFile): string {
  const stage = currentStage(file);
  if (!stage) throw new ActError('The case is at no stage.');
  return stage.stage;
}
