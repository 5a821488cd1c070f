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
    last = { asked, version, found, fits: { entries: fits, starts: startsOf(fits, today) } };
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
      const { bucket, offset = 0, limit, filter = {}, today } = query;
      const { entries: fits, starts } = fitting(query, found);
      const [from, to] = bucket ? rangeOf(bucket, starts) : [0, fits.length];
      const part = from === 0 && to === fits.length ? fits : fits.slice(from, to);
      return {
        entries: part.slice(offset, offset + limit),
        offset,
        total: to - from,
        cases: new Set(part.map(({ row }) => row)).size,
        counts: {
          overdue: starts.today,
          today: starts.week - starts.today,
          week: starts.later - starts.week,
          later: starts.end - starts.later,
        },
        waiting: waitingAmong(rows, { filter, today, found }).length,
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

function startsOf(entries: readonly DueEntry[], today: IsoDate): Fitting['starts'] {
  const starts = {
    overdue: 0,
    today: entries.length,
    week: entries.length,
    later: entries.length,
    end: entries.length,
  };
  const order: readonly DueBucket[] = ['today', 'week', 'later'];
  let index = 0;
  for (const bucket of order) {
    while (index < entries.length && isBefore(entries[index], bucket, today)) index++;
    starts[bucket] = index;
  }
  return starts;
}

const ORDER: readonly DueBucket[] = ['overdue', 'today', 'week', 'later'];

function isBefore(entry: DueEntry | undefined, bucket: DueBucket, today: IsoDate): boolean {
  return entry !== undefined && ORDER.indexOf(bucketOf(entry.duty.day, today)) < ORDER.indexOf(bucket);
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
  for (const row of rows) for (const value of new Set(valuesOf(row))) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].map(([value, cases]) => ({ value, cases })).sort((left, right) => right.cases - left.cases);
}
