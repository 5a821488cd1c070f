import type { Policy } from '../policy/policy.ts';
import type { Route } from '../policy/route.ts';
import type { Verdict } from '../triage/verdict.ts';
import type { Decision, LogContext } from './decision.ts';
import type { EventData, EventDraft, EventPersonal } from './event.ts';
import type { PointRecord, ReadingRecord, RouteRecord } from './event-fields.ts';
import { identityOf } from './match.ts';

/** A message can't be logged before its day of receipt is known: clocks run from it. */
export class LogError extends Error {
  override readonly name = 'LogError';
}

/** The events that open a case from a decision. Throws LogError where the moment of receipt isn't settled. */
export function logCase(decision: Decision, context: LogContext): readonly EventDraft[] {
  const { caseId, actor, now, policy, verdict } = context;
  const base = { caseId, actor, occurredAt: now };
  const { route } = decision;
  const drafts: EventDraft[] = [
    receivedDraft('received', context),
    {
      ...base,
      type: 'logged',
      data: {
        policy: { id: policy.id, version: policy.version },
        route: routeRecord(route),
        track: decision.track,
        enteredBy: isLaterStage(policy, route) ? 'escalation' : 'complaint',
        reading: verdict && readingRecord(verdict),
        overruled: decision.overruled,
      },
      personal: {
        complainant: decision.complainant,
        points: [...decision.points],
        wants: decision.wants,
        handler: decision.handler,
        reason: decision.reason,
      },
    },
  ];
  if (route.to === 'request') {
    drafts.push({
      ...base,
      type: 'service-request-recorded',
      data: { checkBackOn: decision.checkBackOn, clauses: [...route.clauses] },
      personal: { what: decision.wants ?? context.message.subject },
    });
  }
  if (asksChoice(route, policy) && decision.choice === 'asked-already') {
    drafts.push({ ...base, type: 'choice-offered', data: { how: 'in-message' }, personal: {} });
    drafts.push({ ...base, type: 'choice-answered', data: { answer: 'complain' }, personal: {} });
  }
  for (const what of decision.adjustments) {
    drafts.push({ ...base, type: 'adjustment-recorded', data: {}, personal: { what, disability: null } });
  }
  if (decision.representative) {
    drafts.push({
      ...base,
      type: 'representative-recorded',
      data: { authority: 'none' },
      personal: decision.representative,
    });
  }
  return drafts;
}

/** The event by which a further message joins an open case, with the points that it adds. */
export function joinCase(points: readonly PointRecord[], context: LogContext): readonly EventDraft[] {
  const { caseId, actor, now } = context;
  return [
    receivedDraft('joined', context),
    ...points.map((point): EventDraft => ({
      caseId,
      actor,
      occurredAt: now,
      type: 'point-added',
      data: {},
      personal: { point },
    })),
  ];
}

function receivedDraft(type: 'received' | 'joined', { caseId, actor, message, reading }: LogContext): EventDraft {
  if (message.receivedAt === null) throw new LogError('the day on which the message was received isn’t settled');
  const { messageId, ...found } = identityOf(message, reading.newText);
  const data: EventData<'received'> = {
    channel: reading.channel,
    receivedAtSource: message.receivedAtSource,
    threadId: message.threadId,
    ...(message.datedAt ? { datedAt: message.datedAt } : {}),
    messageId: null,
    ...found,
  };
  const personal: EventPersonal<'received'> = {
    ...(messageId === null ? {} : { messageId }),
    from: message.from,
    to: [...message.to],
    cc: [...message.cc],
    subject: message.subject,
    text: message.text,
    attachments: [...message.attachments],
  };
  return { type, caseId, actor, occurredAt: message.receivedAt, data, personal };
}

/** Whether there is a choice to complain that they may have made themselves: at the first formal stage, or where it is offered. */
export function asksChoice(route: Route, policy: Policy): boolean {
  return route.rule?.offer === 'choice' || (route.stage?.formal === true && !isLaterStage(policy, route));
}

function isLaterStage(policy: Policy, { stage }: Route): boolean {
  return stage !== null && policy.stages.some(({ formal, next }) => formal && next?.stage === stage.id);
}

/** A route as an event keeps it. */
export function routeRecord({ to, route, stage, rule, clauses }: Route): RouteRecord {
  return { to, route, stage: stage?.id ?? null, rule: rule?.id ?? null, clauses: [...clauses] };
}

function readingRecord({
  dissatisfaction,
  confidence,
  intent,
  flags,
  signals,
  hazards,
  delivered,
  route,
}: Verdict): ReadingRecord {
  return {
    ...dissatisfaction,
    confidence,
    intent,
    flags: [...flags],
    signals: [...signals],
    hazards: [...new Set(hazards.map(({ kind }) => kind))],
    dangers: hazards.map(({ kind, urgency, start, end }) => ({ kind, urgency, start, end })),
    delivered,
    route: routeRecord(route),
  };
}
