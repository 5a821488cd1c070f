import type { WorkingCalendar } from '../calendar.ts';
import { localDate, sameClockTimeOn, type Instant, type IsoDate } from '../dates.ts';
import { holds } from '../policy/condition.ts';
import { clauseId, readingsOf, stageById, type Policy } from '../policy/policy.ts';
import type { ClockEvent, Duty, Stage, Timer } from '../policy/schema.ts';
import type { Signal } from '../policy/signals.ts';
import { countFrom, momentAfter, type Leg, type LegStart } from './clock.ts';

/** An event that clocks run from, with what a policy may ask about it. */
export interface ClockStart {
  readonly event: ClockEvent;
  readonly at: Instant;
  /** The stage entered, acknowledged, answered or extended; null for events that belong to none. */
  readonly stage: string | null;
  readonly signals: ReadonlySet<Signal>;
  /** How it was sent or taken; decides when a letter counts as received. */
  readonly channel?: 'email' | 'post' | 'phone' | 'visit' | undefined;
  /** Receipt of what the stage answers; with it a late acknowledgement is seen. */
  readonly receivedAt?: Instant | undefined;
  readonly letterDate?: IsoDate | undefined;
  readonly formCompletedAt?: Instant | undefined;
  /** The answer's due date before any extension. */
  readonly originalDue?: IsoDate | undefined;
  /** Further time beyond the cap: no policy puts a number on it. */
  readonly exceptional?: boolean | undefined;
  readonly agreedDate?: IsoDate | undefined;
}

/** A date that a policy's timer gives, with everything needed to show and to defend it. */
export interface DueDate {
  readonly timer: string;
  /** With the policy's name. */
  readonly clauses: readonly string[];
  readonly obligation: Duty;
  readonly stage: string | null;
  /** The last day, to its end; for what is due by the clock the moment. */
  readonly due: IsoDate | Instant;
  /** The last day. */
  readonly day: IsoDate;
  /** Projected: the event that it counts from has not happened yet. */
  readonly provisional: boolean;
  /** An earliest day, not a last one. */
  readonly notBefore: boolean;
  /** A target time on the due day (Wrekin 4.5.2, "24hrs"). */
  readonly target: Instant | null;
  /** The date by the words alone, where another one governs. */
  readonly literal: IsoDate | null;
  /** The date under present law, where it is earlier than the policy's. */
  readonly override: { readonly due: IsoDate; readonly reason: string } | null;
  /** The last day to send it so that it is in time. */
  readonly sendBy: IsoDate | null;
  /** Missing it is a decision for a person, not a refusal. */
  readonly soft: boolean;
  readonly force: NonNullable<Timer['force']> | 'must';
  /** The reading that the date rests on, where the policy's words leave it open. */
  readonly reading: string | null;
  /** The counts, in order; the last one ends on the due date. */
  readonly working: readonly Leg[];
}

/** What an event lacks before its dates can be counted. */
export class ClockError extends Error {
  override readonly name = 'ClockError';
}

const NEEDS_STAGE: ReadonlySet<ClockEvent> = new Set([
  'escalation-requested',
  'acknowledged',
  'response-sent',
  'response-received',
  'extension-agreed',
]);

/**
 * All dates that arise from one event under one policy; empty where the policy gives no number. Routing comes first:
 * hand in only what the policy treats at that stage. Throws ClockError where the event lacks something,
 * CalendarCoverageError where a count leaves the calendar, PolicyError for an unknown stage.
 */
export function datesFrom(start: ClockStart, policy: Policy, calendar: WorkingCalendar): readonly DueDate[] {
  if (start.stage === null && NEEDS_STAGE.has(start.event))
    throw new ClockError(`${start.event}: the stage is missing`);
  const stage = start.stage === null ? null : stageById(policy, start.stage);
  const event = stage && isComplaint(start.event, stage, policy) ? 'complaint-received' : start.event;
  const asked = event === start.event ? start : { ...start, event };
  return plansOf(policy).flatMap((plan) => dateFrom(plan, { start: asked, policy, calendar }) ?? []);
}

/**
 * Whether what entered a stage is the complaint itself, whatever it is called. Dissatisfaction that enters a formal stage
 * is: a policy without an informal stage knows no other kind. So is going on from an informal stage to the first formal
 * one (GEN-5): the clocks of that stage run from the message in which it was asked for.
 */
function isComplaint(event: ClockEvent, { id, formal }: Stage, { stages }: Policy): boolean {
  if (!formal) return false;
  if (event === 'dissatisfaction-received') return true;
  return event === 'escalation-requested' && !stages.some((stage) => stage.formal && stage.next?.stage === id);
}

/** Whether an escalation asked for at `at` met the resident's window; null where the policy sets none. */
export function windowMet(
  at: Instant,
  response: ClockStart,
  policy: Policy,
  calendar: WorkingCalendar,
): boolean | null {
  const window = datesFrom(response, policy, calendar).find(({ obligation }) => obligation === 'escalate-by');
  return window ? localDate(at) <= window.day : null;
}

/** A timer, with what no event changes about it. */
interface Plan {
  readonly timer: Timer;
  /** The timer that it is projected from while its own event hasn't happened. */
  readonly before: Timer | null;
  readonly clauses: readonly string[];
  readonly reading: string | null;
}

/** Worked out once for each policy: a list over many cases asks for it many thousand times. */
const plans = new WeakMap<Policy, readonly Plan[]>();

function plansOf(policy: Policy): readonly Plan[] {
  const known = plans.get(policy);
  if (known) return known;
  const made = policy.timers.map((timer): Plan => ({
    timer,
    before: policy.timers.find(({ id }) => id === timer.projectFrom) ?? null,
    clauses: timer.clause.map((clause) => clauseId(policy, clause)),
    reading: readingsOf(policy, timer.ambiguous).join(' ') || null,
  }));
  plans.set(policy, made);
  return made;
}

/** One timer asked about one event. */
interface Count extends Plan {
  readonly start: ClockStart;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
}

function dateFrom({ timer, before, clauses, reading }: Plan, asked: Omit<Count, keyof Plan>): DueDate | null {
  const { start, policy, calendar } = asked;
  if (timer.stage !== undefined && timer.stage !== start.stage) return null;
  const isOwn = timer.on === start.event;
  const isAnswer = timer.on === 'response-received' && start.event === 'response-sent';
  if (!isOwn && !isAnswer && before?.on !== start.event) return null;
  const facts = { signals: start.signals, ageMonths: null };
  if (!holds(timer.when, facts)) return null;
  const count: Count = { timer, before, clauses, reading, start, policy, calendar };
  if (isOwn) return timer.runsFrom === 'due' ? extended(count) : counted(count);
  if (isAnswer) return onceReceived(count);
  if (!before || !holds(before.when, facts)) return null;
  const first = countFrom(localDate(start.at), before.within, startOf(start.event), calendar);
  const leg = countFrom(first.end, timer.within, 'last-day-to-acknowledge', calendar);
  return dueDate(count, { working: [first, leg], provisional: true });
}

/** WK-2: an email is received the day it is sent, a letter two working days after posting. */
function onceReceived(count: Count): DueDate {
  const { timer, start, calendar } = count;
  const day = localDate(start.at);
  const posting = countFrom(day, { count: deemed(count), unit: 'working-day' }, 'sent', calendar);
  if (posting.end === day) return dueDate(count, { working: [countFrom(day, timer.within, 'sent', calendar)] });
  return dueDate(count, { working: [posting, countFrom(posting.end, timer.within, 'deemed-receipt', calendar)] });
}

function counted(count: Count): DueDate {
  const { timer, start, calendar } = count;
  const day = localDate(start.at);
  const moment = momentAfter(start.at, timer.within);
  if (moment) {
    const leg = countFrom(day, timer.within, startOf(start.event), calendar);
    return { ...dueDate(count, { working: [leg] }), due: moment, day: localDate(moment) };
  }
  const letterDate = timer.runsFrom === 'letter-date' ? start.letterDate : undefined;
  const leg = countFrom(letterDate ?? day, timer.within, letterDate ? 'letter-date' : startOf(start.event), calendar);

  const last = timer.late === 'earlier' ? lastDayToAcknowledge(count) : null;
  if (last && day > last.end) {
    const capped = countFrom(last.end, timer.within, 'last-day-to-acknowledge', calendar);
    if (capped.end < leg.end) return dueDate(count, { working: [last, capped], literal: leg.end });
  }
  if (timer.agreed === 'governs' && start.agreedDate) {
    return { ...dueDate(count, { working: [leg] }), due: start.agreedDate, day: start.agreedDate };
  }
  return dueDate(count, {
    working: [leg],
    literal: fromForm(count, leg),
    // WR-1: a target time only where the message came on a working day.
    target: timer.sameClockTime && calendar.isWorkingDay(leg.date) ? sameClockTimeOn(leg.end, start.at) : null,
    sendBy: sendBy(count, leg.end),
    override: override(timer, leg),
  });
}

/** The count of the timer that this one hangs on, from receipt; null where nobody knows when that was. */
function lastDayToAcknowledge({ before, start, calendar }: Count): Leg | null {
  if (!before || start.receivedAt === undefined) return null;
  return countFrom(localDate(start.receivedAt), before.within, startOf(before.on), calendar);
}

/** CO-1: a form filled in on a later day does not move the dates; those counted from it stand beside them. */
function fromForm({ timer, start, policy, calendar }: Count, leg: Leg): IsoDate | null {
  const stage = timer.stage === undefined ? null : stageById(policy, timer.stage);
  if (stage?.startsAt !== 'same-day-form' || start.formCompletedAt === undefined) return null;
  const day = localDate(start.formCompletedAt);
  return day > leg.date ? countFrom(day, timer.within, 'form-completed', calendar).end : null;
}

function extended(count: Count): DueDate | null {
  const { timer, start, calendar } = count;
  if (start.originalDue === undefined) throw new ClockError('extension-agreed: the date that is extended is missing');
  if (start.exceptional) return null;
  const leg = countFrom(start.originalDue, timer.within, 'original-due', calendar);
  const base = dueDate(count, { working: [leg] });
  const agreed = start.agreedDate;
  if (agreed === undefined || timer.agreed === undefined) return base;
  const due = timer.agreed === 'governs' || agreed < leg.end ? agreed : leg.end;
  return { ...base, due, day: due };
}

function sendBy(count: Count, due: IsoDate): IsoDate | null {
  const { timer, start, calendar } = count;
  if (timer.sendBy === 'last-working-day') return calendar.isWorkingDay(due) ? null : calendar.addWorkingDays(due, -1);
  if (timer.sendBy === 'deemed-receipt' && start.channel) return calendar.addWorkingDays(due, -deemed(count));
  return null;
}

function override({ law }: Timer, leg: Leg): DueDate['override'] {
  if (!law) return null;
  const removed = law.removedFrom as IsoDate;
  const due = leg.date > removed ? leg.date : removed;
  return due < leg.end ? { due, reason: law.note } : null;
}

function deemed({ policy, start }: Count): number {
  const { deemedReceipt } = policy.calendar;
  return start.channel === 'post' ? deemedReceipt.post : deemedReceipt.email;
}

function dueDate(
  { timer, clauses, reading, start }: Count,
  {
    working,
    provisional = false,
    literal = null,
    target = null,
    sendBy: lastToSend = null,
    override: underLaw = null,
  }: { readonly working: readonly [Leg, ...Leg[]] } & Partial<
    Pick<DueDate, 'provisional' | 'literal' | 'target' | 'sendBy' | 'override'>
  >,
): DueDate {
  const end = working.at(-1)?.end ?? working[0].end;
  return {
    timer: timer.id,
    clauses,
    obligation: timer.does,
    stage: timer.stage ?? start.stage,
    due: end,
    day: end,
    provisional,
    notBefore: timer.sense === 'not-before',
    target,
    literal,
    override: underLaw,
    sendBy: lastToSend,
    soft: timer.soft ?? false,
    force: timer.force ?? 'must',
    reading,
    working,
  };
}

function startOf(event: ClockEvent): LegStart {
  switch (event) {
    case 'complaint-received':
    case 'dissatisfaction-received':
    case 'enquiry-received':
    case 'hazard-reported':
      return 'received';
    case 'escalation-requested':
      return 'requested';
    case 'acknowledged':
      return 'acknowledged';
    case 'response-sent':
      return 'sent';
    case 'response-received':
      return 'response-received';
    case 'extension-agreed':
      return 'original-due';
    case 'hazard-investigated':
    case 'hazard-confirmed':
      return 'investigated';
    case 'incident':
      return 'happened';
    case 'became-aware':
      return 'became-aware';
    case 'restriction-notified':
      return 'notified';
  }
}
