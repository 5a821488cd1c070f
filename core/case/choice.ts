import type { Instant, IsoDate } from '../dates.ts';
import { isSignal } from '../policy/signals.ts';
import { clauseId, type Policy } from '../policy/policy.ts';
import { firstFormalStage, routeTo } from '../policy/route.ts';
import type { Stage } from '../policy/schema.ts';
import { currentStage, type CaseFile } from './case-file.ts';
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
  // On from an informal stage because they chose to: that choice is still the one that was made.
  const isFirst = file.stages.length <= 1 || (file.choice.answer !== null && formalStages(file, policy).length <= 1);
  const isLater = !isFirst || file.stages[0]?.enteredBy === 'escalation';
  if (!isDissatisfied || isLater || file.refusal !== null) return null;
  if (file.kind === 'enquiry' && file.choice.offeredAt === null && !asksOnRoute(file, policy)) return null;
  const clauses = choiceClauses(policy, floor);
  return clauses && { clauses, ...file.choice };
}

type Base = Pick<EventDraft, 'caseId' | 'actor' | 'occurredAt'>;

/** No complaint, and what they asked for goes on as a request, with the day on which somebody looks whether it was done. */
export interface GoesOn {
  readonly checkBackOn: IsoDate | null;
}

/** What the resident said to the choice, and what follows from it. */
export function answerDrafts(
  file: CaseFile,
  answer: 'complain' | 'not-now' | GoesOn,
  policy: Policy,
  base: Base,
): readonly EventDraft[] {
  if (answer === 'complain') return complainDrafts(file, policy, base);
  if (answer !== 'not-now') return requestDrafts(file, answer, base);
  const data = { answer, ...(goesOnWithout(file, policy) ? { staysOpen: true as const } : {}) };
  return [{ ...base, type: 'choice-answered', data, personal: {} }];
}

function requestDrafts(file: CaseFile, { checkBackOn }: GoesOn, base: Base): readonly EventDraft[] {
  const what = file.wants ?? file.points[0]?.text ?? file.messages[0]?.subject ?? '';
  return [
    { ...base, type: 'choice-answered', data: { answer: 'not-now', staysOpen: true }, personal: {} },
    { ...base, type: 'service-request-recorded', data: { checkBackOn, clauses: [] }, personal: { what } },
  ];
}

/** Whether what they wrote about goes on although they don't complain: a request, or what is put right informally. */
export function goesOnWithout(file: CaseFile, policy: Policy): boolean {
  return file.kind === 'service-request' || isInformal(stageNow(file, policy));
}

/**
 * The resident chooses to complain. A case without a stage enters the first formal one: where the policy offers the choice
 * to everybody who is dissatisfied its clocks run from the original message (WK-5), elsewhere from the day on which a
 * complaint was asked for (GEN-5). A case at an informal stage goes on to the first formal one, from that day too.
 */
export function complainDrafts(file: CaseFile, policy: Policy, base: Base): readonly EventDraft[] {
  const answered: EventDraft = { ...base, type: 'choice-answered', data: { answer: 'complain' }, personal: {} };
  const facts = { signals: new Set(file.signals.filter(isSignal)), ageMonths: null };
  const now = stageNow(file, policy);
  if (now && isInformal(now)) {
    const next = policy.stages.find(({ id, formal }) => formal && id === now.next?.stage);
    if (!next) return [answered];
    const data = { route: routeRecord(routeTo(policy, `stage:${next.id}`, facts)), from: now.id, reasonsGiven: false };
    return [answered, { ...base, type: 'escalated', data, personal: { points: [], wants: null } }];
  }
  const stage = file.stages.length === 0 ? firstFormalStage(policy, facts) : null;
  if (!stage) return [answered];
  const route = routeRecord(routeTo(policy, `stage:${stage.id}`, facts));
  const occurredAt = offersToAll(policy) && file.reading?.found === true ? file.receivedAt : base.occurredAt;
  return [answered, { ...base, occurredAt, type: 'service-request-became-complaint', data: { route }, personal: {} }];
}

function stageNow(file: CaseFile, policy: Policy): Stage | null {
  return policy.stages.find(({ id }) => id === currentStage(file)?.stage) ?? null;
}

function isInformal(stage: Stage | null): boolean {
  return stage !== null && !stage.formal;
}

function formalStages({ stages }: CaseFile, policy: Policy): readonly Stage[] {
  return stages.flatMap(({ stage }) => policy.stages.find(({ id, formal }) => formal && id === stage) ?? []);
}

/** Whether dissatisfaction alone leads to a formal stage, with the choice offered. */
function offersToAll({ routes, stages }: Policy): boolean {
  const formal = new Set(stages.flatMap(({ id, formal: isFormal }) => (isFormal ? [`stage:${id}`] : [])));
  return routes.some(({ offer, to }) => offer === 'choice' && (formal.has(to) || to === 'first-formal-stage'));
}

function asksOnRoute({ route }: CaseFile, { routes }: Policy): boolean {
  return routes.some(({ id, offer }) => id === route?.rule && offer === 'choice');
}

/** The clauses that want the choice offered, with the policy's name: the landlord's own, else the Code's. */
export function choiceClauses(policy: Policy, floor: Policy): readonly string[] | null {
  return clausesOf(policy) ?? clausesOf(floor);
}

function clausesOf(policy: Policy): readonly string[] | null {
  const [demand] = policy.letters.find(({ id }) => id === 'choice')?.must ?? [];
  const ofRoute = policy.routes.find(({ offer }) => offer === 'choice')?.clause;
  const clauses = demand?.clause ?? ofRoute;
  return clauses ? clauses.map((clause) => clauseId(policy, clause)) : null;
}
