import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { v7, validate } from 'uuid';
import type { Instant } from '../dates.ts';
import type { CaseEvent, EventDraft } from './event.ts';

/** What the engine makes nothing of itself: the time, and chance. */
export interface EventSource {
  now(): Instant;
  random(bytes: number): Uint8Array;
}

/** The end of one device's chain. */
export interface ChainTip {
  readonly deviceId: string;
  readonly sequence: number;
  readonly hash: string;
}

/** The chain of a device that has entered nothing yet. */
export function newChain(deviceId: string): ChainTip {
  return { deviceId, sequence: 0, hash: '' };
}

/** An id whose order is that of time (uuid, version 7). */
export function newId(source: EventSource): string {
  return v7({ msecs: Date.parse(source.now()), random: source.random(16) });
}

/**
 * Enters drafts at the end of a device's chain: gives each its id, number, salt and hash. The hash covers everything but
 * the personal data, of which it covers a salted digest: erasing that data later leaves the chain valid, while a changed
 * word in it is found.
 */
export function seal(
  drafts: readonly EventDraft[],
  tip: ChainTip,
  source: EventSource,
): { readonly events: readonly CaseEvent[]; readonly tip: ChainTip } {
  const events: CaseEvent[] = [];
  let { sequence, hash } = tip;
  for (const draft of drafts) {
    sequence++;
    const salt = bytesToHex(source.random(16));
    const unsigned = {
      ...draft,
      id: newId(source),
      deviceId: tip.deviceId,
      sequence,
      recordedAt: source.now(),
      salt,
      personalDigest: personalDigestOf(salt, draft.personal),
      previousHash: hash,
    };
    hash = hashOf(unsigned);
    events.push({ ...unsigned, hash });
  }
  return { events, tip: { ...tip, sequence, hash } };
}

/** Whether a text can be an id: a uuid of any version. */
export function isId(text: string): boolean {
  return validate(text);
}

/**
 * Drafts as the events that they would become, for looking ahead: what would the case be? They are never entered, so that
 * nothing is hashed over them.
 */
export function supposed(drafts: readonly EventDraft[], now: Instant): readonly CaseEvent[] {
  const unsealed = { deviceId: 'supposed', recordedAt: now, salt: '', personalDigest: '', previousHash: '', hash: '' };
  return drafts.map((draft, index) => {
    const source: EventSource = { now: () => now, random: (bytes) => new Uint8Array(bytes).fill(index + 1) };
    return { ...draft, ...unsealed, id: newId(source), sequence: index + 1 };
  });
}

/** The same event without its personal data; the chain stays valid. */
export function withoutPersonal(event: CaseEvent): CaseEvent {
  return { ...event, personal: null, salt: null };
}

/** A digest of any plain value, the same in every program: of JSON with its keys in order. */
export function digest(value: unknown): string {
  return bytesToHex(sha256(utf8ToBytes(canonical(value))));
}

/** What the chain keeps of an event's personal data. */
export function personalDigestOf(salt: string, personal: unknown): string {
  return digest([salt, personal]);
}

/** The hash of an event: of everything but its personal data, of which it covers the digest. */
export function hashOf(event: Omit<CaseEvent, 'hash'>): string {
  const { id, caseId, deviceId, sequence, actor, type, occurredAt, recordedAt, after, data } = event;
  const { personalDigest, previousHash } = event;
  return digest({
    id,
    caseId,
    deviceId,
    sequence,
    actor,
    type,
    occurredAt,
    recordedAt,
    // Left out of the digest where it isn't there: entries made before it was kept have the hash that they had.
    after,
    data,
    personalDigest,
    previousHash,
  });
}

/** JSON with the keys of every object in order. Written out by hand: every entry and every check of a chain asks for it. */
function canonical(value: unknown): string {
  if (value === undefined) return 'null';
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).filter(([, item]) => item !== undefined);
  return `{${members
    .sort(([left], [right]) => inKeyOrder(left, right))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`)
    .join(',')}}`;
}

const NUMBER = /^(0|[1-9][0-9]{0,8})$/;

/** Numbers first and by their value, as objects hold them; the others by their characters. */
function inKeyOrder(left: string, right: string): number {
  const [isNumber, isOther] = [NUMBER.test(left), NUMBER.test(right)];
  if (isNumber && isOther) return Number(left) - Number(right);
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return left < right ? -1 : 1;
}
