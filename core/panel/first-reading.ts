import type { FirstReading } from '../register/seen.ts';
import type { Verdict } from '../triage/verdict.ts';
import { headingOf } from './verdict-words.ts';

/** What is kept of a verdict while nobody has decided: its kind and how pressing it is, and no word of the message. */
export function firstReading(verdict: Verdict, reference: string | null): FirstReading {
  const { route, confidence, dissatisfaction, hazards } = verdict;
  const isNow = hazards.some(({ urgency }) => urgency === 'now');
  return {
    route: route.route,
    confidence,
    dissatisfied: dissatisfaction.found,
    hazard: hazards.length > 0,
    ...(hazards.length > 0 ? { urgency: isNow ? ('now' as const) : ('possible' as const) } : {}),
    heading: headingOf(verdict, reference),
  };
}
