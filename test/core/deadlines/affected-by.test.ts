import { describe, expect, test } from 'vitest';
import { NO_CHANGES, type CalendarChanges } from '../../../core/calendar-changes.ts';
import type { CaseFile } from '../../../core/case/case-file.ts';
import { toIsoDate } from '../../../core/dates.ts';
import { affectedBy } from '../../../core/deadlines/affected-by.ts';
import { calendarOf, calendarWith, policyOn } from '../../../policies/index.ts';
import { acknowledged, draft, fileOf, opening } from '../../support/case.ts';

const policy = await policyOn('west-kent', toIsoDate('2026-03-26'));

/** What a day of mourning on 1 April 2026 would move, one line a date. */
function movedIn(file: CaseFile, date = '2026-04-01'): readonly string[] {
  const changes: CalendarChanges = {
    ...NO_CHANGES,
    days: [
      {
        kind: 'bank-holiday',
        division: 'england-and-wales',
        date: toIsoDate(date),
        name: 'Day of mourning',
        reason: '',
      },
    ],
  };
  const pair = { policy, before: calendarOf(policy), after: calendarWith(policy, changes) };
  return affectedBy([file], () => [pair]).flatMap(({ moved }) =>
    moved.map(({ obligation, before, after, letters }) =>
      [obligation, before, after, ...letters.map(({ kind }) => kind)].join(' '),
    ),
  );
}

const inserted = draft(
  'letter-inserted',
  '2026-03-25T10:00:00+00:00',
  { kind: 'acknowledgement', stage: 'stage-1', promisedBy: toIsoDate('2026-04-10') },
  { text: 'We will answer you by Friday 10 April 2026.' },
);

describe('a bank holiday proclaimed while cases are open', () => {
  test('moves the dates that count across it, and no others', () => {
    expect(movedIn(fileOf(...opening()))).toEqual(['respond 2026-04-16 2026-04-17']);
    expect(movedIn(fileOf(...opening()), '2026-03-26')).toEqual([
      'contact 2026-03-27 2026-03-30',
      'acknowledge 2026-03-31 2026-04-01',
      'respond 2026-04-16 2026-04-17',
    ]);
  });

  test('names the letters that promised the old date', () => {
    const file = fileOf(...opening(), inserted, acknowledged('2026-03-25T11:00:00+00:00'));
    expect(movedIn(file)).toEqual(['respond 2026-04-10 2026-04-13 acknowledgement']);
  });

  test.each([
    { name: 'before it was received', date: '2026-03-24', drafts: [] },
    { name: 'after everything was due', date: '2026-06-10', drafts: [] },
    { name: 'on a day that doesn’t count anyway', date: '2026-04-04', drafts: [] },
    {
      name: 'in a closed case',
      date: '2026-04-01',
      drafts: [draft('withdrawn', '2026-03-26T09:00:00+00:00', {}, { reason: '' })],
    },
  ])('nothing $name', ({ date, drafts }) => {
    expect(movedIn(fileOf(...opening(), ...drafts), date)).toEqual([]);
  });

  test('a date that couldn’t be counted before is there, once the calendar reaches it', () => {
    const { coverage, days, ...rest } = {
      division: 'england-and-wales',
      name: 'England and Wales',
      coverage: { from: toIsoDate('2029-01-01'), to: toIsoDate('2029-12-31') },
      days: [{ date: toIsoDate('2029-01-01'), name: 'New Year’s Day' }],
    };
    const changes: CalendarChanges = { ...NO_CHANGES, read: [{ ...rest, coverage, days }] };
    const pair = { policy, before: calendarOf(policy), after: calendarWith(policy, changes) };
    const [affected] = affectedBy([fileOf(...opening({ receivedAt: '2028-12-20T09:00:00+00:00' }))], () => [pair]);
    expect(affected?.moved.map(({ obligation, before, after }) => [obligation, before, after])).toEqual([
      ['contact', null, '2029-01-02'],
      ['acknowledge', null, '2029-01-04'],
      ['respond', null, '2029-01-18'],
    ]);
  });
});
