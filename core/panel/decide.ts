import { currentStage, type CaseFile } from '../case/case-file.ts';
import { suggestedDecision, type Decision } from '../case/decision.ts';
import { CalendarCoverageError } from '../calendar.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import type { Facts } from '../policy/condition.ts';
import { firstFormalStage, type Route } from '../policy/route.ts';
import type { Desk } from './desk.ts';
import { destinationId, routeOfDestination } from './destinations.ts';
import type { Looked, Rules } from './state.ts';

/** Working days after which a person looks whether a request was done, unless they choose otherwise. */
const CHECK_BACK = 5;

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

/** Chosen instead of a case: the message belongs to none that is here. */
export const NO_CASE = 'none';

/** The sender's cases that a request for a later stage may belong to: complaints at an earlier stage, open ones first. */
export function escalatableCases({ stage }: Route, { cases, earlier = [], rules }: Looked): readonly CaseFile[] {
  if (!stage || stage.order < 2) return [];
  const orderOf = (file: CaseFile): number =>
    rules.policy.stages.find(({ id }) => id === currentStage(file)?.stage)?.order ?? 0;
  return [...cases, ...earlier].filter(
    (file) => file.kind === 'complaint' && file.stages.length > 0 && orderOf(file) < stage.order,
  );
}

/** The open case that the message would be added to, as chosen or as suggested; null while a person must choose one. */
export function attachedCase(desk: Desk, { cases, belongs = [] }: Looked): CaseFile | null {
  if (desk.attachTo !== null)
    return (
      [...cases, ...belongs.map(({ file }) => file)].find(({ id, closed }) => id === desk.attachTo && !closed) ?? null
    );
  const [likeliest] = cases;
  if (cases.length < 2) return likeliest ?? null;
  // Of several the one that the message names, or answers, if it names no other.
  const named = belongs.filter(({ ties }) => ties.some(({ kind }) => kind === 'reference' || kind === 'thread'));
  return named.length === 1 && named[0]?.file.id === likeliest?.id ? (likeliest ?? null) : null;
}

/** Whether the press would log the message on a case that is there already, and on which. */
export function caseToJoin(desk: Desk, looked: Looked): CaseFile | null {
  const route = routeNow(desk, looked);
  if (route.to === 'attach') return attachedCase(desk, looked);
  if (desk.attachTo === NO_CASE) return null;
  const earlier = escalatableCases(route, looked);
  return earlier.find(({ id }) => id === desk.attachTo) ?? earlier[0] ?? null;
}

/** Where a message goes that a person accepts as a complaint, whatever the verdict was; null in a policy without stages. */
export function acceptedRoute(looked: Looked): Route | null {
  const facts = factsOf(looked);
  const stage = firstFormalStage(looked.rules.policy, facts);
  return stage ? routeOfDestination(looked.rules.policy, `stage:${stage.id}`, facts) : null;
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
