import type { CaseEvent } from '../case/event.ts';
import type { IsoDate } from '../dates.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import type { DueEntry } from './due-query.ts';
import { cuts } from './register.ts';

/* What the register in memory counts and sorts afresh at every question. */

/** By device and number, as every register gives them. */
export async function* allOf(events: ReadonlyMap<string, readonly CaseEvent[]>): AsyncGenerator<CaseEvent> {
  const all = [...events.values()]
    .flat()
    .sort((left, right) =>
      left.deviceId === right.deviceId ? left.sequence - right.sequence : left.deviceId < right.deviceId ? -1 : 1,
    );
  for (const event of all) yield await Promise.resolve(event);
}

/** How many of these keys fall into each bucket of the due list. */
export function countsOf(keys: readonly string[], today: IsoDate, uncomputed: number) {
  const cut = cuts(today);
  const before = (key: string): number => keys.filter((candidate) => candidate < key).length;
  const [overdue, untilTomorrow, untilLater] = [before(cut.today), before(cut.tomorrow), before(cut.later)];
  return {
    overdue,
    today: untilTomorrow - overdue,
    week: untilLater - untilTomorrow,
    later: keys.length - untilLater,
    uncomputed,
  };
}

/** The most urgent first. */
export function byKey(left: DueEntry, right: DueEntry): number {
  return left.key < right.key ? -1 : 1;
}

/** By receipt. */
export function latestFirst(left: DueRow, right: DueRow): number {
  return Date.parse(right.receivedAt) - Date.parse(left.receivedAt);
}
