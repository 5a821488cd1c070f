import { currentStage, type CaseFile, type Closing, type Refusal } from '../case/case-file.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { inLondon, localDate, type Instant, type IsoDate } from '../dates.ts';
import { reasonOf } from '../errors.ts';
import { stageById, type Policy } from '../policy/policy.ts';
import type { ClockEvent, Duty } from '../policy/schema.ts';
import { deadlines, isLandlords, isOwed, type Deadline, type Deadlines } from './deadlines.ts';
import { extensionOptions } from './extension.ts';
import { clocksOf, monthOf, type RowClock } from './row-clocks.ts';
import { marksOf, type Mark } from './row-marks.ts';
import { taskKey, tasksOf, type RowTask } from './row-tasks.ts';

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

/** A duty whose day can't be counted yet, and what it waits for. */
export interface WaitingDuty {
  readonly timer: string;
  readonly obligation: Duty;
  readonly for: ClockEvent;
  readonly clauses: readonly string[];
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
  readonly stageId: string | null;
  /** The policy that it was logged under. */
  readonly policy: string | null;
  readonly handler: string | null;
  readonly hazard: boolean;
  readonly marks: readonly Mark[];
  readonly receivedAt: Instant;
  readonly closed: boolean;
  readonly closedOn: IsoDate | null;
  readonly closedHow: Closing['how'] | null;
  readonly duties: readonly DueDuty[];
  /** For each duty its place in the order of the list: its moment, then its case, then its number here. */
  readonly keys: readonly string[];
  readonly waiting: readonly WaitingDuty[];
  readonly tasks: readonly RowTask[];
  /** For each task its place in the order of its list. */
  readonly taskKeys: readonly string[];
  /** The last day to which an answer that was put off once may be put off; null where none was, or there is no limit. */
  readonly extensionCap: IsoDate | null;
  /** How each clock of the case went, for counting. */
  readonly clocks: readonly RowClock[];
  /** Each stage that it came to, with the month of the complaint or request. */
  readonly stages: readonly { readonly stage: string; readonly month: string; readonly isEscalation: boolean }[];
  readonly refusal: Refusal | null;
  /** Its personal data was erased. */
  readonly isErased: boolean;
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
    stage: stage && own ? (own.policy.stages.find(({ id }) => id === stage.stage)?.name ?? stage.stage) : null,
    stageId: stage?.stage ?? null,
    policy: file.policy?.id ?? null,
    handler: file.handler,
    hazard: file.hazards.kinds.length > 0,
    marks: marksOf(file),
    receivedAt: file.receivedAt,
    closed: file.closed !== null,
    closedOn: file.closed && localDate(file.closed.at),
    closedHow: file.closed?.how ?? null,
    refusal: file.refusal,
    isErased: file.isErased,
    stages: file.stages.map(({ stage: id, enteredAt, enteredBy }) => ({
      stage: id,
      month: monthOf(enteredAt),
      isEscalation: enteredBy === 'escalation',
    })),
  };
  const withTasks = (tasks: readonly RowTask[]): Pick<DueRow, 'tasks' | 'taskKeys'> => ({
    tasks,
    taskKeys: tasks.map((task, index) => taskKey(task, file.id, index)),
  });
  try {
    // A stage that the policy doesn't have is said to be one, not taken for a stage without dates.
    if (own) for (const { stage: id } of file.stages) stageById(own.policy, id);
    const counted = policies.map(({ policy, calendar }) => ({ policy, counted: deadlines(file, policy, calendar) }));
    const duties = counted.flatMap(dutiesOf).concat(byHand(file));
    return {
      ...base,
      duties,
      keys: duties.map((duty, index) => keyOf(duty, file.id, index)),
      waiting: counted.flatMap(waitingOf),
      ...withTasks(tasksOf(file, counted[0]?.counted.dates ?? [], own?.policy ?? null)),
      extensionCap: own ? capOf(file, own) : null,
      clocks: counted.flatMap(({ policy, counted: { dates } }) => clocksOf(dates, file, policy)),
      uncomputed: own ? null : 'its policy is not loaded',
    };
  } catch (error) {
    const uncomputed = reasonOf(error);
    const none = { duties: [], keys: [], waiting: [], extensionCap: null, clocks: [] };
    return { ...base, ...none, ...withTasks(tasksOf(file, [], own?.policy ?? null)), uncomputed };
  }
}

/** The number of the duty or task that a key belongs to. */
export function dutyOfKey(key: string): number {
  return Number(key.slice(key.lastIndexOf(' ') + 1));
}

/** The first key of a day: every duty of an earlier day sorts before it. */
export function keyOfDay(day: IsoDate): string {
  return `${day}T00:00`;
}

interface Counted {
  readonly policy: Policy;
  readonly counted: Deadlines;
}

function dutiesOf({ policy, counted }: Counted): DueDuty[] {
  return counted.dates.filter(isOwed).map((date) => dutyOf(date, policy));
}

function dutyOf({ timer, obligation, clauses, due, day, provisional }: Deadline, policy: Policy): DueDuty {
  return { timer, obligation, what: null, clauses, due, day, provisional, policy: policy.id };
}

function waitingOf({ policy, counted }: Counted): WaitingDuty[] {
  return counted.waiting
    .filter(({ obligation }) => isLandlords(obligation))
    .map(({ timer, obligation, clauses, ...rest }) => ({
      timer,
      obligation,
      for: rest.for,
      clauses,
      policy: policy.id,
    }));
}

/** Asked only where the answer was put off already: for all others it would be counted in vain. */
function capOf(file: CaseFile, { policy, calendar }: RowPolicies[number]): IsoDate | null {
  if ((currentStage(file)?.extensions.length ?? 0) === 0) return null;
  const options = extensionOptions(file, { policy, calendar, now: file.receivedAt })?.options ?? [];
  return options.find(({ isExceptional }) => !isExceptional)?.latest ?? null;
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

/** What is due by the clock comes at its time, what is due by a day after that. No two keys are ever the same. */
function keyOf({ due, day }: DueDuty, caseId: string, index: number): string {
  const time = due === day ? '24:00' : inLondon(due as Instant).slice(11, 16);
  return `${day}T${time} ${caseId} ${String(index)}`;
}
