import type { CaseEvent } from '../core/case/event.ts';
import { count, figure } from '../core/date-words.ts';
import { BackupError, backupLines, backupOf, readBackup } from '../core/register/backup-file.ts';
import type { Register } from '../core/register/register.ts';
import { backupAt, isBackupThere, lockBackup, writeBackup } from './backup-on-disk.ts';
import { UsageError } from './command.ts';
import { loaded, naming, print, rowsOf } from './loaded-register.ts';

/* Backups in and out: `duly register import` and `export`, and what is said of a file that isn't whole. */

/** Chains may hold and the last entries be gone: only the last line of a backup tells. So it does of a part of one. */
export async function sayWhereCutOff(files: readonly string[]): Promise<void> {
  for (const file of files) {
    const { isComplete, part } = await naming(file, async () => {
      const reader = readBackup(backupAt(file).open());
      let next = await reader.next();
      while (!next.done) next = await reader.next();
      return next.value;
    });
    if (!isComplete) process.stderr.write(`${file}: ${NO_END}\n`);
    if (part) process.stderr.write(`${file}: a part of a backup, for ${part.join(', ')}: other entries lie between\n`);
  }
}

const NO_END = 'it doesn’t say where it ends, so something may be missing at its end';

/** Merges backups into one: on standard output, or into a file, which no other run writes into meanwhile. */
export async function imported(
  files: readonly string[],
  into: string | undefined,
  { isPreview, mayErase }: { readonly isPreview: boolean; readonly mayErase: boolean },
): Promise<void> {
  // From before it is read until it is written: what another run enters meanwhile would be written over.
  const release = into === undefined || isPreview ? null : lockBackup(into);
  try {
    const isThere = into !== undefined && isBackupThere(into);
    if (isThere) await naming(into, () => wholeIn(into));
    const register = await loaded(isThere ? [into] : []);
    for (const file of files) await bringIn(register, file, { isPreview, mayErase });
    if (isPreview) return;
    if (into === undefined) await exported(register, []);
    else await writeBackup(into, backupOf(register));
  } finally {
    release?.();
  }
}

/** Throws BackupError for a backup that isn't whole: with more put into it, it would look so. */
async function wholeIn(into: string): Promise<void> {
  const reader = readBackup(backupAt(into).open());
  let next = await reader.next();
  while (!next.done) next = await reader.next();
  const { isComplete, part } = next.value;
  if (part) throw new BackupError('part', null, 'it is a part of a backup, and nothing is put into it');
  if (!isComplete) throw new BackupError('truncated', null, `${NO_END}; nothing is put into it`);
}

async function bringIn(
  register: Register,
  file: string,
  { isPreview, mayErase }: { readonly isPreview: boolean; readonly mayErase: boolean },
): Promise<void> {
  const preview = await naming(file, async () => register.preview(backupAt(file)));
  const { empties, bare, refilled } = preview;
  const says = [
    `${count(preview.events, 'event')}, ${figure(preview.freshEvents)} new`,
    `${count(preview.cases, 'case')}, ${figure(preview.freshCases)} new`,
    ...(refilled > 0 ? [`${count(refilled, 'event gets', 'events get')} back its personal data`] : []),
    ...(empties.length > 0
      ? [
          `takes the personal data out of ${count(empties.length, 'case')} for good: ${empties.map(({ reference, name }) => [reference, name].join(' ').trim()).join(', ')}`,
        ]
      : []),
    ...(bare.length > 0
      ? [`${count(bare.length, 'event lacks', 'events lack')} personal data, and no erasure says so`]
      : []),
    ...(preview.isComplete ? [] : [NO_END]),
  ];
  process.stderr.write(`${file}: ${says.join('; ')}\n`);
  if (isPreview) return;
  if (empties.length > 0 && !mayErase)
    throw new UsageError(`${file}: nothing was imported; give --erase where this personal data is to go for good`);
  await naming(file, async () => register.restore(backupAt(file), { erasing: empties.map(({ caseId }) => caseId) }));
}

/** Writes everything as a backup, or the named cases as a part of one. */
export async function exported(register: Register, references: readonly string[]): Promise<void> {
  const originalOf = (of: string) => register.original(of);
  if (references.length === 0) {
    for await (const line of backupOf(register)) await print(line);
    return;
  }
  const rows = await rowsOf(register, references);
  const named = rows.map(({ reference }) => reference);
  let events = 0;
  const wanted = async function* (): AsyncGenerator<CaseEvent> {
    for (const { caseId } of rows)
      for (const event of await register.eventsOf(caseId)) {
        events++;
        yield event;
      }
  };
  for await (const line of backupLines(wanted(), originalOf, named)) await print(line);
  process.stderr.write(
    `A part of the backup: ${count(events, 'event')} of ${count(named.length, 'case')}. It can be verified and read; only a whole backup can be imported.\n`,
  );
}
