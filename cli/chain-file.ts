import { existsSync, readFileSync } from 'node:fs';
import { newChain, type ChainTip } from '../core/case/chain.ts';
import { parseEvent, type CaseEvent } from '../core/case/event.ts';
import { referenceOf } from '../core/case/reference.ts';
import { compareInstants, type Instant } from '../core/dates.ts';
import { reasonOf } from '../core/errors.ts';
import type { Message } from '../core/message.ts';
import { InputError } from './jsonl.ts';
import { UsageError } from './command.ts';

/** The ids by which the message of an entry is known for certain, each with its case's reference. */
export function loggedBefore(event: CaseEvent): readonly (readonly [string, string])[] {
  if (event.type !== 'received' && event.type !== 'joined') return [];
  return idsOf(event.data).map((id) => [id, referenceOf(event.caseId)] as const);
}

function idsOf({ messageId, siteMessageId }: Pick<Message, 'messageId' | 'siteMessageId'>): readonly string[] {
  return [
    ...(messageId === null ? [] : [`messageId ${messageId}`]),
    ...(siteMessageId === null ? [] : [`siteMessageId ${siteMessageId}`]),
  ];
}

/**
 * The moment that a message's clocks run from. Throws InputError for a message that can't be logged: without a day of
 * receipt, of a day to come, or on a case already.
 */
export function clockStartOf(message: Message, logged: ReadonlyMap<string, string>, now: Instant): Instant {
  const { receivedAt } = message;
  if (receivedAt === null) throw new InputError('date is missing: clocks run from the day of receipt');
  if (compareInstants(receivedAt, now) > 0) throw new InputError(`date ${receivedAt} is after now, ${now}`);
  for (const id of idsOf(message)) {
    const reference = logged.get(id);
    if (reference !== undefined) throw new InputError(`${id}: this message is logged already, as ${reference}`);
  }
  return receivedAt;
}

/** The events of an earlier backup. Throws UsageError naming the file, and the line that is none. */
export function eventsIn(file: string): readonly CaseEvent[] {
  if (!existsSync(file)) throw new UsageError(`there is no file ${file}`);
  return readFileSync(file, 'utf8')
    .split('\n')
    .flatMap((text, index) => (text.trim() === '' ? [] : eventOn(text, `${file}, line ${String(index + 1)}`)));
}

function eventOn(text: string, where: string): readonly CaseEvent[] {
  try {
    const value: unknown = JSON.parse(text);
    // The last line of a backup says where it ends.
    return typeof value === 'object' && value !== null && 'end' in value ? [] : [parseEvent(value)];
  } catch (error) {
    throw new UsageError(`${where}: ${reasonOf(error)}`);
  }
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
