import type { CaseEvent } from '../case/event.ts';
import { count } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { backupOf } from '../register/backup-file.ts';
import type { BackupState, Register } from '../register/register.ts';
import type { RestoreSource } from '../register/restore.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { panelMoment } from '../date-words.ts';
import { saveFile, type Saved } from './effects/save-file.ts';

/** A backup is asked for when entries have waited for one for so many working days (DESIGN, section 9). */
const WORKING_DAYS = 5;
/** Characters that are put together before they are handed to the browser, which keeps them on the disk. */
const PART = 4_000_000;

/** Saves every entry as a file, and remembers that it was. Gives how many there were, and what became of the file. */
export async function saveBackup(
  register: Register,
  now: Instant,
): Promise<{ readonly events: number; readonly saved: Saved }> {
  const { content, events } = await backupBlob(register);
  const saved = await saveFile(`duly-${localDate(now)}.jsonl`, content, 'application/jsonl');
  await register.backedUp(events);
  return { events, saved };
}

/** Everything in a register as the content of a file, and how many entries it holds. */
export async function backupBlob(register: Register): Promise<{ readonly content: Blob; readonly events: number }> {
  const parts: Blob[] = [];
  let lines: string[] = [];
  let length = 0;
  let events = 0;
  const counted = async function* (): AsyncGenerator<CaseEvent> {
    for await (const event of register.allEvents()) {
      events++;
      yield event;
    }
  };
  for await (const line of backupOf({ allEvents: counted, original: (of) => register.original(of) })) {
    lines.push(line);
    length += line.length;
    if (length < PART) continue;
    parts.push(new Blob(lines));
    lines = [];
    length = 0;
  }
  return { content: new Blob([...parts, ...lines]), events };
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
