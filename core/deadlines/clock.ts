import type { DatedDayOff, WorkingCalendar } from '../calendar.ts';
import { addDays, addHours, addMonths, inLondon, type Instant, type IsoDate } from '../dates.ts';
import type { Span } from '../policy/schema.ts';

/** One count: from day zero, so many days, to its last day, and each day on the way that didn't count. */
export interface Leg {
  /** What happened on day zero. */
  readonly from: LegStart;
  readonly date: IsoDate;
  readonly span: Span;
  readonly end: IsoDate;
  readonly skipped: readonly DatedDayOff[];
}

/** What a count runs from: an event, or another date that stands in for one. */
export type LegStart =
  | 'received'
  | 'requested'
  | 'acknowledged'
  | 'last-day-to-acknowledge'
  | 'sent'
  | 'letter-date'
  | 'deemed-receipt'
  | 'response-received'
  | 'original-due'
  | 'happened'
  | 'became-aware'
  | 'notified'
  | 'investigated'
  | 'form-completed';

/**
 * Counts a span from the day of an event. Working days strictly after it (GEN-1); days, weeks and months by the almanac,
 * never rolled off a weekend, months clamped to their end (GEN-3). Throws CalendarCoverageError where working days leave
 * the calendar; the other units need none.
 */
export function countFrom(date: IsoDate, span: Span, from: LegStart, calendar: WorkingCalendar): Leg {
  const end = endOf(date, span, calendar);
  return { from, date, span, end, skipped: span.unit === 'working-day' ? calendar.daysOffBetween(date, end) : [] };
}

/** The moment at which a span that counts by the clock is over; null for spans that end with a day. */
export function momentAfter(at: Instant, span: Span): Instant | null {
  if (span.unit === 'instant') return inLondon(at);
  if (span.unit === 'hour') return addHours(at, span.count);
  return null;
}

function endOf(date: IsoDate, { count, unit }: Span, calendar: WorkingCalendar): IsoDate {
  switch (unit) {
    case 'working-day':
      return calendar.addWorkingDays(date, count);
    case 'day':
      return addDays(date, count);
    case 'week':
      return addDays(date, count * 7);
    case 'month':
      return addMonths(date, count);
    case 'instant':
      return date;
    case 'hour':
      return addDays(date, Math.floor(count / 24));
  }
}
