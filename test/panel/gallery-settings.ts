import { addHours, toInstant, toIsoDate, type Instant } from '../../core/dates.ts';
import type { Ports } from '../../core/panel/ports.ts';
import { TAUGHT } from '../../core/panel/taught-kept.ts';
import type { Lesson } from '../../core/register/lessons.ts';
import { DEFAULT_REMINDERS } from '../../core/reminders/reminders.ts';
import { busyDesk } from './gallery-cases.ts';
import type { World } from './gallery-world.ts';

/** A desk whose team has decided often enough that Duly has learnt from it. */
export async function taughtDesk(): Promise<World> {
  const world = await busyDesk('ruth');
  const day = toIsoDate('2026-03-02');
  const lesson = (probability: number, dissatisfied: boolean): Lesson => {
    const found = probability >= 0.38;
    return { caseId: null, id: null, readers: 'both', isSettled: false, day, found, probability, dissatisfied };
  };
  const lessons = Array.from({ length: 48 }, (_, at) => (at % 3 === 0 ? lesson(0.6, false) : lesson(0.9, true)));
  const [numbers, delivered] = [
    { slope: 1.05, shift: -0.31 },
    { slope: 1, shift: 0 },
  ];
  const at = toInstant('2026-03-20T08:41:00+00:00');
  const entries = [{ at, why: 'learnt', decisions: 48, from: delivered, to: numbers, by: null }];
  world.stored.set(TAUGHT, { numbers, since: null, decisions: 48, entries });
  const register = { ...world.ports.register, lessons: () => Promise.resolve(lessons) };
  return { ...world, ports: { ...world.ports, register } };
}

/** Reminders that are on and put off, a lock, and an organisation that set a policy and a number. */
export function hostSettings(now: Instant): Required<Pick<Ports, 'reminders' | 'lock' | 'managed'>> {
  let settings = DEFAULT_REMINDERS;
  let snoozedUntil: Instant | null = addHours(now, 1);
  let minutes: number | null = 10;
  let hasCode = false;
  const reminders = {
    load: () => Promise.resolve({ settings, isAllowed: true, snoozedUntil }),
    save: (next: typeof settings) => Promise.resolve(void (settings = next)),
    allow: () => Promise.resolve(true),
    snooze: (until: Instant | null) => Promise.resolve(void (snoozedUntil = until)),
  };
  return {
    reminders: () => Promise.resolve(reminders),
    lock: {
      watches: 'computer',
      load: () => Promise.resolve({ minutes, hasCode }),
      save: (after, code) => {
        minutes = after;
        hasCode ||= code !== null;
        return Promise.resolve(code === null ? null : '7RK4-MD2X-9QCF');
      },
    },
    managed: () => Promise.resolve({ landlord: 'west-kent', emergencyNumber: '01632 960155' }),
  };
}
