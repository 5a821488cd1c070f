import type { IsoDate } from '../dates.ts';
import { dutyOfKey, type DueRow } from '../deadlines/due-row.ts';
import type { TaskKind } from '../deadlines/row-tasks.ts';
import type { TaskEntry, TaskQuery } from './register.ts';

/** Every kind, in the order in which a lead looks at them. */
export const TASK_KINDS: readonly TaskKind[] = [
  'ombudsman',
  'exclusion',
  'letter',
  'check-back',
  'promise',
  'compensation',
  'date',
  'window',
];

/** Where the list of a query begins and ends, by key: after the first, before the last. */
export function taskRange({ kind, from, until, after }: TaskQuery): {
  readonly after: string;
  readonly before: string;
} {
  // A space sorts before, and ~ after, all that a key holds there.
  return { after: after?.key ?? `${kind} ${from ?? ' '}`, before: `${kind} ${until ?? ''}~` };
}

/** The entry that a row's task key stands for; null for one that it no longer has. */
export function taskEntryOf(row: DueRow, key: string): TaskEntry | null {
  const task = row.tasks[dutyOfKey(key)];
  return task ? { row, task, key } : null;
}

/** The tasks of a query among rows. */
export function taskEntries(rows: readonly DueRow[], query: TaskQuery): readonly TaskEntry[] {
  const { after, before } = taskRange(query);
  return rows
    .flatMap((row) =>
      row.taskKeys.filter((key) => key > after && key < before).flatMap((key) => taskEntryOf(row, key) ?? []),
    )
    .sort((left, right) => (left.key < right.key ? -1 : 1))
    .slice(0, query.limit);
}

/** Tasks by kind; of escalation windows those that haven't ended. */
export function countTasks(
  keys: Iterable<readonly [key: string, count: number]>,
  today: IsoDate,
): Readonly<Record<TaskKind, number>> {
  const counts: Record<TaskKind, number> = {
    ombudsman: 0,
    exclusion: 0,
    letter: 0,
    'check-back': 0,
    promise: 0,
    compensation: 0,
    date: 0,
    window: 0,
  };
  for (const [key, count] of keys) {
    const [kind = '', day = ''] = key.split(' ');
    if (isKind(kind) && (kind !== 'window' || day >= today)) counts[kind] += count;
  }
  return counts;
}

function isKind(word: string): word is TaskKind {
  return (TASK_KINDS as readonly string[]).includes(word);
}
