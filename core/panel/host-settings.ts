import type { Instant } from '../dates.ts';
import type { ReminderSettings } from '../reminders/reminders.ts';

/** Reminders, where a host can give them while the panel is closed. */
export interface Reminders {
  load(): Promise<ReminderState>;
  save(settings: ReminderSettings): Promise<void>;
  /** Asks the browser for leave to show notifications; within the press itself, or it isn't asked at all. */
  allow(): Promise<boolean>;
  /** Puts them off until a moment; null = no more. */
  snooze(until: Instant | null): Promise<void>;
}

export interface ReminderState {
  readonly settings: ReminderSettings;
  /** The browser lets notifications be shown; the badge needs no leave. */
  readonly isAllowed: boolean;
  readonly snoozedUntil: Instant | null;
}

/** The lock of the panel, where a host can tell that nobody is there. */
export interface Lock {
  load(): Promise<LockSettings>;
  /** A new code, or null to leave the one that there is; `minutes` null takes the lock away. */
  save(minutes: number | null, code: string | null): Promise<void>;
}

export interface LockSettings {
  /** Locked when nobody has touched the computer for so long; null = never. */
  readonly minutes: number | null;
  readonly hasCode: boolean;
}
