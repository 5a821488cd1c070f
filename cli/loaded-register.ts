import { once } from 'node:events';
import type { CaseFile } from '../core/case/case-file.ts';
import { toReference } from '../core/case/reference.ts';
import { localDate, toInstant, type Instant } from '../core/dates.ts';
import { dueRow, type DueRow } from '../core/deadlines/due-row.ts';
import { reasonOf } from '../core/errors.ts';
import { appliesOn, inForce, versionOf, type PolicyVersions } from '../core/policy/versions.ts';
import { memoryRegister } from '../core/register/memory-register.ts';
import type { Register } from '../core/register/register.ts';
import { calendarOf, LAWS, loadPolicy, policyIds } from '../policies/index.ts';
import { backupAt } from './backup-on-disk.ts';
import { UsageError } from './command.ts';
import { seededSource } from './seeded-source.ts';

/** The command line's own clock: only for what says when it was made. */
export function realNow(): Instant {
  return toInstant(new Date().toISOString());
}

/** A register in memory with these backups merged. */
export async function loaded(files: readonly string[]): Promise<Register> {
  const source = seededSource('register');
  source.setNow(realNow());
  const register = memoryRegister({ source, rowOf: await rowOfAll() });
  // What is erased here is erased in memory only: the files stay as they are.
  for (const file of files)
    await naming(file, async () => register.restore(backupAt(file), { erasing: 'all', asPart: true }));
  return register;
}

/** Does something with a file. Throws UsageError with the file's name before the reason. */
export async function naming<T>(file: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    throw new UsageError(`${file}: ${reasonOf(error)}`);
  }
}

async function rowOfAll(): Promise<(file: CaseFile) => DueRow> {
  const versions = new Map<string, PolicyVersions>();
  for (const id of policyIds) versions.set(id, await loadPolicy(id));
  return (file) => {
    const own = file.policy && versions.get(file.policy.id);
    if (!file.policy || !own) return dueRow(file, []);
    const day = localDate(file.receivedAt);
    const laws = LAWS.flatMap((id) => versions.get(id) ?? [])
      .map((law) => inForce(law, day))
      .filter((law) => appliesOn(law, day));
    const policies = [versionOf(own, file.policy.version), ...laws];
    return dueRow(
      file,
      policies.map((policy) => ({ policy, calendar: calendarOf(policy) })),
    );
  };
}

/** Every row, or those of the named cases. Throws UsageError for a reference that isn't there. */
export async function rowsOf(register: Register, references: readonly string[]): Promise<readonly DueRow[]> {
  if (references.length > 0)
    return Promise.all(
      references.map(async (reference) => {
        const [row] = await register.search(reference, 1);
        if (row?.reference !== toReference(reference)) throw new UsageError(`there is no case ${reference}`);
        return row;
      }),
    );
  const caseIds = new Set<string>();
  for await (const { caseId } of register.allEvents()) caseIds.add(caseId);
  return register.rows([...caseIds]);
}

/** Writes, and waits while the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}
