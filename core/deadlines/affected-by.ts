import type { CaseFile } from '../case/case-file.ts';
import { CalendarCoverageError, type WorkingCalendar } from '../calendar.ts';
import { changedDays } from '../calendar-changes.ts';
import { letterDate } from '../date-words.ts';
import { localDate, type IsoDate } from '../dates.ts';
import type { Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/schema.ts';
import { deadlines, type Deadline } from './deadlines.ts';

/** A letter of a case that names a date which is no longer right. */
export interface OutdatedLetter {
  readonly kind: string;
  readonly at: CaseFile['receivedAt'];
}

/** A date that another calendar moves. */
export interface MovedDate {
  readonly policy: string;
  readonly timer: string;
  readonly obligation: Duty;
  readonly stage: string | null;
  readonly provisional: boolean;
  /** Null where it could not be counted before, or can't be now. */
  readonly before: IsoDate | null;
  readonly after: IsoDate | null;
  readonly letters: readonly OutdatedLetter[];
}

/** An open case with dates that move. */
export interface AffectedCase {
  readonly caseId: string;
  readonly reference: string;
  readonly moved: readonly MovedDate[];
}

/** A policy and the calendars that its dates are counted by, as they were and as they would be. */
export interface CalendarPair {
  readonly policy: Policy;
  readonly before: WorkingCalendar;
  readonly after: WorkingCalendar;
}

/**
 * Which open cases' dates a change of calendar moves, and which of their letters named the old date. `pairsOf` gives the
 * policies of a case, the landlord's own and the laws'; a policy has the same pair for every case. Nothing is changed: dates
 * are computed from events whenever they are asked for.
 */
export function affectedBy(
  files: Iterable<CaseFile>,
  pairsOf: (file: CaseFile) => readonly CalendarPair[],
): readonly AffectedCase[] {
  const affected: AffectedCase[] = [];
  const known = new Map<CalendarPair, Change>();
  for (const file of files) {
    if (file.closed !== null) continue;
    const moved = pairsOf(file).flatMap((pair) => {
      const change = known.get(pair) ?? changeOf(pair);
      known.set(pair, change);
      return movedDates(file, pair, change);
    });
    if (moved.length > 0) affected.push({ caseId: file.id, reference: file.reference, moved });
  }
  return affected;
}

/** Where two calendars differ at all: most cases lie elsewhere, and needn't be counted twice. */
interface Change {
  readonly first: IsoDate | null;
  readonly last: IsoDate | null;
  readonly sameCoverage: boolean;
}

function changeOf({ before, after }: CalendarPair): Change {
  const days = changedDays(before, after);
  return {
    first: days[0] ?? null,
    last: days.at(-1) ?? null,
    sameCoverage: before.coverage.from === after.coverage.from && before.coverage.to === after.coverage.to,
  };
}

function movedDates(file: CaseFile, pair: CalendarPair, change: Change): readonly MovedDate[] {
  const { policy } = pair;
  // Every count of a case begins on the day of receipt or later.
  if (change.sameCoverage && (change.last === null || change.last <= localDate(file.receivedAt))) return [];
  const before = openDates(file, policy, pair.before);
  const ends = [...before.values()].map(({ working, day }) =>
    working.reduce((last, { end }) => (end > last ? end : last), day),
  );
  if (
    change.sameCoverage &&
    before.size > 0 &&
    change.first !== null &&
    ends.every((end) => end < (change.first ?? end))
  )
    return [];
  const after = openDates(file, policy, pair.after);
  const keys = new Set([...before.keys(), ...after.keys()]);
  return [...keys].flatMap((key) => {
    const [old, fresh] = [before.get(key), after.get(key)];
    const date = fresh ?? old;
    if (!date || old?.day === fresh?.day) return [];
    return [
      {
        policy: policy.id,
        timer: date.timer,
        obligation: date.obligation,
        stage: date.stage,
        provisional: date.provisional,
        before: old?.day ?? null,
        after: fresh?.day ?? null,
        letters: old ? lettersNaming(file, old.day) : [],
      },
    ];
  });
}

/** The dates that somebody still waits for, by timer and stage; none where the calendar doesn't reach them. */
function openDates(file: CaseFile, policy: Policy, calendar: WorkingCalendar): ReadonlyMap<string, Deadline> {
  try {
    const { dates } = deadlines(file, policy, calendar);
    const open = dates.filter(({ metAt, lapsed }) => metAt === null && !lapsed);
    return new Map(open.map((date) => [`${date.timer} ${date.stage ?? ''}`, date]));
  } catch (error) {
    if (error instanceof CalendarCoverageError) return new Map();
    throw error;
  }
}

/** Letters that promised the day, or print it. */
function lettersNaming({ drafts, stages }: CaseFile, day: IsoDate): readonly OutdatedLetter[] {
  const printed = letterDate(day);
  const sent = [
    ...drafts,
    ...stages.flatMap(({ acknowledgements }) =>
      acknowledgements.map((acknowledgement) => ({ kind: 'acknowledgement', ...acknowledgement })),
    ),
  ];
  return sent
    .filter(({ promisedBy, text }) => promisedBy === day || text.includes(printed))
    .map(({ kind, at }) => ({ kind, at }));
}
