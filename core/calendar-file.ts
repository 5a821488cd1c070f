import * as v from 'valibot';
import type { BankHolidays, NamedDay } from './calendar.ts';
import type { CalendarChanges } from './calendar-changes.ts';
import { toIsoDate, type IsoDate } from './dates.ts';

/*
 * GOV.UK's own list of bank holidays, https://www.gov.uk/bank-holidays.json, as it is published: some years back and about
 * two ahead. Only years that are complete count; the beginning of a year that isn't published yet is no calendar.
 */

/** A file that isn't GOV.UK's list, or can't be used beside what is held. Says where and why. */
export class CalendarFileError extends Error {
  override readonly name = 'CalendarFileError';
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`bank holidays${path === '' ? '' : `, ${path}`}: ${reason}`);
  }
}

const Division = v.object({
  division: v.string(),
  events: v.pipe(
    v.array(
      v.object({
        title: v.pipe(v.string(), v.nonEmpty('is empty')),
        date: v.string(),
        notes: v.optional(v.string(), ''),
      }),
    ),
    v.nonEmpty('holds no day'),
  ),
});

/** The three divisions, each with its name and with how many bank holidays an ordinary year of it has. */
const DIVISIONS = {
  'england-and-wales': { name: 'England and Wales', usual: 8 },
  scotland: { name: 'Scotland', usual: 9 },
  'northern-ireland': { name: 'Northern Ireland', usual: 10 },
} as const;

const File = v.object({ 'england-and-wales': Division, scotland: Division, 'northern-ireland': Division });

/** Reads GOV.UK's list. Throws CalendarFileError for anything else, a day given twice, or years with a gap between them. */
export function readGovUk(text: string): readonly BankHolidays[] {
  const result = v.safeParse(File, parsed(text));
  if (!result.success) {
    const [issue] = result.issues;
    throw new CalendarFileError(v.getDotPath(issue) ?? '', issue.message);
  }
  return (Object.keys(DIVISIONS) as (keyof typeof DIVISIONS)[]).map((division) => {
    const days = result.output[division].events.map(({ title, date, notes }, index): NamedDay => ({
      date: dateAt(date, `${division}.events.${String(index)}.date`),
      name: nameOf(title, notes),
    }));
    return holidaysOf(division, days);
  });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    throw new CalendarFileError('', `is not JSON: ${error instanceof Error ? error.message : ''}`);
  }
}

function dateAt(text: string, path: string): IsoDate {
  try {
    return toIsoDate(text);
  } catch {
    throw new CalendarFileError(path, `is not a date: ${JSON.stringify(text.slice(0, 40))}`);
  }
}

/** GOV.UK writes a straight apostrophe in some years, and capitals in others: one name for one day. */
function nameOf(title: string, notes: string): string {
  const name = title.replaceAll("'", '’').replace(/\bBank Holiday\b/g, 'bank holiday');
  // "Substitute day" within a name is "substitute day"; "VE day" stays.
  const note = notes.trim().replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return note === '' ? name : `${name} (${note})`;
}

function holidaysOf(division: keyof typeof DIVISIONS, all: readonly NamedDay[]): BankHolidays {
  const days = [...all].sort((left, right) => (left.date < right.date ? -1 : 1));
  for (const [index, { date }] of days.entries())
    if (days[index - 1]?.date === date) throw new CalendarFileError(division, `${date} is there twice`);
  const complete = [...new Set(days.map(({ date }) => date.slice(0, 4)))].filter((year) =>
    isComplete(division, ofYear(days, year)),
  );
  const [first] = complete;
  const last = complete.at(-1);
  if (first === undefined || last === undefined) throw new CalendarFileError(division, 'no year of it is complete');
  if (Number(last) - Number(first) !== complete.length - 1)
    throw new CalendarFileError(division, `years are missing between ${first} and ${last}`);
  return {
    division,
    name: DIVISIONS[division].name,
    coverage: { from: toIsoDate(`${first}-01-01`), to: toIsoDate(`${last}-12-31`) },
    days: days.filter(({ date }) => date.slice(0, 4) >= first && date.slice(0, 4) <= last),
  };
}

function ofYear(days: readonly NamedDay[], year: string): readonly NamedDay[] {
  return days.filter(({ date }) => date.startsWith(year));
}

/** A year is complete with as many days as an ordinary one, from New Year to Boxing Day. */
function isComplete(division: keyof typeof DIVISIONS, days: readonly NamedDay[]): boolean {
  return (
    days.length >= DIVISIONS[division].usual &&
    days.some(({ name }) => name.startsWith('New Year’s Day')) &&
    days.some(({ name }) => name.startsWith('Boxing Day'))
  );
}

const date = v.pipe(
  v.string(),
  v.isoDate('is not a date'),
  v.transform((text) => toIsoDate(text)),
);
const text = v.pipe(v.string(), v.nonEmpty('is empty'));
const change = { date, name: text, reason: text };

const Changes = v.strictObject({
  read: v.array(
    v.object({
      division: v.picklist(['england-and-wales', 'scotland', 'northern-ireland']),
      name: text,
      coverage: v.strictObject({ from: date, to: date }),
      days: v.array(v.strictObject({ date, name: text })),
    }),
  ),
  days: v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('bank-holiday'), division: text, ...change }),
      v.strictObject({ kind: v.literal('working-day'), division: text, ...change }),
      v.strictObject({ kind: v.literal('closure'), policy: text, ...change }),
    ]),
  ),
  closures: v.array(v.strictObject({ policy: text, year: v.pipe(v.number(), v.integer()), days: v.array(date) })),
});

/** Changes as they were kept or passed on. Throws CalendarFileError naming the place of what can't be used. */
export function parseChanges(input: unknown): CalendarChanges {
  const result = v.safeParse(Changes, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new CalendarFileError(v.getDotPath(issue) ?? '', issue.message);
}
