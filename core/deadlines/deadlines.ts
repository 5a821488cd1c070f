import type { CaseFile, HandDate, StageRecord } from '../case/case-file.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import { holds } from '../policy/condition.ts';
import { clauseId, type Policy } from '../policy/policy.ts';
import type { ClockEvent, Duty, Span } from '../policy/schema.ts';
import { LANDLORDS_DUTIES } from '../policy/duties.ts';
import { isSignal, type Signal } from '../policy/signals.ts';
import type { ClockStart } from './clock-start.ts';
import { datesFrom } from './dates-from.ts';
import type { DueDate } from './due-date.ts';
import { hazardDates, waitingForInvestigation } from './hazard-dates.ts';

/** A date of a case, and whether it was met. */
export interface Deadline extends DueDate {
  /** When what was due was done; null while it is open. */
  readonly metAt: Instant | null;
  /** Nothing is owed any more: the case ended, or the stage was left. */
  readonly lapsed: boolean;
  /** The date before an extension, where there was one. */
  readonly extendedFrom: IsoDate | null;
}

/** A date that can't be counted yet, and what it waits for. */
export interface Waiting {
  readonly timer: string;
  readonly clauses: readonly string[];
  readonly obligation: Duty;
  readonly stage: string | null;
  readonly for: ClockEvent;
  readonly within: Span;
}

export interface Deadlines {
  /** By the policy, in the order of their days. */
  readonly dates: readonly Deadline[];
  /** Set by a person. */
  readonly byHand: readonly HandDate[];
  readonly waiting: readonly Waiting[];
}

/** The landlord's own duties; the others are the resident's windows, or say from when. */
const LANDLORDS: ReadonlySet<Duty> = new Set(LANDLORDS_DUTIES);

/** Whether it is the landlord's to do, and no window of the resident's. */
export function isLandlords(obligation: Duty): boolean {
  return LANDLORDS.has(obligation);
}

/** Whether somebody at the landlord's has to do it. */
export function isOwed({ obligation, metAt, lapsed }: Deadline): boolean {
  return isLandlords(obligation) && metAt === null && !lapsed;
}

/**
 * Every date of a case under one policy, from what has happened so far. A date that hangs on an event still to come is
 * provisional where the policy lets it be projected, otherwise it waits. Throws CalendarCoverageError where a count of
 * working days leaves the calendar.
 */
export function deadlines(file: CaseFile, policy: Policy, calendar: WorkingCalendar): Deadlines {
  const signals = new Set<Signal>(file.signals.filter(isSignal));
  const asked: Asked = { file, policy, calendar, signals };
  const dates = [
    ...hazardDates(file, policy, calendar),
    ...enquiryDates(asked),
    // A law speaks of dangers; the stages of a case are the landlord's policy's.
    ...(policy.about.law ? [] : file.stages.flatMap((stage) => stageDates(stage, asked))),
  ];
  return {
    dates: dates.toSorted((left, right) => (left.day < right.day ? -1 : left.day > right.day ? 1 : 0)),
    byHand: file.handDates,
    waiting: [...waiting(asked, dates), ...waitingForInvestigation(file, policy)],
  };
}

interface Asked {
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly signals: ReadonlySet<Signal>;
}

function stageDates(stage: StageRecord, { file, policy, calendar, signals }: Asked): Deadline[] {
  const start = (event: ClockEvent, at: Instant, more: Partial<ClockStart> = {}): readonly DueDate[] =>
    datesFrom({ event, at, stage: stage.stage, signals, ...more }, policy, calendar);

  const entered = stage.enteredBy === 'complaint' ? entryEvent(stage, policy) : 'escalation-requested';
  const fromEntry = start(entered, stage.enteredAt, {
    agreedDate: stage.panelOn ?? undefined,
    formCompletedAt: file.formCompletedAt ?? undefined,
  });
  const [acknowledgement] = stage.acknowledgements;
  const fromAcknowledgement = acknowledgement
    ? start('acknowledged', acknowledgement.at, { receivedAt: stage.enteredAt })
    : [];
  const replaced = new Set(fromAcknowledgement.map(({ timer }) => timer));
  const { response } = stage;
  const fromResponse = response
    ? start('response-sent', response.sentAt, {
        channel: response.channel === 'other' ? undefined : response.channel,
        letterDate: response.letterDate ?? undefined,
      })
    : [];
  const fromReceipt = response?.receivedAt ? start('response-received', response.receivedAt) : [];
  const received = new Set(fromReceipt.map(({ timer }) => timer));

  const last = file.stages.at(-1) === stage;
  const lapsed = !last || file.closed !== null;
  return [
    ...fromEntry.filter(({ timer }) => !replaced.has(timer)),
    ...fromAcknowledgement,
    ...fromResponse.filter(({ timer }) => !received.has(timer)),
    ...fromReceipt,
  ].flatMap((date) =>
    withExtension({ ...date, metAt: metAt(date, stage), lapsed, extendedFrom: null }, stage, {
      file,
      policy,
      calendar,
      signals,
    }),
  );
}

function entryEvent(stage: StageRecord, policy: Policy): 'complaint-received' | 'dissatisfaction-received' {
  return policy.stages.find(({ id }) => id === stage.stage)?.formal ? 'complaint-received' : 'dissatisfaction-received';
}

function metAt({ obligation }: DueDate, stage: StageRecord): Instant | null {
  switch (obligation) {
    case 'acknowledge':
      return stage.acknowledgements[0]?.at ?? null;
    case 'contact':
      return stage.contactMade;
    case 'respond':
    case 'extended-respond-by':
    case 'panel':
      return stage.response?.sentAt ?? null;
    case 'action-plan':
      // WR-11: the letter that sets out the action serves as the acknowledgement.
      return stage.acknowledgements[0]?.at ?? null;
    default:
      return null;
  }
}

/**
 * The answer's date after the extensions that were agreed: the agreed day, no later than the policy's cap. What was told once
 * the date had passed moves nothing: the missed date stays, and the day that was told stands beside it.
 */
function withExtension(date: Deadline, stage: StageRecord, { policy, calendar, signals }: Asked): Deadline[] {
  if (date.obligation !== 'respond' || stage.extensions.length === 0) return [date];
  let answer = date;
  let late: Deadline | null = null;
  for (const { at, newDate, exceptional } of stage.extensions) {
    if (localDate(at) > answer.day) {
      late = toldLate(answer, newDate);
      continue;
    }
    const [cap] = datesFrom(
      {
        event: 'extension-agreed',
        at,
        stage: stage.stage,
        signals,
        originalDue: date.day,
        agreedDate: newDate,
        exceptional,
      },
      policy,
      calendar,
    );
    const due = cap && cap.day < newDate ? cap.day : newDate;
    const working = cap ? [...date.working, ...cap.working] : date.working;
    const clauses = cap ? [...date.clauses, ...cap.clauses] : date.clauses;
    answer = { ...answer, due, day: due, provisional: false, extendedFrom: date.day, working, clauses };
  }
  return late ? [answer, late] : [answer];
}

function toldLate(answer: Deadline, newDate: IsoDate): Deadline {
  return {
    ...answer,
    timer: `${answer.timer}-told`,
    obligation: 'extended-respond-by',
    due: newDate,
    day: newDate,
    provisional: false,
    target: null,
    literal: null,
    override: null,
    sendBy: null,
    extendedFrom: null,
    working: [],
  };
}

function enquiryDates({ file, policy, calendar, signals }: Asked): Deadline[] {
  if (file.kind !== 'enquiry') return [];
  const event = 'enquiry-received' as const;
  const dates = datesFrom({ event, at: file.receivedAt, stage: null, signals: asEnquiry(signals) }, policy, calendar);
  const [letter] = file.sent;
  return dates.map((date) => ({
    ...date,
    metAt: date.obligation === 'acknowledge' ? (letter?.at ?? null) : null,
    lapsed: file.closed !== null,
    extendedFrom: null,
  }));
}

/** Whoever logs an enquiry says by that who asks, also where the words didn't show it. */
function asEnquiry(signals: ReadonlySet<Signal>): ReadonlySet<Signal> {
  return signals.has('mp') || signals.has('councillor') ? signals : new Set<Signal>([...signals, 'mp']);
}

/** What the current stage's timers still wait for, where they can't be projected. */
function waiting({ file, policy, signals }: Asked, dates: readonly Deadline[]): Waiting[] {
  const stage = file.stages.at(-1);
  if (!stage || file.closed) return [];
  const counted = new Set(dates.filter((date) => date.stage === stage.stage).map(({ timer }) => timer));
  return policy.timers
    .filter((timer) => timer.stage === stage.stage && !counted.has(timer.id) && timer.on !== 'extension-agreed')
    .filter((timer) => timer.on === 'response-sent' || timer.on === 'response-received' || timer.on === 'acknowledged')
    .filter((timer) => holds(timer.when, { signals, ageMonths: null }))
    .map((timer) => ({
      timer: timer.id,
      clauses: timer.clause.map((clause) => clauseId(policy, clause)),
      obligation: timer.does,
      stage: timer.stage ?? null,
      for: timer.on,
      within: timer.within,
    }));
}

/** The answer's date if the acknowledgement of the current stage went out at `at`; null where there is none to send. */
export function answerIfAcknowledged(
  file: CaseFile,
  policy: Policy,
  calendar: WorkingCalendar,
  at: Instant,
): Deadline | null {
  const stage = file.stages.at(-1);
  if (!stage || stage.acknowledgements.length > 0) return null;
  const sent = { eventId: 'supposed', at, promisedBy: null, known: 'as-sent', text: '' } as const;
  const supposed: CaseFile = {
    ...file,
    stages: file.stages.map((record) => (record === stage ? { ...stage, acknowledgements: [sent] } : record)),
  };
  return (
    deadlines(supposed, policy, calendar).dates.find(
      (date) => date.obligation === 'respond' && date.stage === stage.stage,
    ) ?? null
  );
}
