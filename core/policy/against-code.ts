import type { WorkingCalendar } from '../calendar.ts';
import { datesAgainst } from './against-code-dates.ts';
import { doorsAgainst } from './against-code-doors.ts';
import { exclusionsAgainst } from './against-code-exclusions.ts';
import { stagesAgainst } from './against-code-stages.ts';
import type { Finding } from './finding.ts';
import type { Policy } from './policy.ts';

/**
 * Where a landlord's policy falls below the Code, or below the law that goes with it: later dates, further stages, what
 * it keeps out, doors that it closes. Each finding names the clauses of both. For a person to read; nothing is corrected and nothing refused.
 * Empty for the Code itself and for laws. Dates are compared as computed, by the landlord's own working days; throws
 * CalendarCoverageError where the calendar doesn't reach the years that are sampled.
 */
export function againstCode(policy: Policy, floor: Policy, calendar: WorkingCalendar): readonly Finding[] {
  if (policy.about.baseline || policy.about.law) return [];
  const compared = { policy, floor };
  return [
    ...stagesAgainst(compared),
    ...datesAgainst(compared, calendar),
    ...exclusionsAgainst(compared),
    ...doorsAgainst(compared),
  ];
}
