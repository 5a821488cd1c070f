import type { WorkingCalendar } from '../calendar.ts';
import { count } from '../date-words.ts';
import { addDays, addMonths, dayNumber, fromDayNumber, toInstant, type IsoDate } from '../dates.ts';
import { countFrom } from '../deadlines/clock.ts';
import { datesFrom } from '../deadlines/dates-from.ts';
import type { DueDate } from '../deadlines/due-date.ts';
import { spanInWords } from '../deadlines/words.ts';
import { baselineStage, formalStages } from './baseline.ts';
import { finding, type Compared, type Finding } from './finding.ts';
import type { Policy } from './policy.ts';
import type { Duty, Span, Stage } from './schema.ts';

/** Every day of the calendar's last two years is taken once as the day of receipt: with Christmas, Easter, leap days. */
function samples({ coverage }: WorkingCalendar): readonly IsoDate[] {
  // The last half year is kept free, so that no count leaves the calendar.
  const last = dayNumber(addMonths(coverage.to, -6));
  return Array.from({ length: 731 }, (_, day) => fromDayNumber(last - 730 + day));
}

/** Later dates than the Code's, longer extensions, shorter times to complain. */
export function datesAgainst(compared: Compared, calendar: WorkingCalendar): readonly Finding[] {
  const days = samples(calendar);
  const findings = formalStages(compared.policy).flatMap((stage, place) => {
    const code = baselineStage(stage, compared.policy, compared.floor);
    if (!code) return [];
    const pair = { ...compared, stage, code, isFirst: place === 0, calendar, days };
    return [...laterAcknowledgement(pair), ...laterAnswer(pair), ...longerExtension(pair)];
  });
  return [...findings, ...ageLimit(compared)];
}

/** One stage of the policy and the Code's in the same place. */
interface Pair extends Compared {
  readonly stage: Stage;
  readonly code: Stage;
  readonly isFirst: boolean;
  readonly calendar: WorkingCalendar;
  readonly days: readonly IsoDate[];
}

interface Asked {
  readonly policy: Policy;
  readonly stage: string;
  readonly duty: Duty;
  readonly received: IsoDate;
  /** The acknowledgement goes out on the day of receipt, not on its last day. */
  readonly atOnce: boolean;
}

function dateOf({ policy, stage, duty, received, atOnce }: Asked, { isFirst, calendar }: Pair): DueDate | null {
  const at = toInstant(`${received}T12:00:00Z`);
  const start = { at, stage, signals: new Set<never>() };
  const entry = datesFrom(
    { ...start, event: isFirst ? 'complaint-received' : 'escalation-requested' },
    policy,
    calendar,
  );
  const acknowledged = atOnce ? datesFrom({ ...start, event: 'acknowledged', receivedAt: at }, policy, calendar) : [];
  return [...acknowledged, ...entry].find(({ obligation }) => obligation === duty) ?? null;
}

/** The receipt on which the policy's date is furthest behind the Code's; null where it never is. */
function furthest(duty: Duty, pair: Pair): (NonNullable<Finding['sample']> & { readonly atOnce: boolean }) | null {
  let worst: (NonNullable<Finding['sample']> & { readonly atOnce: boolean }) | null = null;
  let most = 0;
  for (const atOnce of [false, true]) {
    for (const received of pair.days) {
      const own = dateOf({ policy: pair.policy, stage: pair.stage.id, duty, received, atOnce }, pair);
      const code = dateOf({ policy: pair.floor, stage: pair.code.id, duty, received, atOnce }, pair);
      const behind = own && code ? dayNumber(own.day) - dayNumber(code.day) : 0;
      if (own && code && behind > most) {
        most = behind;
        worst = { received, own: own.day, code: code.day, atOnce };
      }
    }
  }
  return worst;
}

function clausesOf(policy: Policy, stage: string, duty: Duty): readonly string[] {
  return policy.timers.filter((timer) => timer.stage === stage && timer.does === duty).flatMap(({ clause }) => clause);
}

function laterAcknowledgement(pair: Pair): readonly Finding[] {
  const { policy, floor, stage, code } = pair;
  const own = clausesOf(policy, stage.id, 'acknowledge');
  const ofCode = clausesOf(floor, code.id, 'acknowledge');
  if (ofCode.length === 0) return [];
  if (own.length === 0) {
    const says = `${stage.name}: no acknowledgement is named.`;
    const stands = clausesOf(policy, stage.id, 'respond');
    return [finding(pair, 'no-acknowledgement', says, { own: stands, code: ofCode, weight: 'below' })];
  }
  const sample = furthest('acknowledge', pair);
  if (!sample) return [];
  const says = `${stage.name}: the acknowledgement may go out later than the Code allows.`;
  return [finding(pair, 'later-acknowledgement', says, { own, code: ofCode, sample })];
}

function laterAnswer(pair: Pair): readonly Finding[] {
  const { policy, floor, stage, code } = pair;
  const sample = furthest('respond', pair);
  if (!sample) return [];
  const when = sample.atOnce ? ', where it is acknowledged at once' : '';
  const says = `${stage.name}: the answer may come later than the Code allows${when}.`;
  return [
    finding(pair, 'later-answer', says, {
      own: clausesOf(policy, stage.id, 'respond'),
      code: clausesOf(floor, code.id, 'respond'),
      sample,
    }),
  ];
}

function longerExtension(pair: Pair): readonly Finding[] {
  const { stage, code, calendar, days } = pair;
  const limit = code.extension?.find(({ exceptional }) => !exceptional);
  const entries = (stage.extension ?? []).filter(({ exceptional }) => !exceptional);
  if (!limit?.max) return [];
  const { max, clause, needs = [] } = limit;
  return entries.flatMap((entry): readonly Finding[] => {
    const sources = { own: entry.clause, code: clause };
    const told =
      needs.includes('ombudsman-contact') && !(entry.needs ?? []).includes('ombudsman-contact')
        ? [
            finding(
              pair,
              'ombudsman-not-in-extension',
              `${stage.name}: more time is told without the Ombudsman’s details.`,
              sources,
            ),
          ]
        : [];
    if (!entry.max) {
      const says = `${stage.name}: no limit to more time, where the Code has ${spanInWords(max)}.`;
      return [finding(pair, 'extension-without-limit', says, sources), ...told];
    }
    const own = entry.max;
    const day = days.find(
      (due) => countFrom(due, own, 'original-due', calendar).end > countFrom(due, max, 'original-due', calendar).end,
    );
    if (day === undefined) return told;
    const says = `${stage.name}: ${spanInWords(own)} more, where the Code has ${spanInWords(max)}.`;
    return [finding(pair, 'longer-extension', says, sources), ...told];
  });
}

/** A matter may be turned away sooner than the Code lets it: by age, or because only the event counts. */
function ageLimit(compared: Compared): readonly Finding[] {
  const { policy, floor } = compared;
  const limits = (of: Policy, on: 'incident' | 'became-aware') =>
    of.timers.filter((timer) => timer.does === 'complain-by' && timer.on === on);
  const [own] = limits(policy, 'incident');
  const [code] = limits(floor, 'incident');
  if (!own || !code) return [];
  // Any day will do: months and weeks differ by more than a month's end can.
  const day = fromDayNumber(0);
  const end = ({ count: length, unit }: Span): IsoDate =>
    unit === 'month' ? addMonths(day, length) : addDays(day, unit === 'week' ? length * 7 : length);
  if (end(own.within) < end(code.within)) {
    const says = `A complaint may be turned away ${count(own.within.count, own.within.unit)} after the event, where the Code has ${spanInWords(code.within)}.`;
    return [finding(compared, 'age-limit', says, { own: own.clause, code: code.clause })];
  }
  const [aware] = limits(floor, 'became-aware');
  const asksWhatWasKnown = policy.routes.some(
    ({ when }) => when.olderThan !== undefined && (when.all ?? []).includes('known-and-not-raised'),
  );
  if (!aware || asksWhatWasKnown || limits(policy, 'became-aware').length > 0) return [];
  const says = 'Only the day of the event counts, not the day on which the resident became aware of it.';
  return [finding(compared, 'awareness', says, { own: own.clause, code: aware.clause, weight: 'unsaid' })];
}
