import { currentStage, type CaseFile } from '../case/case-file.ts';

/** What sets a case apart in a list, beside its dates. */
export type Mark =
  | 'hazard'
  | 'safeguarding'
  /** Somebody who needs things done differently: an adjustment recorded, or words that show it. */
  | 'vulnerable'
  | 'representative'
  | 'ombudsman'
  /** An MP or a councillor wrote. */
  | 'member'
  | 'legal'
  | 'extended'
  | 'restricted';

/** Every mark in the order in which a row shows them. */
export const MARKS: readonly Mark[] = [
  'hazard',
  'safeguarding',
  'vulnerable',
  'ombudsman',
  'member',
  'legal',
  'representative',
  'extended',
  'restricted',
];

/** The marks that a case bears. */
export function marksOf(file: CaseFile): readonly Mark[] {
  return MARKS.filter((mark) => bears(file, mark));
}

function bears(file: CaseFile, mark: Mark): boolean {
  const { signals, reading } = file;
  const has = (...sought: readonly string[]): boolean => sought.some((signal) => signals.includes(signal));
  switch (mark) {
    case 'hazard':
      return file.hazards.kinds.length > 0;
    case 'safeguarding':
      return has('safeguarding') || file.safeguardingReportedAt !== null;
    case 'vulnerable':
      return file.adjustments.length > 0 || (reading?.flags.includes('vulnerable') ?? false);
    case 'representative':
      return file.representative !== null;
    case 'ombudsman':
      return file.ombudsmanReferences.length > 0 || has('ombudsman');
    case 'member':
      return has('mp', 'councillor');
    case 'legal':
      return has('legal-action', 'claim-issued', 'lawyer');
    case 'extended':
      return (currentStage(file)?.extensions.length ?? 0) > 0;
    case 'restricted':
      return file.restrictedAt !== null;
  }
}
