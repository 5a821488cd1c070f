import type { CaseKind } from '../case/case-file.ts';
import { addDays, type IsoDate } from '../dates.ts';
import type { DueDuty, DueRow, WaitingDuty } from '../deadlines/due-row.ts';
import type { Mark } from '../deadlines/row-marks.ts';
import type { Duty } from '../policy/schema.ts';

/** One entry of the due list. */
export interface DueEntry {
  readonly row: DueRow;
  readonly duty: DueDuty;
  readonly key: string;
}

/** How urgent: overdue, due today, after that within seven days, later. */
export type DueBucket = 'overdue' | 'today' | 'week' | 'later';

/** What of the due list is asked for. What is left out takes nothing away; fields narrow each other. */
export interface DueFilter {
  /** Any of these; null = cases that nobody handles yet. A team is the list of its members. */
  readonly handlers?: readonly (string | null)[];
  /** By the policies' own ids: `stage-1`. */
  readonly stages?: readonly string[];
  readonly policies?: readonly string[];
  /** Kinds of duty; `by-hand` = a date that a person set. */
  readonly duties?: readonly (Duty | 'by-hand')[];
  readonly kinds?: readonly CaseKind[];
  /** All of these. */
  readonly marks?: readonly Mark[];
  /** The answer was put off, and at most seven days are left until it can't be any more. */
  readonly nearCap?: true;
}

/** A part of the due list, most urgent first. */
export interface DueQuery {
  readonly today: IsoDate;
  readonly filter?: DueFilter;
  /** Only cases that the search finds by these words. */
  readonly words?: string;
  /** Only this bucket; the counts are of all of them whatever is asked for. */
  readonly bucket?: DueBucket;
  readonly offset?: number;
  readonly limit: number;
}

/** Exact counts of duties. */
export interface BucketCounts {
  readonly overdue: number;
  readonly today: number;
  readonly week: number;
  readonly later: number;
}

/** What a query gives. */
export interface DueList {
  readonly entries: readonly DueEntry[];
  /** The place of the first entry in the whole. */
  readonly offset: number;
  /** Duties that fit, in the bucket where one is asked for. */
  readonly total: number;
  /** Cases among them. */
  readonly cases: number;
  readonly counts: BucketCounts;
  /** Cases that fit and only wait; see `waiting`. */
  readonly waiting: number;
}

/** A case that has no date to keep, and what it waits for. */
export interface WaitingEntry {
  readonly row: DueRow;
  readonly waiting: readonly WaitingDuty[];
}

/** One value of a filter, and how many open cases have it. */
export interface Facet<Value> {
  readonly value: Value;
  readonly cases: number;
}

/** What there is to filter by, each most frequent first. */
export interface DueFacets {
  readonly handlers: readonly Facet<string | null>[];
  readonly stages: readonly Facet<string>[];
  readonly policies: readonly Facet<string>[];
  readonly duties: readonly Facet<Duty | 'by-hand'>[];
  readonly marks: readonly Facet<Mark>[];
}

/** Days before the last possible day at which an extended answer counts as near it. */
const NEAR = 7;

/** Whether a case fits, its duties apart. */
export function fitsCase(row: DueRow, filter: DueFilter, today: IsoDate): boolean {
  const { handlers, stages, policies, kinds, marks, nearCap } = filter;
  return (
    (!handlers || handlers.includes(row.handler)) &&
    (!stages || (row.stageId !== null && stages.includes(row.stageId))) &&
    (!policies || (row.policy !== null && policies.includes(row.policy))) &&
    (!kinds || kinds.includes(row.kind)) &&
    (!marks || marks.every((mark) => row.marks.includes(mark))) &&
    (!nearCap || (row.extensionCap !== null && row.extensionCap <= addDays(today, NEAR)))
  );
}

/** Whether a duty fits. */
export function fitsDuty({ obligation }: Pick<DueDuty, 'obligation'>, { duties }: DueFilter): boolean {
  return !duties || duties.includes(obligation ?? 'by-hand');
}

/** The bucket of a day. */
export function bucketOf(day: IsoDate, today: IsoDate): DueBucket {
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  return day <= addDays(today, 7) ? 'week' : 'later';
}
