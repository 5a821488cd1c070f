import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CalendarCoverageError, workingCalendar } from '../../core/calendar.ts';
import { dayNumber, fromDayNumber, toIsoDate, type IsoDate } from '../../core/dates.ts';
import { calendarOf, calendarOfDivision, policyOn } from '../../policies/index.ts';

const FIRST = dayNumber(toIsoDate('2011-01-01'));
const LAST = dayNumber(toIsoDate('2028-12-31'));
const divisions = ['england-and-wales', 'scotland', 'northern-ireland'];
const westKent = calendarOf(await policyOn('west-kent', toIsoDate('2026-01-01')));

/** Counts one day at a time, with no table: what the calendar must agree with. */
function bruteForce(isWorking: (date: IsoDate) => boolean, from: IsoDate, count: number): IsoDate {
  let day = dayNumber(from);
  for (let left = count; left > 0;) {
    day++;
    if (isWorking(fromDayNumber(day))) left--;
  }
  return fromDayNumber(day);
}

describe.each([
  ...divisions.map((name) => ({ name, calendar: calendarOfDivision(name) })),
  { name: 'West Kent, closed over Christmas', calendar: westKent },
])('$name', ({ calendar }) => {
  test('agrees with a day-by-day count from every day of its coverage', () => {
    for (let day = FIRST; day <= LAST - 60; day++) {
      const from = fromDayNumber(day);
      for (const count of [1, 3, 5, 10, 20]) {
        const found = calendar.addWorkingDays(from, count);
        if (found !== bruteForce((date) => calendar.isWorkingDay(date), from, count))
          throw new Error(`${from} + ${String(count)} gave ${found}`);
      }
    }
  });

  test('never counts a weekend, and comes back the way it went', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST + 60, max: LAST - 60 }), fc.integer({ min: 1, max: 30 }), (day, count) => {
        const from = fromDayNumber(day);
        const to = calendar.addWorkingDays(from, count);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(calendar.workingDaysBetween(from, to)).toBe(count);
        expect(calendar.workingDaysBetween(to, from)).toBe(-count);
        if (calendar.isWorkingDay(from)) expect(calendar.addWorkingDays(to, -count)).toBe(from);
      }),
    );
  });

  test.each([
    { name: 'a day before it', act: () => calendar.addWorkingDays(toIsoDate('2010-12-31'), 1), date: '2010-12-31' },
    { name: 'a day after it', act: () => calendar.isWorkingDay(toIsoDate('2029-01-01')), date: '2029-01-01' },
    {
      name: 'a count that leaves it',
      act: () => calendar.addWorkingDays(toIsoDate('2028-12-27'), 10),
      date: '2029-01-01',
    },
    {
      name: 'a count back that leaves it',
      act: () => calendar.addWorkingDays(toIsoDate('2011-01-04'), -10),
      date: '2010-12-31',
    },
  ])('refuses $name', ({ act, date }) => {
    expect(act).toThrow(CalendarCoverageError);
    expect(act).toThrow(date);
  });
});

describe('days off have names', () => {
  test.each([
    { date: '2026-04-03', kind: 'bank-holiday', name: 'Good Friday' },
    { date: '2026-12-28', kind: 'bank-holiday', name: 'Boxing Day (substitute day)' },
    { date: '2026-12-29', kind: 'closure', name: 'Christmas closure' },
    { date: '2026-03-28', kind: 'weekend', name: 'weekend' },
    { date: '2022-09-19', kind: 'bank-holiday', name: 'State funeral of Queen Elizabeth II' },
  ])('$date: $name', ({ date, kind, name }) => {
    expect(westKent.dayOff(toIsoDate(date))).toEqual({ kind, name });
  });

  test('the closure is always three working days, whatever the year (WK-4)', () => {
    for (let year = 2011; year <= 2028; year++) {
      const days = [25, 26, 27, 28, 29, 30, 31].map((day) =>
        westKent.dayOff(toIsoDate(`${String(year)}-12-${String(day)}`)),
      );
      expect(days.filter((off) => off?.kind === 'closure')).toHaveLength(3);
    }
  });

  test('Scotland alone had 15 June 2026', () => {
    expect(divisions.map((division) => calendarOfDivision(division).isWorkingDay(toIsoDate('2026-06-15')))).toEqual([
      true,
      false,
      true,
    ]);
  });
});

test('a closure by date counts as closed', () => {
  const calendar = workingCalendar(
    {
      division: 'test',
      name: 'Test',
      coverage: { from: toIsoDate('2026-01-01'), to: toIsoDate('2026-12-31') },
      days: [],
    },
    { workingWeek: [1, 2, 3, 4, 5], closures: [{ kind: 'date', date: '2026-03-26', name: 'Staff day' }] },
  );
  expect(calendar.addWorkingDays(toIsoDate('2026-03-25'), 1)).toBe('2026-03-27');
  expect(calendar.dayOff(toIsoDate('2026-03-26'))).toEqual({ kind: 'closure', name: 'Staff day' });
});
