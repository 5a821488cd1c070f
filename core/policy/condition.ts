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
  const { all, any, none, olderThan } = condition;
  const has = (signal: Signal): boolean => signals.has(signal);
  return (
    (!all || all.every(has)) &&
    (!any || any.length === 0 || any.some(has)) &&
    !none?.some(has) &&
    (!olderThan || (ageMonths !== null && ageMonths > olderThan.count))
  );
}
