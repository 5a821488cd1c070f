import type { IsoDate } from '../dates.ts';
import { PolicyError, type Policy } from './policy.ts';

/** All versions of one landlord's policy, oldest first; each governs until the next begins. */
export interface PolicyVersions {
  readonly id: string;
  readonly name: string;
  readonly versions: readonly [Policy, ...Policy[]];
}

/**
 * Puts the versions of one policy in order. The first has no lower bound, so an earlier date uses it. Throws PolicyError
 * where two begin on the same day, or none is the first.
 */
export function policyVersions(policies: readonly Policy[]): PolicyVersions {
  const sorted = [...policies].sort((left, right) =>
    (left.effectiveFrom ?? '').localeCompare(right.effectiveFrom ?? ''),
  );
  const [first, ...later] = sorted;
  if (!first) throw new PolicyError('without an id', 'versions', 'there are none');
  let previous = first;
  for (const policy of later) {
    if (policy.id !== first.id) throw new PolicyError(policy.id, 'id', `stands among the versions of ${first.id}`);
    if ((policy.effectiveFrom ?? '') === (previous.effectiveFrom ?? '')) {
      throw new PolicyError(
        policy.id,
        'effectiveFrom',
        `two versions begin on ${policy.effectiveFrom ?? 'no day'}: they overlap`,
      );
    }
    previous = policy;
  }
  return { id: first.id, name: first.name, versions: [first, ...later] };
}

/** The version in force on a date; before the first version's own date the first one. */
export function inForce(policy: PolicyVersions, date: IsoDate): Policy {
  const [first] = policy.versions;
  return policy.versions.findLast(({ effectiveFrom }) => effectiveFrom !== undefined && effectiveFrom <= date) ?? first;
}

/** Whether a policy, or a law, applies to what came on a date: some bear a day before which nothing falls under them. */
export function appliesOn({ about }: Policy, date: IsoDate): boolean {
  return about.appliesFrom === undefined || about.appliesFrom <= date;
}

/** The version that a case was opened under. Throws PolicyError where it is gone. */
export function versionOf(policy: PolicyVersions, version: string): Policy {
  const found = policy.versions.find((candidate) => candidate.version === version);
  if (!found) throw new PolicyError(policy.id, 'versions', `has no version ${JSON.stringify(version)}`);
  return found;
}
