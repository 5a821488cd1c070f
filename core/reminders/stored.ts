import { toInstant, toIsoDate, type Instant, type IsoDate } from '../dates.ts';
import { DEFAULT_REMINDERS, NO_STATE, type ReminderSettings, type ReminderState } from './reminders.ts';

/*
 * Reminders as a browser keeps them. What can't be read is as if nobody had set it: a reminder too many does no harm, none
 * at all might.
 */

/** Under which keys a host keeps them. */
export const REMINDER_KEYS = { settings: 'reminders', state: 'reminder-state', daysOff: 'days-off' } as const;

const TIME = /^([01][0-9]|2[0-3]):[0-5][0-9]$/;

/** The settings, or the usual ones. */
export function parseReminders(stored: unknown): ReminderSettings {
  if (!isRecord(stored)) return DEFAULT_REMINDERS;
  const { isOn, times, from, to } = stored;
  const isTimes = Array.isArray(times) && times.every(isTime);
  if (typeof isOn !== 'boolean' || !isTimes || !isTime(from) || !isTime(to)) return DEFAULT_REMINDERS;
  return { isOn, times: times.filter(isTime), from, to };
}

/** What was remembered at the last look. */
export function parseReminderState(stored: unknown): ReminderState {
  if (!isRecord(stored)) return NO_STATE;
  return { doneTo: instantOr(stored['doneTo']), snoozedUntil: instantOr(stored['snoozedUntil']) };
}

/** Weekdays on which the landlord is closed, as the panel last knew them from its calendar. */
export function parseDaysOff(stored: unknown): ReadonlySet<IsoDate> {
  if (!Array.isArray(stored)) return new Set();
  return new Set(
    stored.flatMap((day: unknown) => {
      try {
        return typeof day === 'string' ? [toIsoDate(day)] : [];
      } catch {
        return [];
      }
    }),
  );
}

function instantOr(value: unknown): Instant | null {
  try {
    return typeof value === 'string' ? toInstant(value) : null;
  } catch {
    return null;
  }
}

/** Whether a text is a time of day: `09:00`. */
export function isTimeOfDay(text: string): boolean {
  return TIME.test(text);
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && isTimeOfDay(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
