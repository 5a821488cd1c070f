import * as v from 'valibot';
import { toInstant, toIsoDate, type Instant, type IsoDate } from '../dates.ts';
import { AS_DELIVERED, isSameTaught, Taught } from '../settings.ts';

/** Under which name it is kept. */
export const TAUGHT = 'taught';

/** One change of the two numbers: when, from how many decisions, from what to what. */
export interface TaughtEntry {
  readonly at: Instant;
  /** Learnt from decisions; put back to as delivered by somebody; that taken back. */
  readonly why: 'learnt' | 'back' | 'undone';
  readonly decisions: number;
  readonly from: Taught;
  readonly to: Taught;
  /** Who put it back; null where Duly learnt by itself. */
  readonly by: string | null;
}

/** What this computer has learnt from decisions, and how it came to it. */
export interface TaughtKept {
  readonly numbers: Taught;
  /** Decisions up to this day don't count: it was put back then. Null = all of the last year count. */
  readonly since: IsoDate | null;
  /** How many decisions the numbers were last weighed by. */
  readonly decisions: number;
  /** The latest last. */
  readonly entries: readonly TaughtEntry[];
}

/** Nothing learnt yet. */
export const NOTHING_TAUGHT: TaughtKept = { numbers: AS_DELIVERED, since: null, decisions: 0, entries: [] };

const whole = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

const Kept = v.object({
  numbers: Taught,
  since: v.nullable(v.pipe(v.string(), v.transform(toIsoDate))),
  decisions: whole,
  entries: v.array(
    v.object({
      at: v.pipe(
        v.string(),
        v.transform((value) => toInstant(value)),
      ),
      why: v.picklist(['learnt', 'back', 'undone']),
      decisions: whole,
      from: Taught,
      to: Taught,
      by: v.nullable(v.string()),
    }),
  ),
});

/** What was kept, from storage. What can't be used is as if nothing had been taught: the verdict is as delivered. */
export function parseTaught(stored: unknown): TaughtKept {
  try {
    const result = v.safeParse(Kept, stored);
    return result.success ? result.output : NOTHING_TAUGHT;
  } catch {
    return NOTHING_TAUGHT;
  }
}

/** The numbers as settings hand them to triage: none where they are as delivered. */
export function taughtIn({ numbers }: TaughtKept): { readonly taught?: Taught } {
  return isSameTaught(numbers, AS_DELIVERED) ? {} : { taught: numbers };
}
