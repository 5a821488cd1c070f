import type { Instant, IsoDate } from '../dates.ts';
import type { Channel, Correspondent } from '../message.ts';
import { effective } from './correct.ts';
import type { CaseEvent, EventOf } from './event.ts';
import type { PointRecord, ReadingRecord, RouteRecord } from './event-fields.ts';
import { fold } from './fold.ts';
import type { OriginalRecord } from './original.ts';
import { referenceOf } from './reference.ts';

/** What a case is about, by the route that it took. */
export type CaseKind = 'complaint' | 'service-request' | 'enquiry' | 'contact' | 'elsewhere';

/** A message on the case. */
export interface CaseMessage {
  readonly eventId: string;
  readonly receivedAt: Instant;
  /** The moment that the message itself bears, where it isn't that of receipt. */
  readonly datedAt?: Instant;
  readonly channel: Channel;
  readonly identity: string;
  readonly messageId: string | null;
  readonly siteMessageId: string | null;
  readonly threadId: string | null;
  readonly from: Correspondent | null;
  readonly subject: string;
  readonly text: string;
  readonly attachments: readonly string[];
  /** The email's own file, where it is kept. */
  readonly original?: OriginalRecord;
}

/** An acknowledgement that went out. */
export interface Acknowledgement {
  readonly eventId: string;
  readonly at: Instant;
  readonly promisedBy: IsoDate | null;
  readonly known: 'as-sent' | 'as-inserted';
  readonly text: string;
}

/** What happened at one stage. Clocks run from these moments. */
export interface StageRecord {
  readonly stage: string;
  readonly enteredBy: 'complaint' | 'escalation';
  /** Receipt of what the stage answers: the complaint, or the request for the stage. */
  readonly enteredAt: Instant;
  readonly handler: string | null;
  /** Everybody to whom the stage was given, the handler last. */
  readonly handledBy: readonly string[];
  readonly reviewer: string | null;
  readonly contactMade: Instant | null;
  /** How it was made. */
  readonly contactBy: 'email' | 'post' | 'phone' | 'visit' | 'other' | null;
  readonly contactTries: readonly Instant[];
  /** The first is the one that the clocks know; later ones correct it. */
  readonly acknowledgements: readonly Acknowledgement[];
  readonly extensions: readonly {
    readonly at: Instant;
    readonly newDate: IsoDate;
    readonly exceptional: boolean;
    readonly reason: string;
  }[];
  /** An extension that is to be told to the resident; null where none is, or its letter has gone. */
  readonly proposed: { readonly at: Instant; readonly newDate: IsoDate; readonly reason: string } | null;
  readonly response: {
    readonly sentAt: Instant;
    readonly receivedAt: Instant | null;
    readonly channel: 'email' | 'post' | 'phone' | 'visit' | 'other';
    readonly letterDate: IsoDate | null;
  } | null;
  readonly panelOn: IsoDate | null;
  readonly panelMembers: readonly string[];
}

/** A date that a person set: a check-back, the Ombudsman's own deadline, an action promised. */
export interface HandDate {
  readonly id: string;
  readonly what: string;
  readonly due: IsoDate;
  readonly clauses: readonly string[];
  readonly metAt: Instant | null;
  /** Who asks for it by that day; without it the date is the landlord's own. */
  readonly asker?: 'ombudsman';
}

export interface PromisedAction {
  readonly id: string;
  readonly what: string;
  readonly who: string;
  readonly by: IsoDate | null;
  readonly doneAt: Instant | null;
}

export interface Compensation {
  readonly id: string;
  readonly pence: number;
  readonly reason: string;
  readonly acceptedAt: Instant | null;
  readonly paidPence: number;
}

/** What was decided about one point of the complaint, and why. */
export interface PointAnswer {
  readonly point: string;
  /** `upheld`, `partly-upheld`, `not-upheld`, or an officer's own words. */
  readonly outcome: string;
  readonly reasons: string;
}

/** A complaint or a next stage that a person decided not to take, by these clauses. */
export interface Refusal {
  readonly what: 'complaint' | 'escalation';
  readonly reason: string;
  /** Without the policy's name. */
  readonly clauses: readonly string[];
  /** The route of the policy that it rests on; null for a refusal without one. */
  readonly rule: string | null;
  /** What was weighed in this case; null where nobody wrote it down. */
  readonly considered: string | null;
  /** Only a part of the message wasn't taken up. */
  readonly isPart: boolean;
}

/** A letter that went out and is no acknowledgement. */
export interface SentLetter {
  readonly kind: string;
  readonly at: Instant;
}

/** A restriction on how somebody may contact the landlord. */
export interface Restriction {
  readonly at: Instant;
  readonly what: string;
  readonly reason: string;
  readonly reviewOn: IsoDate | null;
}

/** A field of the policy's records, as last recorded. */
export interface FieldRecord {
  readonly field: string;
  readonly values: readonly string[];
  readonly text: string;
}

/** Something that a rule asks for, which somebody says is so. */
export interface NeedRecord {
  readonly rule: string;
  /** In the policy's own language: `approved-by:Chief Executive|Director`. */
  readonly need: string;
  readonly chosen: readonly string[];
  readonly note: string;
  readonly at: Instant;
  readonly by: string;
}

/** A rule that a person passed over for one action, and why. */
export interface Override {
  readonly rule: string;
  readonly action: string;
  readonly reason: string;
  readonly at: Instant;
  readonly by: string;
}

/** How a case ended. */
export interface Closing {
  readonly at: Instant;
  readonly how: 'resolved' | 'excluded' | 'refused' | 'withdrawn' | 'merged' | 'not-now';
  readonly reason: string;
}

/** A case as it stands after all its events: a plain value, never stored as a truth of its own. */
export interface CaseFile {
  readonly id: string;
  readonly reference: string;
  readonly kind: CaseKind;
  /** The version of the policy that the case was opened under, and keeps; null before it was logged. */
  readonly policy: { readonly id: string; readonly version: string } | null;
  readonly receivedAt: Instant;
  readonly route: RouteRecord | null;
  readonly track: string | null;
  readonly reading: ReadingRecord | null;
  readonly signals: readonly string[];
  readonly messages: readonly CaseMessage[];
  readonly complainant: Correspondent | null;
  readonly representative: { readonly name: string; readonly address: string; readonly authority: string } | null;
  readonly points: readonly (PointRecord & { readonly answered: boolean })[];
  readonly wants: string | null;
  readonly handler: string | null;
  readonly stages: readonly StageRecord[];
  readonly choice: { readonly offeredAt: Instant | null; readonly answer: 'complain' | 'not-now' | null };
  readonly adjustments: readonly string[];
  readonly hazards: {
    readonly kinds: readonly string[];
    readonly reportedAt: Instant | null;
    readonly madeSafeAt: Instant | null;
    readonly investigatedAt: Instant | null;
    /** Whether the investigation found the danger; null while nobody knows. */
    readonly confirmed: boolean | null;
    readonly summarySentAt: Instant | null;
    readonly furtherWorkAt: Instant | null;
  };
  /** When the form was filled in for a complaint that wasn't made in writing. */
  readonly formCompletedAt: Instant | null;
  readonly safeguardingReportedAt: Instant | null;
  readonly drafts: readonly {
    readonly kind: string;
    readonly at: Instant;
    readonly text: string;
    readonly promisedBy: IsoDate | null;
    /** Made for the post; without it put into a reply. */
    readonly way?: 'post';
  }[];
  readonly sent: readonly SentLetter[];
  readonly handDates: readonly HandDate[];
  readonly actions: readonly PromisedAction[];
  readonly compensation: readonly Compensation[];
  /** The last answer to each point of the current stage. */
  readonly answers: readonly PointAnswer[];
  readonly refusal: Refusal | null;
  /** What was agreed without a stage, and by when. */
  readonly agreed: { readonly what: string; readonly by: IsoDate | null } | null;
  readonly learning: readonly string[];
  readonly ombudsmanReferences: readonly string[];
  readonly restrictedAt: Instant | null;
  readonly restriction: Restriction | null;
  readonly fields: readonly FieldRecord[];
  readonly needs: readonly NeedRecord[];
  readonly overrides: readonly Override[];
  readonly closed: Closing | null;
  readonly mergedInto: string | null;
  /** Personal data was taken out of it for good. */
  readonly isErased: boolean;
}

/** The stage that the case is at; null for a case that is at none. */
export function currentStage(file: CaseFile): StageRecord | null {
  return file.stages.at(-1) ?? null;
}

/** A case that has no opening event: the events belong to no case, or its beginning was lost. */
export class CaseError extends Error {
  override readonly name = 'CaseError';
}

/**
 * Folds the events of one case into what it is now. Undone events count for nothing, corrected ones as corrected; the
 * order is that in which they were entered. Throws CaseError where the first message is missing.
 */
export function caseFile(events: readonly CaseEvent[]): CaseFile {
  const [first] = events;
  const counted = effective(events);
  const opening = counted.find((event) => event.type === 'received');
  if (!first || !opening)
    throw new CaseError(`case ${first?.caseId ?? 'without events'}: its first message is missing`);
  return counted.reduce(fold, emptyFile(opening));
}

/** The same, or null where the first message is missing. */
export function caseFileOrNull(events: readonly CaseEvent[]): CaseFile | null {
  try {
    return caseFile(events);
  } catch (error) {
    if (error instanceof CaseError) return null;
    throw error;
  }
}

function emptyFile(opening: EventOf<'received'>): CaseFile {
  return {
    id: opening.caseId,
    reference: referenceOf(opening.caseId),
    kind: 'complaint',
    policy: null,
    receivedAt: opening.occurredAt,
    route: null,
    track: null,
    reading: null,
    signals: [],
    messages: [],
    complainant: null,
    representative: null,
    points: [],
    wants: null,
    handler: null,
    stages: [],
    choice: { offeredAt: null, answer: null },
    adjustments: [],
    hazards: {
      kinds: [],
      reportedAt: null,
      madeSafeAt: null,
      investigatedAt: null,
      confirmed: null,
      summarySentAt: null,
      furtherWorkAt: null,
    },
    formCompletedAt: null,
    safeguardingReportedAt: null,
    drafts: [],
    sent: [],
    handDates: [],
    actions: [],
    compensation: [],
    answers: [],
    refusal: null,
    agreed: null,
    learning: [],
    ombudsmanReferences: [],
    restrictedAt: null,
    restriction: null,
    fields: [],
    needs: [],
    overrides: [],
    closed: null,
    mergedInto: null,
    isErased: false,
  };
}
