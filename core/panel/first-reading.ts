import { NOT_JUDGED, type FirstReading } from '../register/seen.ts';
import type { Verdict } from '../triage/verdict.ts';
import type { OpenMessage } from './state.ts';
import { headingOf } from './verdict-words.ts';

/** What is kept of a message that couldn't be judged: that it wasn't, and the dangers that were found all the same. */
export function unjudged({ what, alarms }: NonNullable<OpenMessage['failed']>): FirstReading {
  return {
    route: 'none',
    confidence: NOT_JUDGED,
    dissatisfied: false,
    ...danger(alarms?.verdict.hazards ?? []),
    heading: what === 'policy' ? 'Not judged: the policy didn’t load' : 'Not judged: Duly failed',
  };
}

/** What is kept of a verdict while nobody has decided: its kind and how pressing it is, and no word of the message. */
export function firstReading(verdict: Verdict, reference: string | null): FirstReading {
  const { route, confidence, dissatisfaction, hazards, delivered } = verdict;
  return {
    route: route.route,
    confidence,
    dissatisfied: dissatisfaction.found,
    ...danger(hazards),
    ...(verdict.signals.has('ombudsman') && { ombudsman: true }),
    heading: headingOf(verdict, reference),
    delivered,
  };
}

function danger(hazards: Verdict['hazards']): Pick<FirstReading, 'hazard' | 'urgency'> {
  if (hazards.length === 0) return { hazard: false };
  return { hazard: true, urgency: hazards.some(({ urgency }) => urgency === 'now') ? 'now' : 'possible' };
}
