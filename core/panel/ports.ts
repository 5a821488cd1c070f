import type { WorkingCalendar } from '../calendar.ts';
import type { EventSource } from '../case/chain.ts';
import type { Instant, IsoDate } from '../dates.ts';
import type { Host } from '../host.ts';
import type { Message } from '../message.ts';
import type { Policy } from '../policy/policy.ts';
import type { Signal } from '../policy/signals.ts';
import type { Reading } from '../reading/reading.ts';
import type { Register } from '../register/register.ts';
import type { Settings } from '../settings.ts';
import type { NeuralScores, Verdict } from '../triage/verdict.ts';
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
}

/** Keeps small things between two openings of the panel: settings, and unsaved drafts. What it gives back is checked. */
export interface PanelStore {
  /** Null where nothing was kept. */
  load(key: string): Promise<unknown>;
  /** Null removes it. */
  save(key: string, value: unknown): Promise<void>;
}

/** The time, and when to look at it again. */
export interface Clock {
  now(): Instant;
  /** Calls back at every new minute, and when the computer wakes; returns how to stop. */
  onTick(listener: () => void): () => void;
}

/** The first half of the sentence, message to verdict: core/panel/look.ts. */
export type Look = (
  message: Message,
  context: {
    readonly settings: Settings;
    readonly policy: Policy;
    readonly known: ReadonlySet<Signal>;
    readonly neural: NeuralScores | null;
  },
) => { readonly reading: Reading; readonly verdict: Verdict };

/** Everything that the panel reaches outside itself. */
export interface Ports {
  readonly host: Host;
  readonly register: Register;
  readonly policies: Policies;
  readonly look: Look;
  /** The neural reader, started by the first message; absent where the host has none. Rejects where it can't be had. */
  readonly secondReader?: (reading: Reading, settings: Settings) => Promise<NeuralScores>;
  readonly store: PanelStore;
  readonly clock: Clock;
  readonly source: EventSource;
  /** Takes a saved email (.eml) apart; fetched only when one is brought in. */
  readonly readMailFile: (bytes: Uint8Array) => Promise<Message>;
}
