import type { WorkingCalendar } from '../calendar.ts';
import { addDays, formatDate, isoWeekday, type IsoDate } from '../dates.ts';
import type { Leg } from '../deadlines/clock.ts';

/** One day of a count, as its square shows it. */
export interface GridDay {
  readonly date: IsoDate;
  /** 24 Mar at the first day and at the first of a month, else 25. */
  readonly label: string;
  /** Working days from day zero; null for a day that doesn't count. */
  readonly number: number | null;
  /** Why it doesn't count. */
  readonly off: string | null;
  readonly isZero: boolean;
  readonly isEnd: boolean;
}

/** A count as weeks of seven squares from Monday; null where the week has days outside the count. */
export type Week = readonly (GridDay | null)[];

/** The days of one count, week by week. Only working days are counted on squares; other lengths are said in words. */
export function weekGrid({ date, end }: Leg, calendar: WorkingCalendar): readonly Week[] {
  const weeks: Week[] = [];
  let number = 0;
  for (let monday = addDays(date, 1 - isoWeekday(date)); monday <= end; monday = addDays(monday, 7)) {
    const week: (GridDay | null)[] = [];
    for (let weekday = 0; weekday < 7; weekday++) {
      const day = addDays(monday, weekday);
      if (day < date || day > end) {
        week.push(null);
        continue;
      }
      // Day zero is the day of the event, whatever day it is (GEN-1): it never carries "off".
      const off = day === date ? null : (calendar.dayOff(day)?.name ?? null);
      if (day !== date && off === null) number++;
      week.push({
        date: day,
        label: formatDate(day, day === date || day.endsWith('-01') ? 'd MMM' : 'd'),
        number: off === null ? number : null,
        off,
        isZero: day === date,
        isEnd: day === end,
      });
    }
    weeks.push(week);
  }
  return weeks;
}
