import type { Facts } from '../core/policy/condition.ts';
import type { Policy } from '../core/policy/policy.ts';
import { firstFormalStage, onTrack, routeBy, trackOf, type PlainRoute, type Route } from '../core/policy/route.ts';
import type { Signal } from '../core/policy/signals.ts';

/** A route in the words that mean the same under every policy, as the command line prints it. */
export interface PrintedRoute {
  readonly to: string;
  readonly route: PlainRoute;
  readonly clauses: readonly string[];
  /** The stage that clocks run for, also while a person decides; null where none is entered. */
  readonly entered: Route;
}

/**
 * What to print where the policy's own word is `decide` or `attach`. A clause that may refuse is printed as `excluded`;
 * another decision as the route without that clause; a message that joins an open case as the stage of that case, by what
 * the message says.
 */
export function printedRoute(route: Route, policy: Policy, facts: Facts, text: string): PrintedRoute {
  const { to, clauses } = route;
  switch (route.route) {
    case 'decide': {
      const entered = withoutDeciding(policy, facts);
      return {
        to,
        clauses,
        entered,
        route: mayRefuse(route) ? 'excluded' : printedRoute(entered, policy, facts, text).route,
      };
    }
    case 'attach':
      return { to, clauses, entered: route, route: stageOfOpenCase(policy, facts, text) };
    case 'service-request':
      return {
        to,
        clauses,
        entered: route,
        route: isOnlyAQuestion(facts.signals) && !asksCount(route) ? 'none' : 'service-request',
      };
    default:
      return { to, clauses, entered: route, route: route.route };
  }
}

/** The clause gives discretion to refuse, or has a letter that says no. */
function mayRefuse({ rule }: Route): boolean {
  return rule?.discretion === true || rule?.letter !== undefined;
}

/** The route that would hold if no clause asked a person to decide. */
function withoutDeciding(policy: Policy, facts: Facts): Route {
  const routes = policy.routes.filter(({ to }) => to !== 'decide');
  const { also: _, ...route } = routeBy({ ...policy, routes }, facts);
  return route;
}

function stageOfOpenCase(policy: Policy, facts: Facts, text: string): PlainRoute {
  // What was considered and closed has no open case: joining it refuses a new one.
  if (facts.signals.has('already-considered') && !facts.signals.has('already-open')) return 'excluded';
  const formal = onTrack(policy, trackOf(policy, facts)).filter((stage) => stage.formal);
  const said = /\bstage[ -]?(?:2|two|ii)\b/i.test(text.slice(0, 20_000)) ? formal[1] : firstFormalStage(policy, facts);
  return said ? `stage-${said.order}` : 'none';
}

function isOnlyAQuestion(signals: ReadonlySet<Signal>): boolean {
  return signals.has('information-request') && !signals.has('first-request') && !signals.has('asb-report');
}

/** Whether the policy counts a request for information among its requests for service: a clause of its own says so. */
function asksCount({ rule }: Route): boolean {
  return (rule?.clause ?? []).some((clause) => /#information\b/.test(clause));
}
