import type { Actor, CaseEvent, EventDraft } from '../../case/event.ts';
import { caseFile } from '../../case/case-file.ts';
import { effective } from '../../case/correct.ts';
import { localDate, localTime, type Instant } from '../../dates.ts';
import { givenDrafts } from '../given.ts';
import { noonOf } from '../noon.ts';
import { answered, type Act, type ActCase, type Answers } from './act.ts';
import { givenIn, happenedAt, heldBack, overrideId, WHEN } from './check.ts';

/** Who enters, and where new ids come from. */
export interface Hand {
  readonly actor: Actor;
  readonly newId: () => string;
}

/** The answers of a form before anybody types. */
export function startOf(act: Act, about: ActCase): Answers {
  return { when: WHEN.now, ...act.start?.(about) };
}

/** The events of one press: the act itself, and the rules that somebody passed over for it, with why. */
export function entriesOf(act: Act, answers: Answers, about: ActCase, hand: Hand): readonly EventDraft[] {
  const at = happenedAt(act, answers, about);
  if (typeof at !== 'string') return [];
  const base = { caseId: about.file.id, actor: hand.actor, occurredAt: at };
  const overrides = heldBack(act, answers, about).map(({ rule, action, clauses }): EventDraft => ({
    ...base,
    occurredAt: about.now,
    type: 'rule-overridden',
    data: { rule, action, clauses: [...clauses] },
    personal: { reason: answered(answers, overrideId(rule)) },
  }));
  const needs = givenDrafts(givenIn(answers), about.file.policy?.id ?? '', { ...base, occurredAt: about.now });
  return [...needs, ...overrides, ...act.drafts(answers, { ...about, base, newId: hand.newId })];
}

/** The answers by which an entry stands, to put it right. */
export function answersOfEntry(act: Act, event: CaseEvent): Answers {
  const answers = act.answersOf?.(event) ?? {};
  // Noon stands for a day without a time, and is shown nowhere.
  const isDayOnly = noonOf(localDate(event.occurredAt)) === event.occurredAt;
  const time = isDayOnly ? '' : localTime(event.occurredAt);
  return { ...answers, when: WHEN.earlier, 'when-day': localDate(event.occurredAt), 'when-time': time };
}

/** The entry as it counts now, with the corrections that were made since; null for one that was taken back. */
export function asItCounts(events: readonly CaseEvent[], id: string): CaseEvent | null {
  return effective(events).find((event) => event.id === id) ?? null;
}

/**
 * The case as it stood when an entry was made: what was open then can be chosen again, and its stage is the one of then.
 * The opening entries have nothing before them.
 */
export function beforeEntry(about: ActCase, of: CaseEvent): ActCase {
  const before = about.events.slice(
    0,
    about.events.findIndex(({ id }) => id === of.id),
  );
  return before.some(({ type }) => type === 'logged') ? { ...about, file: caseFile(before) } : about;
}

/** The correction that makes an entry what the answers say; null where they say what it says. */
export function correctionOf(
  act: Act,
  answers: Answers,
  { about: now, of, hand }: { readonly about: ActCase; readonly of: CaseEvent; readonly hand: Hand },
): EventDraft | null {
  const about = beforeEntry(now, of);
  const at = act.when === 'now' ? of.occurredAt : happenedAt(act, answers, about);
  if (typeof at !== 'string' || of.personal === null) return null;
  const base = { caseId: about.file.id, actor: hand.actor, occurredAt: at };
  const again = act.drafts(answers, { ...about, base, newId: () => idIn(of) }).find(({ type }) => type === of.type);
  if (!again) return null;
  const data = changedIn(of.data, again.data);
  const personal = changedIn(of.personal, again.personal);
  const isMoved = !isSameMoment(at, of.occurredAt);
  if (!isMoved && Object.keys(data).length === 0 && Object.keys(personal).length === 0) return null;
  return {
    caseId: about.file.id,
    actor: hand.actor,
    occurredAt: about.now,
    type: 'corrected',
    data: { of: of.id, occurredAt: isMoved ? at : null, fields: data },
    personal: { fields: personal, reason: answered(answers, 'why-corrected') },
  };
}

function changedIn(before: object, after: object): Record<string, unknown> {
  const known: Readonly<Record<string, unknown>> = { ...before };
  return Object.fromEntries(
    Object.entries(after).filter(([key, value]) => JSON.stringify(known[key]) !== JSON.stringify(value)),
  );
}

/** The id that an entry gave to what it speaks of. */
function idIn(event: CaseEvent): string {
  switch (event.type) {
    case 'action-promised':
      return event.data.action;
    case 'compensation-offered':
      return event.data.offer;
    case 'date-set':
      return event.data.date;
    case 'split':
      return event.data.into;
    case 'point-added':
      return event.personal?.point.id ?? event.id;
    default:
      return event.id;
  }
}

function isSameMoment(left: Instant, right: Instant): boolean {
  return Date.parse(left) === Date.parse(right);
}
