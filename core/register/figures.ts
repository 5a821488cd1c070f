import type { IsoDate } from '../dates.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { monthOf } from '../deadlines/row-clocks.ts';
import type { Duty } from '../policy/schema.ts';

/** What is counted. */
export type Measure =
  | 'received'
  | 'closed'
  | 'open'
  | 'refused'
  | 'escalated'
  /** Of a clock: met in time, met late, still running past its day, still running, ended without being owed. */
  | 'on-time'
  | 'late'
  | 'overdue'
  | 'running'
  | 'lapsed'
  | 'extended';

/** One count, with the cases that it is made of. */
export interface Figure {
  /** The month in which the complaint, or the request for the stage, was received. */
  readonly month: string;
  /** By the policy's id; null for what has no stage. */
  readonly stage: string | null;
  /** Null for what is no clock. */
  readonly clock: Duty | null;
  readonly measure: Measure;
  /** Of a refusal: the clauses that it rests on. */
  readonly detail: string | null;
  readonly caseIds: readonly string[];
}

/** Which months, both included, and of which policy and kinds. */
export interface FiguresQuery {
  readonly from: string;
  readonly to: string;
  readonly today: IsoDate;
  readonly policy?: string;
}

/** Counts complaints, by month, stage and clock. Cases of other kinds are no complaints and aren't counted. */
export function figuresOf(rows: Iterable<DueRow>, { from, to, today, policy }: FiguresQuery): readonly Figure[] {
  const figures = new Map<string, { readonly figure: Omit<Figure, 'caseIds'>; readonly caseIds: Set<string> }>();
  for (const row of rows) {
    if (row.kind !== 'complaint' || (policy !== undefined && row.policy !== policy)) continue;
    for (const figure of [...ofCase(row), ...ofStages(row), ...ofClocks(row, today)]) {
      if (figure.month < from || figure.month > to) continue;
      const key = JSON.stringify(figure);
      const known = figures.get(key);
      if (known) known.caseIds.add(row.caseId);
      else figures.set(key, { figure, caseIds: new Set([row.caseId]) });
    }
  }
  return [...figures]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([, { figure, caseIds }]) => ({ ...figure, caseIds: [...caseIds] }));
}

type Counted = Omit<Figure, 'caseIds'>;

function ofCase({ receivedAt, closed, refusal, stageId }: DueRow): readonly Counted[] {
  const base = { month: monthOf(receivedAt), stage: null, clock: null, detail: null };
  return [
    { ...base, measure: 'received' },
    { ...base, measure: closed ? 'closed' : 'open' },
    ...(refusal
      ? [{ ...base, stage: stageId, measure: 'refused' as const, detail: refusal.clauses.join(' ') || null }]
      : []),
  ];
}

/** Each stage that the case came to, once: a later one by escalation. */
function ofStages({ stages }: DueRow): readonly Counted[] {
  return stages.flatMap(({ stage, month, isEscalation }): Counted[] => {
    const base = { month, stage, clock: null, detail: null };
    return [{ ...base, measure: 'received' }, ...(isEscalation ? [{ ...base, measure: 'escalated' as const }] : [])];
  });
}

function ofClocks({ clocks }: DueRow, today: IsoDate): readonly Counted[] {
  return clocks.flatMap(({ obligation, stage, month, due, isLate, isLapsed, isExtended }): Counted[] => {
    const base = { month, stage, clock: obligation, detail: null };
    const measure: Measure =
      isLate !== null ? (isLate ? 'late' : 'on-time') : isLapsed ? 'lapsed' : due < today ? 'overdue' : 'running';
    return [{ ...base, measure }, ...(isExtended ? [{ ...base, measure: 'extended' as const }] : [])];
  });
}

/** The sum of the figures that fit, each case once. */
export function sumOf(
  figures: readonly Figure[],
  wanted: Partial<Pick<Figure, 'month' | 'stage' | 'clock' | 'measure'>>,
): { readonly count: number; readonly caseIds: readonly string[] } {
  const caseIds = new Set(
    figures
      .filter((figure) =>
        (['month', 'stage', 'clock', 'measure'] as const).every(
          (field) => wanted[field] === undefined || wanted[field] === figure[field],
        ),
      )
      .flatMap((figure) => figure.caseIds),
  );
  return { count: caseIds.size, caseIds: [...caseIds] };
}
