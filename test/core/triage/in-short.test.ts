import { expect, test } from 'vitest';
import { inShort } from '../../../core/triage/evidence.ts';

test.each([
  ['fillers go', 'So anyway, nobody came on Monday.', 'Nobody came on Monday.'],
  ['a greeting goes', 'Hi Priya, nobody came on Monday.', 'Nobody came on Monday.'],
  ['an announcement goes', 'I am writing to complain about the gate that you hung.', 'The gate that you hung.'],
  ['the number of a list goes', '2. The lamp is still out.', 'The lamp is still out.'],
  ['lines are joined', 'Nobody\n  came.', 'Nobody came.'],
  ['a short one stays', 'So what.', 'So what.'],
])('%s', (_, sentence, expected) => {
  expect(inShort(sentence)).toBe(expected);
});

test('a long one is cut at a word, below 141 characters', () => {
  const short = inShort('the lamp in the yard is out '.repeat(12));
  expect(short.length).toBeLessThanOrEqual(140);
  expect(short).toMatch(/\w…$/);
});
