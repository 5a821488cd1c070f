import { count } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { backupLines } from '../register/backup-file.ts';
import type { BackupState, Register } from '../register/register.ts';
import type { RestoreSource } from '../register/restore.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { panelMoment } from '../date-words.ts';
import { saveFile, type Saved } from './effects/save-file.ts';

/** A backup is asked for when entries have waited for one for so many working days (DESIGN, section 9). */
const WORKING_DAYS = 5;
/** Lines that are put together before they are handed to the browser, which keeps them on the disk. */
const PART = 2_000;

/** Saves every entry as a file, and remembers that it was. Gives how many there were, and what became of the file. */
export async function saveBackup(
  register: Register,
  now: Instant,
): Promise<{ readonly events: number; readonly saved: Saved }> {
  const parts: Blob[] = [];
  let lines: string[] = [];
  let events = -1;
  for await (const line of backupLines(register.allEvents())) {
    lines.push(line);
    events++;
    if (lines.length < PART) continue;
    parts.push(new Blob(lines));
    lines = [];
  }
  const all = new Blob([...parts, ...lines]);
  const saved = await saveFile(`duly-${localDate(now)}.jsonl`, all, 'application/jsonl');
  await register.backedUp(events);
  return { events, saved };
}

/** A backup's file is read afresh each time: once to look at it, once to bring it in. */
export function sourceOf(file: Blob): RestoreSource {
  return {
    async *open() {
      const reader = file.stream().getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) return;
        yield value;
      }
    },
  };
}

/** When it was last backed up, and how much came since. */
export function backupWords({ at, newEvents, events }: BackupState, now: Instant): string {
  if (events === 0) return 'There is nothing to back up yet.';
  if (at === null) return `Never backed up. ${count(events, 'entry waits', 'entries wait')} for it.`;
  const since = newEvents === 0 ? ' Nothing since.' : ` ${count(newEvents, 'entry', 'entries')} since.`;
  return `Backed up ${panelMoment(at, localDate(now))}.${since}`;
}

/** Whether a backup is to be asked for: there is something in none, and the last one is some working days old. */
export function isBackupDue(
  { at, newEvents, events }: BackupState,
  { now, calendar }: { readonly now: Instant; readonly calendar: WorkingCalendar | null },
): boolean {
  if (newEvents === 0) return false;
  // Somebody who has just begun isn't asked at the first entry.
  if (at === null) return events >= 20;
  const [last, today] = [localDate(at), localDate(now)];
  try {
    return calendar !== null && last < today && calendar.workingDaysBetween(last, today) >= WORKING_DAYS;
  } catch {
    return true;
  }
}
