import { expect, test } from 'vitest';

import { toIsoDate } from '../../../core/dates.ts';
import { wantedBy } from '../../../core/reading/wanted-by.ts';

/* Received on Wed 2026-03-25. */
test.each([
  { says: 'Please send us the complaint file for this case by 9 April 2026.', expected: { day: '2026-04-09' } },
  { says: 'We need it by close of business on Thursday the 9th of April.', expected: { day: '2026-04-09' } },
  { says: 'The deadline is April 9, 2026. Evidence after that is not looked at.', expected: { day: '2026-04-09' } },
  { says: 'no later than 5pm on 16/04/2026', expected: { day: '2026-04-16' } },
  { says: 'Please reply within 10 working days.', expected: { workingDays: 10 } },
  { says: 'Please reply within ten working days, by 9 April 2026.', expected: null },
  { says: 'Send it by 09/04/2026.', expected: null },
  { says: 'Send the log by 9 April 2026 and the letters by 16 April 2026.', expected: null },
  { says: 'It was to be done by 9 March 2026.', expected: null },
  { says: 'The landlord replied on 9 April 2026, and was stood by.', expected: null },
  { says: 'We were let down by 31 April people.', expected: null },
  { says: 'By 2 January, please.', expected: null },
])('$says', ({ says, expected }) => {
  expect(wantedBy(says, toIsoDate('2026-03-25'))).toEqual(expected);
});

test('a year that isn’t named is the coming one', () => {
  expect(wantedBy('by 7 January', toIsoDate('2026-12-16'))).toEqual({ day: '2027-01-07' });
});
