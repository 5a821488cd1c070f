import { CalendarCoverageError, type WorkingCalendar } from '../calendar.ts';
import { count } from '../date-words.ts';
import { addDays, compareInstants, localDate, localTime, toInstant, type Instant, type IsoDate } from '../dates.ts';

/** How long there is until a day, and whether it is past. */
export interface Left {
  readonly words: string;
  readonly isOver: boolean;
}

/** What is due, and whether by the end of a day or by the clock. */
interface Due {
  readonly due: IsoDate | Instant;
  readonly day: IsoDate;
}

/** "in 3 working days", "overdue by 2 working days", by the clock "overdue by 42 hours": as a sentence says it. */
export function leftInWords(due: Due, now: Instant, calendar: WorkingCalendar): Left {
  return left(due, {
    now,
    calendar,
    unit: 'working day',
    until: (span) => `in ${span}`,
    over: (span) => `overdue by ${span}`,
    late: 'overdue',
  });
}

/**
 * "in 3 days", "2 days over", by the clock "42 hours over": beside a date, in a list whose head says that days are working
 * days. It stays on one line (DESIGN, section 6).
 */
export function leftInList(due: Due, now: Instant, calendar: WorkingCalendar): Left {
  const { day } = due;
  // By the clock, soon: the time says more than "today".
  if (due.due !== day && !isPast(due, now) && day <= addDays(localDate(now), 1)) {
    return {
      words: `${localTime(toInstant(due.due))} ${day === localDate(now) ? 'today' : 'tomorrow'}`,
      isOver: false,
    };
  }
  return left(due, {
    now,
    calendar,
    unit: 'day',
    until: (span) => `in ${span}`,
    over: (span) => `${span} over`,
    late: 'over',
  });
}

interface Style {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly unit: 'day' | 'working day';
  readonly until: (span: string) => string;
  readonly over: (span: string) => string;
  readonly late: string;
}

function left(due: Due, { now, calendar, unit, until, over, late }: Style): Left {
  const today = localDate(now);
  const { day } = due;
  const isOver = isPast(due, now);
  const hours = hoursBetween(due, now);
  // What must be done within a day is late by the hour, weekends and holidays too (Awaab's Law: "within 24 hours").
  if (hours !== null && hours < HOURS_TOLD) {
    const span = hours === 0 ? 'less than an hour' : count(hours, 'hour');
    return { words: isOver ? over(span) : until(span), isOver };
  }
  try {
    if (isOver) {
      const days = calendar.workingDaysBetween(day, today);
      return { words: days > 0 ? over(count(days, unit)) : late, isOver };
    }
    if (day === today) return { words: 'today', isOver };
    const days = calendar.workingDaysBetween(today, day);
    // "tomorrow" only for a working day: on Friday nobody acts on Saturday (DESIGN, section 6).
    if (days === 1 && calendar.isWorkingDay(day)) {
      return { words: day === addDays(today, 1) ? 'tomorrow' : 'next working day', isOver };
    }
    return { words: days > 0 ? until(count(days, unit)) : 'before the next working day', isOver };
  } catch (error) {
    if (!(error instanceof CalendarCoverageError)) throw error;
    return { words: isOver ? late : '', isOver };
  }
}

/** Below so many hours a time by the clock is told in hours, above in days. */
const HOURS_TOLD = 72;

/** Whole hours to or from what is due by the clock; null for what is due by the end of a day. */
function hoursBetween({ due, day }: Due, now: Instant): number | null {
  return due === day ? null : Math.floor(Math.abs(compareInstants(toInstant(due), now)) / 3_600_000);
}

function isPast(due: Due, now: Instant): boolean {
  if (due.due === due.day) return due.day < localDate(now);
  return compareInstants(toInstant(due.due), now) < 0;
}
