import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { reasonOf } from '../core/errors.ts';
import { InputError } from './jsonl.ts';

/** A folder stands for its mail files, in order of name; a file for itself. Throws InputError for a folder without any, and for what isn’t there. */
function mailFiles(path: string): readonly string[] {
  const found = statSync(path, { throwIfNoEntry: false });
  if (!found) throw new InputError('there is no such file or folder');
  if (!found.isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.toLowerCase().endsWith('.eml'));
  if (names.length === 0) throw new InputError('there is no .eml file in this folder');
  return names.toSorted().map((name) => join(path, name));
}

/** Does something with each mail file, or with those of each folder; one that fails is named, and keeps no other from it. */
export async function forMailFiles(paths: readonly string[], use: (file: string) => Promise<void>): Promise<void> {
  for (const path of paths) {
    await orSay(path, async () => {
      for (const file of mailFiles(path)) await orSay(file, async () => use(file));
    });
  }
}

async function orSay(path: string, act: () => Promise<void>): Promise<void> {
  try {
    await act();
  } catch (error) {
    process.stderr.write(`duly: ${path}: ${reasonOf(error)}\n`);
    process.exitCode = 1;
  }
}
