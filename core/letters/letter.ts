import { currentStage, type Acknowledgement, type CaseFile } from '../case/case-file.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { addDays, localDate, toInstant, type Instant, type IsoDate } from '../dates.ts';
import { answerIfAcknowledged, deadlines, type Deadline } from '../deadlines/deadlines.ts';
import type { Draft } from '../host.ts';
import { clauseId, type Policy } from '../policy/policy.ts';
import type { Settings } from '../settings.ts';
import { FIELDS, fieldValues, oneLine, type Field } from './fields.ts';
import { gapsOf, htmlOf, textOf, type Part } from './markup.ts';
import { blocksOf, fill } from './template.ts';

/** One block of a letter as filled, with the clauses that demand it. */
export interface LetterBlock {
  readonly id: string;
  readonly parts: readonly Part[];
  /** With the policy's name; empty for words that no clause demands. */
  readonly clauses: readonly string[];
}

/** Until when the letter's answer date is right, and what it becomes after that. */
export interface DatesHold {
  readonly until: IsoDate;
  readonly then: IsoDate;
}

/** A letter: ready, lacking fields, or already sent once. */
export interface Letter {
  readonly kind: string;
  readonly subject: string;
  readonly blocks: readonly LetterBlock[];
  /** What must be filled in before the letter can go in; empty = ready. */
  readonly missing: readonly Field[];
  /** What the policy and the Code ask for in it, and that is in it. */
  readonly checked: readonly { readonly block: string; readonly clauses: readonly string[] }[];
  /** What the Code asks for and the policy's words lack. */
  readonly lacking: readonly { readonly block: string; readonly clauses: readonly string[] }[];
  readonly promisedBy: IsoDate | null;
  /** Null where sending it later changes nothing. */
  readonly holds: DatesHold | null;
  /** The earlier letter that this one corrects. */
  readonly corrects: Acknowledgement | null;
  /** Null while a field is missing: a letter with a gap can't go in. */
  readonly draft: Draft | null;
}

export interface LetterRequest {
  readonly kind: string;
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly floor: Policy;
  readonly calendar: WorkingCalendar;
  readonly settings: Settings;
  /** The moment at which it would go out: the answer date is counted from its day. */
  readonly now: Instant;
  /** What of it is the landlord's to answer, in an officer's words; null = as the template says. */
  readonly responsibility?: string | null;
}

/** A letter that can't be written: the policy has no words for it, or the case is not where it would be sent. */
export class LetterError extends Error {
  override readonly name = 'LetterError';
}

/**
 * Writes a letter from the case, its dates and the landlord's words. Throws LetterError for a kind that the policy
 * doesn't have, CalendarCoverageError where the answer date can't be counted, PolicyError where a template is at fault.
 */
export function letter(request: LetterRequest): Letter {
  const { kind, file, policy, floor, calendar, settings, now } = request;
  const words = [policy, floor].find((candidate) => candidate.templates[kind] !== undefined);
  const blocks = words && blocksOf(words, kind, floor);
  if (!blocks) throw new LetterError(`${policy.name} has no words for the letter “${kind}”`);

  const stage = currentStage(file);
  const corrects = kind.includes('acknowledgement') ? (stage?.acknowledgements[0] ?? null) : null;
  const dates = deadlines(file, policy, calendar).dates.filter((date) => date.stage === stage?.stage);
  const answer =
    answerIfAcknowledged(file, policy, calendar, now) ??
    dates.find(({ obligation }) => obligation === 'respond') ??
    null;
  const fields = fieldValues({
    file,
    policy,
    floor,
    settings,
    now,
    respondBy: answer?.day ?? null,
    contactBy: contactStillDue(dates, now),
    responsibility: request.responsibility ?? null,
  });

  const demands = [...demandsOf(policy, kind), ...demandsOf(floor, kind)];
  const filled = blocks.map((block): LetterBlock => {
    const clauses = demands.filter((demand) => demand.block === block.id).flatMap((demand) => demand.clauses);
    return { id: block.id, parts: fill(block, fields, words), clauses };
  });
  const missing = [...new Set(filled.flatMap(({ parts }) => gapsOf(parts)))].flatMap(
    (path) => FIELDS.find((field) => field.path === path) ?? [],
  );
  const shown = filled.filter(({ parts }) => parts.length > 0);
  const inIt = new Set(shown.map(({ id }) => id));
  const merged = mergedDemands(demands);
  const parts = shown.flatMap((block) => block.parts);
  const [message] = file.messages;
  const subject = replySubject(message?.subject ?? '', file.reference);
  return {
    kind,
    subject,
    blocks: shown,
    missing,
    checked: merged.filter(({ block }) => inIt.has(block)),
    lacking: merged.filter(({ block }) => !inIt.has(block)),
    promisedBy: answer?.day ?? null,
    holds: corrects || !answer ? null : datesHold(request, answer),
    corrects,
    draft: missing.length > 0 ? null : { subject, html: htmlOf(parts), text: textOf(parts) },
  };
}

function contactStillDue(dates: readonly Deadline[], now: Instant): IsoDate | null {
  const contact = dates.find(({ obligation, metAt }) => obligation === 'contact' && metAt === null);
  return contact && contact.day >= localDate(now) ? contact.day : null;
}

interface Demand {
  readonly block: string;
  readonly clauses: readonly string[];
}

function demandsOf(policy: Policy, kind: string): readonly Demand[] {
  const rule = policy.letters.find(({ id }) => id === kind);
  return (rule?.must ?? []).map(({ block, clause }) => ({
    block,
    clauses: clause.map((one) => clauseId(policy, one)),
  }));
}

function mergedDemands(demands: readonly Demand[]): readonly Demand[] {
  const blocks = [...new Set(demands.map(({ block }) => block))];
  return blocks.map((block) => ({
    block,
    clauses: demands.filter((demand) => demand.block === block).flatMap(({ clauses }) => clauses),
  }));
}

/** The first later day on which sending would promise another date; a late acknowledgement moves nothing any more. */
function datesHold({ file, policy, calendar, now }: LetterRequest, answer: Deadline): DatesHold | null {
  const today = localDate(now);
  // A week without a change: the date no longer hangs on the day of sending.
  for (let days = 1; days <= 7; days++) {
    const day = addDays(today, days);
    const then = answerIfAcknowledged(file, policy, calendar, toInstant(`${day}T12:00:00Z`));
    if (then && then.day !== answer.day) return { until: addDays(day, -1), then: then.day };
  }
  return null;
}

function replySubject(subject: string, reference: string): string {
  const plain = oneLine(subject);
  const reply = /^re:/i.test(plain) ? plain : `Re: ${plain}`;
  return `${reply.slice(0, 200)} (${reference})`;
}
