import type { CaseFile } from '../case/case-file.ts';
import type { IsoDate } from '../dates.ts';
import { refusalOwed } from '../letters/owed.ts';
import type { Policy } from '../policy/policy.ts';
import type { Deadline } from './deadlines.ts';

/** What a case still asks for beside the policy's own dates; much of it outlives the case's closing. */
export type TaskKind =
  /** A service request to look after again. */
  | 'check-back'
  /** A date that a person set. */
  | 'date'
  /** What the Ombudsman wants by a day: before everything else. */
  | 'ombudsman'
  /** An action promised to the resident and not done. */
  | 'promise'
  /** Money offered and not paid in full. */
  | 'compensation'
  /** The policy would exclude it; nobody has confirmed that yet. */
  | 'exclusion'
  /** The letter about what wasn't taken up; `what` is its kind. */
  | 'letter'
  /** The resident may still ask for the next stage. */
  | 'window';

/** One of them. */
export interface RowTask {
  readonly kind: TaskKind;
  readonly id: string;
  readonly what: string;
  /** Null where it has no day. */
  readonly by: IsoDate | null;
  readonly clauses: readonly string[];
  /** What is still to be paid; null where it isn't about money. */
  readonly pence: number | null;
}

/** What the case still asks for, with the escalation windows among its dates. */
export function tasksOf(file: CaseFile, dates: readonly Deadline[], policy: Policy | null): readonly RowTask[] {
  const kindOfDate: TaskKind = file.kind === 'service-request' ? 'check-back' : 'date';
  return [
    ...file.handDates
      .filter(({ metAt }) => metAt === null)
      .map(({ id, what, due, clauses, asker }) => ({
        ...task(asker ?? kindOfDate, { id, what, by: due }),
        clauses,
      })),
    ...file.actions
      .filter(({ doneAt }) => doneAt === null)
      .map(({ id, what, who, by }) => task('promise', { id, what: who === '' ? what : `${what} (${who})`, by })),
    ...file.compensation
      .filter(({ pence, paidPence }) => paidPence < pence)
      .map(({ id, reason, pence, paidPence, acceptedAt }) => ({
        ...task('compensation', { id, what: acceptedAt ? reason : `${reason} (not accepted yet)`, by: null }),
        pence: pence - paidPence,
      })),
    ...(isExclusionOpen(file) ? [exclusionOf(file)] : []),
    ...letterOf(file, policy),
    ...windowsOf(file, dates),
  ];
}

function task(kind: TaskKind, { id, what, by }: Pick<RowTask, 'id' | 'what' | 'by'>): RowTask {
  return { kind, id, what, by, clauses: [], pence: null };
}

/** Logged as excluded, and neither confirmed as such nor taken on. */
function isExclusionOpen({ route, closed, refusal, stages }: CaseFile): boolean {
  return route?.route === 'excluded' && closed === null && refusal === null && stages.length === 0;
}

function exclusionOf({ id, route }: CaseFile): RowTask {
  return { ...task('exclusion', { id, what: '', by: null }), clauses: route?.clauses ?? [] };
}

/** A refusal is no decision that the resident knows of before its letter has gone, also where the case is closed. */
function letterOf(file: CaseFile, policy: Policy | null): readonly RowTask[] {
  const kind = policy && refusalOwed(file, policy);
  if (kind === null) return [];
  return [{ ...task('letter', { id: `letter:${kind}`, what: kind, by: null }), clauses: file.refusal?.clauses ?? [] }];
}

/** Open until the resident takes the step, whatever the landlord closed. */
function windowsOf({ stages }: CaseFile, dates: readonly Deadline[]): readonly RowTask[] {
  const last = stages.at(-1);
  if (!last?.response) return [];
  return dates
    .filter(({ obligation, stage }) => obligation === 'escalate-by' && stage === last.stage)
    .map(({ timer, day, clauses }) => ({ ...task('window', { id: timer, what: '', by: day }), clauses }));
}

/** The place of a task in the order of its list: by kind, then day, then case; those without a day last. */
export function taskKey({ kind, by }: RowTask, caseId: string, index: number): string {
  return `${kind} ${by ?? '9999-12-31'} ${caseId} ${String(index)}`;
}
