import { count } from '../date-words.ts';
import { standard } from './against-code-stages.ts';
import { finding, type Compared, type Finding } from './finding.ts';
import type { Policy } from './policy.ts';
import { routeBy } from './route.ts';
import type { Route } from './schema.ts';
import type { Signal } from './signals.ts';

/** What a policy keeps out of its complaints process: kinds of complaint as a class, and who brings them. */
export function exclusionsAgainst(compared: Compared): readonly Finding[] {
  return [...blanket(compared), ...anonymous(compared), ...electedMembers(compared)];
}

/**
 * Grounds that this finding leaves alone: a lawyer and a missing name have findings of their own; what somebody is employed
 * for and what another body answers for is no complaint in the Code's sense (1.2), so that keeping it out excludes none.
 */
const NOT_OF_A_CLASS: ReadonlySet<Signal> = new Set(['lawyer', 'anonymous', 'employment', 'not-responsible']);

/** The Code (2.1, 2.5) has every exclusion weighed on its case, those that it allows too; only `discretion` says that. */
function blanket(compared: Compared): readonly Finding[] {
  const { policy, floor } = compared;
  const code = standard(floor, 'no-blanket-exclusions');
  const routes = policy.routes.filter(
    (route) => turnsAway(route) && !route.discretion && !asks(route).some((signal) => NOT_OF_A_CLASS.has(signal)),
  );
  if (routes.length === 0 || code.length === 0 || weighsEach(policy)) return [];
  const says = `${count(routes.length, 'exclusion')}: nothing says that each complaint is weighed by its own circumstances before it is turned away.`;
  return [
    finding(compared, 'blanket-exclusion', says, {
      own: routes.flatMap(({ clause }) => clause),
      code,
      weight: 'unsaid',
    }),
  ];
}

/** Excluded outright, or sent elsewhere once staff confirm it: what needs no confirming, such as a first report, is no complaint. */
function turnsAway({ to, confirm }: Route): boolean {
  return to === 'excluded' || (to === 'elsewhere' && confirm === 'staff');
}

/** The policy has the refusal say how the case itself was looked at, whatever the ground. */
function weighsEach({ letters }: Policy): boolean {
  return letters.some(({ id, must }) => id === 'refusal' && must.some(({ block }) => block === 'considered'));
}

function anonymous(compared: Compared): readonly Finding[] {
  const code = standard(compared.floor, 'no-blanket-exclusions');
  const routes = compared.policy.routes.filter((route) => turnsAway(route) && asks(route).includes('anonymous'));
  if (routes.length === 0 || code.length === 0) return [];
  const isWeighed = routes.every(({ discretion }) => discretion);
  const says = isWeighed
    ? 'An anonymous complaint isn’t taken as one, unless staff think otherwise; the Code has it taken unless there is a valid reason in the case itself.'
    : 'Anonymous complaints are kept out as a class; the Code has each taken unless there is a valid reason in the case itself.';
  return [finding(compared, 'anonymous-excluded', says, { own: routes.flatMap(({ clause }) => clause), code })];
}

const MEMBERS: readonly { readonly signal: Signal; readonly name: string }[] = [
  { signal: 'mp', name: 'an MP' },
  { signal: 'councillor', name: 'a councillor' },
];

/** Where a message goes that is handled outside the policy's stages and that nobody weighs. */
const OUTSIDE: ReadonlySet<string> = new Set(['enquiry', 'request', 'contact', 'elsewhere', 'excluded']);

/** An elected member who writes for a dissatisfied resident is a third party like any other (1.3). */
function electedMembers(compared: Compared): readonly Finding[] {
  const code = standard(compared.floor, 'any-third-party');
  if (code.length === 0) return [];
  const kept = MEMBERS.flatMap(({ signal, name }) => {
    const { rule } = routeBy(compared.policy, { signals: new Set(['dissatisfaction', signal]), ageMonths: null });
    return rule && OUTSIDE.has(rule.to) && asks(rule).includes(signal) ? [{ name, clause: rule.clause }] : [];
  });
  if (kept.length === 0) return [];
  const who = kept.map(({ name }) => name).join(' or ');
  const says = `What ${who} sends for a dissatisfied resident isn’t taken as a complaint; the Code has it handled under the policy like anybody else’s.`;
  return [finding(compared, 'member-not-complaint', says, { own: kept.flatMap(({ clause }) => clause), code })];
}

function asks({ when }: Route): readonly Signal[] {
  return [...(when.all ?? []), ...(when.any ?? [])];
}
