import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  addDays,
  addHours,
  dayNumber,
  fromDayNumber,
  localDate,
  localTime,
  toInstant,
  toIsoDate,
} from '../../core/dates.ts';
import type { Instant } from '../../core/dates.ts';
import type { ClockStart } from '../../core/deadlines/clock-start.ts';
import { datesFrom } from '../../core/deadlines/dates-from.ts';
import { countFrom } from '../../core/deadlines/clock.ts';
import { entryStage } from '../../core/policy/route.ts';
import { calendarOf, policyIds, policyOn } from '../../policies/index.ts';

const DAY = toIsoDate('2026-03-26');
const policies = await Promise.all(policyIds.map((id) => policyOn(id, DAY)));
const clocks = policies.map((policy) => ({
  policy,
  calendar: calendarOf(policy),
  stage: entryStage(policy, 'complaint-received', { signals: new Set(), ageMonths: null })?.id ?? null,
}));

/** Any moment from 2012 to the spring of 2028, to the second. */
const moment = fc
  .integer({ min: Date.UTC(2012, 0, 1) / 1000, max: Date.UTC(2028, 3, 1) / 1000 })
  .map((seconds) => toInstant(new Date(seconds * 1000).toISOString()));
const someClock = fc.constantFrom(...clocks);

function complaint(at: Instant, { stage }: (typeof clocks)[number]): ClockStart {
  return { event: 'complaint-received', at, stage, signals: new Set() };
}

describe('the clocks of every policy', () => {
  test('never end a count of working days on a day that isn’t one', () => {
    fc.assert(
      fc.property(someClock, moment, (clock, at) => {
        for (const { due, day, working } of datesFrom(complaint(at, clock), clock.policy, clock.calendar)) {
          if (working.at(-1)?.span.unit === 'working-day' && due === day)
            expect(clock.calendar.isWorkingDay(day), `${clock.policy.id} ${at}`).toBe(true);
        }
      }),
      { numRuns: 600 },
    );
  });

  test('never give an earlier date for a later receipt', () => {
    fc.assert(
      fc.property(someClock, moment, fc.integer({ min: 1, max: 10 * 86_400 }), (clock, at, seconds) => {
        const later = toInstant(new Date(Date.parse(at) + seconds * 1000).toISOString());
        const [first, second] = [at, later].map((one) =>
          datesFrom(complaint(one, clock), clock.policy, clock.calendar),
        );
        expect(first?.every(({ day }, index) => day <= (second?.[index]?.day ?? ''))).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  test('give one date for a London day, whatever the hour', () => {
    fc.assert(
      fc.property(someClock, moment, (clock, at) => {
        const noon = toInstant(`${localDate(at)}T12:00:00Z`);
        const days = (one: Instant) =>
          datesFrom(complaint(one, clock), clock.policy, clock.calendar).map(({ day }) => day);
        expect(days(at)).toEqual(days(noon));
      }),
      { numRuns: 600 },
    );
  });
});

describe('a count of working days', () => {
  const start = fc.integer({ min: dayNumber(toIsoDate('2012-01-01')), max: dayNumber(toIsoDate('2028-03-01')) });
  const count = fc.integer({ min: 1, max: 60 });

  test('added, then counted again, is the same number; more days are never an earlier date', () => {
    fc.assert(
      fc.property(someClock, start, count, ({ calendar }, day, number) => {
        const from = fromDayNumber(day);
        const to = calendar.addWorkingDays(from, number);
        expect(calendar.workingDaysBetween(from, to)).toBe(number);
        expect(calendar.addWorkingDays(from, number + 1) > to).toBe(true);
      }),
    );
  });

  test('names every day that it passed over, and no other', () => {
    fc.assert(
      fc.property(someClock, start, count, ({ calendar }, day, number) => {
        const from = fromDayNumber(day);
        const { end, skipped } = countFrom(from, { count: number, unit: 'working-day' }, 'received', calendar);
        const between = Array.from({ length: dayNumber(end) - day - 1 }, (_, index) => addDays(from, index + 1));
        expect(skipped.map(({ date }) => date)).toEqual(between.filter((date) => !calendar.isWorkingDay(date)));
        expect(skipped.map(({ date, ...off }) => ({ date, ...off }))).toEqual(
          skipped.map(({ date }) => ({ date, ...calendar.dayOff(date) })),
        );
      }),
      { numRuns: 300 },
    );
  });
});

describe('the days on which the clocks change', () => {
  test.each(['2025-03-30', '2025-10-26', '2026-03-29', '2026-10-25', '2027-03-28', '2027-10-31'].map(toIsoDate))(
    '%s: every five minutes of it is that day, and counts as it',
    (day) => {
      const first = Date.parse(`${addDays(day, -1)}T22:00:00Z`);
      const moments = Array.from({ length: 30 * 12 }, (_, index) =>
        toInstant(new Date(first + index * 300_000).toISOString()),
      ).filter((at) => localDate(at) === day);
      // The day of the spring change has 23 hours, that of the autumn change 25.
      expect(moments).toHaveLength((day.slice(5, 7) === '03' ? 23 : 25) * 12);
      for (const clock of clocks) {
        const [expected] = moments.map((at) => datesFrom(complaint(at, clock), clock.policy, clock.calendar));
        for (const at of moments) {
          const found = datesFrom(complaint(at, clock), clock.policy, clock.calendar);
          expect(found.map((date) => date.day)).toEqual(expected?.map((date) => date.day));
        }
      }
      expect(moments.map((at) => localTime(at)).at(0)).toBe('00:00');
      expect(moments.map((at) => localTime(at)).at(-1)).toBe('23:55');
    },
  );

  test('24 hours are 24 hours', () => {
    fc.assert(
      fc.property(moment, (at) => {
        expect(Date.parse(addHours(at, 24)) - Date.parse(at) + (Date.parse(at) % 1000)).toBe(86_400_000);
      }),
    );
  });
});
