import type { Mark } from '../deadlines/row-marks.ts';
import { DUTY_WORDS } from '../deadlines/words.ts';
import type { Policy } from '../policy/policy.ts';
import type { DueFacets, DueFilter, WaitingEntry } from '../register/due-query.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import type { SavedView } from '../register/register.ts';

/** What of the due list is looked for, and what there is to look for. */
export interface DueFind {
  readonly words: string;
  readonly filter: DueFilter;
  readonly isOpen: boolean;
  /** Null until the filters are opened. */
  readonly facets: DueFacets | null;
  readonly views: readonly SavedView[];
  /** The view that the filter came from. */
  readonly view: string | null;
  /** The name under which the filter is about to be kept; null = not asked. */
  readonly naming: string | null;
  /** Open cases with no date to keep; they come last. */
  readonly waiting: readonly WaitingEntry[];
  /** Cases that the words find beside those of the list: closed, or with nothing due. */
  readonly others: readonly DueRow[];
}

/** Nothing looked for: the whole list. */
export const NOTHING_SOUGHT: DueFind = {
  words: '',
  filter: {},
  isOpen: false,
  facets: null,
  views: [],
  view: null,
  naming: null,
  waiting: [],
  others: [],
};

/** Whether the list is narrowed at all. */
export function isNarrowed({ words, filter }: DueFind): boolean {
  return words.trim() !== '' || filterCount(filter) > 0;
}

/** How many things the list is narrowed by, beside words. */
export function filterCount({ marks = [], nearCap, ...others }: DueFilter): number {
  return Object.keys(others).length + marks.length + (nearCap ? 1 : 0);
}

/** One thing that the list is narrowed by, in words, and the filter without it. */
export interface FilterChip {
  readonly words: string;
  readonly without: DueFilter;
}

/** The things that the list is narrowed by, each with the way to take it away. */
export function chipsOf(filter: DueFilter, policy: Policy | null): readonly FilterChip[] {
  const { handlers, stages, policies, duties, kinds, marks, nearCap } = filter;
  const without = (field: keyof DueFilter): DueFilter => {
    const { [field]: _gone, ...rest } = filter;
    return rest;
  };
  const chips: FilterChip[] = [];
  if (handlers)
    chips.push({
      words: `Handler: ${handlers.map((name) => name ?? 'nobody yet').join(', ')}`,
      without: without('handlers'),
    });
  if (stages)
    chips.push({
      words: `Stage: ${stages.map((id) => stageWords(id, policy)).join(', ')}`,
      without: without('stages'),
    });
  if (duties) chips.push({ words: `Date for: ${duties.map(dutyOf).join(', ')}`, without: without('duties') });
  if (policies) chips.push({ words: `Policy: ${policies.join(', ')}`, without: without('policies') });
  if (kinds) chips.push({ words: kinds.join(', '), without: without('kinds') });
  for (const mark of marks ?? []) {
    const others = (marks ?? []).filter((one) => one !== mark);
    chips.push({
      words: MARK_WORDS[mark],
      without: others.length > 0 ? { ...filter, marks: others } : without('marks'),
    });
  }
  if (nearCap) chips.push({ words: 'Near the most it can be extended', without: without('nearCap') });
  return chips;
}

/** What sets a case apart, as a filter names it. */
export const MARK_WORDS: Readonly<Record<Mark, string>> = {
  hazard: 'Hazard',
  safeguarding: 'Safeguarding',
  vulnerable: 'Vulnerable, or needs things done differently',
  representative: 'Somebody speaks for them',
  ombudsman: 'With the Ombudsman',
  member: 'MP or councillor',
  legal: 'Legal action',
  extended: 'Extended',
  restricted: 'Contact restricted',
};

/** A kind of duty as a filter names it. */
export function dutyOf(duty: NonNullable<DueFilter['duties']>[number]): string {
  return duty === 'by-hand' ? 'a date set by hand' : DUTY_WORDS[duty].toLowerCase();
}

/** A stage as a filter names it. */
export function stageWords(id: string, policy: Policy | null): string {
  return policy?.stages.find((stage) => stage.id === id)?.name ?? id.replaceAll('-', ' ');
}
