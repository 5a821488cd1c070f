import { expect, test } from 'vitest';

/* The runs are to be on machines in given zones, two of them far from London: that they are is what this file is for. */

const OFFSETS: Readonly<Record<string, number>> = { UTC: 0, 'Pacific/Auckland': 780, 'America/Los_Angeles': -480 };

test('the machine is in the zone that it was put into', () => {
  const zone = process.env['TZ'];
  const expected = zone === undefined ? undefined : OFFSETS[zone];
  if (expected === undefined) return;
  expect(new Date(2026, 0, 15).getTimezoneOffset() + expected).toBe(0);
});
