import type { ChainTip } from '../case/chain.ts';
import type { CaseEvent } from '../case/event.ts';
import { BackupError } from './backup-file.ts';
import type { CaseOriginal } from './originals.ts';
import { outOfDate, rebuild } from './rebuild.ts';
import {
  batchesOf,
  eachOriginal,
  freshOf,
  mayKeep,
  previewOf,
  type RestorePreview,
  type RestoreResult,
  type RestoreSource,
} from './restore.ts';
import { WRITTEN_WITH_FILES, type Database, type Writing } from './stores.ts';
import { unawaited, writeCases, type RowOf } from './write-case.ts';

/** Up to so many new events a backup is brought in by one transaction, and cases derived as they come. */
const AT_ONCE = 2_000;

interface Into {
  readonly rowOf: RowOf;
  readonly version: string;
}

/** What a backup would bring into this store. */
export function previewIn(db: Database, source: RestoreSource): Promise<RestorePreview> {
  return previewOf(source, {
    hashes: (events) => hashesIn(db.transaction('events').store, events),
    cases: async (caseIds) => {
      const known = new Set<string>();
      const index = db.transaction('events').store.index('caseId');
      await Promise.all(
        caseIds.map(async (caseId) => {
          if ((await index.getKey(caseId)) !== undefined) known.add(caseId);
        }),
      );
      return known;
    },
  });
}

/**
 * Merges a backup by event id. The whole file is read and checked before the first event is entered. A large one is
 * entered piece by piece; the rows are marked as out of date meanwhile, so that a browser that is killed in between finds
 * whole events, makes the rows anew, and a second try brings in the rest.
 */
export async function bringIn(db: Database, source: RestoreSource, into: Into): Promise<RestoreResult> {
  const preview = await previewIn(db, source);
  const caseIds = new Set<string>();
  let entered = 0;
  const isLarge = preview.freshEvents > AT_ONCE;
  try {
    if (isLarge) {
      for await (const batch of batchesOf(source)) {
        const tx = db.transaction(WRITTEN_WITH_FILES, 'readwrite');
        entered += await enterBatch(tx, batch, caseIds);
        await tx.objectStore('meta').put(outOfDate(into.version), 'rows');
        await tx.done;
      }
      await rebuild(db, into);
    } else {
      const fresh: CaseEvent[] = [];
      for await (const batch of batchesOf(source))
        fresh.push(...freshOf(batch, await hashesIn(db.transaction('events').store, batch)));
      const tx = db.transaction(WRITTEN_WITH_FILES, 'readwrite', { durability: 'strict' });
      entered = await enterBatch(tx, fresh, caseIds);
      await writeCases(tx, caseIds, into.rowOf);
      await tx.done;
    }
    if (preview.originals > 0) await eachOriginal(source, (original) => keepOriginal(db, original));
  } catch (error) {
    if (error instanceof DOMException && error.name === 'ConstraintError')
      throw new BackupError(
        'conflict',
        null,
        'This backup numbers its entries as this computer does, with other content: both began as one copy. Nothing of it that clashes was brought in.',
      );
    throw error;
  }
  return { entered, known: preview.events - entered, caseIds: [...caseIds] };
}

/** Enters what isn't here yet; what one's own chain has further on is where it goes on from now. */
async function enterBatch(tx: Writing, batch: readonly CaseEvent[], caseIds: Set<string>): Promise<number> {
  const [events, meta] = [tx.objectStore('events'), tx.objectStore('meta')];
  const fresh = freshOf(batch, await hashesIn(events, batch));
  if (fresh.length === 0) return 0;
  await Promise.all(fresh.map(async (event) => events.add(event)));
  for (const event of fresh) caseIds.add(event.caseId);
  await meta.put((((await meta.get('events')) as number | undefined) ?? 0) + fresh.length, 'events');
  const tip = (await meta.get('tip')) as ChainTip | undefined;
  const ahead = tip && fresh.filter(({ deviceId, sequence }) => deviceId === tip.deviceId && sequence > tip.sequence);
  const last = ahead?.reduce<CaseEvent | null>(
    (far, event) => (far && far.sequence > event.sequence ? far : event),
    null,
  );
  if (tip && last) await meta.put({ ...tip, sequence: last.sequence, hash: last.hash }, 'tip');
  return fresh.length;
}

/**
 * Keeps one file beside the entries that came before it; one that is here stays. A browser that is killed in between finds
 * the entries without some files, and a second try brings in the rest.
 */
async function keepOriginal(db: Database, original: CaseOriginal): Promise<void> {
  const tx = db.transaction(['events', 'originals'], 'readwrite', { durability: 'strict' });
  const { of, caseId, bytes } = original;
  const files = tx.objectStore('originals');
  const [message, known] = await Promise.all([tx.objectStore('events').get(of), files.getKey(of)]);
  if (known === undefined && mayKeep(original, message)) unawaited(files.put({ caseId, bytes }, of));
  await tx.done;
}

interface Reading {
  get(id: string): Promise<CaseEvent | undefined>;
}

async function hashesIn(events: Reading, some: readonly CaseEvent[]): Promise<ReadonlyMap<string, string>> {
  const found = await Promise.all(some.map(({ id }) => events.get(id)));
  return new Map(found.flatMap((event) => (event ? [[event.id, event.hash] as const] : [])));
}
