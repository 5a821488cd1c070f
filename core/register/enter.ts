import { newChain, newId, seal, type ChainTip, type EventSource } from '../case/chain.ts';
import { parseEvent, type CaseEvent, type EventDraft } from '../case/event.ts';
import { following } from '../case/order.ts';
import { isMessage } from '../case/tombstone.ts';
import type { Guard } from './guarded.ts';
import { WRITTEN, type Database, type StoredRow, type Writing } from './stores.ts';
import { gather, unawaited, writeGathered, type RowOf } from './write-case.ts';

interface Entering {
  readonly db: Database;
  readonly guarded: Guard;
  readonly source: EventSource;
  readonly rowOf: RowOf;
  readonly tell: (caseIds: readonly string[], rows: ReadonlyMap<string, StoredRow | null>) => Promise<void>;
}

/** Enters events: what it is given to ask asks the transaction for the drafts, which are entered in it; all or nothing. */
export type Enter = (drafts: (tx: Writing) => Promise<readonly EventDraft[]>) => Promise<readonly CaseEvent[]>;

/**
 * How events are entered into a store: the end of the chain is read, the events written and the rows derived in one
 * transaction.
 */
export function entering({ db, guarded, source, rowOf, tell }: Entering): Enter {
  return (drafts) =>
    guarded(async () => {
      const tx = db.transaction(WRITTEN, 'readwrite', { durability: 'strict' });
      try {
        const meta = tx.objectStore('meta');
        const asked = await drafts(tx);
        const caseIds = [...new Set(asked.map(({ caseId }) => caseId))];
        // Everything that is needed is asked for at once: each question and its answer are a way through two processes.
        const [tip, count, cases] = await Promise.all([meta.get('tip'), meta.get('events'), gather(tx, caseIds)]);
        const chain = (tip as ChainTip | undefined) ?? newChain(newId(source));
        const known = new Map(cases.map(({ caseId, own }) => [caseId, own]));
        const { deviceId } = chain;
        const placed = following(asked, (caseId) => known.get(caseId) ?? [], { deviceId, now: source.now() });
        const sealed = seal(placed, chain, source);
        const events = sealed.events.map(parseEvent);
        const seen = events.filter(isMessage).map(({ data }) => data.identity);
        for (const event of events) unawaited(tx.objectStore('events').add(event));
        for (const identity of seen) unawaited(tx.objectStore('seen').delete(identity));
        unawaited(meta.put(sealed.tip, 'tip'));
        unawaited(meta.put(Number(count ?? 0) + events.length, 'events'));
        const after = cases.map((one) => ({
          ...one,
          own: [...one.own, ...events.filter(({ caseId }) => caseId === one.caseId)],
        }));
        const rows = await writeGathered(tx, after, rowOf);
        // Said at once: left to itself the store would first answer every write, and then be told that no more come.
        tx.commit();
        await tx.done;
        await tell(caseIds, rows);
        return sealed.events;
      } catch (error) {
        abort(tx);
        // Of a transaction that failed by itself each act says only that it was broken off.
        throw tx.error ?? error;
      }
    });
}

function abort(tx: Writing): void {
  // A transaction that failed by itself is over already, and says so by throwing.
  try {
    tx.done.catch(() => undefined);
    tx.abort();
  } catch {
    return;
  }
}
