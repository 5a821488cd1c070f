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

/** The lock of the panel. */
export interface Lock {
  /** Locked when nobody has touched the whole computer, or, where a host can't know that, the panel. */
  readonly watches: 'computer' | 'panel';
  load(): Promise<LockSettings>;
  /**
   * A new code, or null to leave the one that there is; `minutes` null takes the lock away. Gives the code that opens it where
   * the new one is forgotten, which is shown once; null where no new one was set.
   */
  save(minutes: number | null, code: string | null): Promise<string | null>;
}

export interface LockSettings {
  /** Locked when nobody was there for so long; null = never. */
  readonly minutes: number | null;
  readonly hasCode: boolean;
}

/** What a host says about itself and the page beside the panel. */
export interface Help {
  /** The self-test: what can be read on the page in front. */
  checkPage(): Promise<PageCheck>;
  /** Opens the page with the keys as they are set, what is read and where it stays, and the fields that were pointed at. */
  open(): void;
}

/** What can be read on a page, part by part, and by what each was found: nothing of what the page says. */
export interface PageCheck {
  readonly page: string;
  readonly state: string;
  readonly parts: readonly { readonly name: string; readonly by: string | null }[];
  /** The same as text, to send to whoever mends Duly. */
  readonly report: string;
}
