import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import type { Actor, EventDraft } from './event.ts';
import type { Instant } from '../dates.ts';

/*
 * The email of a case as a file, byte for byte, where a host gives it. It was written by somebody else and holds their
 * attachments: it is kept, counted and handed out as a file, and never shown.
 */

/** Bytes. A larger email is logged without its file: the text is kept in any case. */
export const LARGEST_ORIGINAL = 10 * 1024 * 1024;

/** The file of one message. */
export interface Original {
  /** The event by which the message came: `received` or `joined`. */
  readonly of: string;
  readonly bytes: Uint8Array;
}

/** What a case says of a file: enough to know it again, and nothing of what it says. */
export interface OriginalRecord {
  /** SHA-256 of its bytes, as hex digits. */
  readonly digest: string;
  readonly bytes: number;
}

/** What is recorded of a file. */
export function recordOf(bytes: Uint8Array): OriginalRecord {
  return { digest: bytesToHex(sha256(bytes)), bytes: bytes.length };
}

/** Whether these are the bytes that were recorded. */
export function isRecorded(bytes: Uint8Array, { digest, bytes: size }: OriginalRecord): boolean {
  return bytes.length === size && recordOf(bytes).digest === digest;
}

/** The entry that a message's file was kept with its case. */
export function originalDraft(
  { of, bytes }: Original,
  { caseId, actor, now }: { readonly caseId: string; readonly actor: Actor; readonly now: Instant },
): EventDraft {
  const data = { of, ...recordOf(bytes) };
  return { caseId, actor, occurredAt: now, type: 'original-kept', data, personal: {} };
}
