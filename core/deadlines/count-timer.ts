import type { WorkingCalendar } from '../calendar.ts';
import { localDate, sameClockTimeOn, type IsoDate } from '../dates.ts';
import { holds } from '../policy/condition.ts';
import { stageById, type Policy } from '../policy/policy.ts';
import type { Timer } from '../policy/schema.ts';
import { ClockError, startOf, type ClockStart } from './clock-start.ts';
import { countFrom, momentAfter, type Leg } from './clock.ts';
import type { DueDate } from './due-date.ts';

/** A timer, with what no event changes about it. */
export interface Plan {
  readonly timer: Timer;
  /** The timer that it is projected from while its own event hasn't happened. */
  readonly before: Timer | null;
  readonly clauses: readonly string[];
  readonly reading: string | null;
}

/** One timer asked about one event. */
interface Count extends Plan {
  readonly start: ClockStart;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
}

/** The date that a timer gives after an event; null where it doesn’t hang on that event, or not in such a case. */
export function countTimer({ timer, before, clauses, reading }: Plan, asked: Omit<Count, keyof Plan>): DueDate | null {
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
