import { expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { ageMonthsOf } from '../../../core/triage/age.ts';

test.each([
  ['two years ago', 'two years ago a man broke my gate.', 24],
  ['eighteen months ago', 'it was eighteen months ago.', 18],
  ['weeks', 'three weeks ago he broke my gate.', 0],
  ['a month and its year', 'in march 2023 your men broke my gate and i did not like to say.', 27],
  [
    'a day without its year is the last such day',
    'on 4 september your men broke my gate, i did not say so at the time.',
    9,
  ],
  ['a year', 'back in 2021 they broke my gate.', 42],
  ['figures', 'on 14/05/2024 they broke my gate. a bit late, i know.', 13],
  ['the latest of several', 'in march 2022 and then in january 2024 they broke it. i only now write.', 17],
  ['nothing', 'they broke my gate.', null],
  ['an old date alone is where something began', 'in march 2023 your men took my gate.', null],
  ['a matter that goes on', 'two years ago they broke my gate and it is still broken.', null],
  ['a matter that came back', 'two years ago it leaked and it leaks again.', null],
  ['a recent one beside an old one', 'in 2021 you mended it. on 2 june it broke.', 0],
])('%s', (_, text, expected) => {
  expect(ageMonthsOf(text, toIsoDate('2025-06-10'))).toBe(expected);
});

test('without the day of receipt only spans of time count', () => {
  expect(ageMonthsOf('in march 2023 they broke it.', null)).toBeNull();
  expect(ageMonthsOf('a year ago they broke it.', null)).toBe(12);
});
