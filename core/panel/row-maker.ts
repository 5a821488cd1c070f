import type { WorkingCalendar } from '../calendar.ts';
import type { CaseFile } from '../case/case-file.ts';
import { localDate } from '../dates.ts';
import { dueRow, type DueRow } from '../deadlines/due-row.ts';
import { PolicyError, type Policy } from '../policy/policy.ts';
import { appliesOn, inForce, versionOf, type PolicyVersions } from '../policy/versions.ts';

/** The policies that a host has, and how each is loaded. */
export interface PolicyShelf {
  readonly ids: readonly string[];
  /** The ids among them of laws, whose clocks run beside every policy's. */
  readonly laws: readonly string[];
  load(id: string): Promise<PolicyVersions>;
  calendarOf(policy: Policy): WorkingCalendar;
}

/**
 * How a register makes the row of a case: at once, so all policies are loaded before. One that doesn't parse leaves its
 * own cases without dates, by name, and no others.
 */
export async function rowMaker(shelf: PolicyShelf): Promise<(file: CaseFile) => DueRow> {
  const loaded = new Map<string, PolicyVersions>();
  await Promise.allSettled(shelf.ids.map(async (id) => loaded.set(id, await shelf.load(id))));
  return (file) => {
    const own = ownPolicy(file, loaded);
    const day = localDate(file.receivedAt);
    const laws = shelf.laws.flatMap((id) => {
      const versions = loaded.get(id);
      const law = versions && inForce(versions, day);
      return law && appliesOn(law, day) ? [law] : [];
    });
    // Without its own policy a case has no dates at all: half of them would look like all.
    const policies = own ? [own, ...laws] : [];
    return dueRow(
      file,
      policies.map((policy) => ({ policy, calendar: shelf.calendarOf(policy) })),
    );
  };
}

function ownPolicy({ policy }: CaseFile, loaded: ReadonlyMap<string, PolicyVersions>): Policy | null {
  const versions = policy && loaded.get(policy.id);
  if (!policy || !versions) return null;
  try {
    return versionOf(versions, policy.version);
  } catch (error) {
    if (error instanceof PolicyError) return null;
    throw error;
  }
}
