import { currentStage, type CaseFile } from '../case/case-file.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { inLondon, type Instant, type IsoDate } from '../dates.ts';
import { stageById, type Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/schema.ts';
import { deadlines, isOwed } from './deadlines.ts';

/** One thing that somebody owes by a day. */
export interface DueDuty {
  readonly timer: string;
  /** Null for a date that a person set; `what` names it. */
  readonly obligation: Duty | null;
  readonly what: string | null;
  readonly clauses: readonly string[];
  readonly due: IsoDate | Instant;
  readonly day: IsoDate;
  readonly provisional: boolean;
  readonly policy: string;
}

/**
 * What the due list keeps of a case: derived from its events, kept beside them only so that a list over many thousand
 * cases is instant. Rebuilt from the events whenever its shape changes.
 */
export interface DueRow {
  readonly caseId: string;
  readonly reference: string;
  readonly name: string;
  readonly subject: string;
  readonly kind: CaseFile['kind'];
  readonly stage: string | null;
  readonly handler: string | null;
  readonly hazard: boolean;
  readonly receivedAt: Instant;
  readonly closed: boolean;
  readonly duties: readonly DueDuty[];
  /** For each duty its place in the order of the list: its moment, then its number here. */
  readonly keys: readonly string[];
  /** Why there are no dates, where they could not be computed: never a guess. */
  readonly uncomputed: string | null;
}

/** The policies that a case's dates come from, each with its calendar: the landlord's own, then the law's. */
export type RowPolicies = readonly { readonly policy: Policy; readonly calendar: WorkingCalendar }[];

/** The row of a case. Dates that can't be computed make an `uncomputed` row, so that the case is still in the list. */
export function dueRow(file: CaseFile, policies: RowPolicies): DueRow {
  const [own] = policies;
  const stage = currentStage(file);
  const base = {
    caseId: file.id,
    reference: file.reference,
    name: file.complainant?.name ?? file.messages[0]?.from?.name ?? '',
    subject: file.messages[0]?.subject ?? '',
    kind: file.kind,
    stage: stage && own ? stageById(own.policy, stage.stage).name : null,
    handler: file.handler,
    hazard: file.hazards.kinds.length > 0,
    receivedAt: file.receivedAt,
    closed: file.closed !== null,
  };
  try {
    const duties = policies.flatMap(({ policy, calendar }) => dutiesUnder(file, policy, calendar)).concat(byHand(file));
    return { ...base, duties, keys: duties.map(keyOf), uncomputed: own ? null : 'its policy is not loaded' };
  } catch (error) {
    return { ...base, duties: [], keys: [], uncomputed: error instanceof Error ? error.message : String(error) };
  }
}

/** The number of the duty that a key belongs to. */
export function dutyOfKey(key: string): number {
  return Number(key.slice(key.lastIndexOf(' ') + 1));
}

/** The first key of a day: every duty of an earlier day sorts before it. */
export function keyOfDay(day: IsoDate): string {
  return `${day}T00:00`;
}

function dutiesUnder(file: CaseFile, policy: Policy, calendar: WorkingCalendar): DueDuty[] {
  return deadlines(file, policy, calendar)
    .dates.filter(isOwed)
    .map(({ timer, obligation, clauses, due, day, provisional }) => ({
      timer,
      obligation,
      what: null,
      clauses,
      due,
      day,
      provisional,
      policy: policy.id,
    }));
}

function byHand(file: CaseFile): DueDuty[] {
  const open = file.handDates.filter(({ metAt }) => metAt === null);
  const promised = file.actions.flatMap(({ id, what, by, doneAt }) =>
    by && !doneAt ? [{ id, what, due: by, clauses: [] }] : [],
  );
  return [...open, ...promised].map(({ id, what, due, clauses }) => ({
    timer: id,
    obligation: null,
    what,
    clauses,
    due,
    day: due,
    provisional: false,
    policy: '',
  }));
}

/** What is due by the clock comes at its time, what is due by a day after that. */
function keyOf({ due, day }: DueDuty, index: number): string {
  const time = due === day ? '24:00' : inLondon(due as Instant).slice(11, 16);
  return `${day}T${time} ${String(index)}`;
}
