import { figure } from '../date-words.ts';
import { addDays, localDate, type Instant, type IsoDate } from '../dates.ts';
import type { DueCounts, DueEntry } from '../register/register.ts';
import type { DueGroup } from './state.ts';

/** The groups in their order, as the tally and the heads name them. */
export const GROUPS: readonly { readonly id: DueGroup; readonly name: string }[] = [
  { id: 'overdue', name: 'Overdue' },
  { id: 'today', name: 'Today' },
  { id: 'week', name: 'This week' },
  { id: 'later', name: 'Later' },
];

/** The group of a day: the next seven days are this week. The same cuts as the register counts by. */
export function groupOf(day: IsoDate, now: Instant): DueGroup {
  const today = localDate(now);
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= addDays(today, 7) ? 'week' : 'later';
}

/** The loaded entries by group, in order; groups without any are left out. */
export function grouped(
  entries: readonly DueEntry[],
  now: Instant,
): readonly { readonly id: DueGroup; readonly name: string; readonly entries: readonly DueEntry[] }[] {
  return GROUPS.map((group) => ({
    ...group,
    entries: entries.filter(({ duty }) => groupOf(duty.day, now) === group.id),
  })).filter((group) => group.entries.length > 0);
}

/** What stands at the right of a group's head: how many, and which of them are shown. */
export function position(shown: number, total: number): string {
  const all = figure(total);
  return shown < total ? `1 to ${figure(shown)} of ${all}` : all;
}

/** All that has a date. */
export function totalOf({ overdue, today, week, later }: DueCounts): number {
  return overdue + today + week + later;
}
