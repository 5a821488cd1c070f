import { identityKeys, sameMessage, type MatchReason, type MessageIdentity } from '../case/match.ts';
import { caseFile, CaseError, type CaseFile } from '../case/case-file.ts';
import type { CaseEvent, EventDraft } from '../case/event.ts';
import { addDays, type IsoDate } from '../dates.ts';
import { dutyOfKey, keyOfDay, type DueDuty, type DueRow } from '../deadlines/due-row.ts';

/** One entry of the due list. */
export interface DueEntry {
  readonly row: DueRow;
  readonly duty: DueDuty;
  readonly key: string;
}

export interface DuePage {
  readonly limit: number;
  readonly after?: DueEntry;
}

export interface DueCounts {
  readonly overdue: number;
  readonly today: number;
  /** After today, within seven days. */
  readonly week: number;
  readonly later: number;
  /** Cases whose dates could not be computed. */
  readonly uncomputed: number;
}

/** A message that is on a case already. */
export interface FoundMessage {
  readonly caseId: string;
  readonly reason: MatchReason;
}

/**
 * The cases. Append-only: events are entered, never changed, and everything else is derived from them in the same
 * transaction. Every method rejects with RegisterError where the store fails; then nothing was entered.
 */
export interface Register {
  /** Enters all drafts or none; returns them as entered. */
  append(drafts: readonly EventDraft[]): Promise<readonly CaseEvent[]>;
  /** The events of a case in the order of entry; empty for a case that isn't there. */
  eventsOf(caseId: string): Promise<readonly CaseEvent[]>;
  /** The case that a message is on already. */
  findMessage(identity: MessageIdentity): Promise<FoundMessage | null>;
  /** Open cases of one sender, latest first: a further message may belong to one. */
  openCasesOf(address: string): Promise<readonly DueRow[]>;
  /** The most urgent duties first, beginning after the entry `after` where given. */
  due(page: DuePage): Promise<readonly DueEntry[]>;
  counts(today: IsoDate): Promise<DueCounts>;
  row(caseId: string): Promise<DueRow | null>;
  /** Cases whose dates could not be computed. */
  uncomputed(): Promise<readonly DueRow[]>;
  /** Every event, for a backup. */
  allEvents(): AsyncIterable<CaseEvent>;
  /** Calls back after every entry, also by another panel of the same store. */
  onChange(listener: () => void): () => void;
}

/** The store failed: nothing was entered. `code` says how. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
  constructor(
    readonly code: 'full' | 'newer' | 'blocked' | 'lost' | 'failed',
    message: string,
  ) {
    super(message);
  }
}

/** What a register keeps of a case beside its events. */
export interface Derived {
  readonly row: DueRow;
  readonly messageKeys: readonly string[];
  readonly file: CaseFile;
}

/** Derives a case's row from its events; null where nothing is left of it (its logging was undone). */
export function derive(events: readonly CaseEvent[], rowOf: (file: CaseFile) => DueRow): Derived | null {
  const file = fileOrNull(events);
  if (!file) return null;
  return { file, row: rowOf(file), messageKeys: file.messages.flatMap(identityKeys) };
}

/** Which of a case's messages is the one sought, and why. */
export function matchIn(file: CaseFile, sought: MessageIdentity): MatchReason | null {
  for (const message of file.messages) {
    const reason = sameMessage(message, sought);
    if (reason) return reason;
  }
  return null;
}

function fileOrNull(events: readonly CaseEvent[]): CaseFile | null {
  try {
    return caseFile(events);
  } catch (error) {
    if (error instanceof CaseError) return null;
    throw error;
  }
}

/** The entry of the due list that a row's key stands for; null for a key that the row no longer has. */
export function entryOf(row: DueRow, key: string): DueEntry | null {
  const duty = row.duties[dutyOfKey(key)];
  return duty ? { row, duty, key } : null;
}

/** Where the due list is cut: the keys of today, of tomorrow, and of the day after the next seven. */
export function cuts(today: IsoDate): { readonly today: string; readonly tomorrow: string; readonly later: string } {
  return { today: keyOfDay(today), tomorrow: keyOfDay(addDays(today, 1)), later: keyOfDay(addDays(today, 8)) };
}
