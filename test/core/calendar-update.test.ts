import { describe, expect, test } from 'vitest';
import type { BankHolidays } from '../../core/calendar.ts';
import {
  changedCalendar,
  changedDays,
  changedHolidays,
  closuresToConfirm,
  endsSoon,
  isNamedClosure,
  NO_CHANGES,
  type CalendarChanges,
} from '../../core/calendar-changes.ts';
import { CalendarFileError, parseChanges } from '../../core/calendar-file.ts';
import { readGovUk } from '../../core/gov-uk-list.ts';
import { isDifferent, mergeHolidays } from '../../core/calendar-update.ts';
import { toIsoDate } from '../../core/dates.ts';
import { bankHolidaysOf, calendarOf, calendarWith, DIVISIONS, policyOn } from '../../policies/index.ts';

const westKent = await policyOn('west-kent', toIsoDate('2026-03-26'));
const england = bankHolidaysOf('england-and-wales');

interface Event {
  readonly title: string;
  readonly date: string;
  readonly notes: string;
  readonly bunting: boolean;
}

/** What is held, as GOV.UK publishes it; each division's events changed by `change`. */
function published(
  change: (events: Event[], division: string) => Event[] = (events) => events,
  from = '2019',
  to = '2028',
): string {
  const events = ({ days }: BankHolidays): Event[] =>
    days
      .filter(({ date }) => date >= from && date.slice(0, 4) <= to)
      .map(({ date, name }) => {
        const [, title = name, notes = ''] = /^(.*?)(?: \((.*)\))?$/.exec(name) ?? [];
        return {
          title: title.replaceAll('’', "'"),
          date,
          notes: notes && `${notes.charAt(0).toUpperCase()}${notes.slice(1)}`,
          bunting: true,
        };
      });
  return JSON.stringify(
    Object.fromEntries(
      DIVISIONS.map((division) => [division, { division, events: change(events(bankHolidaysOf(division)), division) }]),
    ),
  );
}

type Lists = Readonly<Record<string, { readonly division: string; readonly events: readonly Event[] }>>;

/** The published list with its keys changed, each division's list as it is. */
function renamedKeys(names: Readonly<Record<string, string>>): string {
  const lists = JSON.parse(published()) as Lists;
  return JSON.stringify(Object.fromEntries(Object.entries(lists).map(([key, list]) => [names[key] ?? key, list])));
}

/** The published list with one division's days in another's place; both ways, or only the one. */
function swapped(into: string, from: string, bothWays = true): string {
  const lists = JSON.parse(published()) as Lists;
  const put = (to: string, of: string): Lists => ({ [to]: { division: to, events: lists[of]?.events ?? [] } });
  return JSON.stringify({ ...lists, ...put(into, from), ...(bothWays ? put(from, into) : {}) });
}

function englandRead(text: string): BankHolidays {
  const [read] = readGovUk(text);
  if (!read) throw new Error('nothing was read');
  return read;
}

const of2029: readonly Event[] = [
  '2029-01-01 New Year’s Day',
  '2029-03-30 Good Friday',
  '2029-04-02 Easter Monday',
  '2029-05-07 Early May bank holiday',
  '2029-05-28 Spring bank holiday',
  '2029-08-27 Summer bank holiday',
  '2029-12-25 Christmas Day',
  '2029-12-26 Boxing Day',
].map((line) => ({ date: line.slice(0, 10), title: line.slice(11), notes: '', bunting: true }));
const withNextYear = (events: Event[], division: string): Event[] =>
  division === 'england-and-wales' ? [...events, ...of2029] : events;

describe('GOV.UK’s list', () => {
  test('is what is held, in its own words', () => {
    for (const read of readGovUk(published())) {
      const { difference } = mergeHolidays(bankHolidaysOf(read.division), read);
      expect(isDifferent(difference), JSON.stringify(difference)).toBe(false);
    }
  });

  test('covers the years that are complete: one that has only begun doesn’t count', () => {
    expect(englandRead(published(withNextYear)).coverage).toEqual({ from: '2019-01-01', to: '2029-12-31' });
    const begun = published((events, division) =>
      withNextYear(events, division).filter(({ date }) => date < '2029-05-01'),
    );
    const read = englandRead(begun);
    expect(read.coverage.to).toBe('2028-12-31');
    expect(read.days.some(({ date }) => date.startsWith('2029'))).toBe(false);
  });

  test.each([
    { name: 'no JSON', text: '<html>', says: 'bank holidays: it is no JSON text: line 1, column 1: ' },
    { name: 'something else', text: '{"divisions": []}', says: 'bank holidays, England and Wales: is missing' },
    {
      name: 'a day without a readable date',
      text: published((events) => events.map((event, at) => (at === 1 ? { ...event, date: 'soon' } : event))),
      says: 'bank holidays, England and Wales, entry 2 (Good Friday), date: is not a date: "soon"',
    },
    {
      name: 'a day without a date',
      text: published().replace(',"date":"2019-04-19"', ''),
      says: 'bank holidays, England and Wales, entry 2 (Good Friday), date: is missing',
    },
    {
      name: 'a date that is a number',
      text: published().replace('"2019-04-19"', '20190419'),
      says: 'bank holidays, England and Wales, entry 2 (Good Friday), date: 20190419 is not a text',
    },
    {
      name: 'Scotland’s list under England’s key, as it is',
      text: renamedKeys({ 'england-and-wales': 'scotland', scotland: 'england-and-wales' }),
      says: 'bank holidays, England and Wales: the list there says that it is of scotland',
    },
    {
      name: 'Scotland’s days under England’s key',
      text: swapped('england-and-wales', 'scotland'),
      says: 'bank holidays, England and Wales: holds 2 January (2019-01-02), which is no bank holiday there',
    },
    {
      name: 'England’s days under Scotland’s key',
      text: swapped('scotland', 'england-and-wales', false),
      says: 'bank holidays, Scotland: holds Easter Monday (2019-04-22)',
    },
    {
      name: 'England’s days under Northern Ireland’s key',
      text: swapped('northern-ireland', 'england-and-wales', false),
      says: 'bank holidays, Northern Ireland: holds no St Patrick’s Day, which every year has there',
    },
    {
      name: 'a day given twice',
      text: published((events) => [...events, ...events.slice(0, 1)]),
      says: 'is there twice',
    },
    { name: 'no days', text: published(() => []), says: 'holds no day' },
    { name: 'no complete year', text: published((events) => events.slice(0, 3)), says: 'no year of it is complete' },
    {
      name: 'a year missing between two',
      text: published((events) => events.filter(({ date }) => !date.startsWith('2024'))),
      says: 'years are missing between 2019 and 2028',
    },
  ])('is refused: $name', ({ text, says }) => {
    expect(() => readGovUk(text)).toThrow(CalendarFileError);
    expect(() => readGovUk(text)).toThrow(says);
  });
});

describe('a newer list put into what is held', () => {
  test('adds a year, and says so', () => {
    const { holidays, difference } = mergeHolidays(england, englandRead(published(withNextYear)));
    expect(holidays.coverage).toEqual({ from: '2011-01-01', to: '2029-12-31' });
    expect(difference.added.map(({ date }) => date)).toEqual(of2029.map(({ date }) => date));
    expect(difference.removed).toEqual([]);
  });

  test('never takes away the years that it doesn’t have', () => {
    const { holidays, difference } = mergeHolidays(england, englandRead(published(undefined, '2025', '2027')));
    expect(holidays).toEqual(england);
    expect(isDifferent(difference)).toBe(false);
  });

  test('a day proclaimed, one moved and one renamed are named', () => {
    const text = published((events, division) =>
      division !== 'england-and-wales'
        ? events
        : events
            .filter(({ date }) => date !== '2027-05-03')
            .map((event) => (event.date === '2027-08-30' ? { ...event, title: 'Late summer bank holiday' } : event))
            .concat(
              { date: '2027-05-10', title: 'Early May bank holiday', notes: '', bunting: true },
              { date: '2027-06-04', title: 'Jubilee', notes: '', bunting: true },
            ),
    );
    const { difference } = mergeHolidays(england, englandRead(text));
    expect(difference.added.map(({ date }) => date)).toEqual(['2027-05-10', '2027-06-04']);
    expect(difference.removed.map(({ date }) => date)).toEqual(['2027-05-03']);
    expect(difference.renamed).toEqual([
      { date: '2027-08-30', from: 'Summer bank holiday', to: 'Late summer bank holiday' },
    ]);
  });

  test('is refused where the years between are unknown, and for another division', () => {
    const later = { ...england, coverage: { from: toIsoDate('2031-01-01'), to: toIsoDate('2031-12-31') }, days: [] };
    expect(() => mergeHolidays(england, later)).toThrow('the days between are unknown');
    expect(() => mergeHolidays(bankHolidaysOf('scotland'), england)).toThrow('is another division than Scotland');
  });
});

const funeral: CalendarChanges = {
  ...NO_CHANGES,
  days: [
    {
      kind: 'bank-holiday',
      division: 'england-and-wales',
      date: toIsoDate('2026-04-15'),
      name: 'Day of mourning',
      reason: 'Proclaimed on 3 April',
    },
  ],
};

describe('what an officer enters', () => {
  test('a bank holiday that was proclaimed counts as one, in its own division only', () => {
    expect(changedHolidays(england, funeral).days).toContainEqual({ date: '2026-04-15', name: 'Day of mourning' });
    expect(changedHolidays(bankHolidaysOf('scotland'), funeral)).toEqual(bankHolidaysOf('scotland'));
    expect(calendarWith(westKent, funeral).dayOff(toIsoDate('2026-04-15'))?.name).toBe('Day of mourning');
    expect(changedDays(calendarOf(westKent), calendarWith(westKent, funeral))).toEqual(['2026-04-15']);
  });

  test('a bank holiday that is none after all is a working day', () => {
    const changes: CalendarChanges = {
      ...NO_CHANGES,
      days: [
        {
          kind: 'working-day',
          division: 'england-and-wales',
          date: toIsoDate('2026-05-04'),
          name: 'Early May',
          reason: 'Moved to 8 May',
        },
      ],
    };
    expect(calendarWith(westKent, changes).isWorkingDay(toIsoDate('2026-05-04'))).toBe(true);
  });

  test('a landlord’s own closed day is closed at that landlord only', async () => {
    const changes: CalendarChanges = {
      ...NO_CHANGES,
      days: [
        {
          kind: 'closure',
          policy: 'west-kent',
          date: toIsoDate('2026-04-15'),
          name: 'Staff day',
          reason: 'All staff away',
        },
      ],
    };
    const other = await policyOn('kirklees', toIsoDate('2026-03-26'));
    expect(calendarWith(westKent, changes).dayOff(toIsoDate('2026-04-15'))).toEqual({
      kind: 'closure',
      name: 'Staff day',
    });
    expect(calendarWith(other, changes).isWorkingDay(toIsoDate('2026-04-15'))).toBe(true);
  });

  test.each([
    ['west-kent', '2026-12-29', true],
    ['west-kent', '2026-08-14', false],
    ['east-kent', '2026-12-29', false],
  ])('%s: a closure on %s is named by the policy: %s', async (id, day, expected) => {
    expect(isNamedClosure(await policyOn(id, toIsoDate('2026-03-26')), toIsoDate(day))).toBe(expected);
  });

  test('a confirmed closure stands for its year, the usual one for the others (WK-4)', () => {
    const changes: CalendarChanges = {
      ...NO_CHANGES,
      closures: [{ policy: 'west-kent', year: 2026, days: ['2026-12-24', '2026-12-29', '2026-12-30'].map(toIsoDate) }],
    };
    const calendar = calendarWith(westKent, changes);
    const closed = (year: string): readonly string[] =>
      Array.from({ length: 31 }, (_, day) => toIsoDate(`${year}-12-${String(day + 1).padStart(2, '0')}`)).filter(
        (date) => calendar.dayOff(date)?.kind === 'closure',
      );
    expect(closed('2026')).toEqual(['2026-12-24', '2026-12-29', '2026-12-30']);
    expect(calendar.dayOff(toIsoDate('2026-12-24'))?.name).toBe('Christmas closure');
    expect(closed('2025')).toEqual(['2025-12-29', '2025-12-30', '2025-12-31']);
  });

  test('what can’t be is refused', () => {
    const [day] = funeral.days;
    if (!day) throw new Error('no day');
    const outside = { ...NO_CHANGES, days: [{ ...day, date: toIsoDate('2031-01-02') }] };
    expect(() => changedHolidays(england, outside)).toThrow('2031-01-02 lies outside England and Wales’s calendar');
    const wrongYear = {
      ...NO_CHANGES,
      closures: [{ policy: 'west-kent', year: 2026, days: [toIsoDate('2027-12-24')] }],
    };
    expect(() => changedCalendar(westKent, england, wrongYear)).toThrow('2027-12-24 is confirmed as closed in 2026');
  });

  test('is kept and read again, and refused where it is damaged', () => {
    const changes: CalendarChanges = {
      ...funeral,
      read: [england],
      closures: [{ policy: 'west-kent', year: 2026, days: [] }],
    };
    const kept = JSON.parse(JSON.stringify(changes)) as unknown;
    expect(changedHolidays(england, parseChanges(kept))).toEqual(changedHolidays(england, funeral));
    expect(() => parseChanges({ ...NO_CHANGES, days: [{ kind: 'holiday' }] })).toThrow(CalendarFileError);
    expect(() => parseChanges(null)).toThrow(CalendarFileError);
  });
});

describe('what an officer is told', () => {
  test.each([
    { today: '2026-03-26', expected: null },
    { today: '2027-12-31', expected: null },
    { today: '2028-01-01', expected: { ends: '2028-12-31', days: 365 } },
    { today: '2029-02-01', expected: { ends: '2028-12-31', days: -32 } },
  ])('on $today: when the calendar ends', ({ today, expected }) => {
    expect(endsSoon(calendarOf(westKent), toIsoDate(today))).toEqual(expected);
  });

  test.each([
    { today: '2026-08-31', expected: [] },
    { today: '2026-09-01', expected: [2026] },
    { today: '2026-12-28', expected: [2026] },
  ])('on $today: which Christmas closure to confirm', async ({ today, expected }) => {
    expect(closuresToConfirm(westKent, NO_CHANGES, toIsoDate(today))).toEqual(expected);
    const confirmed = { ...NO_CHANGES, closures: [{ policy: 'west-kent', year: 2026, days: [] }] };
    expect(closuresToConfirm(westKent, confirmed, toIsoDate(today))).toEqual([]);
    expect(closuresToConfirm(await policyOn('kirklees', toIsoDate(today)), NO_CHANGES, toIsoDate(today))).toEqual([]);
  });
});
