import type { CaseFile } from '../case/case-file.ts';
import { holds } from '../policy/condition.ts';
import { clauseId, type Policy } from '../policy/policy.ts';
import type { LetterRule } from '../policy/schema.ts';
import { isSignal } from '../policy/signals.ts';
import type { LetterSources } from './kinds.ts';

/** A block that a letter must have, and the clauses that say so, with the policy's name. */
export interface Demand {
  readonly block: string;
  readonly clauses: readonly string[];
}

/** What the policy and the Code demand of a letter in this case. */
export function demandsOn(
  { rule, ofCode, isUnderCode }: LetterSources,
  { file, policy, floor }: { readonly file: CaseFile; readonly policy: Policy; readonly floor: Policy },
): readonly Demand[] {
  const code = floor.letters.find(({ id }) => id === ofCode);
  const ofFloor = policy.id === floor.id || !isUnderCode ? [] : demandsOf(code, floor, file);
  return [...demandsOf(rule, policy, file), ...ofFloor];
}

/** One demand a block, with all clauses that ask for it. */
export function mergedDemands(demands: readonly Demand[]): readonly Demand[] {
  const blocks = [...new Set(demands.map(({ block }) => block))];
  return blocks.map((block) => ({
    block,
    clauses: [...new Set(demands.filter((demand) => demand.block === block).flatMap(({ clauses }) => clauses))],
  }));
}

function demandsOf(rule: LetterRule | null | undefined, policy: Policy, file: CaseFile): readonly Demand[] {
  const facts = { signals: new Set(file.signals.filter(isSignal)), ageMonths: null };
  return (rule?.must ?? [])
    .filter(({ when }) => holds(when, facts))
    .map(({ block, clause }) => ({ block, clauses: clause.map((one) => clauseId(policy, one)) }));
}
