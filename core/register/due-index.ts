import type { IsoDate } from '../dates.ts';
import { dutyOfKey, type DueRow } from '../deadlines/due-row.ts';
import {
  bucketOf,
  fitsCase,
  fitsDuty,
  type DueBucket,
  type DueEntry,
  type DueFacets,
  type DueFilter,
  type DueList,
  type DueQuery,
  type Facet,
  type WaitingEntry,
} from './due-query.ts';

/** The rows that a list is made of, in memory: those of open cases, and of closed ones that still owe something. */
export interface DueIndex {
  put(row: DueRow): void;
  /** Many at once; much quicker than one by one. */
  putAll(rows: readonly DueRow[]): void;
  remove(caseId: string): void;
  row(caseId: string): DueRow | null;
  /** `found` = only these cases. */
  list(query: DueQuery, found: ReadonlySet<string> | null): DueList;
  waiting(filter: DueFilter, today: IsoDate): readonly WaitingEntry[];
  facets(today: IsoDate): DueFacets;
  readonly size: number;
}

/** Whether a row belongs in the index at all. */
export function isListed(row: DueRow): boolean {
  return !row.closed || row.keys.length > 0;
}

interface Fitting {
  readonly entries: readonly DueEntry[];
  readonly starts: Readonly<Record<DueBucket | 'end', number>>;
  /** Counted once for each question, not for each page of its answer. */
  readonly waiting: number;
  readonly cases: Map<DueBucket | 'all', number>;
}

/** An empty index. The last question's answer is kept until a row changes, so that scrolling asks nothing anew. */
export function dueIndex(): DueIndex {
  const rows = new Map<string, DueRow>();
  let entries: DueEntry[] = [];
  let version = 0;
  let last: {
    readonly asked: string;
    readonly version: number;
    readonly found: unknown;
    readonly fits: Fitting;
  } | null = null;

  const takeOut = (caseId: string): void => {
    const row = rows.get(caseId);
    if (!row) return;
    rows.delete(caseId);
    for (const key of row.keys) {
      const place = placeOf(entries, key);
      if (entries[place]?.key === key) entries.splice(place, 1);
    }
  };

  const fitting = ({ filter = {}, today }: DueQuery, found: ReadonlySet<string> | null): Fitting => {
    const asked = JSON.stringify([filter, today]);
    if (last?.asked === asked && last.version === version && last.found === found) return last.fits;
    const cases = new Map<DueRow, boolean>();
    const fits = entries.filter(({ row, duty }) => {
      if (!fitsDuty(duty, filter)) return false;
      let isFit = cases.get(row);
      if (isFit === undefined) cases.set(row, (isFit = fitsFound(row, found) && fitsCase(row, filter, today)));
      return isFit;
    });
    const waiting = waitingAmong(rows, { filter, today, found }).length;
    last = { asked, version, found, fits: { entries: fits, starts: startsOf(fits, today), waiting, cases: new Map() } };
    return last.fits;
  };

  return {
    put: (row) => {
      version++;
      takeOut(row.caseId);
      if (!isListed(row)) return;
      rows.set(row.caseId, row);
      for (const entry of entriesOf(row)) entries.splice(placeOf(entries, entry.key), 0, entry);
    },
    putAll: (many) => {
      version++;
      const fresh = new Map(many.map((row) => [row.caseId, row]));
      for (const [caseId, row] of fresh)
        if (isListed(row)) rows.set(caseId, row);
        else rows.delete(caseId);
      entries = entries
        .filter(({ row }) => !fresh.has(row.caseId))
        .concat([...fresh.values()].filter(isListed).flatMap(entriesOf))
        .sort((left, right) => (left.key < right.key ? -1 : 1));
    },
    remove: (caseId) => {
      version++;
      takeOut(caseId);
    },
    row: (caseId) => rows.get(caseId) ?? null,
    list: (query, found) => {
      const { bucket, offset = 0, limit } = query;
      const { entries: fits, starts, waiting, cases } = fitting(query, found);
      const [from, to] = bucket ? rangeOf(bucket, starts) : [0, fits.length];
      const part = bucket ?? 'all';
      const count = cases.get(part) ?? casesAmong(fits, from, to);
      cases.set(part, count);
      return {
        entries: fits.slice(from + offset, Math.min(to, from + offset + limit)),
        offset,
        total: to - from,
        cases: count,
        counts: {
          overdue: starts.today,
          today: starts.week - starts.today,
          week: starts.later - starts.week,
          later: starts.end - starts.later,
        },
        waiting,
      };
    },
    waiting: (filter, today) => waitingAmong(rows, { filter, today, found: null }),
    facets: (today) => facetsOf([...rows.values()].filter((row) => fitsCase(row, {}, today) && !row.closed)),
    get size() {
      return rows.size;
    },
  };
}

function fitsFound(row: DueRow, found: ReadonlySet<string> | null): boolean {
  return found === null || found.has(row.caseId);
}

/** The entries that a row makes. */
function entriesOf(row: DueRow): DueEntry[] {
  return row.keys.flatMap((key) => entryOf(row, key) ?? []);
}

/** The entry of the due list that a row's key stands for; null for a key that the row no longer has. */
export function entryOf(row: DueRow, key: string): DueEntry | null {
  const duty = row.duties[dutyOfKey(key)];
  return duty ? { row, duty, key } : null;
}

/** Where a key stands, or would stand. */
function placeOf(entries: readonly DueEntry[], key: string): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((entries[middle]?.key ?? '') < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

function casesAmong(entries: readonly DueEntry[], from: number, to: number): number {
  const cases = new Set<string>();
  for (let at = from; at < to; at++) cases.add(entries[at]?.row.caseId ?? '');
  return cases.size;
}

/** Where each bucket begins; the entries are in the order of their days. */
function startsOf(entries: readonly DueEntry[], today: IsoDate): Fitting['starts'] {
  return {
    overdue: 0,
    today: startOf('today', entries, today),
    week: startOf('week', entries, today),
    later: startOf('later', entries, today),
    end: entries.length,
  };
}

const ORDER: readonly DueBucket[] = ['overdue', 'today', 'week', 'later'];

function startOf(bucket: DueBucket, entries: readonly DueEntry[], today: IsoDate): number {
  let [low, high] = [0, entries.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const entry = entries[middle];
    if (entry && ORDER.indexOf(bucketOf(entry.duty.day, today)) < ORDER.indexOf(bucket)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function rangeOf(bucket: DueBucket, starts: Fitting['starts']): readonly [number, number] {
  const next = { overdue: 'today', today: 'week', week: 'later', later: 'end' } as const;
  return [starts[bucket], starts[next[bucket]]];
}

/** Open cases without a date to keep that wait for something, by receipt. */
function waitingAmong(
  rows: ReadonlyMap<string, DueRow>,
  {
    filter,
    today,
    found,
  }: { readonly filter: DueFilter; readonly today: IsoDate; readonly found: ReadonlySet<string> | null },
): readonly WaitingEntry[] {
  const waiting: WaitingEntry[] = [];
  for (const row of rows.values()) {
    if (row.closed || row.keys.length > 0 || row.waiting.length === 0) continue;
    const fits = row.waiting.filter((duty) => fitsDuty(duty, filter));
    if (fits.length > 0 && fitsFound(row, found) && fitsCase(row, filter, today)) waiting.push({ row, waiting: fits });
  }
  return waiting.sort((left, right) => Date.parse(left.row.receivedAt) - Date.parse(right.row.receivedAt));
}

function facetsOf(rows: readonly DueRow[]): DueFacets {
  return {
    handlers: counted(rows, ({ handler }) => [handler]),
    stages: counted(rows, ({ stageId }) => (stageId === null ? [] : [stageId])),
    policies: counted(rows, ({ policy }) => (policy === null ? [] : [policy])),
    duties: counted(rows, ({ duties }) => duties.map(({ obligation }) => obligation ?? 'by-hand')),
    marks: counted(rows, ({ marks }) => marks),
  };
}

function counted<Value>(rows: readonly DueRow[], valuesOf: (row: DueRow) => readonly Value[]): readonly Facet<Value>[] {
  const counts = new Map<Value, number>();
  for (const row of rows) {
    const values = valuesOf(row);
    // A row counts once for a value that it has twice.
    for (const value of values.length > 1 ? new Set(values) : values) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts].map(([value, cases]) => ({ value, cases })).sort((left, right) => right.cases - left.cases);
}
