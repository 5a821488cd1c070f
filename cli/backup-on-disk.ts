import { closeSync, createWriteStream, existsSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { once } from 'node:events';
import { reasonOf } from '../core/errors.ts';
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

/** One run at a time writes into a backup: two would each write what the other has not read. Returns how to let it go. */
export function lockBackup(into: string): () => void {
  const file = `${into}.lock`;
  try {
    closeSync(openSync(file, 'wx'));
  } catch (error) {
    throw new UsageError(
      existsSync(file)
        ? `another run is logging into ${into}; if none is, delete ${file}`
        : `${into} can’t be written: ${reasonOf(error)}`,
    );
  }
  return () => rmSync(file, { force: true });
}
