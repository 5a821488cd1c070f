import { CalendarCoverageError } from '../calendar.ts';
import { currentStage, type CaseFile } from '../case/case-file.ts';
import type { Instant } from '../dates.ts';
import { deadlines, isOwed, type Deadline } from '../deadlines/deadlines.ts';
import { responseKindOf } from '../letters/kinds.ts';
import { refusalOwed, replyOwed } from '../letters/owed.ts';
import { lastDraft } from './case-acts.ts';
import { leftInWords, type Left } from './left-words.ts';
import type { Rules } from './state.ts';

/** The next thing to do about a case: the dock's button. */
export type NextStep = 'acknowledge' | 'send' | 'write-letter' | 'send-letter' | 'contact' | null;

/**
 * What comes next: the acknowledgement, then that it was sent, then the letter about what wasn't taken up, then the contact
 * that is still owed. Of a case without a stage its first letter.
 */
export function nextStep(file: CaseFile, rules: Rules): NextStep {
  const stage = currentStage(file);
  const isAtStage = stage !== null && file.closed === null && file.kind === 'complaint';
  if (isAtStage && stage.acknowledgements.length === 0) return lastDraft(file) ? 'send' : 'acknowledge';
  const letter = letterOwed(file, rules);
  if (letter !== null) return file.drafts.some(({ kind }) => kind === letter) ? 'send-letter' : 'write-letter';
  return isAtStage && openDuty(file, rules, 'contact') ? 'contact' : null;
}

/** The kind of the letter that is to be written beside a stage's acknowledgement; null where none is. */
export function letterOwed(file: CaseFile, { policy }: Rules): string | null {
  return refusalOwed(file, policy) ?? replyOwed(file, policy);
}

/** The letter that the stage still waits for: of an extension that is to be told, or its answer; null where none is owed. */
export function answerOwed(file: CaseFile, rules: Rules): string | null {
  if (file.closed !== null || file.kind !== 'complaint') return null;
  if (currentStage(file)?.proposed) return 'extension';
  return openDuty(file, rules, 'respond') ? responseKindOf(file, rules.policy) : null;
}

/** The date of a duty that is still owed at the current stage; null where there is none, or it can't be counted. */
export function openDuty(
  file: CaseFile,
  { policy, calendar }: Rules,
  obligation: Deadline['obligation'],
): Deadline | null {
  const stage = currentStage(file)?.stage;
  try {
    const { dates } = deadlines(file, policy, calendar);
    return dates.find((date) => date.obligation === obligation && date.stage === stage && isOwed(date)) ?? null;
  } catch (error) {
    if (error instanceof CalendarCoverageError) return null;
    throw error;
  }
}

/** How long there is for a duty, in words; null where it isn't owed. */
export function leftFor(
  file: CaseFile,
  rules: Rules,
  { obligation, now }: { readonly obligation: Deadline['obligation']; readonly now: Instant },
): Left | null {
  const date = openDuty(file, rules, obligation);
  return date && leftInWords(date, now, rules.calendar);
}
