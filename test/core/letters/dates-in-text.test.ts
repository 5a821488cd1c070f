import { describe, expect, test } from 'vitest';
import { datesIn, isWeekdayRight } from '../../../core/letters/check/dates-in-text.ts';
import { toIsoDate } from '../../../core/dates.ts';

const TODAY = toIsoDate('2025-03-10');

const read = (text: string) => datesIn(text, text.toLowerCase(), TODAY);

describe('a day, however it is written', () => {
  test.each([
    ['by Friday 14 March 2025.', 'Friday 14 March 2025', '2025-03-14'],
    ['by Fri 14 Mar', 'Fri 14 Mar', '2025-03-14'],
    ['by Fri. 14th of March, 2025', 'Fri. 14th of March, 2025', '2025-03-14'],
    ['on the 14th of March', '14th of March', '2025-03-14'],
    ['on Friday the 14th March', 'Friday the 14th March', '2025-03-14'],
    ["by 14 March '25", "14 March '25", '2025-03-14'],
    ['by 14 Mar 25.', '14 Mar 25', '2025-03-14'],
    ['by 14-Mar-2025', '14-Mar-2025', '2025-03-14'],
    ['by 14-mar-25', '14-mar-25', '2025-03-14'],
    ['by March 14th, 2025', 'March 14th, 2025', '2025-03-14'],
    ['by Friday, March 14', 'Friday, March 14', '2025-03-14'],
    ['by 14/03/2025', '14/03/2025', '2025-03-14'],
    ['by 14/3/25', '14/3/25', '2025-03-14'],
    ['by 14.03.2025.', '14.03.2025', '2025-03-14'],
    ['by 14-03-2025', '14-03-2025', '2025-03-14'],
    ['by Fri 14/03', 'Fri 14/03', '2025-03-14'],
    ['by 2025-03-14', '2025-03-14', '2025-03-14'],
    ['by FRIDAY 14 MARCH 2025', 'FRIDAY 14 MARCH 2025', '2025-03-14'],
    ['by 14 March 2025: that is', '14 March 2025', '2025-03-14'],
    ['by 14\nMarch 2025', '14\nMarch 2025', '2025-03-14'],
    ['by 1st Sept 2025', '1st Sept 2025', '2025-09-01'],
  ])('%j', (text, words, date) => {
    expect(read(text).map((found) => [found.text, found.date])).toEqual([[words, date]]);
    for (const { start, end } of read(text)) expect(text.slice(start, end)).toBe(words);
  });

  test.each([
    ['a year that isn’t written is the nearest: 20 December', '2024-12-20'],
    ['a year that isn’t written is the nearest: 3 July', '2025-07-03'],
    ['14 March 10 people came', '2025-03-14'],
    ['14 March 12:30', '2025-03-14'],
    ['29 February 2024', '2024-02-29'],
  ])('%s', (text, date) => {
    expect(read(text).map((found) => found.date)).toEqual([date]);
  });

  test.each([
    'open 24/7',
    'flat 12/14',
    'ring 01632 960412',
    'job 22-03-2025-17',
    'clause 7.2',
    'in March 2025',
    'you may 3 times',
    'version 1.2.3',
  ])('is no date: %s', (text) => {
    expect(read(text).filter(({ date }) => date !== null)).toEqual([]);
  });

  test('a day that doesn’t exist has no date', () => {
    expect(read('by 31 April 2025 or 29 February 2025').map(({ text, date }) => [text, date])).toEqual([
      ['31 April 2025', null],
      ['29 February 2025', null],
    ]);
  });

  test('a weekday that doesn’t fit is seen', () => {
    expect(read('Friday 14 March 2025, Thursday 14 March 2025, 14 March 2025').map(isWeekdayRight)).toEqual([
      true,
      false,
      true,
    ]);
  });

  test('several in one sentence come in their order, each once', () => {
    expect(read('between 14 and 17 March 2025, on 2025-03-20 or 21/03/2025').map(({ date }) => date)).toEqual([
      '2025-03-17',
      '2025-03-20',
      '2025-03-21',
    ]);
  });

  test('a long text takes no longer than its length', () => {
    for (const text of [
      '14 '.repeat(60_000),
      'Friday '.repeat(30_000),
      '1/'.repeat(90_000),
      '14 March, '.repeat(20_000),
      '2025-'.repeat(40_000),
    ]) {
      const began = process.cpuUsage().user;
      read(text);
      expect(process.cpuUsage().user - began).toBeLessThan(1_500_000);
    }
  });
});
