import { sameClockTimeOn, toInstant, toIsoDate, type Instant } from '../dates.ts';

/** A day of which no time is known: noon stands for it, and is shown nowhere. Null for a text that is no day. */
export function noonOf(day: string): Instant | null {
  try {
    return sameClockTimeOn(toIsoDate(day), toInstant('2026-01-01T12:00:00Z'));
  } catch {
    return null;
  }
}
