import type { Condition } from './schema.ts';
import type { Signal } from './signals.ts';

/** What is known when a condition is asked: the signals, and how old the matter is in whole months, if that is known. */
export interface Facts {
  readonly signals: ReadonlySet<Signal>;
  /** Whole months since the latest occurrence (GEN-11); null = nobody knows, and no age rule holds. */
  readonly ageMonths: number | null;
}

/** Whether a policy's condition holds. An empty one always does. */
export function holds(condition: Condition | undefined, { signals, ageMonths }: Facts): boolean {
  if (!condition) return true;
  const { all = [], any = [], none = [], olderThan } = condition;
  return (
    all.every((signal) => signals.has(signal)) &&
    (any.length === 0 || any.some((signal) => signals.has(signal))) &&
    !none.some((signal) => signals.has(signal)) &&
    (!olderThan || (ageMonths !== null && ageMonths > olderThan.count))
  );
}
