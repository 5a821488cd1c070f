import type { Judged } from '../case/taught-by.ts';
import type { IsoDate } from '../dates.ts';
import type { Confirmation } from '../triage/refit.ts';
import type { Delivered } from '../triage/verdict.ts';
import { judgedSeen, type SeenMessage } from './seen.ts';
import type { Database } from './stores.ts';

/** One decision of a person that says something about the recogniser, and where it comes from. */
export interface Lesson extends Confirmation {
  /** The case that was logged; null for a message that is on none. */
  readonly caseId: string | null;
  /** The message's digest, while a message that is on no case is remembered; null otherwise. */
  readonly id: string | null;
  /** What Duly said at the time, and by which readers; null once the message is forgotten. */
  readonly found: boolean | null;
  readonly readers: Delivered['readers'] | null;
  /** Something else than the readers settled what Duly said: nothing is learnt from it. */
  readonly isSettled: boolean;
}

/** What the logging of a case says. */
export function lessonOfCase(caseId: string, judged: Judged): Lesson {
  return { caseId, id: null, ...ofJudged(judged) };
}

/** What the decisions about messages on no case say. */
export function lessonsOfSeen(messages: readonly SeenMessage[]): readonly Lesson[] {
  return messages.flatMap((message) => {
    const judged = judgedSeen(message);
    return judged ? [{ caseId: null, id: message.id, ...ofJudged(judged) }] : [];
  });
}

/** What stayed of a decision about a message that was forgotten. */
export function lessonOfRemainder(remainder: Confirmation): Lesson {
  return { ...remainder, caseId: null, id: null, found: null, readers: null, isSettled: false };
}

/** All decisions of a day and later from the store's own indexes; `seen` are the messages that are remembered. */
export async function lessonsFrom(
  db: Database,
  from: IsoDate,
  seen: readonly SeenMessage[],
): Promise<readonly Lesson[]> {
  const range = IDBKeyRange.lowerBound(from);
  const [rows, remainders] = await Promise.all([
    db.getAllFromIndex('rows', 'judgedOn', range),
    db.getAllFromIndex('remainders', 'day', range),
  ]);
  return inOrder([
    ...rows.flatMap(({ caseId, judged }) => (judged ? [lessonOfCase(caseId, judged)] : [])),
    ...lessonsOfSeen(seen).filter(({ day }) => day >= from),
    ...remainders.map(lessonOfRemainder),
  ]);
}

/** By day; those of one day by what they say, so that every register gives them alike. */
export function inOrder(lessons: readonly Lesson[]): readonly Lesson[] {
  const keyOf = ({ day, probability, dissatisfied, caseId, id }: Lesson): string =>
    `${day} ${probability.toFixed(4)} ${String(dissatisfied)} ${caseId ?? ''} ${id ?? ''}`;
  return lessons.toSorted((left, right) => (keyOf(left) < keyOf(right) ? -1 : 1));
}

function ofJudged({ delivered, found, dissatisfied, day }: Judged): Omit<Lesson, 'caseId' | 'id'> {
  const { probability, readers, settled } = delivered;
  return { probability, dissatisfied, day, found, readers, isSettled: settled === true };
}
