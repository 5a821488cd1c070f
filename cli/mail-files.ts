import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from './jsonl.ts';

/** A folder stands for its mail files, in order of name; a file for itself. Throws InputError for a folder without any. */
export function mailFiles(path: string): readonly string[] {
  if (!statSync(path).isDirectory()) return [path];
  const names = readdirSync(path).filter((name) => name.toLowerCase().endsWith('.eml'));
  if (names.length === 0) throw new InputError(`${path}: there is no .eml file in this folder`);
  return names.toSorted().map((name) => join(path, name));
}
