import type { Judged } from '../case/taught-by.ts';
import { addDays, localDate, type Instant } from '../dates.ts';
import type { Correspondent } from '../message.ts';
import type { Confirmation } from '../triage/refit.ts';
import type { Delivered } from '../triage/verdict.ts';

/** The confidence of a message that couldn't be judged: it gives way to the first verdict. */
export const NOT_JUDGED = 'not-judged';

/** What Duly made of a message when it was first seen. */
export interface FirstReading {
  /** In plain words of routes: `stage-1`, `service-request`, `none` … */
  readonly route: string;
  readonly confidence: string;
  readonly dissatisfied: boolean;
  readonly hazard: boolean;
  /** It came from the Ombudsman; not there otherwise. */
  readonly ombudsman?: true;
  /** How pressing a danger is; not there where there is none, and in what was kept before it was noted. */
  readonly urgency?: 'now' | 'possible';
  /** What it was taken for, as the card of the message names it: "An MP’s enquiry". Duly's words, none of the message's. */
  readonly heading?: string;
  /** The readers' own word as delivered; not in what was kept before it was noted. */
  readonly delivered?: Delivered;
}

/** A decision without anything logged: `as` is the plain route, `none` for “not a complaint”. */
export interface DecidedSeen {
  readonly as: string;
  readonly by: string;
  /** The readers' own word when it was decided, where the message was open. */
  readonly delivered?: Delivered;
}

/** A person, and when. */
export interface SeenBy {
  readonly name: string;
  readonly at: Instant;
}

/**
 * A message that somebody had open and that is on no case. Only this is kept of it, for thirty days: nothing of its text.
 * `id` is its identity (see case/match.ts), so that it is one entry however often and in whatever mailbox it is opened.
 */
export interface SeenMessage {
  readonly id: string;
  readonly from: Correspondent | null;
  readonly subject: string;
  readonly receivedAt: Instant | null;
  readonly reading: FirstReading;
  readonly firstSeenAt: Instant;
  readonly seenBy: readonly SeenBy[];
  /** A colleague who was asked to decide. */
  readonly asked: { readonly whom: string; readonly note: string; readonly by: string; readonly at: Instant } | null;
  /** Decided, and nothing logged; null while undecided. */
  readonly decided: (DecidedSeen & { readonly at: Instant }) | null;
  /** Somebody looked a second time. */
  readonly secondLook: { readonly by: string; readonly at: Instant; readonly agrees: boolean } | null;
}

/** A message as a panel sees it. */
export type SeenDraft = Pick<SeenMessage, 'id' | 'from' | 'subject' | 'receivedAt' | 'reading'>;

/** Messages seen and on no case. One that is logged, on this panel or another, leaves the list by itself. */
export interface SeenMessages {
  /** Notes that somebody has it open; the first reading stays the one that counts. */
  note(message: SeenDraft, by: string): Promise<void>;
  get(id: string): Promise<SeenMessage | null>;
  /** All that are kept, decided or not; oldest first, by receipt. */
  all(): Promise<readonly SeenMessage[]>;
  /** Likewise. */
  undecided(): Promise<readonly SeenMessage[]>;
  /** Asks a colleague to decide. Rejects with RegisterError `lost` where the message is no longer kept. */
  ask(id: string, asked: { readonly whom: string; readonly note: string; readonly by: string }): Promise<void>;
  /** Decided without logging anything. */
  decide(id: string, decided: DecidedSeen): Promise<void>;
  /** Takes a decision back. */
  reopen(id: string): Promise<void>;
  /** Decisions that somebody else should look at once more: see `isSample`. */
  samples(): Promise<readonly SeenMessage[]>;
  lookedAgain(id: string, look: { readonly by: string; readonly agrees: boolean }): Promise<void>;
  /** Forgets messages before their thirty days are over; of a decision stays what stays then: a number, a no and a day. */
  erase(ids: readonly string[]): Promise<void>;
}

/** Days for which a message that is on no case is remembered. */
export const DAYS_KEPT = 30;

/** Whether it is too old to be kept. */
export function isPast({ firstSeenAt }: SeenMessage, now: Instant): boolean {
  return addDays(localDate(firstSeenAt), DAYS_KEPT) < localDate(now);
}

/** The entry after one more person has it open. */
export function seenAgain(before: SeenMessage | null, draft: SeenDraft, by: SeenBy): SeenMessage {
  if (!before) return { ...draft, firstSeenAt: by.at, seenBy: [by], asked: null, decided: null, secondLook: null };
  const seen = before.reading.confidence === NOT_JUDGED ? { ...before, reading: draft.reading } : before;
  return seen.seenBy.some(({ name }) => name === by.name) ? seen : { ...seen, seenBy: [...seen.seenBy, by] };
}

/**
 * Whether a decision against a complaint is one for a second look: each that went against the reading, and of the others
 * one in eight, chosen by the message's own digest so that nobody can tell beforehand which.
 */
export function isSample({ id, reading, decided, secondLook }: SeenMessage): boolean {
  if (decided === null || secondLook !== null || decided.as !== 'none') return false;
  return reading.dissatisfied || reading.hazard || Number.parseInt(id.slice(-2), 16) % 8 === 0;
}

/** What a decision against a complaint says about dissatisfaction; null where it says nothing, or was taken back. */
export function judgedSeen({ reading, decided, secondLook }: SeenMessage): Judged | null {
  const delivered = decided?.delivered ?? reading.delivered;
  if (decided?.as !== 'none' || secondLook?.agrees === false || !delivered) return null;
  return { delivered, found: reading.dissatisfied, dissatisfied: false, day: localDate(decided.at) };
}

/** What may stay of a decision when the message is forgotten: a number, a yes or no, and a day. */
export function remainderOf(message: SeenMessage): Confirmation | null {
  const judged = judgedSeen(message);
  if (!judged || judged.delivered.settled) return null;
  return { probability: judged.delivered.probability, dissatisfied: judged.dissatisfied, day: judged.day };
}

/** By receipt, those without a known one by when they were first seen. */
export function byReceipt(left: SeenMessage, right: SeenMessage): number {
  return Date.parse(left.receivedAt ?? left.firstSeenAt) - Date.parse(right.receivedAt ?? right.firstSeenAt);
}
