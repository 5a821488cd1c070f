import { currentStage, type CaseFile, type StageRecord } from '../case/case-file.ts';
import type { Way } from '../case/way-back.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { addMonths, localDate, toIsoDate, type Instant, type IsoDate } from '../dates.ts';
import { datesFrom } from '../deadlines/dates-from.ts';
import type { DueDate } from '../deadlines/due-date.ts';
import { answerIfAcknowledged, deadlines, type Deadline } from '../deadlines/deadlines.ts';
import type { Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/schema.ts';
import { isSignal } from '../policy/signals.ts';

/**
 * Since this day a resident may go to the Housing Ombudsman without a designated person and without waiting eight weeks
 * (Building Safety Act 2022; the Ombudsman's announcement of 3 October 2022). GEN-6.
 */
export const FILTER_ENDED = toIsoDate('2022-10-01');

/** An extension that the letter tells of: recorded as proposed, or the last one agreed. */
export interface ExtensionDates {
  /** The answer date that the resident was last given; null where they were given none. */
  readonly oldDate: IsoDate | null;
  readonly newDate: IsoDate | null;
  readonly reason: string | null;
  /** Not the first one at this stage. */
  readonly isFurther: boolean;
  /** The last day that the policy lets an ordinary extension reach; null where it sets none. */
  readonly cap: IsoDate | null;
}

/** Every day that a letter can name, counted as if it went out now. */
export interface LetterDates {
  readonly sentOn: IsoDate;
  /** The answer at the current stage, if it is acknowledged now or was before. */
  readonly answer: Deadline | null;
  /** The answer as it is owed, acknowledged or not. */
  readonly due: Deadline | null;
  /** The day by which the resident was first to hear from us, by contact or letter, where that is past and they did not. */
  readonly acknowledgeWasDue: IsoDate | null;
  /** The day by which contact was owed, where that is past and it wasn't made: it is owed still. */
  readonly contactWasDue: IsoDate | null;
  /** Null where contact was made already, or its day is past. */
  readonly contactBy: IsoDate | null;
  readonly panelBy: IsoDate | null;
  readonly enquiryBy: IsoDate | null;
  readonly checkBack: IsoDate | null;
  /** The resident's own windows, counted from this letter. */
  readonly escalateBy: IsoDate | null;
  readonly ombudsmanFrom: IsoDate | null;
  /** Twelve months from the final answer: the Ombudsman's own rule. */
  readonly ombudsmanUntil: IsoDate;
  readonly reviewBy: IsoDate | null;
  /** When this letter counts as received. */
  readonly receivedOn: IsoDate;
  readonly extension: ExtensionDates;
}

interface Asked {
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  readonly way: Way;
}

/** Counts them. Throws CalendarCoverageError where a count of working days leaves the calendar. */
export function letterDates(asked: Asked): LetterDates {
  const { file, policy, calendar, now, way } = asked;
  const sentOn = localDate(now);
  const stage = currentStage(file);
  const counted = deadlines(file, policy, calendar);
  const ofStage = counted.dates.filter((date) => date.stage === stage?.stage);
  const due = open(ofStage, 'respond');
  const windows = stage ? fromAnswer(stage, asked) : [];
  const from = windows.find(({ obligation }) => obligation === 'ombudsman-from');
  return {
    sentOn,
    answer: answerIfAcknowledged(file, policy, calendar, now) ?? due,
    due,
    acknowledgeWasDue: firstMissed(stage, ofStage, sentOn),
    contactWasDue: missed(open(ofStage, 'contact'), sentOn),
    contactBy: stillToCome(open(ofStage, 'contact'), sentOn),
    panelBy: stage?.panelOn ?? open(ofStage, 'panel')?.day ?? null,
    enquiryBy: open(counted.dates, 'enquiry-respond')?.day ?? null,
    checkBack: file.kind === 'service-request' ? (file.handDates.findLast(({ metAt }) => !metAt)?.due ?? null) : null,
    escalateBy: windows.find(({ obligation }) => obligation === 'escalate-by')?.day ?? null,
    // GEN-6: under present law the resident need not wait; letters go by that.
    ombudsmanFrom: from ? (from.override?.due ?? from.day) : null,
    ombudsmanUntil: addMonths(sentOn, 12),
    reviewBy: file.restriction?.reviewOn ?? reviewFrom(asked),
    receivedOn: calendar.addWorkingDays(sentOn, policy.calendar.deemedReceipt[way]),
    extension: extensionOf(stage, due, asked),
  };
}

/** The dates that the answer sets off if this letter is it. */
function fromAnswer(stage: StageRecord, { file, policy, calendar, now, way }: Asked): readonly DueDate[] {
  const signals = new Set(file.signals.filter(isSignal));
  const letterDate = localDate(now);
  const start = { event: 'response-sent', at: now, stage: stage.stage, signals, channel: way, letterDate } as const;
  return datesFrom(start, policy, calendar);
}

function reviewFrom({ file, policy, calendar, now }: Asked): IsoDate | null {
  const signals = new Set(file.signals.filter(isSignal));
  const dates = datesFrom({ event: 'restriction-notified', at: now, stage: null, signals }, policy, calendar);
  return dates.find(({ obligation }) => obligation === 'restriction-review')?.day ?? null;
}

function extensionOf(stage: StageRecord | null, due: Deadline | null, asked: Asked): ExtensionDates {
  const last = stage?.extensions.at(-1);
  const proposed = stage?.proposed;
  const original = due?.extendedFrom ?? due?.day ?? null;
  const cap = stage && original ? capOf(stage, original, asked) : null;
  // What the resident was told: by the last extension, else by the acknowledgement.
  const acknowledged = stage?.acknowledgements.at(-1);
  const told = acknowledged ? (acknowledged.promisedBy ?? original) : null;
  if (proposed)
    return {
      cap,
      oldDate: last?.newDate ?? told,
      newDate: proposed.newDate,
      reason: proposed.reason,
      isFurther: last !== undefined,
    };
  if (!last) return { cap, oldDate: told, newDate: null, reason: null, isFurther: false };
  const before = stage?.extensions.at(-2)?.newDate;
  return { cap, oldDate: before ?? told, newDate: last.newDate, reason: last.reason, isFurther: before !== undefined };
}

/** The cap counts from the date before any extension: a second one gets no new cap (KI-4). */
function capOf(stage: StageRecord, original: IsoDate, { file, policy, calendar, now }: Asked): IsoDate | null {
  const signals = new Set(file.signals.filter(isSignal));
  const start = { event: 'extension-agreed', at: now, stage: stage.stage, signals, originalDue: original } as const;
  return datesFrom(start, policy, calendar)[0]?.day ?? null;
}

function open(dates: readonly Deadline[], duty: Duty): Deadline | null {
  return dates.find(({ obligation }) => obligation === duty) ?? null;
}

/** The day of a duty that wasn't done by then; null for one that was, or may still be. */
function missed(date: Deadline | null, today: IsoDate): IsoDate | null {
  return date && date.metAt === null && date.day < today ? date.day : null;
}

/** The first day on which they should have heard from us; null once anything has gone out, or contact was tried. */
function firstMissed(stage: StageRecord | null, dates: readonly Deadline[], today: IsoDate): IsoDate | null {
  const acknowledge = missed(open(dates, 'acknowledge'), today);
  const hasHeard = stage === null || stage.acknowledgements.length > 0 || stage.contactTries.length > 0;
  const contact = hasHeard ? null : missed(open(dates, 'contact'), today);
  if (acknowledge === null || contact === null) return acknowledge ?? contact;
  return contact < acknowledge ? contact : acknowledge;
}

function stillToCome(date: Deadline | null, today: IsoDate): IsoDate | null {
  return date && date.metAt === null && date.day >= today ? date.day : null;
}
