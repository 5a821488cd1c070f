import { expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { wrongWith } from '../../../core/panel/date-parts.ts';

const FOUR = 'Write the year in four figures';

test.each([
  ['2/3/2026', false, null],
  ['2/3/', true, null],
  ['2/3/26', false, null],
  ['2/3/26', true, FOUR],
  ['//26', true, FOUR],
  ['31/2/2026', true, 'There is no such day'],
  ['1/4/2026', true, 'That day is still to come'],
  ['1/1/2025', true, 'That day is past'],
])('%s, its year left: %s', (typed, isYearLeft, wrong) => {
  const [day = '', month = '', year = ''] = typed.split('/');
  const [earliest, latest] = [toIsoDate('2025-02-01'), toIsoDate('2026-03-25')];
  expect(wrongWith({ day, month, year }, { earliest, latest, isYearLeft })).toBe(wrong);
});
