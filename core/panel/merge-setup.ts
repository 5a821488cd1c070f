import { parseSettings } from '../settings.ts';
import { tidied, type Setup } from './setup.ts';

/**
 * The setup of this panel and what another one kept meanwhile, in one: what was changed here since `base` was last read
 * stays, everything else follows what is kept.
 */
export function mergeSetup(base: Setup, ours: Setup, theirs: Setup): Setup {
  const settings = parseSettings(merged(base.settings, tidied(ours.settings), theirs.settings));
  return {
    ...ours,
    settings,
    landlord: ours.landlord === base.landlord ? theirs.landlord : ours.landlord,
    isDone: ours.isDone || theirs.isDone,
  };
}

/** Whether two setups say the same, but for the empty lines that typing leaves. */
export function isSameSetup(left: Setup, right: Setup): boolean {
  return (
    left.landlord === right.landlord &&
    left.isDone === right.isDone &&
    isSame(tidied(left.settings), tidied(right.settings))
  );
}

function merged(base: unknown, ours: unknown, theirs: unknown): unknown {
  if (isGroup(base) && isGroup(ours) && isGroup(theirs))
    return Object.fromEntries(
      Object.entries(ours).map(([key, own]) => [key, merged(base[key], own, theirs[key])] as const),
    );
  return isSame(base, ours) ? theirs : ours;
}

function isGroup(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isSame(left: unknown, right: unknown): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}
