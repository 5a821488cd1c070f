import { routeTo, type Route } from '../core/policy/route.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Verdict } from '../core/triage/verdict.ts';
import { InputError } from './jsonl.ts';

/** What a policy leaves to a person, or to another case: a case can't be opened as one of these. */
export const UNDECIDED: readonly string[] = ['decide', 'attach', 'excluded'];

/** The plain names by which a message can be logged under this policy. */
export function choicesOf(policy: Policy): readonly string[] {
  const facts = { signals: new Set<never>(), ageMonths: null };
  const routes = policy.routes.map(({ to }) => routeTo(policy, to, facts).route);
  const stages = policy.stages.map(({ formal, order }) => (formal ? `stage-${String(order)}` : 'informal'));
  return [...new Set([...stages, ...routes])].filter((name) => name !== 'none' && !UNDECIDED.includes(name));
}

/**
 * The way through a policy that a caller names: a plain name (`stage-1`, `service-request`, `enquiry`) or a destination of
 * the policy. Throws InputError for what is no decision, and for a way that the policy hasn’t.
 */
export function routeNamed(name: string, policy: Policy, verdict: Verdict): Route {
  const facts = { signals: verdict.signals, ageMonths: verdict.ageMonths };
  if (UNDECIDED.includes(name))
    throw new InputError(
      `decision.route ${JSON.stringify(name)} is no decision; choose ${choicesOf(policy).join(', ')}`,
    );
  if (verdict.route.route === name || verdict.route.to === name) return verdict.route;
  const plain: Readonly<Record<string, string>> = {
    'service-request': 'request',
    signpost: 'elsewhere',
    'contractor-first': 'elsewhere',
  };
  const stage = policy.stages.find(
    ({ formal, order, id }) =>
      `stage:${id}` === name || (name === 'informal' ? !formal : formal && name === `stage-${String(order)}`),
  );
  const to = stage ? `stage:${stage.id}` : (plain[name] ?? name);
  const route = routeTo(policy, to, facts);
  if (route.rule === null && stage)
    return { ...route, to, route: stage.formal ? `stage-${stage.order}` : 'informal', stage };
  if (route.rule === null)
    throw new InputError(
      `${policy.name} has no way to ${JSON.stringify(name)} (--route, or decision.route of a line); choose ${choicesOf(policy).join(', ')}`,
    );
  return route;
}
