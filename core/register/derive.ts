import { caseFileOrNull, type CaseFile } from '../case/case-file.ts';
import type { CaseEvent } from '../case/event.ts';
import { identityKeys, sameMessage, type MatchReason, type MessageIdentity } from '../case/match.ts';
import { judgedIn, type Judged } from '../case/taught-by.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { termsOf } from './find-terms.ts';
import { searchText, type SearchText } from './search-text.ts';

/** What a register keeps of a case beside its events: all of it can be made anew from them. */
export interface Derived {
  readonly file: CaseFile;
  readonly row: DueRow;
  readonly messageKeys: readonly string[];
  /** Addresses that its messages came from. */
  readonly senders: readonly string[];
  readonly terms: readonly string[];
  readonly text: SearchText;
  /** What its logging says about the recogniser; null where it says nothing. */
  readonly judged: Judged | null;
}

/** Derives a case's row from its events; null where nothing is left of it (its logging was undone). */
export function derive(events: readonly CaseEvent[], rowOf: (file: CaseFile) => DueRow): Derived | null {
  const file = caseFileOrNull(events);
  if (!file) return null;
  const senders = file.messages.flatMap(({ from }) =>
    from && from.address !== '' ? [from.address.toLowerCase()] : [],
  );
  return {
    file,
    row: rowOf(file),
    messageKeys: file.messages.flatMap(identityKeys),
    senders: [...new Set(senders)],
    terms: termsOf(file),
    text: searchText(file),
    judged: judgedIn(events),
  };
}

/** Which of a case's messages is the one sought, and why. */
export function matchIn(file: CaseFile, sought: MessageIdentity): MatchReason | null {
  for (const message of file.messages) {
    const reason = sameMessage(message, sought);
    if (reason) return reason;
  }
  return null;
}
