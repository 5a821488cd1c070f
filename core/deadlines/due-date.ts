import type { Instant, IsoDate } from '../dates.ts';
import type { Duty, Timer } from '../policy/schema.ts';
import type { Leg } from './clock.ts';

/** A date that a policy's timer gives, with everything needed to show and to defend it. */
export interface DueDate {
  readonly timer: string;
  /** With the policy's name. */
  readonly clauses: readonly string[];
  readonly obligation: Duty;
  readonly stage: string | null;
  /** The last day, to its end; for what is due by the clock the moment. */
  readonly due: IsoDate | Instant;
  /** The last day. */
  readonly day: IsoDate;
  /** Projected: the event that it counts from has not happened yet. */
  readonly provisional: boolean;
  /** An earliest day, not a last one. */
  readonly notBefore: boolean;
  /** A target time on the due day (Wrekin 4.5.2, "24hrs"). */
  readonly target: Instant | null;
  /** The date by the words alone, where another one governs. */
  readonly literal: IsoDate | null;
  /** The date under present law, where it is earlier than the policy's. */
  readonly override: { readonly due: IsoDate; readonly reason: string } | null;
  /** The last day to send it so that it is in time. */
  readonly sendBy: IsoDate | null;
  /** Missing it is a decision for a person, not a refusal. */
  readonly soft: boolean;
  readonly force: NonNullable<Timer['force']> | 'must';
  /** The reading that the date rests on, where the policy's words leave it open. */
  readonly reading: string | null;
  /** The counts, in order; the last one ends on the due date. */
  readonly working: readonly Leg[];
}
