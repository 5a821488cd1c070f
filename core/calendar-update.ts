import type { BankHolidays, NamedDay } from './calendar.ts';
import { CalendarFileError } from './calendar-file.ts';
import { addDays, type IsoDate } from './dates.ts';

/** What a newly read list of bank holidays would change in one that is held. */
export interface CalendarDifference {
  readonly division: string;
  readonly name: string;
  readonly added: readonly NamedDay[];
  /** Held so far, and not in the list for a year that it has complete. */
  readonly removed: readonly NamedDay[];
  readonly renamed: readonly { readonly date: IsoDate; readonly from: string; readonly to: string }[];
  readonly coverage: { readonly before: BankHolidays['coverage']; readonly after: BankHolidays['coverage'] };
}

/** A list after another was put into it, and what that changed. */
export interface CalendarUpdate {
  readonly holidays: BankHolidays;
  readonly difference: CalendarDifference;
}

/**
 * Puts a list that was read into one that is held, of the same division. Within the years that were read, the new list
 * stands; all other years stay as they are held, so that coverage only grows. Throws CalendarFileError for another
 * division, and where a gap of unknown years would lie between the two.
 */
export function mergeHolidays(held: BankHolidays, read: BankHolidays): CalendarUpdate {
  if (held.division !== read.division) throw new CalendarFileError(read.name, `is another division than ${held.name}`);
  const before = held.coverage;
  const isApart = read.coverage.from > addDays(before.to, 1) || before.from > addDays(read.coverage.to, 1);
  if (isApart)
    throw new CalendarFileError(
      read.name,
      `it covers ${read.coverage.from} to ${read.coverage.to}; held is ${before.from} to ${before.to}, and the days between are unknown`,
    );
  const isRead = (date: IsoDate): boolean => date >= read.coverage.from && date <= read.coverage.to;
  const days = [...held.days.filter(({ date }) => !isRead(date)), ...read.days].sort((left, right) =>
    left.date < right.date ? -1 : 1,
  );
  const coverage = {
    from: before.from < read.coverage.from ? before.from : read.coverage.from,
    to: before.to > read.coverage.to ? before.to : read.coverage.to,
  };
  const names = new Map(held.days.map(({ date, name }) => [date, name]));
  const after = new Set(days.map(({ date }) => date));
  return {
    holidays: { ...held, coverage, days },
    difference: {
      division: held.division,
      name: held.name,
      added: days.filter(({ date }) => !names.has(date)),
      removed: held.days.filter(({ date }) => !after.has(date)),
      renamed: days.flatMap(({ date, name }) => {
        const from = names.get(date);
        return from !== undefined && from !== name ? [{ date, from, to: name }] : [];
      }),
      coverage: { before, after: coverage },
    },
  };
}

/** Whether a list changes anything at all. */
export function isDifferent({ added, removed, renamed, coverage }: CalendarDifference): boolean {
  const { before, after } = coverage;
  return added.length + removed.length + renamed.length > 0 || before.from !== after.from || before.to !== after.to;
}
