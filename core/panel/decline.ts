import type { LogContext } from '../case/decision.ts';
import type { EventDraft } from '../case/event.ts';
import type { PointRecord } from '../case/event-fields.ts';
import type { Route } from '../policy/route.ts';
import { acceptedRoute, routeNow } from './decide.ts';
import type { Desk } from './desk.ts';
import { isDecline } from './destinations.ts';
import type { Looked } from './state.ts';

/** A message of which one part is logged as a complaint and another isn't. */
export interface Parts {
  /** Where the part goes that isn't taken up: declined, or for somebody else. */
  readonly other: Route;
  readonly accepted: Route;
}

/** Whether a route takes a message, or a part of it, out of the complaints procedure. */
export function isSetAside({ to, rule }: Route): boolean {
  return to === 'decide' || to === 'excluded' || (to === 'elsewhere' && rule !== null);
}

/** Whether the whole message or a part is meant; null while nobody has said. One that falls in two is a part (GEN-12). */
export function scopeOf({ decline }: Pick<Desk, 'decline'>, { verdict }: Looked): Desk['decline']['scope'] {
  return decline.scope ?? (verdict.also.some(({ stage }) => stage !== null) ? 'part' : null);
}

/** The two parts of a message that is logged in part; null where it goes as a whole. */
export function partsOf(desk: Desk, looked: Looked): Parts | null {
  const other = routeNow(desk, looked);
  if (!isSetAside(other) || scopeOf(desk, looked) !== 'part') return null;
  const accepted = looked.verdict.also.find(({ stage }) => stage !== null) ?? acceptedRoute(looked);
  return accepted && { other, accepted };
}

/** The route that the case takes: of a message in two parts that of the part that is taken up. */
export function loggedRoute(desk: Desk, looked: Looked): Route {
  return partsOf(desk, looked)?.accepted ?? routeNow(desk, looked);
}

/** The points of the part that isn't taken up, and the others. */
export function dividedPoints(
  points: readonly PointRecord[],
  { decline }: Pick<Desk, 'decline'>,
): { readonly declined: readonly PointRecord[]; readonly accepted: readonly PointRecord[] } {
  return {
    declined: points.filter(({ id }) => decline.points.includes(id)),
    accepted: points.filter(({ id }) => !decline.points.includes(id)),
  };
}

/** Whether the policy leaves it to a person to weigh the case: the letter says then what was weighed. */
export function mustWeigh(route: Route): boolean {
  return isDecline(route);
}

/** Who decides by the policy, where that isn't any member of staff. */
export function decidesBy({ rule }: Route): string | null {
  return rule?.by === undefined || rule.by === 'staff' ? null : rule.by;
}

/** What isn't taken up, as it is entered: with the rule, the reason, what was weighed, and who decided. */
export function setAsideDrafts(
  desk: Desk,
  looked: Looked,
  { points, context }: { readonly points: readonly PointRecord[]; readonly context: LogContext },
): readonly EventDraft[] {
  const route = routeNow(desk, looked);
  const parts = partsOf(desk, looked);
  // What goes elsewhere as a whole is a case of its own kind, and nothing is refused.
  if (!isSetAside(route) || (route.to === 'elsewhere' && !parts)) return [];
  const { caseId, actor, now } = context;
  const { considered, decidedBy } = desk.decline;
  const { declined } = dividedPoints(points, desk);
  return [
    {
      caseId,
      actor,
      occurredAt: now,
      type: 'excluded',
      data: { rule: route.rule?.id ?? null, clauses: [...route.clauses], ...(parts ? { part: true as const } : {}) },
      personal: {
        reason: desk.reason.trim(),
        ...(considered.trim() === '' ? {} : { considered: considered.trim() }),
        ...(decidedBy.trim() === '' ? {} : { decidedBy: decidedBy.trim() }),
        ...(parts && declined.length > 0 ? { points: [...declined] } : {}),
      },
    },
  ];
}
