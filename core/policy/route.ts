import { clauseId, stageById, type Policy } from './policy.ts';
import { holds, type Facts } from './condition.ts';
import type { Route as RouteRule, Stage } from './schema.ts';
import type { Signal } from './signals.ts';

/** Where a message goes, in plain words that mean the same under every policy. */
export type PlainRoute =
  | `stage-${number}`
  | 'informal'
  | 'service-request'
  | 'contractor-first'
  | 'signpost'
  | 'enquiry'
  | 'contact'
  | 'excluded'
  | 'attach'
  | 'decide'
  | 'none';

/** What a policy makes of a message. */
export interface Route {
  /** The rule that decided; null where no rule of the policy matches. */
  readonly rule: RouteRule | null;
  /** The policy's destination with its stage resolved: `stage:stage-2`, `request`, `decide` …, or `none`. */
  readonly to: string;
  readonly route: PlainRoute;
  readonly stage: Stage | null;
  /** The deciding clauses, with the policy's name; empty where no rule matches. */
  readonly clauses: readonly string[];
}

/** A route and, where one message falls in two (GEN-12), where its other part goes. */
export interface Routing extends Route {
  readonly also: readonly Route[];
}

/**
 * The first rule of the policy whose condition holds. A rule marked `split` takes only its own part: if dissatisfaction is
 * left, the rest is routed again without that rule's signals, and comes out in `also`.
 */
export function routeBy(policy: Policy, facts: Facts): Routing {
  const rule = policy.routes.find(({ when }) => holds(when, facts)) ?? null;
  const also = rule?.split ? theRest(policy, rule, facts) : [];
  return { ...resolved(policy, rule, facts), also };
}

/** Every rule that holds, in the policy's order, resolved: the first is the route, the others the next best. */
export function routesThatHold(policy: Policy, facts: Facts): readonly Route[] {
  return policy.routes.filter(({ when }) => holds(when, facts)).map((rule) => resolved(policy, rule, facts));
}

/** A destination that a person chose by hand, with the first rule that leads there; its conditions needn't hold. */
export function routeTo(policy: Policy, to: string, facts: Facts): Route {
  const rule =
    policy.routes.find((candidate) => resolved(policy, candidate, facts).to === to && holds(candidate.when, facts)) ??
    policy.routes.find((candidate) => resolved(policy, candidate, facts).to === to) ??
    null;
  return resolved(policy, rule, facts);
}

/** The first formal stage, on the track that the facts put the case on. */
export function firstFormalStage(policy: Policy, facts: Facts): Stage | null {
  return onTrack(policy, trackOf(policy, facts)).find(({ formal }) => formal) ?? null;
}

/** The track (Wrekin: housing or care) that the facts put a case on; null where the policy has only one. */
export function trackOf(policy: Policy, facts: Facts): string | null {
  return policy.tracks?.find(({ when }) => holds(when, facts))?.id ?? null;
}

/** The stages of one track, first to last. */
export function onTrack(policy: Policy, track: string | null): readonly Stage[] {
  return policy.stages
    .filter((stage) => stage.track === undefined || track === null || stage.track === track)
    .toSorted((left, right) => left.order - right.order);
}

function theRest(policy: Policy, rule: RouteRule, facts: Facts): readonly Route[] {
  const taken = new Set<Signal>(
    [...(rule.when.all ?? []), ...(rule.when.any ?? [])].filter((signal) => signal !== 'dissatisfaction'),
  );
  const left = new Set([...facts.signals].filter((signal) => !taken.has(signal)));
  if (!left.has('dissatisfaction')) return [];
  const { also, ...rest } = routeBy(policy, { ...facts, signals: left });
  return [rest, ...also];
}

function resolved(policy: Policy, rule: RouteRule | null, facts: Facts): Route {
  if (!rule) return { rule: null, to: 'none', route: 'none', stage: null, clauses: [] };
  const stage = stageOf(policy, rule, facts);
  return {
    rule,
    to: stage ? `stage:${stage.id}` : rule.to,
    route: stage ? plainStage(stage) : plainDestination(rule),
    stage,
    clauses: rule.clause.map((clause) => clauseId(policy, clause)),
  };
}

function stageOf(policy: Policy, rule: RouteRule, facts: Facts): Stage | null {
  if (rule.to.startsWith('stage:')) return stageById(policy, rule.to.slice('stage:'.length));
  if (rule.to === 'first-formal-stage') return firstFormalStage(policy, facts);
  if (rule.to === 'next-stage') return stageAfterFirst(policy, facts);
  return null;
}

/** The stage after the first formal one: where a case that is not known to be further on goes next. */
function stageAfterFirst(policy: Policy, facts: Facts): Stage | null {
  const formal = onTrack(policy, trackOf(policy, facts)).filter((stage) => stage.formal);
  return formal[1] ?? null;
}

/** An informal stage is `informal`; a formal one is named by its order (care-2 is `stage-2`). */
function plainStage(stage: Stage): PlainRoute {
  return stage.formal ? `stage-${stage.order}` : 'informal';
}

function plainDestination(rule: RouteRule): PlainRoute {
  switch (rule.to) {
    case 'request':
      return 'service-request';
    case 'elsewhere':
      return rule.letter === 'contractor-first' ? 'contractor-first' : 'signpost';
    case 'enquiry':
    case 'contact':
    case 'excluded':
    case 'attach':
    case 'decide':
      return rule.to;
    default:
      return 'none';
  }
}

/**
 * Where a new matter enters: its first formal stage for a complaint; for dissatisfaction that is handled informally the
 * informal stage, or the first formal one in a policy that has none.
 */
export function entryStage(
  policy: Policy,
  event: 'complaint-received' | 'dissatisfaction-received',
  facts: Facts,
): Stage | null {
  const informal = onTrack(policy, trackOf(policy, facts)).find(({ formal }) => !formal);
  return event === 'dissatisfaction-received' && informal ? informal : firstFormalStage(policy, facts);
}
