import { addDays, inLondon, localDate, type Instant, type IsoDate } from '../../dates.ts';
import type { Lesson } from '../../register/lessons.ts';
import { refit } from '../../triage/refit.ts';
import { AS_DELIVERED, isSameTaught } from '../../settings.ts';
import type { Ports } from '../ports.ts';
import { NOTHING_TAUGHT, parseTaught, TAUGHT, type TaughtEntry, type TaughtKept } from '../taught-kept.ts';

/** Decisions older than this say how the team was, not how it is. */
const DAYS = 365;
/** The numbers are weighed again once so many more decisions are there, or so many fewer. */
const MORE = 10;
/** A change smaller than this changes no verdict that anybody sees. */
const TOO_SMALL = 0.02;
/** Entries that are kept. */
const MOST = 50;

type LearningPorts = Pick<Ports, 'register' | 'store' | 'clock'>;

/** What is kept, and the decisions that count. */
export interface Learnt {
  readonly kept: TaughtKept;
  /** Every decision since the day from which they count. */
  readonly lessons: readonly Lesson[];
}

/** What was learnt so far, and from what. */
export async function learnt({ register, store, clock }: LearningPorts): Promise<Learnt> {
  const kept = parseTaught(await store.load(TAUGHT));
  return { kept, lessons: await register.lessons(firstDay(kept, localDate(clock.now()))) };
}

/** The decisions that the readers can learn from. */
export function usable(lessons: readonly Lesson[]): readonly Lesson[] {
  return lessons.filter(({ isSettled }) => !isSettled);
}

/**
 * Weighs the two numbers by the team's decisions, where enough came since, and makes an entry of a change. It counts from the
 * next message that is opened: a verdict that somebody looks at stays.
 */
export async function learn(ports: LearningPorts): Promise<void> {
  const { kept, lessons } = await learnt(ports);
  const next = afterLessons(kept, usable(lessons), inLondon(ports.clock.now()));
  if (next !== kept) await ports.store.save(TAUGHT, next);
}

/** What is kept after these decisions; the same value where nothing changes. */
export function afterLessons(kept: TaughtKept, lessons: readonly Lesson[], at: Instant): TaughtKept {
  const decisions = lessons.length;
  if (Math.abs(decisions - kept.decisions) < MORE) return kept;
  const to = refit(lessons);
  const from = kept.numbers;
  const isSmall =
    Math.abs(to.slope - from.slope) < TOO_SMALL && Math.abs(to.shift - from.shift) < TOO_SMALL && to !== AS_DELIVERED;
  if (isSmall || isSameTaught(to, from)) return kept;
  return withEntry({ ...kept, numbers: to, decisions }, { at, why: 'learnt', decisions, from, to, by: null });
}

/** Back to as delivered; what was decided until today counts no more. */
export function putBack(kept: TaughtKept, { at, by }: { readonly at: Instant; readonly by: string }): TaughtKept {
  const { decisions, numbers: from } = kept;
  return withEntry(
    { ...NOTHING_TAUGHT, since: localDate(at), entries: kept.entries },
    { at, why: 'back', decisions, from, to: AS_DELIVERED, by },
  );
}

/** The putting back taken back: the numbers as they were before it, and the entries of both. */
export function takenBack(
  before: TaughtKept,
  now: TaughtKept,
  { at, by }: { readonly at: Instant; readonly by: string },
): TaughtKept {
  const { decisions, numbers: to } = before;
  return withEntry({ ...before, entries: now.entries }, { at, why: 'undone', decisions, from: now.numbers, to, by });
}

function withEntry(kept: TaughtKept, entry: TaughtEntry): TaughtKept {
  return { ...kept, entries: [...kept.entries, entry].slice(-MOST) };
}

function firstDay({ since }: TaughtKept, today: IsoDate): IsoDate {
  const lastYear = addDays(today, -DAYS);
  const next = since === null ? lastYear : addDays(since, 1);
  return next > lastYear ? next : lastYear;
}
