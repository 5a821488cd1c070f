import type { CaseFile } from '../case/case-file.ts';
import type { WorkingCalendar } from '../calendar.ts';
import type { Instant } from '../dates.ts';
import { holds } from '../policy/condition.ts';
import { clauseId, type Policy } from '../policy/policy.ts';
import type { ClockEvent, Duty } from '../policy/schema.ts';
import { isSignal, type Signal } from '../policy/signals.ts';
import { datesFrom } from './dates-from.ts';
import type { Deadline, Waiting } from './deadlines.ts';

/** The signals that start a danger's clocks. */
const DANGERS: readonly Signal[] = ['emergency-hazard', 'damp-and-mould'];

/**
 * The dates of a danger: from receipt, and once the investigation has ended from that; neither waits for the complaint.
 * Where it found no danger, nothing more is owed but the summary.
 */
export function hazardDates(file: CaseFile, policy: Policy, calendar: WorkingCalendar): readonly Deadline[] {
  if (!isDangerous(file)) return [];
  const signals = dangers(file);
  const { investigatedAt, confirmed } = file.hazards;
  const from = (event: ClockEvent, at: Instant) => datesFrom({ event, at, stage: null, signals }, policy, calendar);
  return [
    ...from('hazard-reported', file.receivedAt),
    ...(investigatedAt ? from('hazard-investigated', investigatedAt) : []),
    ...(investigatedAt && confirmed ? from('hazard-confirmed', investigatedAt) : []),
  ].map((date) => ({
    ...date,
    metAt: metAt(date.obligation, file.hazards),
    lapsed: confirmed === false && date.obligation !== 'written-summary',
    extendedFrom: null,
  }));
}

/** What a danger's clocks still wait for: the end of the investigation, in a law or policy that counts from it. */
export function waitingForInvestigation(file: CaseFile, policy: Policy): readonly Waiting[] {
  if (file.hazards.investigatedAt || !isDangerous(file)) return [];
  const signals = dangers(file);
  return policy.timers
    .filter(({ on }) => on === 'hazard-investigated' || on === 'hazard-confirmed')
    .filter(({ when }) => holds(when, { signals, ageMonths: null }))
    .map(({ id, clause, does, on, within }) => ({
      timer: id,
      clauses: clause.map((one) => clauseId(policy, one)),
      obligation: does,
      stage: null,
      for: on,
      within,
    }));
}

function isDangerous({ signals }: CaseFile): boolean {
  return DANGERS.some((danger) => signals.includes(danger));
}

function dangers(file: CaseFile): ReadonlySet<Signal> {
  return new Set(file.signals.filter(isSignal));
}

function metAt(duty: Duty, hazards: CaseFile['hazards']): Instant | null {
  const { madeSafeAt, investigatedAt, summarySentAt, furtherWorkAt } = hazards;
  switch (duty) {
    case 'investigate':
      // What was made safe has been looked into.
      return investigatedAt ?? madeSafeAt;
    case 'written-summary':
      return summarySentAt;
    case 'further-work':
      return furtherWorkAt;
    default:
      return madeSafeAt;
  }
}
