import { currentStage, type CaseFile, type StageRecord } from './case-file.ts';
import { ERASED, type EventData } from './event.ts';
import { folded } from '../folded.ts';
import type { Policy } from '../policy/policy.ts';

/** Everybody who handled a stage or reviewed it, however briefly. */
export function handlersOf({ handledBy, reviewer }: StageRecord): readonly string[] {
  return reviewer === null ? handledBy : [...handledBy, reviewer];
}

/** Whether somebody had no part in these stages; null where it isn't known who dealt with them. */
export function hadNoPart(name: string, stages: readonly StageRecord[]): boolean | null {
  const before = stages.flatMap(handlersOf);
  if (before.includes(ERASED) || before.length === 0) return null;
  return !before.some((one) => isSamePerson(one, name));
}

/**
 * Whoever handles the stage that the case is at dealt with no earlier one: as the case shows it, else as somebody named who
 * did, or said it of what the policy asks for. What nobody knows is not so: a letter that said it would make it up.
 */
export function isNewToIt(file: CaseFile, named: string): boolean {
  const record = currentStage(file);
  const name = file.handler ?? record?.reviewer ?? null;
  if (!record || name === null || name === ERASED) return false;
  const shown = hadNoPart(
    name,
    file.stages.filter((one) => one !== record),
  );
  if (shown !== null) return shown;
  if (named.trim() !== '') return !isSamePerson(named, name);
  return file.needs.some(({ need }) => need.startsWith(`${NOT_OF}:`));
}

/** The need of a rule that asks for somebody else: `handler-not-of:stage-1`. */
export const NOT_OF = 'handler-not-of';

/** The rule that a stage's handler had no part in those before, where the policy says it of the handler. */
export function independentRule(stage: string): string {
  return `independent-${stage}`;
}

/** What is recorded where somebody says that whoever handles the case had no part in the stage before. */
export function saidToBeNew(policy: Policy, floor: Policy): EventData<'need-recorded'> | null {
  const ofHandlers = policy.stages.map(({ id, handler }) => ({
    id: independentRule(id),
    needs: (handler?.independentOf ?? []).map((before) => `${NOT_OF}:${before}`),
  }));
  for (const { id: rule, needs } of [...policy.rules, ...ofHandlers, ...floor.rules]) {
    const need = needs.find((one) => one.startsWith(`${NOT_OF}:`));
    if (need !== undefined) return { rule, need, chosen: [] };
  }
  return null;
}

/** Two names are one person's: however they are spaced and capitalised. */
export function isSamePerson(left: string, right: string): boolean {
  return folded(left) === folded(right);
}
