import { figure } from '../date-words.ts';
import { addDays, localDate, type Instant, type IsoDate } from '../dates.ts';
import type { BucketCounts } from '../register/due-query.ts';
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
  // Entries of one day stand together, and there may be thousands.
  const ofDay = new Map<IsoDate, DueGroup>();
  const byGroup = new Map<DueGroup, DueEntry[]>();
  for (const entry of entries) {
    const { day } = entry.duty;
    const id = ofDay.get(day) ?? groupOf(day, now);
    ofDay.set(day, id);
    const own = byGroup.get(id);
    if (own) own.push(entry);
    else byGroup.set(id, [entry]);
  }
  return GROUPS.map((group) => ({ ...group, entries: byGroup.get(group.id) ?? [] })).filter(
    (group) => group.entries.length > 0,
  );
}

/** What a row is known by in the page. */
export function rowId({ row, key }: DueEntry): string {
  return `${row.caseId} ${key}`;
}

const CHUNK = 30;

/** Rows in parts that come into the page, and leave it, together. */
export function chunksOf(
  entries: readonly DueEntry[],
): readonly { readonly key: number; readonly first: number; readonly rows: readonly DueEntry[] }[] {
  return Array.from({ length: Math.ceil(entries.length / CHUNK) }, (_, key) => ({
    key,
    first: key * CHUNK,
    rows: entries.slice(key * CHUNK, (key + 1) * CHUNK),
  }));
}

/** How many there are from a group on, loaded or not; null = all. */
export function totalFrom(group: DueGroup | null, counts: BucketCounts): number {
  const at = group === null ? 0 : GROUPS.findIndex(({ id }) => id === group);
  return GROUPS.slice(at).reduce((sum, { id }) => sum + counts[id], 0);
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
