import { chainCheck } from '../case/chain-check.ts';
import type { CaseEvent, EventOf } from '../case/event.ts';
import { referenceOf } from '../case/reference.ts';
import { isMessage } from '../case/tombstone.ts';
import { count, figure, listInWords } from '../date-words.ts';
import { BackupError, readBackup, type BackupEnd } from './backup-file.ts';
import { holdsPersonal } from './erase.ts';
import type { CaseOriginal } from './originals.ts';

/** A backup that can be read more than once: a file. */
export interface RestoreSource {
  open(): AsyncIterable<Uint8Array | string>;
}

/** A case whose personal data a backup takes out. */
export interface EmptiedCase {
  readonly caseId: string;
  readonly reference: string;
  /** Empty where it isn't known. */
  readonly name: string;
}

/** What a backup would bring. */
export interface RestorePreview {
  readonly events: number;
  /** Not here yet. */
  readonly freshEvents: number;
  /** Here without their personal data, though no erasure says so, and with it in the backup: they get it back. */
  readonly refilled: number;
  readonly cases: number;
  readonly freshCases: number;
  /** Emails that it holds as files. */
  readonly originals: number;
  readonly devices: readonly string[];
  readonly firstRecorded: string | null;
  readonly lastRecorded: string | null;
  /** The file says where it ends, and does end there. */
  readonly isComplete: boolean;
  /** The cases that it says it is a part for; null for a whole backup. */
  readonly part: readonly string[] | null;
  /** Cases, here or in the backup itself, whose personal data erasures in it take out. They are carried out only where asked for. */
  readonly empties: readonly EmptiedCase[];
  /** Entries of the backup without their personal data, though no erasure in it says so; in words. */
  readonly bare: readonly string[];
}

export interface RestoreResult {
  readonly entered: number;
  /** Were here already, and stayed as they were. */
  readonly known: number;
  /** Were here already, and got their personal data back. */
  readonly refilled: number;
  readonly caseIds: readonly string[];
}

/** What somebody said to a preview. */
export interface RestoreOptions {
  /** The cases, by their ids, whose personal data the backup's erasures may take out; `all` where nothing is kept of it. */
  readonly erasing?: readonly string[] | 'all';
  /** A part of a backup is read too: for looking at it, never for keeping it. */
  readonly asPart?: boolean;
}

/** What a register knows that a backup is compared with. */
export interface Known {
  /** Of some events those that are here, as they are here, by their ids. */
  events(ids: readonly string[]): Promise<ReadonlyMap<string, CaseEvent>>;
  /** Which of some cases are here. */
  cases(caseIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** The ids of events of some cases that erasures here name. */
  erased(caseIds: readonly string[]): Promise<ReadonlySet<string>>;
  /** By whom cases are, where that is known. */
  names(caseIds: readonly string[]): Promise<ReadonlyMap<string, string>>;
}

const BATCH = 1_000;

/** The events of a backup in batches, and what the file was at its end. */
export async function* batchesOf(source: RestoreSource): AsyncGenerator<readonly CaseEvent[], BackupEnd> {
  const reader = readBackup(source.open());
  let batch: CaseEvent[] = [];
  for (;;) {
    const next = await reader.next();
    if (next.done) {
      if (batch.length > 0) yield batch;
      return next.value;
    }
    batch.push(next.value);
    if (batch.length < BATCH) continue;
    yield batch;
    batch = [];
  }
}

/** The files of emails in a backup, one at a time. */
export async function eachOriginal(
  source: RestoreSource,
  take: (original: CaseOriginal) => Promise<void>,
): Promise<void> {
  const reader = readBackup(source.open(), take);
  while (!(await reader.next()).done);
}

/** Whether a file may be kept here: its message is here, on that case, and wasn't erased. */
export function mayKeep({ of, caseId }: CaseOriginal, message: CaseEvent | undefined): boolean {
  return message?.id === of && message.caseId === caseId && isMessage(message) && message.personal !== null;
}

/**
 * Reads a whole backup and says what it would bring: every line read, every chain checked, every event compared with what
 * is here. Throws BackupError where any of it is wrong: then nothing of the file is to be trusted.
 */
export async function previewOf(
  source: RestoreSource,
  known: Known,
  { asPart = false }: RestoreOptions = {},
): Promise<RestorePreview> {
  const check = chainCheck();
  const caseIds = new Set<string>();
  const refilled = new Set<string>();
  const erasures: EventOf<'erased'>[] = [];
  let [events, freshEvents] = [0, 0];
  let [first, last]: [string | null, string | null] = [null, null];
  const batches = batchesOf(source);
  let end: BackupEnd;
  for (;;) {
    const next = await batches.next();
    if (next.done) {
      end = next.value;
      break;
    }
    const { fresh, refills } = await comparedWith(known, next.value);
    freshEvents += fresh.length;
    for (const { id } of refills) refilled.add(id);
    for (const event of fresh) if (event.type === 'erased') erasures.push(event);
    for (const event of next.value) {
      events++;
      check.take(event);
      caseIds.add(event.caseId);
      if (first === null || Date.parse(event.recordedAt) < Date.parse(first)) first = event.recordedAt;
      if (last === null || Date.parse(event.recordedAt) > Date.parse(last)) last = event.recordedAt;
    }
  }
  const { part } = end;
  if (part && !asPart)
    throw new BackupError(
      'part',
      null,
      `This is a part of a backup, for ${listInWords(part)}: it can be checked and read. Only a whole backup can be brought in. Nothing was brought in.`,
    );
  const findings = check.findings(part !== null);
  for (const { fault } of findings)
    if (fault !== null)
      throw new BackupError('damaged', null, `This backup was changed: ${fault}. Nothing was brought in.`);
  for (const { data } of erasures) for (const id of data.of) refilled.delete(id);
  const here = await known.cases([...caseIds]);
  return {
    events,
    freshEvents,
    refilled: refilled.size,
    cases: caseIds.size,
    freshCases: caseIds.size - here.size,
    originals: end.originals,
    devices: findings.map(({ deviceId }) => deviceId),
    firstRecorded: first,
    lastRecorded: last,
    isComplete: end.isComplete,
    part,
    empties: await emptiedBy(erasures, source, known),
    bare: check.bare(),
  };
}

/** The cases out of which these erasures would take something, here or in the backup itself. */
async function emptiedBy(
  erasures: readonly EventOf<'erased'>[],
  source: RestoreSource,
  known: Known,
): Promise<readonly EmptiedCase[]> {
  if (erasures.length === 0) return [];
  const named = new Map(erasures.flatMap(({ caseId, data }) => data.of.map((id) => [id, caseId] as const)));
  const emptied = new Map<string, string>();
  for (const event of (await known.events([...named.keys()])).values())
    if (named.get(event.id) === event.caseId && holdsPersonal(event)) emptied.set(event.caseId, '');
  for (const [caseId, name] of await known.names([...emptied.keys()])) emptied.set(caseId, name);
  for await (const batch of batchesOf(source)) {
    const { fresh } = await comparedWith(known, batch);
    for (const event of fresh) {
      if (named.get(event.id) !== event.caseId || !holdsPersonal(event)) continue;
      const name = event.type === 'logged' ? (event.personal?.complainant?.name ?? '') : '';
      emptied.set(event.caseId, emptied.get(event.caseId) || name);
    }
  }
  return [...emptied].map(([caseId, name]) => ({ caseId, name, reference: referenceOf(caseId) }));
}

/**
 * Throws BackupError where the backup would take personal data out of a case of which nobody said that it may: an erasure
 * is for good, and a file is easily made that holds one.
 */
export function refuseErasures({ empties }: RestorePreview, { erasing = [] }: RestoreOptions): void {
  if (erasing === 'all') return;
  const unasked = empties.filter(({ caseId }) => !erasing.includes(caseId));
  if (unasked.length === 0) return;
  const references = unasked.slice(0, 5).map(({ reference }) => reference);
  const more = unasked.length - references.length;
  throw new BackupError(
    'erases',
    null,
    `This backup erases the personal data of ${count(unasked.length, 'case')} for good: ${listInWords(more > 0 ? [...references, `${figure(more)} more`] : references)}. Nobody has said that it may. Nothing was brought in.`,
  );
}

/** What some events of a backup are beside what is here. */
export interface Compared {
  /** Not here yet, each once: of two copies the one with its personal data. */
  readonly fresh: readonly CaseEvent[];
  /** Here without their personal data, which no erasure here names; each with it. */
  readonly refills: readonly CaseEvent[];
}

/**
 * Compares events of a backup with what is here. Throws BackupError where one is here with another hash. What is twice in
 * the file itself is the chain check's to find: it reads the content, and not only what the copy says of it.
 */
export async function comparedWith(
  known: Pick<Known, 'events' | 'erased'>,
  events: readonly CaseEvent[],
): Promise<Compared> {
  const here = await known.events(events.map(({ id }) => id));
  const fresh = new Map<string, CaseEvent>();
  const refills = new Map<string, CaseEvent>();
  for (const event of events) {
    const own = here.get(event.id);
    if (own && own.hash !== event.hash)
      throw new BackupError(
        'conflict',
        null,
        `Entry ${event.id} is in the register with other content. Nothing was brought in.`,
      );
    if (!own && (fresh.get(event.id)?.personal ?? null) === null) fresh.set(event.id, event);
    if (own?.personal === null && event.personal !== null) refills.set(event.id, event);
  }
  const erased = refills.size === 0 ? null : await known.erased([...new Set([...refills.values()].map(caseOf))]);
  return { fresh: [...fresh.values()], refills: [...refills.values()].filter(({ id }) => erased?.has(id) !== true) };
}

function caseOf({ caseId }: CaseEvent): string {
  return caseId;
}
