import type { ChainTip } from '../case/chain.ts';
import type { CaseEvent } from '../case/event.ts';
import { BackupError } from './backup-file.ts';
import { erasedIn } from './erase.ts';
import type { CaseOriginal } from './originals.ts';
import { outOfDate, rebuild } from './rebuild.ts';
import {
  batchesOf,
  comparedWith,
  eachOriginal,
  mayKeep,
  previewOf,
  refuseErasures,
  type Known,
  type RestoreOptions,
  type RestorePreview,
  type RestoreResult,
  type RestoreSource,
} from './restore.ts';
import { WRITTEN, type Database, type Writing } from './stores.ts';
import { unawaited, writeCases, type RowOf } from './write-case.ts';

/** Up to so many new events a backup is brought in by one transaction, and cases derived as they come. */
const AT_ONCE = 2_000;

interface Into {
  readonly rowOf: RowOf;
  readonly version: string;
}

/** What a backup would bring into this store. */
export function previewIn(db: Database, source: RestoreSource): Promise<RestorePreview> {
  return previewOf(source, knownIn(db));
}

function knownIn(db: Database): Known {
  return {
    events: (ids) => eventsIn(db.transaction('events').store, ids),
    erased: (caseIds) => erasedInCases(db.transaction('events').store, caseIds),
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
    names: async (caseIds) => {
      const { store } = db.transaction('rows');
      const rows = await Promise.all(caseIds.map((caseId) => store.get(caseId)));
      return new Map(rows.flatMap((row) => (row ? [[row.caseId, row.name] as const] : [])));
    },
  };
}

/**
 * Merges a backup by event id. The whole file is read and checked before the first event is entered. A large one is
 * entered piece by piece; the rows are marked as out of date meanwhile, so that a browser that is killed in between finds
 * whole events, makes the rows anew, and a second try brings in the rest.
 */
export async function bringIn(
  db: Database,
  source: RestoreSource,
  { options, ...into }: Into & { readonly options: RestoreOptions },
): Promise<RestoreResult> {
  const preview = await previewIn(db, source);
  refuseErasures(preview, options);
  const caseIds = new Set<string>();
  let entered = 0;
  const isLarge = preview.freshEvents + preview.refilled > AT_ONCE;
  try {
    if (isLarge) {
      for await (const batch of batchesOf(source)) {
        const tx = db.transaction(WRITTEN, 'readwrite');
        entered += await enterBatch(tx, batch, caseIds);
        await tx.objectStore('meta').put(outOfDate(into.version), 'rows');
        await tx.done;
      }
      await rebuild(db, into);
    } else {
      const brought: CaseEvent[] = [];
      for await (const batch of batchesOf(source)) {
        const { fresh, refills } = await comparedWith(knownIn(db), batch);
        brought.push(...fresh, ...refills);
      }
      const tx = db.transaction(WRITTEN, 'readwrite', { durability: 'strict' });
      entered = await enterBatch(tx, brought, caseIds);
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
  const { events, refilled } = preview;
  return { entered, known: events - entered, refilled, caseIds: [...caseIds] };
}

/** Enters what isn't here yet, and gives back what is here without its personal data and shouldn't be; what one's own chain has further on is where it goes on from now. */
async function enterBatch(tx: Writing, batch: readonly CaseEvent[], caseIds: Set<string>): Promise<number> {
  const [events, meta] = [tx.objectStore('events'), tx.objectStore('meta')];
  const { fresh, refills } = await comparedWith(
    {
      events: (ids) => eventsIn(events, ids),
      erased: (cases) => erasedInCases(events, cases),
    },
    batch,
  );
  for (const event of refills) {
    unawaited(events.put(event));
    caseIds.add(event.caseId);
  }
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

async function eventsIn(events: Reading, ids: readonly string[]): Promise<ReadonlyMap<string, CaseEvent>> {
  const found = await Promise.all(ids.map((id) => events.get(id)));
  return new Map(found.flatMap((event) => (event ? [[event.id, event] as const] : [])));
}

interface ByCase {
  index(name: 'caseId'): { getAll(caseId: string): Promise<readonly CaseEvent[]> };
}

async function erasedInCases(events: ByCase, caseIds: readonly string[]): Promise<ReadonlySet<string>> {
  const index = events.index('caseId');
  return erasedIn((await Promise.all(caseIds.map((caseId) => index.getAll(caseId)))).flat());
}
