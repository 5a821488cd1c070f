import browser from 'webextension-polyfill';

import { addDays, isoWeekday, localDate, type Instant, type IsoDate } from '../../core/dates.ts';
import type { Policies } from '../../core/panel/ports.ts';
import { parseSetup } from '../../core/panel/setup.ts';
import type { Register } from '../../core/register/register.ts';
import { REMINDER_KEYS } from '../../core/reminders/stored.ts';
import { REGISTER_CHANGED } from '../register-changed.ts';

interface Kept {
  readonly register: Register;
  readonly policies: Policies;
  readonly now: Instant;
}

/** Days ahead for which the worker knows when the landlord is closed, should nobody open the panel for so long. */
const AHEAD = 400;

/** Tells the worker what only the panel knows: that something was entered, and on which days the landlord is closed. */
export async function keepReminders({ register, policies, now }: Kept): Promise<void> {
  register.onChange(({ by }) => {
    if (by === 'here') tellWorker();
  });
  const daysOff = await daysOffOf(policies, localDate(now));
  if (daysOff) await browser.storage.local.set({ [REMINDER_KEYS.daysOff]: daysOff });
  tellWorker();
}

/** A worker that is just being replaced by a newer one hears it at its next alarm. */
function tellWorker(): void {
  browser.runtime.sendMessage(REGISTER_CHANGED).catch(() => undefined);
}

/** Weekdays that don't count, by the chosen landlord's calendar; null where none is chosen or it can't be read. */
async function daysOffOf(policies: Policies, today: IsoDate): Promise<readonly IsoDate[] | null> {
  try {
    const { setup } = await browser.storage.local.get('setup');
    const { landlord } = parseSetup(setup);
    if (landlord === null) return null;
    const calendar = policies.calendarOf(await policies.policyOn(landlord, today));
    const far = addDays(today, AHEAD);
    const last = far < calendar.coverage.to ? far : calendar.coverage.to;
    return calendar.daysOffBetween(today, last).flatMap(({ date }) => (isoWeekday(date) <= 5 ? [date] : []));
  } catch {
    return null;
  }
}
