import * as v from 'valibot';
import type { BankHolidays, NamedDay } from './calendar.ts';
import { CalendarFileError } from './calendar-file.ts';
import { toIsoDate, type IsoDate } from './dates.ts';
import { reasonOf } from './errors.ts';
import { issuesOf } from './policy/issue.ts';
import { jsonOf } from './policy/json-text.ts';

/*
 * GOV.UK's own list of bank holidays, https://www.gov.uk/bank-holidays.json, as it is published: some years back and about
 * two ahead. Only years that are complete count; the beginning of a year that isn't published yet is no calendar.
 */

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

/**
 * The three divisions: each with its name, with how many bank holidays an ordinary year of it has, a day that each year of
 * it has, and the days that only others have.
 */
const DIVISIONS = {
  'england-and-wales': {
    name: 'England and Wales',
    usual: 8,
    own: 'Easter Monday',
    others: /^(?:2 January|St Andrew|St Patrick|Battle of the Boyne)/,
  },
  scotland: { name: 'Scotland', usual: 9, own: 'St Andrew’s Day', others: /^(?:Easter Monday|St Patrick|Battle of)/ },
  'northern-ireland': {
    name: 'Northern Ireland',
    usual: 10,
    own: 'St Patrick’s Day',
    others: /^(?:2 January|St Andrew)/,
  },
} as const;

type DivisionId = keyof typeof DIVISIONS;

const File = v.object({ 'england-and-wales': Division, scotland: Division, 'northern-ireland': Division });

/**
 * Reads GOV.UK's list. Throws CalendarFileError for anything else, a list in another division's place, a day given twice,
 * or years with a gap between them.
 */
export function readGovUk(text: string): readonly BankHolidays[] {
  const input = parsed(text);
  const [issue] = issuesOf(File, input);
  if (issue) throw new CalendarFileError(placeInWords(issue.keys, input), issue.reason);
  const lists = v.parse(File, input);
  return (Object.keys(DIVISIONS) as DivisionId[]).map((division) => {
    const { division: said, events } = lists[division];
    if (said !== division)
      throw new CalendarFileError(DIVISIONS[division].name, `the list there says that it is of ${said}`);
    const days = events.map(({ title, date, notes }, index): NamedDay => ({
      date: dateAt(date, placeInWords([division, 'events', index, 'date'], input)),
      name: nameOf(title, notes),
    }));
    return holidaysOf(division, checkedDays(division, days));
  });
}

function parsed(text: string): unknown {
  try {
    return jsonOf(text.startsWith('\uFEFF') ? text.slice(1) : text);
  } catch (error) {
    throw new CalendarFileError('', `it is no JSON text: ${reasonOf(error)}`);
  }
}

/** Where something stands in the list, as a person finds it: "Scotland, entry 3 (Good Friday), date". */
function placeInWords(keys: readonly (string | number)[], input: unknown): string {
  const [division = '', , index, field] = keys.map(String);
  const known: Readonly<Partial<Record<string, { readonly name: string }>>> = DIVISIONS;
  const name = known[division]?.name ?? division;
  if (index === undefined) return [name, keys[1] ?? ''].filter((part) => part !== '').join(', ');
  const title = (input as Partial<Record<string, { events?: { title?: unknown }[] }>>)[division]?.events?.[
    Number(index)
  ]?.title;
  const called = typeof title === 'string' && title !== '' ? ` (${title.slice(0, 40)})` : '';
  return [name, `entry ${String(Number(index) + 1)}${called}`, field ?? ''].filter((part) => part !== '').join(', ');
}

/** Refuses a list that stands in another division's place: by a day that only another has, and by one that it must have. */
function checkedDays(division: DivisionId, days: readonly NamedDay[]): readonly NamedDay[] {
  const { name, own, others } = DIVISIONS[division];
  const strange = days.find((day) => others.test(day.name));
  if (strange)
    throw new CalendarFileError(
      name,
      `holds ${strange.name} (${strange.date}), which is no bank holiday there; are two lists swapped?`,
    );
  if (!days.some((day) => day.name.startsWith(own)))
    throw new CalendarFileError(name, `holds no ${own}, which every year has there; are two lists swapped?`);
  return days;
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
  const name = title
    .replaceAll("'", '’')
    .replace(/\bBank Holiday\b/g, 'bank holiday')
    .replace(/^2nd January/, '2 January');
  // "Substitute day" within a name is "substitute day"; "VE day" stays.
  const note = notes.trim().replace(/^[A-Z](?=[a-z])/, (letter) => letter.toLowerCase());
  return note === '' ? name : `${name} (${note})`;
}

function holidaysOf(division: DivisionId, all: readonly NamedDay[]): BankHolidays {
  const days = [...all].sort((left, right) => (left.date < right.date ? -1 : 1));
  for (const [index, { date }] of days.entries())
    if (days[index - 1]?.date === date) throw new CalendarFileError(DIVISIONS[division].name, `${date} is there twice`);
  const complete = [...new Set(days.map(({ date }) => date.slice(0, 4)))].filter((year) =>
    isComplete(division, ofYear(days, year)),
  );
  const [first] = complete;
  const last = complete.at(-1);
  if (first === undefined || last === undefined)
    throw new CalendarFileError(DIVISIONS[division].name, 'no year of it is complete');
  if (Number(last) - Number(first) !== complete.length - 1)
    throw new CalendarFileError(DIVISIONS[division].name, `years are missing between ${first} and ${last}`);
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
function isComplete(division: DivisionId, days: readonly NamedDay[]): boolean {
  return (
    days.length >= DIVISIONS[division].usual &&
    days.some(({ name }) => name.startsWith('New Year’s Day')) &&
    days.some(({ name }) => name.startsWith('Boxing Day'))
  );
}
