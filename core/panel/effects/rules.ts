import type { CaseFile } from '../../case/case-file.ts';
import { localDate, type IsoDate } from '../../dates.ts';
import type { Rules } from '../state.ts';
import type { Run } from './run.ts';

/** The landlord's policy in force on a day, with the Code and the law beside it. Without a landlord the Code stands in. */
export async function rulesFor({ ports: { policies }, state }: Run, day: IsoDate): Promise<Rules> {
  const landlord = state().setup?.landlord ?? null;
  const [floor, laws] = await Promise.all([policies.floorOn(day), policies.lawsOn(day)]);
  const policy = landlord === null ? floor : await policies.policyOn(landlord, day);
  return { policy, floor, laws, calendar: policies.calendarOf(policy) };
}

/** The rules that a case keeps: the version of the policy that it was opened under. */
export async function rulesOfCase(run: Run, file: CaseFile): Promise<Rules> {
  const { policies } = run.ports;
  const day = localDate(file.receivedAt);
  if (!file.policy) return rulesFor(run, day);
  const [policy, floor, laws] = await Promise.all([
    policies.policyOfCase(file.policy),
    policies.floorOn(day),
    policies.lawsOn(day),
  ]);
  return { policy, floor, laws, calendar: policies.calendarOf(policy) };
}

/** Loads the rules in force today; where that fails each message and case says so for itself. */
export async function loadRules(run: Run): Promise<void> {
  try {
    const rules = await rulesFor(run, localDate(run.state().now));
    run.dispatch({ type: 'rules-loaded', rules, changes: run.ports.policies.changes() });
  } catch {
    // The open message shows why, with nothing that looks like an answer.
  }
}
