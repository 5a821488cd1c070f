import type { Instant } from '../dates.ts';
import { isSignal } from '../policy/signals.ts';
import { clauseId, type Policy } from '../policy/policy.ts';
import { firstFormalStage, routeTo } from '../policy/route.ts';
import type { CaseFile } from './case-file.ts';
import type { EventDraft } from './event.ts';
import { routeRecord } from './log-case.ts';

/** Where the resident’s choice to complain stands on a case. */
export interface Choice {
  /** The clauses that want it, with the policy's name: the landlord's own, else the Code's. */
  readonly clauses: readonly string[];
  readonly offeredAt: Instant | null;
  readonly answer: CaseFile['choice']['answer'];
}

/**
 * The choice to complain, wherever dissatisfaction was found (West Kent 3.4, Code 1.3): offered, and answered. Null for a
 * case without dissatisfaction, for one at a later stage than the first, which is a choice already made, and for an office's
 * enquiry: who writes isn't who would complain. There it is a question only where the policy's route asks it.
 */
export function choiceOf(file: CaseFile, policy: Policy, floor: Policy): Choice | null {
  const isDissatisfied = file.reading?.found === true || file.kind === 'complaint';
  const isLater = file.stages.length > 1 || file.stages[0]?.enteredBy === 'escalation';
  if (!isDissatisfied || isLater || file.refusal !== null) return null;
  if (file.kind === 'enquiry' && file.choice.offeredAt === null && !asksOnRoute(file, policy)) return null;
  const clauses = clausesOf(policy) ?? clausesOf(floor);
  return clauses && { clauses, ...file.choice };
}

/**
 * The resident chooses to complain. A case without a stage enters the first formal one: where the policy offers the choice
 * to everybody who is dissatisfied its clocks run from the original message (WK-5), elsewhere from the day on which a
 * complaint was asked for (GEN-5).
 */
export function complainDrafts(
  file: CaseFile,
  policy: Policy,
  base: Pick<EventDraft, 'caseId' | 'actor' | 'occurredAt'>,
): readonly EventDraft[] {
  const answered: EventDraft = { ...base, type: 'choice-answered', data: { answer: 'complain' }, personal: {} };
  const facts = { signals: new Set(file.signals.filter(isSignal)), ageMonths: null };
  const stage = file.stages.length === 0 ? firstFormalStage(policy, facts) : null;
  if (!stage) return [answered];
  const route = routeRecord(routeTo(policy, `stage:${stage.id}`, facts));
  const occurredAt = offersToAll(policy) && file.reading?.found === true ? file.receivedAt : base.occurredAt;
  return [answered, { ...base, occurredAt, type: 'service-request-became-complaint', data: { route }, personal: {} }];
}

/** Whether dissatisfaction alone leads to a formal stage, with the choice offered. */
function offersToAll({ routes, stages }: Policy): boolean {
  const formal = new Set(stages.flatMap(({ id, formal: isFormal }) => (isFormal ? [`stage:${id}`] : [])));
  return routes.some(({ offer, to }) => offer === 'choice' && (formal.has(to) || to === 'first-formal-stage'));
}

function asksOnRoute({ route }: CaseFile, { routes }: Policy): boolean {
  return routes.some(({ id, offer }) => id === route?.rule && offer === 'choice');
}

function clausesOf(policy: Policy): readonly string[] | null {
  const [demand] = policy.letters.find(({ id }) => id === 'choice')?.must ?? [];
  const ofRoute = policy.routes.find(({ offer }) => offer === 'choice')?.clause;
  const clauses = demand?.clause ?? ofRoute;
  return clauses ? clauses.map((clause) => clauseId(policy, clause)) : null;
}
