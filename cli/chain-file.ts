import { createReadStream, existsSync, statSync } from 'node:fs';
import { newChain, type ChainTip } from '../core/case/chain.ts';
import { verifyChains } from '../core/case/chain-check.ts';
import type { CaseEvent } from '../core/case/event.ts';
import { identityIn, identityKeys, sameMessage, type MatchReason, type MessageIdentity } from '../core/case/match.ts';
import { referenceOf } from '../core/case/reference.ts';
import { isMessage } from '../core/case/tombstone.ts';
import { compareInstants, type Instant } from '../core/dates.ts';
import { reasonOf } from '../core/errors.ts';
import type { Message } from '../core/message.ts';
import { BackupError, readBackup, type BackupEnd } from '../core/register/backup-file.ts';
import { isBackupThere } from './backup-on-disk.ts';
import { InputError } from './jsonl.ts';
import { UsageError } from './command.ts';

/** The messages that are on cases already, each with its case; the same message under another policy is another landlord's. */
export interface LoggedMessages {
  add(events: readonly CaseEvent[]): void;
  /** Throws InputError naming the case, and why the two are held to be one, where the message is on one. */
  refuseAgain(message: MessageIdentity, policyId: string): void;
}

export function loggedMessages(events: readonly CaseEvent[]): LoggedMessages {
  const known = new Map<string, (MessageIdentity & { readonly caseId: string })[]>();
  const policyOf = new Map<string, string>();
  const logged: LoggedMessages = {
    add: (more) => {
      for (const event of more) {
        const { caseId } = event;
        if (event.type === 'logged') policyOf.set(caseId, event.data.policy.id);
        if (!isMessage(event)) continue;
        const identity = identityIn(event);
        for (const key of identityKeys(identity)) known.set(key, [...(known.get(key) ?? []), { ...identity, caseId }]);
      }
    },
    refuseAgain: (message, policyId) => {
      for (const one of identityKeys(message).flatMap((key) => known.get(key) ?? [])) {
        const why = sameMessage(one, message);
        if (why === null || (policyOf.get(one.caseId) ?? policyId) !== policyId) continue;
        throw new InputError(`this message is logged already, as ${referenceOf(one.caseId)} (${WHY[why]})`);
      }
    },
  };
  logged.add(events);
  return logged;
}

const WHY: Readonly<Record<MatchReason, string>> = {
  'message-id': 'the same Message-ID',
  'site-message-id': 'the same id of the page',
  'sender-subject-minute-text': 'the same sender, subject, minute and words',
};

/**
 * The moment that a message's clocks run from. Throws InputError for a message without a day of receipt, or of a day to
 * come.
 */
export function clockStartOf({ receivedAt }: Message, now: Instant): Instant {
  if (receivedAt === null) throw new InputError('date is missing, or is none: clocks run from the day of receipt');
  if (compareInstants(receivedAt, now) > 0) throw new InputError(`date ${receivedAt} is after now, ${now}`);
  return receivedAt;
}

/** What a backup holds: its entries, and the files of emails by the event that each came by. */
export interface BackupContent {
  readonly events: readonly CaseEvent[];
  readonly originals: ReadonlyMap<string, Uint8Array>;
}

/**
 * The entries of a backup that more are to be added to; none where it isn't there yet. Throws UsageError for what isn't
 * whole: added to, it would look so.
 */
export async function wholeBackup(file: string): Promise<BackupContent> {
  if (!isBackupThere(file)) return { events: [], originals: new Map() };
  if (!statSync(file).isFile()) throw new UsageError(`--into: ${file} is no file`);
  try {
    const { events, originals, isComplete, part } = await backupIn(file);
    if (part) throw new UsageError('it is a part of a backup');
    if (!isComplete) throw new UsageError('it doesn’t say where it ends, so something may be missing at its end');
    verifyChains(events);
    return { events, originals };
  } catch (error) {
    throw new UsageError(`--into: ${file} isn’t added to, because it isn’t whole: ${reasonOf(error)}`);
  }
}

/** The events of an earlier backup, or of a part of one. Throws UsageError naming the file, and the line that is none. */
export async function eventsIn(file: string): Promise<readonly CaseEvent[]> {
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  try {
    return (await backupIn(file)).events;
  } catch (error) {
    const line = error instanceof BackupError && error.line !== null ? `, line ${String(error.line)}` : '';
    throw new UsageError(`${file}${line}: ${reasonOf(error)}`);
  }
}

async function backupIn(file: string): Promise<BackupContent & Pick<BackupEnd, 'isComplete' | 'part'>> {
  const events: CaseEvent[] = [];
  const originals = new Map<string, Uint8Array>();
  const reader = readBackup(createReadStream(file), ({ of, bytes }) => {
    originals.set(of, bytes);
    return Promise.resolve();
  });
  let next = await reader.next();
  for (; !next.done; next = await reader.next()) events.push(next.value);
  const { isComplete, part } = next.value;
  return { events, originals, isComplete, part };
}

/** The end of a device's chain in a backup; of the only device in it where none is named. */
export function tipOf(events: readonly CaseEvent[], file: string, device: string | undefined): ChainTip {
  const devices = new Set(events.map(({ deviceId }) => deviceId));
  const [only] = devices;
  const deviceId = device ?? (devices.size === 1 ? only : undefined);
  if (deviceId === undefined)
    throw new UsageError(`${file} holds ${String(devices.size)} devices; say which with --device`);
  const last = events
    .filter((event) => event.deviceId === deviceId)
    .reduce<CaseEvent | null>((latest, event) => (latest && latest.sequence > event.sequence ? latest : event), null);
  return last ? { deviceId, sequence: last.sequence, hash: last.hash } : newChain(deviceId);
}
