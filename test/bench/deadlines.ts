import { NO_CHANGES } from '../../core/calendar-changes.ts';
import { affectedBy } from '../../core/deadlines/affected-by.ts';
import type { ClockStart } from '../../core/deadlines/clock-start.ts';
import { datesFrom } from '../../core/deadlines/dates-from.ts';
import { deadlines } from '../../core/deadlines/deadlines.ts';
import { addDays, toInstant, toIsoDate } from '../../core/dates.ts';
import { calendarOf, calendarWith, policyIds, policyOn } from '../../policies/index.ts';
import { acknowledged, draft, fileOf, opening } from '../support/case.ts';

/* How fast dates are counted: `npm run bench -- deadlines`. */

const TODAY = toIsoDate('2026-03-26');

/**
 * Microseconds a run: the fastest of many short batches, since other programs on the machine only ever make it slower, and a
 * long batch never has a core to itself.
 */
function microseconds(once: (run: number) => void): number {
  const RUNS = 25;
  let best = Number.POSITIVE_INFINITY;
  for (let batch = 0, run = 0; batch < 1200; batch++) {
    const begin = performance.now();
    for (let some = 0; some < RUNS; some++) once(run++);
    best = Math.min(best, ((performance.now() - begin) * 1000) / RUNS);
  }
  return best;
}

const row = (name: string, text: string): void => void process.stdout.write(`${name.padEnd(60)}${text}\n`);

for (const id of policyIds) {
  const policy = await policyOn(id, TODAY);
  const calendar = calendarOf(policy);
  const [first] = policy.stages.filter(({ formal }) => formal);
  if (!first) continue;
  const starts = Array.from({ length: 2000 }, (_, day): ClockStart => ({
    event: 'complaint-received',
    at: toInstant(`${addDays(toIsoDate('2022-01-03'), day)}T10:30:00Z`),
    stage: first.id,
    signals: new Set(),
  }));
  let counted = 0;
  const each = microseconds((run) => {
    const start = starts[run % starts.length];
    if (start) counted = datesFrom(start, policy, calendar).length;
  });
  row(
    `${id}: a complaint’s ${counted} dates`,
    `${each.toFixed(1)} µs, ${Math.round((counted * 1e6) / each).toLocaleString('en-GB')} dates a second`,
  );
}

const westKent = await policyOn('west-kent', TODAY);
const calendar = calendarOf(westKent);
const file = fileOf(
  ...opening(),
  acknowledged('2026-03-25T11:00:00+00:00'),
  draft('contact-made', '2026-03-26T09:00:00+00:00', { stage: 'stage-1', channel: 'phone' }, { note: '' }),
  draft(
    'response-sent',
    '2026-04-10T15:00:00+01:00',
    { stage: 'stage-1', channel: 'post', letterDate: null, outcome: null },
    { text: '' },
  ),
);
row(
  'a full case’s dates (aim: under 50 µs)',
  `${microseconds(() => deadlines(file, westKent, calendar)).toFixed(1)} µs`,
);

const CASES = 10_000;
const cases = Array.from({ length: CASES }, (_, index) => {
  const receivedAt = `${addDays(toIsoDate('2026-01-05'), index % 120)}T10:30:00Z`;
  return fileOf(...opening({ receivedAt }));
});
const mourning = {
  ...NO_CHANGES,
  days: [
    {
      kind: 'bank-holiday' as const,
      division: 'england-and-wales',
      date: toIsoDate('2026-04-15'),
      name: 'Day of mourning',
      reason: '',
    },
  ],
};
const pairs = [{ policy: westKent, before: calendar, after: calendarWith(westKent, mourning) }];
let moved = 0;
const recompute = Math.min(
  ...Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    moved = affectedBy(cases, () => pairs).length;
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000;
  }),
);
row(
  `${CASES.toLocaleString('en-GB')} open cases after a new bank holiday (aim: under 1 s)`,
  `${recompute.toFixed(0)} ms of the processor, ${moved.toLocaleString('en-GB')} of them move`,
);
