import { readFileSync } from 'node:fs';
import { endsSoon } from '../core/calendar-changes.ts';
import { readGovUk } from '../core/gov-uk-list.ts';
import { isDifferent, mergeHolidays, type CalendarDifference } from '../core/calendar-update.ts';
import type { NamedDay, WorkingCalendar } from '../core/calendar.ts';
import { addDays, formatDate, localDate, toIsoDate, type Instant, type IsoDate } from '../core/dates.ts';
import { bankHolidaysOf, calendarOf, calendarOfDivision, policyOn } from '../policies/index.ts';
import { optionsOf, UsageError, type Command } from './command.ts';

export const calendarCommand: Command = {
  name: 'calendar',
  summary: 'bank holidays and closures: shows a year, checks a newer list',
  help: `
duly calendar show --policy ID --year YEAR [--json]
duly calendar show --division NAME --year YEAR [--json]
duly calendar check FILE [--json]

show   the days of a year that don't count, by name, and how many working days each month has
check  compares GOV.UK's own list (https://www.gov.uk/bank-holidays.json, saved as FILE) with what
       is held; ends with 1 where they differ
`,
  async run([action, ...args]) {
    const { values, positionals } = optionsOf(args, {
      policy: { type: 'string' },
      division: { type: 'string' },
      year: { type: 'string' },
      json: { type: 'boolean' },
    });
    if (action === 'check') {
      const [file] = positionals;
      if (file === undefined) throw new UsageError('give the FILE with the list');
      checked(file, values.json ?? false);
      return;
    }
    if (action !== 'show') throw new UsageError(`there is no "duly calendar ${action ?? ''}"; there are show, check`);
    const year = Number(values.year);
    if (!Number.isInteger(year)) throw new UsageError('--year is missing, or no year');
    if ((values.policy === undefined) === (values.division === undefined))
      throw new UsageError('give --policy or --division');
    const calendar =
      values.policy === undefined
        ? calendarOfDivision(values.division ?? '')
        : calendarOf(await policyOn(values.policy, toIsoDate(`${String(year)}-12-31`)));
    const shown = yearOf(calendar, year);
    process.stdout.write(values.json ? `${JSON.stringify(shown, null, 2)}\n` : yearText(calendar, shown));
  },
};

interface Year {
  readonly year: number;
  readonly daysOff: readonly { readonly date: IsoDate; readonly kind: string; readonly name: string }[];
  /** January first. */
  readonly workingDays: readonly number[];
}

function yearOf(calendar: WorkingCalendar, year: number): Year {
  const first = toIsoDate(`${String(year)}-01-01`);
  const last = toIsoDate(`${String(year)}-12-31`);
  const daysOff = [];
  const workingDays = Array.from({ length: 12 }, () => 0);
  for (let day = first; day <= last; day = addDays(day, 1)) {
    const off = calendar.dayOff(day);
    const month = Number(day.slice(5, 7)) - 1;
    if (off === null) workingDays[month] = (workingDays[month] ?? 0) + 1;
    else if (off.kind !== 'weekend') daysOff.push({ date: day, ...off });
  }
  return { year, daysOff, workingDays };
}

function yearText(calendar: WorkingCalendar, { year, daysOff, workingDays }: Year): string {
  const months = workingDays.map(
    (count, month) =>
      `${formatDate(toIsoDate(`${String(year)}-${String(month + 1).padStart(2, '0')}-01`), 'MMM')} ${String(count)}`,
  );
  const ends = endsSoon(calendar, localDate(new Date().toISOString() as Instant));
  return [
    `${calendar.name}, ${String(year)}: ${String(workingDays.reduce((sum, count) => sum + count, 0))} working days`,
    ...daysOff.map(({ date, kind, name }) => `  ${day(date)}  ${name}${kind === 'closure' ? ', closed' : ''}`),
    '',
    `Working days: ${months.join(', ')}`,
    ...(ends ? [`The calendar ends on ${day(ends.ends)}: dates after that aren’t counted.`] : []),
    '',
  ].join('\n');
}

function checked(file: string, asJson: boolean): void {
  const differences = readGovUk(readFileSync(file, 'utf8')).map(
    (read) => mergeHolidays(bankHolidaysOf(read.division), read).difference,
  );
  const changed = differences.filter(isDifferent);
  process.stdout.write(
    asJson
      ? `${JSON.stringify(changed, null, 2)}\n`
      : changed.length === 0
        ? `Nothing differs: held until ${differences[0]?.coverage.before.to ?? ''}.\n`
        : `${changed.map(differenceText).join('\n\n')}\n`,
  );
  if (changed.length > 0) process.exitCode = 1;
}

function differenceText({ name, added, removed, renamed, coverage }: CalendarDifference): string {
  const named = (what: string, days: readonly NamedDay[]): readonly string[] =>
    days.map((one) => `  ${what} ${day(one.date)}, ${one.name}`);
  const { before, after } = coverage;
  return [
    name,
    ...(before.to !== after.to ? [`  held until ${day(before.to)}, then until ${day(after.to)}`] : []),
    ...(before.from !== after.from ? [`  held from ${day(before.from)}, then from ${day(after.from)}`] : []),
    ...named('new:', added),
    ...named('no longer:', removed),
    ...renamed.map(({ date, from, to }) => `  renamed: ${day(date)}, ${from} is ${to}`),
  ].join('\n');
}

function day(date: IsoDate): string {
  return formatDate(date, 'EEE d MMM yyyy');
}
