import { describe, expect, test } from 'vitest';
import { datesOfEvent } from '../cli/deadlines.ts';
import { localDate, toInstant, toIsoDate } from '../core/dates.ts';
import { letter } from '../core/letters/letter.ts';
import { textOf } from '../core/letters/markup.ts';
import { routeBy, type Route } from '../core/policy/route.ts';
import { isSignal } from '../core/policy/signals.ts';
import { parseSettings } from '../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../policies/index.ts';
import { fileOf } from './support/case.ts';
import { eventsOfScenario } from './support/letter-case.ts';
import { scenarioFiles } from './support/scenario.ts';

/** The day on which the scenarios' policies are asked. */
const DAY = toIsoDate('2026-03-26');

interface Printed {
  readonly clause: string | readonly string[];
  readonly obligation: string;
  readonly due: string;
  readonly weekday: string;
  readonly provisional?: true;
  readonly sense?: string;
  readonly target?: string;
  readonly literal?: string;
  readonly sendBy?: string;
  readonly override?: { readonly due: string };
}

function routeText({ to, route, clauses }: Route, policy: string): string {
  return [to, route, clauses.map((clause) => clause.slice(policy.length + 1)).join('+')].join(' ').trim();
}

function dateText(date: Printed, policy: string): string {
  const clause = [date.clause].flat().map((one) => one.slice(policy.length + 1));
  return [
    clause.join('|'),
    date.obligation,
    date.weekday,
    date.due,
    ...(date.provisional ? ['provisional'] : []),
    ...(date.sense ? [date.sense] : []),
    ...(date.target ? ['target', date.target] : []),
    ...(date.literal ? ['literal', withWeekday(date.literal)] : []),
    ...(date.sendBy ? ['sendBy', withWeekday(date.sendBy)] : []),
    ...(date.override ? ['override', withWeekday(date.override.due)] : []),
  ].join(' ');
}

function withWeekday(date: string): string {
  const weekday = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'][new Date(`${date}T00:00:00Z`).getUTCDay()];
  return `${weekday ?? ''} ${date}`;
}

for (const file of scenarioFiles()) {
  describe(file.policy, () => {
    test.each(file.routes)('route: $name', async ({ signals, ageMonths, route, also }) => {
      const policy = await policyOn(file.policy, DAY);
      expect(signals.filter((signal) => !isSignal(signal))).toEqual([]);
      const routing = routeBy(policy, { signals: new Set(signals.filter(isSignal)), ageMonths: ageMonths ?? null });
      expect([routing, ...routing.also].map((one) => routeText(one, file.policy))).toEqual([route, ...(also ?? [])]);
    });

    test.each(file.dates)('dates: $event, $name', async ({ event, at, context, dates, inTime, error }) => {
      const answer = datesOfEvent({ policy: file.policy, event, at, context });
      if (error !== undefined) return expect(answer).rejects.toThrow();
      const { expect: found, inTime: met } = await answer;
      expect(found.map((date) => dateText(date as Printed, file.policy)).sort()).toEqual([...(dates ?? [])].sort());
      expect(met).toBe(inTime);
    });

    test.each(file.letters ?? [])('letter: $kind, $name', async ({ kind, now, case: given, ...scenario }) => {
      const at = toInstant(now);
      const policy = await policyOn(file.policy, localDate(at));
      const { draft, missing, blocks, lacking } = letter({
        kind,
        file: fileOf(...eventsOfScenario(given, policy)),
        policy,
        floor: await policyOn(FLOOR, localDate(at)),
        calendar: calendarOf(policy),
        settings: parseSettings({
          officer: { name: 'Joanna Marsh', team: 'Customer Services', phone: '01632 960412' },
          landlord: { name: file.policy === FLOOR ? 'Quay Homes' : '', phone: '01632 960400' },
        }),
        now: at,
        entries: scenario.entries ?? {},
      });
      expect(missing.map(({ path }) => path)).toEqual(scenario.missing ?? []);
      expect(lacking).toEqual([]);
      const text = draft?.text ?? textOf(blocks.flatMap(({ parts }) => parts));
      for (const words of Object.values(scenario.says).flat()) expect(text).toContain(words);
      for (const words of scenario.saysNot ?? []) expect(text).not.toContain(words);
    });
  });
}
