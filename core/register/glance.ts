import { openDB } from 'idb';
import type { Instant, IsoDate } from '../dates.ts';
import type { ReminderCounts } from '../reminders/reminders.ts';
import { isPast } from './seen.ts';
import type { Schema } from './stores.ts';

/**
 * What a reminder says, read from the store without making anything in it: a worker has no policies and derives no rows.
 * Null where there is no register yet, or one of another version than this program's: the panel brings it up to date first.
 */
export async function glance(
  name: string,
  { today, nextWorkingDay, now }: { readonly today: IsoDate; readonly nextWorkingDay: IsoDate; readonly now: Instant },
): Promise<ReminderCounts | null> {
  const known = await indexedDB.databases();
  if (!known.some((database) => database.name === name)) return null;
  const db = await openDB<Schema>(name);
  try {
    if (!db.objectStoreNames.contains('tallies') || !db.objectStoreNames.contains('seen')) return null;
    const tx = db.transaction(['tallies', 'seen']);
    const range = IDBKeyRange.bound('due ', 'due~');
    const [keys, counts, seen] = await Promise.all([
      tx.objectStore('tallies').getAllKeys(range),
      tx.objectStore('tallies').getAll(range),
      tx.objectStore('seen').getAll(),
    ]);
    const sum = (fits: (day: string) => boolean): number =>
      keys.reduce((total, key, index) => total + (fits(key.slice(4)) ? (counts[index] ?? 0) : 0), 0);
    return {
      overdue: sum((day) => day < today),
      today: sum((day) => day === today),
      next: sum((day) => day > today && day <= nextWorkingDay),
      undecided: seen.filter((message) => message.decided === null && !isPast(message, now)).length,
    };
  } finally {
    db.close();
  }
}
