import { expect, test } from 'vitest';

/* Two of the runs are to be on machines far from London: that they are is what this file is for. */

const OFFSETS: Readonly<Record<string, number>> = { 'Pacific/Auckland': 780, 'America/Los_Angeles': -480 };

test('the machine is in the zone that it was put into', () => {
  const zone = process.env['TZ'];
  const expected = zone === undefined ? undefined : OFFSETS[zone];
  if (expected === undefined) return;
  expect(-new Date(2026, 0, 15).getTimezoneOffset()).toBe(expected);
});
