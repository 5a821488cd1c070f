import { checklist, type Checklist } from '../case/checklist.ts';
import type { Instant } from '../dates.ts';
import type { Route } from '../policy/route.ts';
import type { AtWork } from './at-work.ts';
import { caseToJoin, decisionOf, routeNow } from './decide.ts';
import { decidesBy, dividedPoints, isSetAside, mustWeigh, scopeOf } from './decline.ts';
import type { DeclineGap } from './desk.ts';
import { withGiven } from './given.ts';
import { supposedCase } from './log-drafts.ts';
import type { Looked } from './state.ts';

/** What a decision to set a message aside still lacks, in the order of the page; null for one that is complete. */
export function declineGap(work: AtWork, now: Instant): DeclineGap | null {
  const { desk, looked } = work;
  const route = routeNow(desk, looked);
  const scope = scopeOf(desk, looked);
  if (scope === null) return 'scope';
  const { points } = decisionOf(desk, looked, now);
  if (scope === 'part' && points.length > 0 && dividedPoints(points, desk).accepted.length === 0) return 'accepted';
  if (desk.reason.trim() === '') return 'reason';
  if (mustWeigh(route) && desk.decline.considered.trim() === '') return 'considered';
  if (decidesBy(route) !== null && desk.decline.decidedBy.trim() === '') return 'decided-by';
  return heldBefore(work, now).some(({ isHeldBack }) => isHeldBack) ? 'held' : null;
}

/**
 * What the policy wants before the press that comes next: before it is declined, before a complaint is accepted that a
 * person had to decide on, before somebody is named who handles a later stage. Logging itself waits for nothing.
 */
export function heldBefore(work: AtWork, now: Instant): readonly Checklist[] {
  const { desk, looked, open } = work;
  const { policy } = looked.rules;
  const file = caseToJoin(desk, looked) ?? supposedCase(desk, open.message, looked, now);
  if (!file) return [];
  const route = routeNow(desk, looked);
  const { handler } = decisionOf(desk, looked, now);
  const actions = actionsOf(route, looked, handler);
  const asked = { file: withGiven(file, desk.given, now), policy, now, given: { reason: desk.reason } };
  return (
    actions
      // The reason has its own field.
      .map((action) => checklist(action, { ...asked, given: { ...asked.given, handler: handler ?? undefined } }))
      .map((list) => ({
        ...list,
        rules: list.rules.filter(({ needs }) => needs.some(({ need }) => need !== 'reason')),
      }))
      .filter(({ rules }) => rules.length > 0)
  );
}

function actionsOf(route: Route, { verdict }: Looked, handler: string | null): readonly string[] {
  if (route.rule?.letter === 'handled-differently') return ['handle-differently'];
  if (isSetAside(route) && route.to !== 'elsewhere')
    return ['refuse', ...(route.rule ? [`exclude:${route.rule.id}`] : [])];
  if (!route.stage) return [];
  return [
    ...(verdict.route.to === 'decide' ? ['accept'] : []),
    ...(handler !== null && route.stage.order > 1 ? [`assign:${route.stage.id}`] : []),
  ];
}
