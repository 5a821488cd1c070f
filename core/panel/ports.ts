import type { BankHolidays, WorkingCalendar } from '../calendar.ts';
import type { CalendarChanges } from '../calendar-changes.ts';
import type { EventSource } from '../case/chain.ts';
import type { Instant, IsoDate } from '../dates.ts';
import type { Host } from '../host.ts';
import type { look } from '../look.ts';
import type { Message } from '../message.ts';
import type { Policy } from '../policy/policy.ts';
import type { PolicyVersions } from '../policy/versions.ts';
import type { Reading } from '../reading/reading.ts';
import type { Register } from '../register/register.ts';
import type { Settings } from '../settings.ts';
import type { NeuralScores } from '../triage/verdict.ts';
import type { Help, Lock, Reminders } from './host-settings.ts';
import type { ShowKept } from './keeping.ts';
import type { Rules } from './state.ts';

/** One landlord's policy in the list that an officer chooses from. */
export interface PolicyName {
  readonly id: string;
  readonly name: string;
}

/** Where the panel gets policies from: the host hands them in, the panel knows no landlord. */
export interface Policies {
  /** The landlords' policies, for the choice in Settings. */
  landlords(): Promise<readonly PolicyName[]>;
  /** The version in force on a date. Rejects with PolicyError for one that can't be used. */
  policyOn(id: string, date: IsoDate): Promise<Policy>;
  /** The version that a case was opened under. Rejects with PolicyError where it is gone. */
  policyOfCase(policy: { readonly id: string; readonly version: string }): Promise<Policy>;
  /** The Code: what every landlord owes, and what stands in where no landlord is chosen. */
  floorOn(date: IsoDate): Promise<Policy>;
  /** The law's own clocks, for dangers, each with the calendar that it counts by; possibly none. */
  lawsOn(date: IsoDate): Promise<Rules['laws']>;
  calendarOf(policy: Policy): WorkingCalendar;
  /** All versions of a policy, for its page and its file. Rejects with PolicyError for one that can't be used. */
  versionsOf(id: string): Promise<PolicyVersions>;
  /** What is known beyond the calendars that the program brings. Throws where what was kept of it can't be read. */
  changes(): CalendarChanges;
  /** The calendar as it would be with other changes. Throws CalendarChangeError for those that can't be applied. */
  calendarWith(policy: Policy, changes: CalendarChanges): WorkingCalendar;
  bankHolidaysOf(division: string): BankHolidays;
  /** Reads a landlord's own policy. Rejects with PolicyFileError naming every mistake; nothing is kept before `keep`. */
  bringIn(text: string): Promise<BroughtIn>;
  /** Keeps changes for good; they count from the next opening. */
  keepChanges(changes: CalendarChanges): Promise<void>;
}

/** A landlord's own policy that could be read. */
export interface BroughtIn {
  readonly versions: PolicyVersions;
  /** It calls itself by the name of the Code or of a law, and can't be kept. */
  readonly isReserved: boolean;
  /** Versions that are here already with other words: a change needs a version of its own. */
  readonly clashes: readonly string[];
  /** Keeps it for good; it counts from the next opening. */
  readonly keep: () => Promise<void>;
}

/** Keeps small things between two openings of the panel: settings, and unsaved drafts. What it gives back is checked. */
export interface PanelStore {
  /** Null where nothing was kept. */
  load(key: string): Promise<unknown>;
  /** Null removes it. */
  save(key: string, value: unknown): Promise<void>;
  /** The keys of all that is kept. */
  keys(): Promise<readonly string[]>;
  /** Tells of what was kept under a key, by another panel or by this one; returns how to stop. */
  onChange?(key: string, listener: () => void): () => void;
}

/** The time, and when to look at it again. */
export interface Clock {
  now(): Instant;
  /** Calls back at every new minute, and when the computer wakes; returns how to stop. */
  onTick(listener: () => void): () => void;
}

/** The first half of the sentence, message to verdict. */
export type Look = typeof look;

/** Everything that the panel reaches outside itself. */
export interface Ports {
  readonly host: Host;
  readonly register: Register;
  readonly policies: Policies;
  readonly look: Look;
  /** The neural reader, started by the first message; absent where the host has none. Rejects where it can't be had; null where a later message took its turn. */
  readonly secondReader?: (reading: Reading, settings: Settings) => Promise<NeuralScores | null>;
  readonly store: PanelStore;
  readonly clock: Clock;
  readonly source: EventSource;
  /** Opens the panel afresh: policies and calendars that were changed count from then on. */
  readonly restart: () => void;
  /** Where what is kept may vanish: shows that, and how it is saved and brought back. */
  readonly showKept?: ShowKept;
  /** What the organisation set for everybody (managed.ts reads it); absent where a host has no such thing. */
  readonly managed?: () => Promise<unknown>;
  /** Fetched when somebody sets them. */
  readonly reminders?: () => Promise<Reminders>;
  readonly lock?: Lock;
  /** Absent where a host stands beside no page. */
  readonly help?: Help;
  /** Takes a saved email (.eml) apart; fetched only when one is brought in. */
  readonly readMailFile: (bytes: Uint8Array) => Promise<Message>;
}
