import type { Actor, CaseEvent, EventDraft } from '../case/event.ts';
import type { Traces } from '../case/belongs.ts';
import type { Original } from '../case/original.ts';
import type { MatchReason, MessageIdentity } from '../case/match.ts';
import { addDays, type Instant, type IsoDate } from '../dates.ts';
import { keyOfDay, type DueRow } from '../deadlines/due-row.ts';
import type { RowTask, TaskKind } from '../deadlines/row-tasks.ts';
import type { BucketCounts, DueEntry, DueFacets, DueFilter, DueList, DueQuery, WaitingEntry } from './due-query.ts';
import type { Figure, FiguresQuery } from './figures.ts';
import type { Lesson } from './lessons.ts';
import type { Person } from './find-terms.ts';
import type { RestoreOptions, RestorePreview, RestoreResult, RestoreSource } from './restore.ts';
import type { SeenMessages } from './seen.ts';

export type { DueEntry } from './due-query.ts';

export interface DuePage {
  readonly limit: number;
  readonly after?: DueEntry;
}

export interface DueCounts extends BucketCounts {
  /** Cases whose dates could not be computed. */
  readonly uncomputed: number;
}

/** A message that is on a case already. */
export interface FoundMessage {
  readonly caseId: string;
  readonly reason: MatchReason;
}

/** What changed: by this panel, or by another one of the same store. */
export interface RegisterChange {
  /** Empty where something else than a case changed: a seen message, a view. */
  readonly caseIds: readonly string[];
  readonly by: 'here' | 'elsewhere';
}

/** One task of a case, in a list of tasks. */
export interface TaskEntry {
  readonly row: DueRow;
  readonly task: RowTask;
  readonly key: string;
}

/** Tasks of one kind, by day; those without a day last. */
export interface TaskQuery {
  readonly kind: TaskKind;
  /** From this day on: for escalation windows, today. */
  readonly from?: IsoDate;
  readonly until?: IsoDate;
  readonly limit: number;
  readonly after?: TaskEntry;
}

/** A filter under a name, kept in this browser. */
export interface SavedView {
  readonly name: string;
  readonly filter: DueFilter;
  /** The team whose members its handlers were: it follows that team. */
  readonly team?: string;
}

/** When the register was last backed up, and what was entered since. */
export interface BackupState {
  /** Null = never. */
  readonly at: Instant | null;
  readonly events: number;
  readonly newEvents: number;
}

/** What is to be erased: personal data of these cases, for this reason. */
export interface Erasure {
  readonly caseIds: readonly string[];
  /** The rule or the request: `retention: six years after closing`. */
  readonly basis: string;
  readonly actor: Actor;
}

/** What a check of the whole register found. */
export interface Verified {
  readonly events: number;
  readonly cases: number;
  readonly devices: readonly { readonly deviceId: string; readonly events: number; readonly fault: string | null }[];
  /** Cases whose row isn't what their events give. */
  readonly rowFaults: readonly string[];
  /** Cases of which an email's file isn't the one that was kept, or is gone. */
  readonly originalFaults: readonly string[];
  /** Events without their personal data, though no erasure says so; in words. A true backup gives it back. */
  readonly bare: readonly string[];
}

/**
 * The cases. Append-only: events are entered, never changed, and everything else is derived from them in the same
 * transaction. Every method rejects with RegisterError where the store fails; then nothing was entered. README.md beside
 * this file says what each gives and in what time.
 */
export interface Register {
  /**
   * Enters all drafts or none; returns them as entered. `originals` are the files that `original-kept` events among the
   * drafts speak of: they are kept in the same transaction.
   */
  append(drafts: readonly EventDraft[], originals?: readonly Original[]): Promise<readonly CaseEvent[]>;
  /** The file of a message, by the event that it came by; null where none is kept, or it was erased. */
  original(of: string): Promise<Uint8Array | null>;
  /** The events of a case in the order of entry; empty for a case that isn't there. */
  eventsOf(caseId: string): Promise<readonly CaseEvent[]>;
  /** The case that a message is on already. */
  findMessage(identity: MessageIdentity): Promise<FoundMessage | null>;
  /** Open cases of one sender, latest first: a further message may belong to one. */
  openCasesOf(address: string): Promise<readonly DueRow[]>;
  /** The most urgent duties first, beginning after the entry `after` where given: the first screen, without any filter. */
  due(page: DuePage): Promise<readonly DueEntry[]>;
  counts(today: IsoDate): Promise<DueCounts>;
  row(caseId: string): Promise<DueRow | null>;
  /** Rows by their ids, in that order; those that aren't there are left out. */
  rows(caseIds: readonly string[]): Promise<readonly DueRow[]>;
  /** Cases whose dates could not be computed. */
  uncomputed(): Promise<readonly DueRow[]>;

  /** A part of the due list by filter, words, bucket and place, with exact counts. */
  list(query: DueQuery): Promise<DueList>;
  /** Open cases without a date to keep, and what they wait for; by receipt. */
  waiting(query: { readonly filter?: DueFilter; readonly today: IsoDate }): Promise<readonly WaitingEntry[]>;
  /** What there is to filter by. */
  facets(today: IsoDate): Promise<DueFacets>;
  /** Cases by words: exact references, names, addresses and postcodes first, whatever their age. */
  search(words: string, limit: number): Promise<readonly DueRow[]>;
  /** What cases ask for beside their duties. */
  tasks(query: TaskQuery): Promise<readonly TaskEntry[]>;
  taskCounts(today: IsoDate): Promise<Readonly<Record<TaskKind, number>>>;
  /** Every case of a person, latest first, closed ones too. */
  history(person: Person): Promise<readonly DueRow[]>;
  /** Cases, closed ones too, that have something in common with a message, latest first; of each kind fifty at most. */
  tied(traces: Traces): Promise<readonly DueRow[]>;
  /** Counts for reports, each with its cases. */
  figures(query: FiguresQuery): Promise<readonly Figure[]>;
  /** Loads what lists and searches need in memory. Call it after the first paint; whoever asks earlier waits for it. */
  warm(): Promise<void>;

  readonly seen: SeenMessages;
  /** People's decisions of a day and later that say something about the recogniser, by day. */
  lessons(from: IsoDate): Promise<readonly Lesson[]>;
  views(): Promise<readonly SavedView[]>;
  /** Keeps a view under its name, in place of one of the same name. */
  saveView(view: SavedView): Promise<void>;
  removeView(name: string): Promise<void>;

  /** Every event, for a backup. */
  allEvents(): AsyncIterable<CaseEvent>;
  backup(): Promise<BackupState>;
  /** A backup with so many events was saved. */
  backedUp(events: number): Promise<void>;
  /** What a backup would bring, without bringing it. Rejects with BackupError for one that can't be used. */
  preview(source: RestoreSource): Promise<RestorePreview>;
  /**
   * Merges a backup by event id: nothing that is here is overwritten. Rejects with BackupError (`erases`) where erasures in
   * it would take personal data out of a case that `options` doesn't name.
   */
  restore(source: RestoreSource, options?: RestoreOptions): Promise<RestoreResult>;
  /** Takes the personal data out of cases for good; that they were, and when, stays. */
  erase(erasure: Erasure): Promise<void>;
  /** Cases closed before a day that still hold personal data. */
  closedBefore(day: IsoDate): Promise<readonly DueRow[]>;
  verify(): Promise<Verified>;
  /** Removes everything from this browser for good. */
  wipe(): Promise<void>;

  /** Calls back after every entry, also by another panel of the same store. */
  onChange(listener: (change: RegisterChange) => void): () => void;
}

/** The store failed: nothing was entered. `code` says how. */
export class RegisterError extends Error {
  override readonly name = 'RegisterError';
  constructor(
    readonly code: 'full' | 'newer' | 'blocked' | 'deleted' | 'lost' | 'failed',
    message: string,
  ) {
    super(message);
  }
}

/** Where the due list is cut: the keys of today, of tomorrow, and of the day after the next seven. */
export function cuts(today: IsoDate): { readonly today: string; readonly tomorrow: string; readonly later: string } {
  return { today: keyOfDay(today), tomorrow: keyOfDay(addDays(today, 1)), later: keyOfDay(addDays(today, 8)) };
}
