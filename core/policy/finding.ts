import type { IsoDate } from '../dates.ts';
import { clauseId, type Policy } from './policy.ts';

/** A way of falling below the baseline. */
export type FindingKind =
  | 'third-stage'
  | 'informal-stage'
  | 'later-acknowledgement'
  | 'no-acknowledgement'
  | 'later-answer'
  | 'extension-without-limit'
  | 'longer-extension'
  | 'ombudsman-not-in-extension'
  | 'same-person'
  | 'window'
  | 'reasons-asked'
  | 'age-limit'
  | 'awareness'
  | 'in-writing'
  | 'choice-not-offered'
  | 'contractor-first'
  | 'no-lawyers'
  | 'blanket-exclusion'
  | 'anonymous-excluded'
  | 'member-not-complaint'
  | 'way-to-ombudsman'
  | 'ombudsman-contact'
  | 'letter-blocks';

/** A clause as a finding shows it: in the document's own words, or, where no source is at hand, in short. */
export interface ShownClause {
  /** With the policy's name. */
  readonly clause: string;
  readonly words: string;
  readonly isQuote: boolean;
}

/** One place where a policy falls below the baseline, or says nothing of what it asks. A notice; it changes nothing. */
export interface Finding {
  readonly kind: FindingKind;
  /** `unsaid`: the policy doesn't say it, and doesn't say the contrary. */
  readonly weight: 'below' | 'unsaid';
  readonly says: string;
  /** Empty where the policy says nothing of it. */
  readonly own: readonly ShownClause[];
  /** Where the policy says nothing of it, the clauses of its own where it would stand; otherwise empty. */
  readonly nearest: readonly ShownClause[];
  readonly code: readonly ShownClause[];
  /** A receipt on which the dates differ, for what is later: the policy's date and the Code's. */
  readonly sample: { readonly received: IsoDate; readonly own: IsoDate; readonly code: IsoDate } | null;
}

/** Two policies side by side: one landlord's, and the floor under it. */
export interface Compared {
  readonly policy: Policy;
  readonly floor: Policy;
}

/** The clauses of one policy, in its own words, each once. */
export function shown(policy: Policy, clauses: readonly string[]): readonly ShownClause[] {
  return [...new Set(clauses)].flatMap((clause) => {
    const text = policy.clauses[clause];
    if (!text) return [];
    const isQuote = 'quote' in text;
    return [{ clause: clauseId(policy, clause), words: isQuote ? text.quote : text.paraphrase, isQuote }];
  });
}

/** A finding with its clauses looked up. */
export function finding(
  { policy, floor }: Compared,
  kind: FindingKind,
  says: string,
  more: {
    readonly own: readonly string[];
    readonly nearest?: readonly string[];
    readonly code: readonly string[];
    readonly sample?: Finding['sample'];
    readonly weight?: Finding['weight'];
  },
): Finding {
  return {
    kind,
    weight: more.weight ?? (more.own.length === 0 ? 'unsaid' : 'below'),
    says,
    own: shown(policy, more.own),
    nearest: more.own.length > 0 ? [] : shown(policy, more.nearest ?? policy.definition.clause),
    code: shown(floor, more.code),
    sample: more.sample ?? null,
  };
}
