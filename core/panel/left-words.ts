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
  return left(due, { now, calendar, noun: 'working day', over: (days) => `overdue by ${days}`, late: 'overdue' });
}

/** "in 3 days", "2 days over": for a list whose head says that they are working days. */
export function leftInList(due: Due, now: Instant, calendar: WorkingCalendar): Left {
  const { day } = due;
  // By the clock, soon: the time says more than "today".
  if (due.due !== day && !isPast(due, now) && day <= addDays(localDate(now), 1)) {
    return {
      words: `${localTime(toInstant(due.due))} ${day === localDate(now) ? 'today' : 'tomorrow'}`,
      isOver: false,
    };
  }
  return left(due, { now, calendar, noun: 'day', over: (days) => `${days} over`, late: 'over' });
}

interface Style {
  readonly now: Instant;
  readonly calendar: WorkingCalendar;
  readonly noun: string;
  readonly over: (days: string) => string;
  readonly late: string;
}

function left(due: Due, { now, calendar, noun, over, late }: Style): Left {
  const today = localDate(now);
  const { day } = due;
  const isOver = isPast(due, now);
  try {
    if (isOver) {
      const days = calendar.workingDaysBetween(day, today);
      return { words: days > 0 ? over(count(days, noun)) : late, isOver };
    }
    if (day === today) return { words: 'today', isOver };
    const days = calendar.workingDaysBetween(today, day);
    // "tomorrow" only for a working day: on Friday nobody acts on Saturday (DESIGN, section 6).
    if (days === 1 && calendar.isWorkingDay(day)) {
      return { words: day === addDays(today, 1) ? 'tomorrow' : 'next working day', isOver };
    }
    return { words: days > 0 ? `in ${count(days, noun)}` : 'before the next working day', isOver };
  } catch (error) {
    if (!(error instanceof CalendarCoverageError)) throw error;
    return { words: isOver ? late : '', isOver };
  }
}

function isPast(due: Due, now: Instant): boolean {
  if (due.due === due.day) return due.day < localDate(now);
  return compareInstants(toInstant(due.due), now) < 0;
}
