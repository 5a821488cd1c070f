import { fold } from '../case/fold.ts';
import type { CaseFile } from '../case/case-file.ts';
import { supposed } from '../case/chain.ts';
import type { Checklist, ListedRule } from '../case/checklist.ts';
import type { EventDraft } from '../case/event.ts';
import type { Instant } from '../dates.ts';
import type { GivenNeeds } from './desk.ts';

/** Who says it, when, and of which case. */
type Base = Pick<EventDraft, 'caseId' | 'actor' | 'occurredAt'>;

/**
 * What a person said of what rules ask for, as entries on the case: what is so, and the rules that are passed over with the
 * reason. A rule without a reason isn't passed over.
 */
export function givenDrafts({ needs, overrides }: GivenNeeds, policyId: string, base: Base): readonly EventDraft[] {
  return [
    ...needs.map(({ rule, need, chosen }): EventDraft => ({
      ...base,
      type: 'need-recorded',
      data: { rule, need, chosen: [...chosen] },
      personal: { note: '' },
    })),
    ...overrides
      .filter(({ reason }) => reason.trim() !== '')
      .map(({ rule, action, clauses, reason }): EventDraft => ({
        ...base,
        type: 'rule-overridden',
        data: { rule, action, clauses: clauses.filter((clause) => clause.startsWith(`${policyId}/`)) },
        personal: { reason: reason.trim() },
      })),
  ];
}

/** The case as it will be once what was said is entered: what is still asked for follows from it. */
export function withGiven(file: CaseFile, given: GivenNeeds, now: Instant): CaseFile {
  const policyId = file.policy?.id ?? '';
  const base = { caseId: file.id, actor: { name: '' }, occurredAt: now };
  return supposed(givenDrafts(given, policyId, base), now).reduce(fold, file);
}

/** Says that a need is met, or takes that back: with nothing chosen of what there is to choose it isn't. */
export function withNeed(
  given: GivenNeeds,
  { rule, need }: { readonly rule: string; readonly need: string },
  chosen: readonly string[] | null,
): GivenNeeds {
  const others = given.needs.filter((one) => one.rule !== rule || one.need !== need);
  return { ...given, needs: chosen === null ? others : [...others, { rule, need, chosen: [...chosen] }] };
}

/** Passes a rule over for one action, with the reason as typed so far; null = not any more. */
export function withOverride(
  given: GivenNeeds,
  { rule, clauses }: Pick<ListedRule, 'rule' | 'clauses'>,
  { action, reason }: { readonly action: string; readonly reason: string | null },
): GivenNeeds {
  const others = given.overrides.filter((one) => one.rule !== rule || one.action !== action);
  const overrides = reason === null ? others : [...others, { rule, action, clauses: [...clauses], reason }];
  return { ...given, overrides };
}

/** What was chosen of a need so far; null while nobody said that it is met. */
export function chosenOf({ needs }: GivenNeeds, rule: string, need: string): readonly string[] | null {
  return needs.find((one) => one.rule === rule && one.need === need)?.chosen ?? null;
}

/** The rules of a checklist that are worth showing: what is asked for, met or not. */
export function shownRules({ rules }: Checklist): readonly ListedRule[] {
  return rules.filter(({ needs }) => needs.length > 0);
}
