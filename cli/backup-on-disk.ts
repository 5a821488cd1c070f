import {
  closeSync,
  createReadStream,
  createWriteStream,
  existsSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { once } from 'node:events';
import { reasonOf } from '../core/errors.ts';
import type { RestoreSource } from '../core/register/restore.ts';
import { UsageError } from './command.ts';

/** Writes a backup aside and moves it into place, so that the file is the old one or the new one, never half of it. */
export async function writeBackup(path: string, lines: AsyncIterable<string>): Promise<void> {
  // A link stays one.
  const file = existsSync(path) ? realpathSync(path) : path;
  const aside = `${file}.${String(process.pid)}.part`;
  try {
    const stream = createWriteStream(aside, { flags: 'wx' });
    for await (const line of lines) if (!stream.write(line)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'close');
    renameSync(aside, file);
  } catch (error) {
    rmSync(aside, { force: true });
    throw error;
  }
}

/** A backup on the disk. Throws UsageError where there is none. */
export function backupAt(file: string): RestoreSource {
  const found = statSync(file, { throwIfNoEntry: false });
  if (!found) throw new UsageError('there is no such file');
  if (found.isDirectory()) throw new UsageError('it is a folder; give the file of a backup');
  return { open: () => createReadStream(file) };
}

/** Whether there is something in a file that a backup is to go into: an empty one is made as if it weren't there. */
export function isBackupThere(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && !(found.isFile() && found.size === 0);
}

/** One run at a time writes into a backup: two would each write what the other has not read. Returns how to let it go. */
export function lockBackup(into: string): () => void {
  const file = `${into}.lock`;
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    throw new UsageError(
      existsSync(file)
        ? `another run is writing into ${into}; if none is, delete ${file}`
        : `${into} can’t be written: ${reasonOf(error)}`,
    );
  }
  return () => rmSync(file, { force: true });
}
