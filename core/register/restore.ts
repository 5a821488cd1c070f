import { chainCheck } from '../case/chain-check.ts';
import type { CaseEvent } from '../case/event.ts';
import { BackupError, readBackup, type BackupEnd } from './backup-file.ts';
import { isMessage } from './erase.ts';
import type { CaseOriginal } from './originals.ts';

/** A backup that can be read more than once: a file. */
export interface RestoreSource {
  open(): AsyncIterable<Uint8Array | string>;
}

/** What a backup would bring. */
export interface RestorePreview {
  readonly events: number;
  /** Not here yet. */
  readonly freshEvents: number;
  readonly cases: number;
  readonly freshCases: number;
  /** Emails that it holds as files. */
  readonly originals: number;
  readonly devices: readonly string[];
  readonly firstRecorded: string | null;
  readonly lastRecorded: string | null;
  /** The file says where it ends, and does end there. */
  readonly isComplete: boolean;
}

export interface RestoreResult {
  readonly entered: number;
  /** Were here already, and stayed as they were. */
  readonly known: number;
  readonly caseIds: readonly string[];
}

/** What a register knows about some events of a backup: the hash of each that is here, by its id. */
export type KnownHashes = (events: readonly CaseEvent[]) => Promise<ReadonlyMap<string, string>>;

/** What a register knows about cases: which of them are here. */
export type KnownCases = (caseIds: readonly string[]) => Promise<ReadonlySet<string>>;

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
  { hashes, cases }: { readonly hashes: KnownHashes; readonly cases: KnownCases },
): Promise<RestorePreview> {
  const check = chainCheck();
  const caseIds = new Set<string>();
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
    freshEvents += freshOf(next.value, await hashes(next.value)).length;
    for (const event of next.value) {
      events++;
      check.take(event);
      caseIds.add(event.caseId);
      if (first === null || Date.parse(event.recordedAt) < Date.parse(first)) first = event.recordedAt;
      if (last === null || Date.parse(event.recordedAt) > Date.parse(last)) last = event.recordedAt;
    }
  }
  const findings = check.findings();
  for (const { fault } of findings)
    if (fault !== null)
      throw new BackupError('damaged', null, `This backup was changed: ${fault}. Nothing was brought in.`);
  const known = await cases([...caseIds]);
  return {
    events,
    freshEvents,
    cases: caseIds.size,
    freshCases: caseIds.size - known.size,
    originals: end.originals,
    devices: findings.map(({ deviceId }) => deviceId),
    firstRecorded: first,
    lastRecorded: last,
    isComplete: end.isComplete,
  };
}

/**
 * The events that aren't here yet, each once. Throws BackupError where one is here with another hash. What is twice in the
 * file itself is the chain check's to find: it reads the content, and not only what the copy says of it.
 */
export function freshOf(events: readonly CaseEvent[], known: ReadonlyMap<string, string>): readonly CaseEvent[] {
  const fresh = new Map<string, CaseEvent>();
  for (const event of events) {
    const hash = known.get(event.id);
    if (hash !== undefined && hash !== event.hash)
      throw new BackupError(
        'conflict',
        null,
        `Entry ${event.id} is in the register with other content. Nothing was brought in.`,
      );
    if (hash === undefined && !fresh.has(event.id)) fresh.set(event.id, event);
  }
  return [...fresh.values()];
}
