import type { Policy } from '../policy/policy.ts';
import { onTrack, routeTo, trackOf, type Route } from '../policy/route.ts';
import type { Facts } from '../policy/condition.ts';
import type { Signal } from '../policy/signals.ts';

/** Somewhere that a message can go under a policy, as a person may choose it by hand. */
export interface Destination {
  /** `stage:stage-1`, `request`, `none` …; with its rule where several rules go to one place: `decide/legal`. */
  readonly id: string;
  readonly route: Route;
}

const NOWHERE: Route = { rule: null, to: 'none', route: 'none', stage: null, clauses: [] };

/** Places that several rules lead to for reasons of their own: a person chooses the rule. */
const BY_RULE = new Set(['elsewhere', 'decide', 'excluded']);

/** The order in which destinations are offered after the stages: the usual first. */
const ORDER = ['request', 'attach', 'enquiry', 'contact', 'elsewhere', 'decide', 'excluded'];

/** The id of the destination that a route leads to. */
export function destinationId({ to, rule }: Route): string {
  return BY_RULE.has(to) && rule ? `${to}/${rule.id}` : to;
}

/** Every destination that the policy has, the stages first, then by its rules; nothing to log at last. */
export function destinationsOf(policy: Policy, facts: Facts): readonly Destination[] {
  const stages = onTrack(policy, trackOf(policy, facts)).map(({ id }) => `stage:${id}`);
  const others = policy.routes
    .filter(({ to }) => !to.startsWith('stage:') && !to.endsWith('stage'))
    .toSorted((left, right) => ORDER.indexOf(left.to) - ORDER.indexOf(right.to))
    .map(({ id, to }) => (BY_RULE.has(to) ? `${to}/${id}` : to));
  return [...new Set([...stages, ...others, 'none'])].flatMap((id) => {
    const route = routeOfDestination(policy, id, facts);
    return destinationId(route) === id ? [{ id, route }] : [];
  });
}

/** The route that leads to a destination; nowhere for an id that the policy doesn't have. */
export function routeOfDestination(policy: Policy, id: string, facts: Facts): Route {
  if (id === 'none') return NOWHERE;
  const [to = '', rule] = id.split('/');
  if (rule === undefined) return routeTo(policy, to, asIfMeant(policy, to, facts));
  return routeTo({ ...policy, routes: policy.routes.filter((one) => one.id === rule) }, to, facts);
}

/**
 * The facts as a person sees them who sends the message there: what leads to a stage is dissatisfaction, to a later one
 * dissatisfaction with an answer, to a request a first request. It decides which clause stands for the choice.
 */
function asIfMeant(policy: Policy, to: string, facts: Facts): Facts {
  const stage = policy.stages.find(({ id }) => to === `stage:${id}`);
  const meant: readonly Signal[] = stage
    ? stage.order > 1
      ? ['dissatisfaction', 'not-satisfied-with-response']
      : ['dissatisfaction']
    : to === 'request'
      ? ['first-request']
      : [];
  return { ...facts, signals: new Set([...facts.signals, ...meant]) };
}

/** The reasons for which the policy lets a person decline: each a rule. */
export function isDecline({ to, rule }: Route): boolean {
  return to === 'excluded' || (to === 'decide' && rule?.discretion === true);
}
