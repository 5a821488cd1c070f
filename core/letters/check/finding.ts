import type { CaseFile } from '../../case/case-file.ts';
import type { WorkingCalendar } from '../../calendar.ts';
import type { IsoDate } from '../../dates.ts';
import type { Span } from '../../message.ts';
import { clauseId, type Policy } from '../../policy/policy.ts';
import type { Settings } from '../../settings.ts';
import type { Entries } from '../field-sources.ts';
import type { LetterDates } from '../letter-dates.ts';
import type { Letter } from '../letter.ts';
import type { CheckedText } from './checked-text.ts';

/** What can be wrong with a letter. */
export type FindingId =
  | 'block-missing'
  | 'block-unsure'
  | 'point-missing'
  | 'decision-missing'
  | 'action-without-date'
  | 'stage-wrong'
  | 'received-missing'
  | 'received-wrong'
  | 'answer-date-missing'
  | 'answer-date-wrong'
  | 'window-wrong'
  | 'date-past'
  | 'date-in-days'
  | 'not-a-working-day'
  | 'weekday-wrong'
  | 'no-such-date'
  | 'beyond-the-cap'
  | 'ombudsman-incomplete'
  | 'ombudsman-old'
  | 'ombudsman-number'
  | 'filter-ended'
  | 'refusal'
  | 'formal'
  | 'asks-for-reasons'
  | 'asks-for-a-form'
  | 'asks-for-evidence-first'
  | 'finding-too-early'
  | 'blame'
  | 'phrase'
  | 'abbreviation'
  | 'capitals'
  | 'weak-reason'
  | 'no-reply'
  | 'gap'
  | 'greeting'
  | 'greets-another'
  | 'other-reference'
  | 'other-address'
  | 'same-person'
  | 'second-acknowledgement'
  | 'long';

/** One thing that the check found in a letter, or didn't find. */
export interface Finding {
  readonly id: FindingId;
  /** `must`: the policy or the Code asks for it, or it is not so. `should`: the Ombudsman's guidance, and good manners. */
  readonly severity: 'must' | 'should';
  /** With the policy's name; empty where no clause says it. */
  readonly clauses: readonly string[];
  /** A sentence for the person who is about to send it. */
  readonly message: string;
  /** The words that it is about; empty for what isn't there. */
  readonly found: readonly Span[];
  /** What to put in: the missing paragraph, or the right date instead of the words found. */
  readonly insert: string | null;
}

/** Everything that a part of the check may ask. */
export interface Checked {
  readonly text: CheckedText;
  readonly kind: string;
  /** The same letter as it would be written from the case. */
  readonly own: Letter;
  readonly dates: LetterDates;
  readonly file: CaseFile;
  readonly policy: Policy;
  readonly floor: Policy;
  readonly calendar: WorkingCalendar;
  readonly settings: Settings;
  readonly entries: Entries;
  readonly today: IsoDate;
}

/** Clauses of the Code with its name; those that it doesn't have are left out. */
export function ofCode({ floor }: Pick<Checked, 'floor'>, ...clauses: readonly string[]): readonly string[] {
  return clauses.filter((clause) => Object.hasOwn(floor.clauses, clause)).map((clause) => clauseId(floor, clause));
}

/** The kind, without the track it is on: `care-stage-2-response` is a `stage-2-response`. */
export function isKind({ kind }: Pick<Checked, 'kind'>, what: 'acknowledgement' | 'response'): boolean {
  return kind === what || kind.endsWith(`-${what}`);
}
