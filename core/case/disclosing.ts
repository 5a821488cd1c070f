import type { CaseFile } from './case-file.ts';

/** What is said of the case in an answer is said to whoever writes for the resident, where somebody does: as an action. */
export function disclosing({ representative, signals }: CaseFile): readonly string[] {
  return representative !== null || signals.includes('group') ? ['disclose-to-representative'] : [];
}
