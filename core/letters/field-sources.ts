import type { CaseFile } from '../case/case-file.ts';
import type { Policy } from '../policy/policy.ts';
import type { Settings } from '../settings.ts';
import type { LetterDates } from './letter-dates.ts';

/** What an officer typed into a letter, by the path of the field. */
export type Entries = Readonly<Record<string, string>>;

/** What a letter is filled from. */
export interface FieldSources {
  readonly file: CaseFile;
  readonly policy: Policy;
  /** The Code: it names the Ombudsman as it is reached today. */
  readonly floor: Policy;
  readonly settings: Settings;
  readonly dates: LetterDates;
  readonly responsibility: string | null;
  readonly entries: Entries;
  /** The Code holds for the case: it is about landlords, not about care. */
  readonly isUnderCode: boolean;
}
