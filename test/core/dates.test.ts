import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  daysBetween,
  formatDate,
  inLondon,
  isoWeekday,
  localDate,
  localTime,
  sameClockTimeOn,
  toInstant,
  toIsoDate,
  type IsoDate,
} from '../../core/dates.ts';
import { letterDate, panelDate, panelMoment } from '../../core/date-words.ts';

describe('a civil date', () => {
  test.each(['2026-02-29', '2026-13-01', '2026-00-10', '26-01-01', '2026-1-1', '', '2026-01-01T00:00Z', 'yesterday'])(
    'refuses %j',
    (text) => {
      expect(() => toIsoDate(text)).toThrow('not a date');
    },
  );

  test.each([
    { name: 'month end', date: '2020-08-31', months: 6, expected: '2021-02-28' },
    { name: 'month end in a leap year', date: '2023-11-29', months: 3, expected: '2024-02-29' },
    { name: '29 February and a year', date: '2024-02-29', months: 12, expected: '2025-02-28' },
    { name: 'no clamping needed', date: '2020-10-15', months: 6, expected: '2021-04-15' },
  ])('adds months, clamped: $name', ({ date, months, expected }) => {
    expect(addMonths(toIsoDate(date), months)).toBe(expected);
  });

  test('counts days across a change of the clocks', () => {
    expect(addDays(toIsoDate('2026-03-28'), 2)).toBe('2026-03-30');
    expect(daysBetween(toIsoDate('2026-10-24'), toIsoDate('2026-10-26'))).toBe(2);
    expect(isoWeekday(toIsoDate('2026-03-29'))).toBe(7);
  });
});

describe('a moment', () => {
  test.each(['2026-03-24T18:42:00', '2026-03-24', '2026-03-24 18:42Z', '2026-02-30T10:00Z', 'Tue 24 Mar'])(
    'refuses %j: nobody knows which moment it is',
    (text) => {
      expect(() => toInstant(text)).toThrow(/not a (moment|date)/);
    },
  );

  test.each([
    {
      name: 'summer: 23:30Z is the next day in London (GEN-4)',
      at: '2019-07-04T23:30:00Z',
      date: '2019-07-05',
      time: '00:30',
    },
    { name: 'winter: the same hour is the same day', at: '2019-12-04T23:30:00Z', date: '2019-12-04', time: '23:30' },
    { name: 'an offset from elsewhere', at: '2026-03-24T23:30:00-05:00', date: '2026-03-25', time: '04:30' },
    { name: 'the hour that is there twice', at: '2019-10-27T01:30:00Z', date: '2019-10-27', time: '01:30' },
  ])('falls on a day in London: $name', ({ at, date, time }) => {
    expect(localDate(toInstant(at))).toBe(date);
    expect(localTime(toInstant(at))).toBe(time);
  });

  test('is written with London’s offset, the second 01:30 of an autumn night included', () => {
    expect(inLondon(toInstant('2019-10-27T00:30:00Z'))).toBe('2019-10-27T01:30:00+01:00');
    expect(inLondon(toInstant('2019-10-27T01:30:00Z'))).toBe('2019-10-27T01:30:00+00:00');
  });

  test('keeps its clock time on a later day, across the change (WR-1)', () => {
    expect(sameClockTimeOn(toIsoDate('2020-10-26'), toInstant('2020-10-23T15:00:00+01:00'))).toBe(
      '2020-10-26T15:00:00+00:00',
    );
  });
});

describe('dates in words', () => {
  test.each([
    { name: 'this year', written: panelDate(toIsoDate('2026-03-27'), toIsoDate('2026-03-25')), expected: 'Fri 27 Mar' },
    {
      name: 'another year',
      written: panelDate(toIsoDate('2027-01-04'), toIsoDate('2026-12-30')),
      expected: 'Mon 4 Jan 2027',
    },
    {
      name: 'with its time',
      written: panelMoment(toInstant('2026-03-24T18:42:00Z'), toIsoDate('2026-03-25')),
      expected: 'Tue 24 Mar, 18:42',
    },
    { name: 'in a letter', written: letterDate(toIsoDate('2026-04-10')), expected: 'Friday 10 April 2026' },
  ])('$name', ({ written, expected }) => {
    expect(written).toBe(expected);
  });
});

test.each([
  ['EEE d MMM', 'Fri 27 Mar'],
  ['EEEE d MMMM yyyy', 'Friday 27 March 2026'],
  ['MMM yyyy', 'Mar 2026'],
  ['d', '27'],
  ['EEE yyyy-MM-dd', 'Fri 2026-03-27'],
])('a date in words: %s', (pattern, words) => {
  expect(formatDate('2026-03-27' as IsoDate, pattern)).toBe(words);
});
