import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toInstant, toIsoDate, type Instant } from '../../../core/dates.ts';
import {
  badgeOf,
  DEFAULT_REMINDERS,
  isWeekday,
  lookAt,
  NO_STATE,
  snoozed,
  type ReminderState,
} from '../../../core/reminders/reminders.ts';

const COUNTS = { overdue: 1, today: 2, next: 3, undecided: 4 };
const NOTHING = { overdue: 0, today: 0, next: 0, undecided: 0 };

function look(now: string, state: ReminderState = NO_STATE, more: Partial<Parameters<typeof lookAt>[0]> = {}) {
  return lookAt({
    settings: DEFAULT_REMINDERS,
    counts: COUNTS,
    state,
    now: toInstant(now),
    isWorkingDay: (day) => isWeekday(day) && day !== toIsoDate('2026-04-03'),
    ...more,
  });
}

describe('reminders', () => {
  test('the first of a day is the digest, the next says only what is urgent', () => {
    const first = look('2026-03-26T09:00:00Z');
    expect(first.show).toEqual({
      kind: 'digest',
      title: '1 overdue, 2 due today',
      body: '3 due the next working day, 4 messages undecided',
    });
    expect(first.next).toBe('2026-03-26T13:30:00+00:00');
    const second = look('2026-03-26T13:30:20Z', first.state);
    expect(second.show).toEqual({ kind: 'reminder', title: '1 overdue, 2 due today', body: 'Open Duly to see them.' });
    expect(second.next).toBe('2026-03-27T09:00:00+00:00');
  });

  test.each([
    { name: 'before the first time', now: '2026-03-26T08:59:00Z' },
    { name: 'a weekend', now: '2026-03-28T10:00:00Z' },
    { name: 'a bank holiday', now: '2026-04-03T10:00:00+01:00' },
    { name: 'the evening', now: '2026-03-26T18:30:00Z' },
  ])('nothing is shown: $name', ({ now }) => {
    expect(look(now).show).toBeNull();
  });

  test('none is lost while nobody looked, and none shown twice', () => {
    const late = look('2026-03-26T16:00:00Z');
    expect(late.show?.kind).toBe('digest');
    expect(look('2026-03-26T16:01:00Z', late.state).show).toBeNull();
  });

  test('a clock that is set back a day shows nothing again', () => {
    const { state } = look('2026-03-26T13:31:00Z');
    expect(look('2026-03-25T13:31:00Z', state).show).toBeNull();
    expect(look('2026-03-27T09:00:01Z', state).show?.kind).toBe('digest');
  });

  test('a clock that once ran a year ahead and was put right silences nothing', () => {
    const { state } = look('2027-11-30T09:05:00Z');
    expect(look('2026-03-26T09:05:00Z', state).show?.kind).toBe('digest');
    expect(look('2026-03-26T13:31:00Z', look('2026-03-26T09:05:00Z', state).state).show?.kind).toBe('reminder');
  });

  test('a snooze puts it off, and what it put off is shown when it ends', () => {
    const { state } = look('2026-03-26T09:00:00Z');
    const off = snoozed(state, toInstant('2026-03-26T14:00:00+00:00'));
    const during = look('2026-03-26T13:30:00Z', off);
    expect(during.show).toBeNull();
    expect(during.next).toBe('2026-03-26T14:00:00+00:00');
    const after = look('2026-03-26T14:00:00Z', during.state);
    expect(after.show?.kind).toBe('reminder');
    expect(after.state.snoozedUntil).toBeNull();
  });

  test('nothing to say is nothing shown, and counts as done', () => {
    const { show, state } = look('2026-03-26T09:00:00Z', NO_STATE, { counts: NOTHING });
    expect(show).toBeNull();
    expect(state.doneTo).toBe('2026-03-26T09:00:00+00:00');
  });

  test('off is off', () => {
    expect(look('2026-03-26T09:00:00Z', NO_STATE, { settings: { ...DEFAULT_REMINDERS, isOn: false } })).toEqual({
      show: null,
      state: NO_STATE,
      next: null,
    });
  });

  test('the times are London’s, in summer too', () => {
    expect(look('2026-06-01T07:59:00Z').show).toBeNull();
    expect(look('2026-06-01T08:00:00Z').show?.kind).toBe('digest');
  });

  test('however rarely somebody looks, a working day with looks in it shows its digest once', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 14 * 24 * 60 }), { minLength: 1, maxLength: 60 }), (minutes) => {
        let state = NO_STATE;
        const digests: string[] = [];
        for (const minute of minutes.toSorted((left, right) => left - right)) {
          const now = new Date(Date.UTC(2026, 2, 2) + minute * 60_000).toISOString() as Instant;
          const { show, state: after } = look(now, state);
          if (show?.kind === 'digest') digests.push(now.slice(0, 10));
          state = after;
        }
        expect(new Set(digests).size).toBe(digests.length);
      }),
    );
  });
});

test.each([
  { counts: { overdue: 0, today: 0 }, text: '', title: 'Open Duly', isAlert: false },
  { counts: { overdue: 2, today: 1 }, text: '3', title: 'Open Duly: 2 overdue, 1 due today', isAlert: true },
  { counts: { overdue: 0, today: 1500 }, text: '999+', title: 'Open Duly: 1,500 due today', isAlert: false },
])('the badge says “$text”', ({ counts, ...expected }) => {
  expect(badgeOf(counts)).toEqual(expected);
});
