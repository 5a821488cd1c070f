import type { Instant, IsoDate } from '../dates.ts';
import type { ClockEvent } from '../policy/schema.ts';
import type { Signal } from '../policy/signals.ts';
import type { LegStart } from './clock.ts';

/** An event that clocks run from, with what a policy may ask about it. */
export interface ClockStart {
  readonly event: ClockEvent;
  readonly at: Instant;
  /** The stage entered, acknowledged, answered or extended; null for events that belong to none. */
  readonly stage: string | null;
  readonly signals: ReadonlySet<Signal>;
  /** How it was sent or taken; decides when a letter counts as received. */
  readonly channel?: 'email' | 'post' | 'phone' | 'visit' | undefined;
  /** Receipt of what the stage answers; with it a late acknowledgement is seen. */
  readonly receivedAt?: Instant | undefined;
  readonly letterDate?: IsoDate | undefined;
  readonly formCompletedAt?: Instant | undefined;
  /** The answer's due date before any extension. */
  readonly originalDue?: IsoDate | undefined;
  /** Further time beyond the cap: no policy puts a number on it. */
  readonly exceptional?: boolean | undefined;
  readonly agreedDate?: IsoDate | undefined;
}

/** What an event lacks before its dates can be counted. */
export class ClockError extends Error {
  override readonly name = 'ClockError';
}

/** What a count begins with, by the event that it begins at. */
export function startOf(event: ClockEvent): LegStart {
  switch (event) {
    case 'complaint-received':
    case 'dissatisfaction-received':
    case 'enquiry-received':
    case 'hazard-reported':
      return 'received';
    case 'escalation-requested':
      return 'requested';
    case 'acknowledged':
      return 'acknowledged';
    case 'response-sent':
      return 'sent';
    case 'response-received':
      return 'response-received';
    case 'extension-agreed':
      return 'original-due';
    case 'hazard-investigated':
    case 'hazard-confirmed':
      return 'investigated';
    case 'incident':
      return 'happened';
    case 'became-aware':
      return 'became-aware';
    case 'restriction-notified':
      return 'notified';
  }
}
