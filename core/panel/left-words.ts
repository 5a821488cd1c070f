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

/** "in 3 working days", "overdue by 2 working days": as a sentence says it. */
export function leftInWords(due: Due, now: Instant, calendar: WorkingCalendar): Left {
  return left(due, {
    now,
    calendar,
    until: (days) => `in ${days}`,
    over: (days) => `overdue by ${days}`,
    late: 'overdue',
  });
}

/** "3 working days", "2 working days over": beside a date, in a list. */
export function leftInList(due: Due, now: Instant, calendar: WorkingCalendar): Left {
  const { day } = due;
  // By the clock, soon: the time says more than "today".
  if (due.due !== day && !isPast(due, now) && day <= addDays(localDate(now), 1)) {
    return {
      words: `${localTime(toInstant(due.due))} ${day === localDate(now) ? 'today' : 'tomorrow'}`,
      isOver: false,
    };
  }
  return left(due, { now, calendar, until: (days) => days, over: (days) => `${days} over`, late: 'over' });
}

interface Style {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly until: (days: string) => string;
  readonly over: (days: string) => string;
  readonly late: string;
}

function left(due: Due, { now, calendar, until, over, late }: Style): Left {
  const today = localDate(now);
  const { day } = due;
  const isOver = isPast(due, now);
  try {
    if (isOver) {
      const days = calendar.workingDaysBetween(day, today);
      return { words: days > 0 ? over(count(days, 'working day')) : late, isOver };
    }
    if (day === today) return { words: 'today', isOver };
    const days = calendar.workingDaysBetween(today, day);
    // "tomorrow" only for a working day: on Friday nobody acts on Saturday (DESIGN, section 6).
    if (days === 1 && calendar.isWorkingDay(day)) {
      return { words: day === addDays(today, 1) ? 'tomorrow' : 'next working day', isOver };
    }
    return { words: days > 0 ? until(count(days, 'working day')) : 'before the next working day', isOver };
  } catch (error) {
    if (!(error instanceof CalendarCoverageError)) throw error;
    return { words: isOver ? late : '', isOver };
  }
}

function isPast(due: Due, now: Instant): boolean {
  if (due.due === due.day) return due.day < localDate(now);
  return compareInstants(toInstant(due.due), now) < 0;
}
