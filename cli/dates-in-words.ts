import { listInWords } from '../core/date-words.ts';
import { localDate, type IsoDate } from '../core/dates.ts';
import type { ClockStart } from '../core/deadlines/clock-start.ts';
import type { DueDate } from '../core/deadlines/due-date.ts';
import { clausesInWords, dueInWords, DUTY_WORDS, workingInWords } from '../core/deadlines/words.ts';
import { holds } from '../core/policy/condition.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Timer } from '../core/policy/schema.ts';

/** The dates that an event sets, each with its working; where it sets none, what would set one. */
export function datesInWords(policy: Policy, start: ClockStart, dates: readonly DueDate[]): string {
  const today = localDate(start.at);
  if (dates.length === 0)
    return [`${policy.name} sets no date for this.`, ...signalsNeeded(policy, start), ''].join('\n');
  return `${policy.name}\n\n${dates.map((date) => dateInWords(date, today).join('\n')).join('\n\n')}\n`;
}

/** A date as a line, by its clause, and below it the lines of its working. */
export function dateInWords(date: DueDate, today: IsoDate): readonly string[] {
  const { obligation, clauses, provisional, notBefore } = date;
  return [
    `${DUTY_WORDS[obligation]}${notBefore ? ' from' : ' by'} ${dueInWords(date, today)}${provisional ? ', projected' : ''} (${clausesInWords(clauses)})`,
    ...workingInWords(date, today).map((sentence) => `  ${sentence}`),
  ];
}

/** A line for each date that the event would set if more were known of the matter. */
function signalsNeeded({ timers }: Policy, { event, signals }: ClockStart): readonly string[] {
  const lines = timers
    .filter(({ on, when }) => on === event && !holds(when, { signals, ageMonths: null }))
    .flatMap(({ does, when }) => {
      const needed = missing(when, signals);
      return needed === null ? [] : [`  ${DUTY_WORDS[does]}: needs ${needed}`];
    });
  return [...new Set(lines)];
}

/** The signals that a condition lacks, as they are given; null where signals alone don't make it hold. */
function missing(when: Timer['when'], signals: ClockStart['signals']): string | null {
  const { all = [], any = [], none = [], olderThan } = when ?? {};
  if (olderThan || none.some((signal) => signals.has(signal))) return null;
  const option = (signal: string): string => `--signal ${signal}`;
  const lacking = all.filter((signal) => !signals.has(signal)).map(option);
  const oneOf = any.some((signal) => signals.has(signal)) ? [] : any.map(option);
  return listInWords([...lacking, ...(oneOf.length > 0 ? [listInWords(oneOf, 'or')] : [])]);
}
