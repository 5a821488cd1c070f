import { expect, test } from 'vitest';
import { iCalendar } from '../../../core/export/icalendar.ts';
import type { EventDraft } from '../../../core/case/event.ts';
import { draft, fileOf, moment, opening } from '../../support/case.ts';
import { rowOf } from '../../register/contract.ts';

const now = moment('2026-03-26T09:00:00Z');
const calendar = (withNames: boolean, ...more: EventDraft[]): string =>
  iCalendar({ rows: [rowOf(fileOf(...opening(), ...more))], now, withNames });

test('each duty is an event of its day, with an id that stays the same', () => {
  const text = calendar(false);
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(3);
  expect(text).toContain('DTSTART;VALUE=DATE:20260331\r\nDTEND;VALUE=DATE:20260401\r\n');
  expect(text).toMatch(/SUMMARY:Acknowledge: [2-9A-Z]{3}-/);
  const ids = (one: string): readonly string[] => one.replaceAll('\r\n ', '').match(/UID:.*/g) ?? [];
  expect(ids(text)).toEqual(ids(calendar(true)));
  expect(new Set(ids(text)).size).toBe(3);
});

test('names, subjects and what a person wrote go in only where they are asked for', () => {
  const date = draft(
    'date-set',
    '2026-03-25T10:00:00Z',
    { date: 'd1', due: '2026-04-01' as never, clauses: [] },
    { what: 'Ring Ruth' },
  );
  expect(calendar(false, date)).not.toMatch(/Ruth|Bathroom|Priya/);
  expect(calendar(true, date).replaceAll('\r\n ', '')).toMatch(/Ruth Amankwah[\s\S]*Bathroom floor/);
});

test('no line is longer than 75 bytes, and what somebody wrote can’t end one', () => {
  const wild = opening().map((event): EventDraft =>
    event.type === 'received'
      ? { ...event, personal: { ...event.personal, subject: `a;b,c\\d\r\nBEGIN:VALARM\n${'ß€😀'.repeat(40)}` } }
      : event,
  );
  const text = iCalendar({ rows: [rowOf(fileOf(...wild))], now, withNames: true });
  for (const line of text.split('\r\n')) expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  expect(text).not.toMatch(/^BEGIN:VALARM/m);
  expect(text.replaceAll('\r\n ', '')).toContain(String.raw`a\;b\,c\\d\nBEGIN:VALARM\n`);
});
