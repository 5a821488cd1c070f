import { caseFile, currentStage, type CaseFile } from '../case/case-file.ts';
import { supposed } from '../case/chain.ts';
import type { Decision, LogContext } from '../case/decision.ts';
import type { Actor, EventDraft } from '../case/event.ts';
import { joinCase, logCase, routeRecord } from '../case/log-case.ts';
import type { Instant } from '../dates.ts';
import type { Message } from '../message.ts';
import { caseToJoin, decisionOf } from './decide.ts';
import { dividedPoints, partsOf, setAsideDrafts } from './decline.ts';
import { settledMessage, type Desk } from './desk.ts';
import { givenDrafts } from './given.ts';
import { ownDateDrafts } from './own-date.ts';
import type { Looked } from './state.ts';

/** Who logs, when, and under which id: what an entry needs beside the desk. */
export interface Logging {
  readonly caseId: string;
  readonly actor: Actor;
  readonly now: Instant;
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
  const settled = settledMessage(message, desk, reading);
  const context: LogContext = {
    caseId: joined?.id ?? caseId,
    message: settled,
    reading,
    verdict,
    policy: rules.policy,
    actor,
    now,
  };
  const own = joined ? onCase(decision, joined, context) : logCase(takenUp(decision, desk, looked), context);
  return {
    caseId: context.caseId,
    drafts: [
      ...own,
      ...setAsideDrafts(desk, looked, { points: decision.points, context }),
      ...givenDrafts(desk.given, rules.policy.id, { caseId: context.caseId, actor, occurredAt: now }),
      ...ownDateDrafts(desk, looked, context),
      ...reports({ desk, looked, context }),
    ],
  };
}

/** The case as it would be if it were logged now, for the dates that are shown before; null without a day of receipt. */
export function supposedCase(desk: Desk, message: Message, looked: Looked, now: Instant): CaseFile | null {
  const { reading, verdict, rules } = looked;
  const settled = settledMessage(message, desk, reading);
  if (settled.receivedAt === null) return null;
  const decision = decisionOf(desk, looked, now);
  const context = { caseId: 'supposed', message: settled, reading, verdict, policy: rules.policy, actor: NOBODY, now };
  return caseFile(supposed(logCase(takenUp(decision, desk, looked), context), now));
}

/** Of a message in two parts the one that is taken up, with its points. */
function takenUp(decision: Decision, desk: Desk, looked: Looked): Decision {
  const parts = partsOf(desk, looked);
  return parts
    ? { ...decision, route: parts.accepted, points: dividedPoints(decision.points, desk).accepted }
    : decision;
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
