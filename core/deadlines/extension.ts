import { currentStage, type CaseFile } from '../case/case-file.ts';
import type { WorkingCalendar } from '../calendar.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import { baselineStage } from '../policy/baseline.ts';
import { clauseId, readingsOf, stageById, type Policy } from '../policy/policy.ts';
import type { Stage } from '../policy/schema.ts';
import { countFrom, type Leg } from './clock.ts';
import { deadlines } from './deadlines.ts';

type Extension = NonNullable<Stage['extension']>[number];

/** One way in which the policy lets an answer take longer. */
export interface ExtensionOption {
  /** With the policy's name. */
  readonly clauses: readonly string[];
  /** Whether the resident is told, is spoken to, or must agree. */
  readonly consent: Extension['consent'];
  /** The last day that may be agreed: from the original date, whatever was agreed before. Null = the policy has no number. */
  readonly latest: IsoDate | null;
  readonly working: Leg | null;
  /** Beyond the limit, in exceptional circumstances. */
  readonly isExceptional: boolean;
  /** What has to be told or known before the date moves, as the policy names it. */
  readonly needs: readonly string[];
  /** The letter that tells the resident; null where the policy names none. */
  readonly letter: string | null;
  /** Nothing is left of it: the date already stands at its last day. */
  readonly isUsedUp: boolean;
  readonly readings: readonly string[];
}

/** How the answer at the current stage may be put off. */
export interface ExtensionOptions {
  readonly stage: string;
  /** The date before any extension, and the one that stands now. */
  readonly originalDue: IsoDate;
  readonly due: IsoDate;
  /** The resident must be told by the day that is being put off; afterwards the answer is late, extended or not. */
  readonly tellBy: IsoDate;
  readonly isInTime: boolean;
  /** In the policy's order; empty = the policy knows no extension. */
  readonly options: readonly ExtensionOption[];
  /** The last day that the Code allows without good reason; null where it isn't asked, or has no limit. */
  readonly codeLatest: IsoDate | null;
}

export interface ExtensionRequest {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly now: Instant;
  /** The Code, to show its limit beside the policy's own. */
  readonly floor?: Policy | undefined;
}

/**
 * How the answer that is due may be put off under the policy. Null where there is no answer to put off: no stage, no date
 * for one, already answered, or closed. Throws CalendarCoverageError where a limit leaves the calendar.
 */
export function extensionOptions(
  file: CaseFile,
  { policy, calendar, now, floor }: ExtensionRequest,
): ExtensionOptions | null {
  const record = currentStage(file);
  if (!record || record.response || file.closed) return null;
  const answer = deadlines(file, policy, calendar).dates.find(
    ({ obligation, stage }) => obligation === 'respond' && stage === record.stage,
  );
  if (!answer) return null;
  const originalDue = answer.extendedFrom ?? answer.day;
  const stage = stageById(policy, record.stage);
  return {
    stage: record.stage,
    originalDue,
    due: answer.day,
    tellBy: answer.day,
    isInTime: localDate(now) <= answer.day,
    options: (stage.extension ?? []).map((extension) =>
      option(extension, { policy, calendar, originalDue, due: answer.day }),
    ),
    codeLatest: floor ? codeLatest(stage, { policy, floor, calendar, originalDue }) : null,
  };
}

/** The policy's ordinary way of putting an answer off; null where it has none. */
export function ordinaryOption({ options }: ExtensionOptions): ExtensionOption | null {
  return options.find(({ isExceptional }) => !isExceptional) ?? null;
}

/** Whether a date lies beyond what the policy allows in the ordinary way: any, where it knows no extension at the stage. */
export function isBeyondLimit(newDate: IsoDate, options: ExtensionOptions): boolean {
  const ordinary = ordinaryOption(options);
  return ordinary === null || (ordinary.latest !== null && newDate > ordinary.latest);
}

interface Counted {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly originalDue: IsoDate;
}

function option(
  { clause, consent, max, needs = [], exceptional, letter, ambiguous }: Extension,
  { policy, calendar, originalDue, due }: Counted & { readonly due: IsoDate },
): ExtensionOption {
  const working = max ? countFrom(originalDue, max, 'original-due', calendar) : null;
  return {
    clauses: clause.map((one) => clauseId(policy, one)),
    consent,
    latest: working?.end ?? null,
    working,
    isExceptional: exceptional ?? false,
    needs,
    letter: letter ?? null,
    isUsedUp: working !== null && due >= working.end,
    readings: readingsOf(policy, ambiguous),
  };
}

/** The Code's limit at the stage in the same place; none for stages that the Code doesn't have. */
function codeLatest(
  stage: Stage,
  { policy, floor, calendar, originalDue }: Counted & { readonly floor: Policy },
): IsoDate | null {
  const max = baselineStage(stage, policy, floor)?.extension?.find(({ exceptional }) => !exceptional)?.max;
  return max ? countFrom(originalDue, max, 'original-due', calendar).end : null;
}
