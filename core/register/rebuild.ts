import type { CaseEvent } from '../case/event.ts';
import { WRITTEN, type Database, type Writing } from './stores.ts';
import { unawaited, writeGathered, type Gathered, type RowOf } from './write-case.ts';

/** Changes when a row gets another shape; older rows are then made anew from their events. */
const ROW_VERSION = 6;
/** Events of one batch; a case that has more is a batch by itself. */
const BATCH = 2_000;

/** How far the rows are made anew. Kept beside them, so that a rebuild that was cut off goes on where it ended. */
interface RowState {
  readonly version: string;
  /** The last case that is done; null = all. */
  readonly doneTo: string | null;
}

/** Which rows this program writes: by their shape, and by the policies and calendars that the host computes them with. */
export function rowVersion(rules: string): string {
  return `${String(ROW_VERSION)} ${rules}`;
}

/** Marks every row as out of date, in a transaction of its own or in the caller's next one. */
export function outOfDate(version: string): RowState {
  return { version, doneTo: '' };
}

/** Makes all rows anew where they aren't this program's, in many small transactions: the panel can be closed meanwhile. */
export async function rebuild(
  db: Database,
  { rowOf, version, onProgress }: { rowOf: RowOf; version: string; onProgress?: ((done: number) => void) | undefined },
): Promise<void> {
  const known = stateOf(await db.get('meta', 'rows'));
  if (known?.version === version && known.doneTo === null) return;
  let doneTo = known?.version === version ? (known.doneTo ?? '') : '';
  if (doneTo === '') {
    const tx = db.transaction(WRITTEN, 'readwrite');
    await Promise.all([
      tx.objectStore('rows').clear(),
      tx.objectStore('texts').clear(),
      tx.objectStore('tallies').clear(),
      tx.objectStore('meta').put(outOfDate(version), 'rows'),
      // Earlier versions didn't count them.
      tx
        .objectStore('events')
        .count()
        .then((count) => tx.objectStore('meta').put(count, 'events')),
    ]);
    await tx.done;
  }
  for (let done = 0; ;) {
    const tx = db.transaction(WRITTEN, 'readwrite');
    const { cases, isLast } = await casesAfter(tx, doneTo);
    await writeGathered(tx, cases, rowOf);
    const state: RowState = { version, doneTo: isLast ? null : (cases.at(-1)?.caseId ?? null) };
    unawaited(tx.objectStore('meta').put(state, 'rows'));
    await tx.done;
    if (state.doneTo === null) return;
    doneTo = state.doneTo;
    onProgress?.((done += cases.length));
  }
}

/** The next whole cases by their ids, read in one go. */
async function casesAfter(
  tx: Writing,
  caseId: string,
): Promise<{ readonly cases: readonly Gathered[]; readonly isLast: boolean }> {
  const index = tx.objectStore('events').index('caseId');
  for (let limit = BATCH; ; limit *= 4) {
    const events = await index.getAll(IDBKeyRange.lowerBound(caseId, true), limit);
    const byCase = new Map<string, CaseEvent[]>();
    for (const event of events) {
      const own = byCase.get(event.caseId);
      if (own) own.push(event);
      else byCase.set(event.caseId, [event]);
    }
    const isLast = events.length < limit;
    const cases = [...byCase].map(([id, own]) => ({ caseId: id, own }));
    // The last one may have more events than were read.
    if (isLast || cases.length > 1) return { cases: isLast ? cases : cases.slice(0, -1), isLast };
  }
}

function stateOf(stored: unknown): RowState | null {
  if (typeof stored !== 'object' || stored === null || !('version' in stored) || !('doneTo' in stored)) return null;
  const { version, doneTo } = stored;
  if (typeof version !== 'string' || (typeof doneTo !== 'string' && doneTo !== null)) return null;
  return { version, doneTo };
}
