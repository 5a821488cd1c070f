import { caseFile, currentStage, type CaseFile } from '../case/case-file.ts';
import { supposed } from '../case/chain.ts';
import { suggestedDecision, type Decision, type LogContext } from '../case/decision.ts';
import type { Actor, EventDraft } from '../case/event.ts';
import { joinCase, logCase, routeRecord } from '../case/log-case.ts';
import { CalendarCoverageError } from '../calendar.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import type { Message } from '../message.ts';
import type { Facts } from '../policy/condition.ts';
import { firstFormalStage, type Route } from '../policy/route.ts';
import { settledMessage, type Desk } from './desk.ts';
import { destinationId, isDecline, routeOfDestination } from './destinations.ts';
import type { Looked, Rules } from './state.ts';

/** Working days after which a person looks whether a request was done, unless they choose otherwise. */
const CHECK_BACK = 5;

/** Who logs, when, and under which id: what an entry needs beside the desk. */
export interface Logging {
  readonly caseId: string;
  readonly actor: Actor;
  readonly now: Instant;
}

/** What a policy's conditions are asked with. */
export function factsOf({ verdict }: Looked): Facts {
  return { signals: verdict.signals, ageMonths: verdict.ageMonths };
}

/** Where the message goes: as the person chose, else as the verdict says. */
export function routeNow(desk: Desk, looked: Looked): Route {
  return desk.route === null
    ? looked.verdict.route
    : routeOfDestination(looked.rules.policy, desk.route, factsOf(looked));
}

/** What would be logged: the suggestion with everything that the person changed. */
export function decisionOf(desk: Desk, looked: Looked, now: Instant): Decision {
  const { reading, verdict, rules } = looked;
  const suggested = suggestedDecision(reading, verdict, rules.policy);
  const route = routeNow(desk, looked);
  const { points, wants, handler, choice, adjustments, checkBackOn } = desk.edits;
  const isRequest = route.to === 'request';
  return {
    ...suggested,
    route,
    overruled: destinationId(route) !== destinationId(verdict.route),
    reason: desk.reason.trim() === '' ? null : desk.reason.trim(),
    points: (points ?? suggested.points).filter(({ text }) => text.trim() !== ''),
    wants: emptyToNull(wants ?? suggestedWants(looked, route)),
    handler: emptyToNull(handler ?? suggested.handler),
    choice: choice ?? suggested.choice,
    adjustments: adjustments === null ? suggested.adjustments : linesOf(adjustments),
    checkBackOn: isRequest ? (checkBackOn === '' ? null : (checkBackOn ?? suggestedCheckBack(rules, now))) : null,
  };
}

/** The outcome that the resident wants; of a request, the sentence that makes it. */
export function suggestedWants({ reading, verdict }: Looked, { to }: Route): string | null {
  const wants = verdict.wants?.text.trim() ?? null;
  if (to !== 'request') return wants;
  return verdict.evidence[0]?.text.trim() ?? wants ?? reading.sentences[0]?.text.trim() ?? null;
}

/** The suggested day to look again; null where the calendar doesn't reach so far. */
export function suggestedCheckBack({ calendar }: Rules, now: Instant, days: number = CHECK_BACK): IsoDate | null {
  try {
    return calendar.addWorkingDays(localDate(now), days);
  } catch (error) {
    if (error instanceof CalendarCoverageError) return null;
    throw error;
  }
}

/** The sender's open cases that a request for a later stage may belong to: complaints at an earlier stage, latest first. */
export function escalatableCases({ stage }: Route, { cases, rules }: Looked): readonly CaseFile[] {
  if (!stage || stage.order < 2) return [];
  const orderOf = (file: CaseFile): number =>
    rules.policy.stages.find(({ id }) => id === currentStage(file)?.stage)?.order ?? 0;
  return cases.filter((file) => file.kind === 'complaint' && file.stages.length > 0 && orderOf(file) < stage.order);
}

/** The open case that the message would be added to; null while a person must choose one. */
export function attachedCase(desk: Desk, { cases }: Looked): CaseFile | null {
  if (desk.attachTo !== null) return cases.find(({ id }) => id === desk.attachTo) ?? null;
  return cases.length === 1 ? (cases[0] ?? null) : null;
}

/** Whether the press would log the message on a case that is there already, and on which. */
export function caseToJoin(desk: Desk, looked: Looked): CaseFile | null {
  const route = routeNow(desk, looked);
  if (route.to === 'attach') return attachedCase(desk, looked);
  const earlier = escalatableCases(route, looked);
  return earlier.find(({ id }) => id === desk.attachTo) ?? earlier[0] ?? null;
}

/**
 * Everything that one press on the primary button enters. Throws LogError where the moment of receipt isn't settled.
 */
export function logDrafts(
  { desk, message, looked }: { readonly desk: Desk; readonly message: Message; readonly looked: Looked },
  { caseId, actor, now }: Logging,
): { readonly caseId: string; readonly drafts: readonly EventDraft[] } {
  const { reading, verdict, rules } = looked;
  const decision = decisionOf(desk, looked, now);
  const joined = caseToJoin(desk, looked);
  const settled = settledMessage(message, desk);
  const context: LogContext = {
    caseId: joined?.id ?? caseId,
    message: settled,
    reading,
    verdict,
    policy: rules.policy,
    actor,
    now,
  };
  const own = joined ? onCase(decision, joined, context) : logCase(decision, context);
  return {
    caseId: context.caseId,
    drafts: [...own, ...declined(decision, context), ...reports({ desk, looked, context })],
  };
}

/** The case as it would be if it were logged now, for the dates that are shown before; null without a day of receipt. */
export function supposedCase(desk: Desk, message: Message, looked: Looked, now: Instant): CaseFile | null {
  const settled = settledMessage(message, desk);
  if (settled.receivedAt === null) return null;
  const { reading, verdict, rules } = looked;
  const decision = decisionOf(desk, looked, now);
  const context = { caseId: 'supposed', message: settled, reading, verdict, policy: rules.policy, actor: NOBODY, now };
  return caseFile(supposed(logCase(decision, context), now));
}

/** Where a message goes that a person accepts as a complaint, whatever the verdict was; null in a policy without stages. */
export function acceptedRoute(looked: Looked): Route | null {
  const facts = factsOf(looked);
  const stage = firstFormalStage(looked.rules.policy, facts);
  return stage ? routeOfDestination(looked.rules.policy, `stage:${stage.id}`, facts) : null;
}

const NOBODY: Actor = { name: '' };

/** A further message on an open case: it joins, with its points; a request for the next stage takes the case there. */
function onCase(decision: Decision, file: CaseFile, context: LogContext): readonly EventDraft[] {
  const points = decision.points.map((point, index) => ({ ...point, id: String(nextPoint(file) + index) }));
  if (decision.route.to === 'attach') return joinCase(points, context);
  const stage = currentStage(file);
  const { caseId, actor, message, now } = context;
  return [
    ...joinCase([], context),
    {
      caseId,
      actor,
      // The stage's clocks run from the day on which the request came.
      occurredAt: message.receivedAt ?? now,
      type: 'escalated',
      data: {
        route: routeRecord(decision.route),
        from: stage?.stage ?? '',
        reasonsGiven: points.length > 0,
      },
      personal: { points, wants: decision.wants },
    },
    ...(decision.handler === null || decision.route.stage === null
      ? []
      : [
          {
            caseId,
            actor,
            occurredAt: now,
            type: 'handler-assigned' as const,
            data: { stage: decision.route.stage.id },
            personal: { name: decision.handler },
          },
        ]),
  ];
}

/** A person declined it, with the rule and the reason; the case is closed by that. */
function declined({ route, reason }: Decision, { caseId, actor, now }: LogContext): readonly EventDraft[] {
  if (!isDecline(route) && route.to !== 'decide') return [];
  return [
    {
      caseId,
      actor,
      occurredAt: now,
      type: 'excluded',
      data: { rule: route.rule?.id ?? null, clauses: [...route.clauses] },
      personal: { reason: reason ?? '' },
    },
  ];
}

/** What the person has reported already, before there was a case to enter it on. */
function reports({
  desk,
  looked,
  context: { caseId, actor },
}: {
  readonly desk: Desk;
  readonly looked: Looked;
  readonly context: LogContext;
}): readonly EventDraft[] {
  const kinds = [...new Set(looked.verdict.hazards.map(({ kind }) => kind))];
  const drafts: EventDraft[] = [];
  if (desk.reportedAt !== null) {
    const personal = { to: 'emergency repairs' };
    drafts.push({ caseId, actor, occurredAt: desk.reportedAt, type: 'hazard-reported', data: { kinds }, personal });
  }
  if (desk.toldLeadAt !== null) {
    const personal = { to: 'safeguarding lead' };
    drafts.push({ caseId, actor, occurredAt: desk.toldLeadAt, type: 'safeguarding-reported', data: {}, personal });
  }
  return drafts;
}

function nextPoint({ points }: CaseFile): number {
  return Math.max(0, ...points.map(({ id }) => Number(id) || 0)) + 1;
}

function emptyToNull(text: string | null): string | null {
  return text === null || text.trim() === '' ? null : text.trim();
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
