import { addHours, type Instant } from '../../core/dates.ts';
import type { Ports } from '../../core/panel/ports.ts';
import { DEFAULT_REMINDERS } from '../../core/reminders/reminders.ts';

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
