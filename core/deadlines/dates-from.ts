import type { WorkingCalendar } from '../calendar.ts';
import { localDate, type Instant } from '../dates.ts';
import { clauseId, readingsOf, stageById, type Policy } from '../policy/policy.ts';
import type { ClockEvent, Stage } from '../policy/schema.ts';
import { ClockError, type ClockStart } from './clock-start.ts';
import { countTimer, type Plan } from './count-timer.ts';
import type { DueDate } from './due-date.ts';

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
  return plansOf(policy).flatMap((plan) => countTimer(plan, { start: asked, policy, calendar }) ?? []);
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
