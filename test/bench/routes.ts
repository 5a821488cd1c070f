import { printedRoute } from '../../cli/printed-route.ts';
import { localDate } from '../../core/dates.ts';
import type { Facts } from '../../core/policy/condition.ts';
import { read } from '../../core/reading/read.ts';
import { NO_SETTINGS } from '../../core/settings.ts';
import { decide } from '../../core/triage/decide.ts';
import { linearReading } from '../../core/triage/linear-reading.ts';
import { policySignals } from '../../core/triage/policy-signals.ts';
import type { Findings } from '../../core/triage/verdict.ts';
import { policyOn } from '../../policies/index.ts';
import { labelled, type Labelled } from './inbox.ts';
import type { Judged } from './judged.ts';

/* How often the route is the labelled one: from the labelled facts, and all by machine. */

/** The files whose routes are labelled. The readers have learnt from their other labels: by machine they flatter. */
const ROUTED = ['dev', 'mixed', 'ordinary'];

const AT_LEAST = { older_than_6_months: 7, older_than_12_months: 13 } as const;

/** For each policy how many routes are the labelled ones, where the labels leave it open, and of how many. */
export async function routesRight(
  judge: (one: Labelled) => Promise<Judged>,
): Promise<ReadonlyMap<string, { readonly byFacts: number; readonly byMachine: number; readonly of: number }>> {
  const found = new Map<string, { byFacts: number; byMachine: number; of: number }>();
  for (const one of ROUTED.flatMap(labelled)) {
    const reading = read(one.message, NO_SETTINGS);
    const machine = (await judge(one)).found;
    const told = factsOf(one, machine);
    for (const [policyId, wanted] of Object.entries(one.routes)) {
      if (one.message.receivedAt === null) continue;
      const policy = await policyOn(policyId, localDate(one.message.receivedAt));
      const got = (findings: Findings): string => {
        const { route, signals, ageMonths } = decide(findings, policy);
        const facts: Facts = { signals, ageMonths };
        return printedRoute(route, policy, facts, reading.newText).route;
      };
      const before = found.get(policyId) ?? { byFacts: 0, byMachine: 0, of: 0 };
      found.set(policyId, {
        byFacts: before.byFacts + Number(near(got(told), one) === near(wanted, one)),
        byMachine: before.byMachine + Number(near(got(machine), one) === near(wanted, one)),
        of: before.of + 1,
      });
    }
  }
  return found;
}

/** The findings as the labels have them; what isn't labelled is left as found. */
function factsOf({ message, dissatisfaction, intent, flags, speaker }: Labelled, machine: Findings): Findings {
  const reading = read(message, NO_SETTINGS);
  const { features, hazards } = linearReading(reading, NO_SETTINGS);
  const own = new Set(flags);
  const ageMonths = own.has('older_than_12_months')
    ? AT_LEAST.older_than_12_months
    : own.has('older_than_6_months')
      ? AT_LEAST.older_than_6_months
      : null;
  const signals = policySignals({
    isDangerNow: false,
    reading,
    features,
    dissatisfied: dissatisfaction,
    intent,
    flags: own,
    speaker: speaker ?? machine.speaker,
    hazards,
    // In the three files a second attempt is no flag of its own.
    isSure: (flag) => own.has(flag) || (flag === 'tried_before' && machine.flags.includes(flag)),
  });
  return { ...machine, intent, flags, ageMonths, signals };
}

const ASIDE: ReadonlySet<string> = new Set(['information_request', 'survey_response', 'claim', 'legal', 'other']);
const BESIDE_COMPLAINTS: ReadonlySet<string> = new Set(['none', 'service-request', 'contact', 'signpost', 'excluded']);

/** Routes that the labels don't tell apart are one. */
function near(route: string, { intent, dissatisfaction }: Labelled): string {
  if (ASIDE.has(intent) && !dissatisfaction && BESIDE_COMPLAINTS.has(route)) return 'aside';
  return route === 'signpost' || route === 'contact' ? 'excluded' : route;
}
