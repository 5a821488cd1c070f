import { chainEnds } from '../case/chain-check.ts';
import { parseEvent, type CaseEvent } from '../case/event.ts';
import { isRecorded } from '../case/original.ts';
import { fromBase64, toBase64 } from '../base64.ts';
import { figure } from '../date-words.ts';
import { reasonOf } from '../errors.ts';
import type { CaseOriginal } from './originals.ts';
import type { Register } from './register.ts';

/*
 * A backup: every event as a line of JSON, and a last line that says how many there were and where the chains end, so that
 * one that stops early is known as such. What comes back from a file was written by somebody: every line is checked.
 */

/** A backup that can't be used; says at which line, and that nothing was brought in. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
  constructor(
    readonly code: 'truncated' | 'damaged' | 'hostile' | 'conflict' | 'stopped' | 'part' | 'erases',
    /** Null where it isn't about one line. */
    readonly line: number | null,
    message: string,
  ) {
    super(message);
  }
}

/** The last line. */
interface End {
  readonly events: number;
  readonly chains: string;
  /** Files of emails; not in backups that were made before they were kept. */
  readonly originals?: number;
  /** The references of the cases that were wanted, in a part of a backup: between its entries others are missing. */
  readonly part?: readonly string[];
}

/** A line longer than this is no event: the largest message that a mailbox takes fits in it. */
const LONGEST_LINE = 32 * 1024 * 1024;

/** Gives the file of a message by the event that it came by; null where there is none. */
type OriginalOf = (of: string) => Promise<Uint8Array | null>;

/**
 * The lines of a backup, each with its line end. An email's file follows the entry that it was kept. `part` names the cases
 * of a file that holds these and no others.
 */
export async function* backupLines(
  events: AsyncIterable<CaseEvent> | Iterable<CaseEvent>,
  originalOf: OriginalOf = () => Promise.resolve(null),
  part?: readonly string[],
): AsyncGenerator<string> {
  const ends = chainEnds();
  let [count, originals] = [0, 0];
  for await (const event of events) {
    ends.take(event);
    count++;
    let isFile = false;
    for await (const line of linesOfEvent(event, originalOf)) {
      if (isFile) originals++;
      yield line;
      isFile = true;
    }
  }
  const end: End = { events: count, originals, chains: ends.digest(), ...(part ? { part } : {}) };
  yield `${JSON.stringify({ end })}\n`;
}

/** An entry as lines of a backup: itself, and the file that it speaks of. */
async function* linesOfEvent(event: CaseEvent, originalOf: OriginalOf): AsyncGenerator<string> {
  yield `${JSON.stringify(event)}\n`;
  const bytes = event.type === 'original-kept' ? await originalOf(event.data.of) : null;
  // Of two machines that both kept one, one is here.
  if (event.type === 'original-kept' && bytes && isRecorded(bytes, event.data))
    yield `${JSON.stringify({ original: toBase64(bytes) })}\n`;
}

/** Everything in a register as the lines of a backup. */
export function backupOf(register: Pick<Register, 'allEvents' | 'original'>): AsyncGenerator<string> {
  return backupLines(register.allEvents(), (of) => register.original(of));
}

/** What a backup file held, when it has been read to its end. */
export interface BackupEnd {
  readonly lines: number;
  readonly events: number;
  /** Files of emails. */
  readonly originals: number;
  /** It says where it ends, and it does end there; false = nobody can tell whether something is missing. */
  readonly isComplete: boolean;
  /** The cases that it says it is a part for; null for a whole backup. */
  readonly part: readonly string[] | null;
}

/**
 * Reads a backup. Gives its events one by one and returns what it was; `onOriginal` is given each file of an email, after
 * the entry that speaks of it. Throws BackupError at the first line that can't be used: cut off, no JSON, no event, a key
 * that no event has, a file that isn't the one of the entry before it, longer than any event, or after the end; and for a
 * file with nothing in it, or one whose end says otherwise than its entries.
 */
export async function* readBackup(
  chunks: AsyncIterable<Uint8Array | string>,
  onOriginal?: (original: CaseOriginal) => Promise<void>,
): AsyncGenerator<CaseEvent, BackupEnd> {
  let number = 0;
  let events = 0;
  let originals = 0;
  const ends = chainEnds();
  let before: CaseEvent | null = null;
  let end: End | null = null;
  for await (const { text, isWhole } of linesOf(chunks, () => number + 1)) {
    number++;
    if (text.trim() === '') continue;
    if (end) throw new BackupError('damaged', number, `Line ${figure(number)} stands after the end of this backup.`);
    const value = parsed(text, { number, isWhole });
    const last = endOf(value);
    if (last) end = last;
    else if (isOriginal(value)) {
      const original = originalIn(value, before, number);
      before = null;
      originals++;
      await onOriginal?.(original);
    } else {
      events++;
      before = eventOf(value, number);
      ends.take(before);
      yield before;
    }
  }
  if (end && end.events !== events)
    throw new BackupError(
      'damaged',
      number,
      `This backup should hold ${figure(end.events)} entries and holds ${figure(events)}. Nothing was brought in.`,
    );
  if (end?.originals !== undefined && end.originals !== originals)
    throw new BackupError(
      'damaged',
      number,
      `This backup should hold ${figure(end.originals)} emails as files and holds ${figure(originals)}. Nothing was brought in.`,
    );
  if (end && end.chains !== ends.digest())
    throw new BackupError(
      'damaged',
      number,
      'The last line of this backup says that its entries end elsewhere than they do: some were taken away or put in. Nothing was brought in.',
    );
  if (end === null && events === 0) throw new BackupError('truncated', null, 'This file is empty: it is no backup.');
  return { lines: number, events, originals, isComplete: end !== null, part: end?.part ?? null };
}

interface RawLine {
  readonly text: string;
  /** Ended by a line end; the last line of a cut-off file isn't. */
  readonly isWhole: boolean;
}

async function* linesOf(chunks: AsyncIterable<Uint8Array | string>, number: () => number): AsyncGenerator<RawLine> {
  const decoder = new TextDecoder('utf-8', { fatal: false });
  let parts: string[] = [];
  let length = 0;
  for await (const chunk of chunks) {
    const text = typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true });
    let from = 0;
    for (;;) {
      const at = text.indexOf('\n', from);
      const part = text.slice(from, at < 0 ? undefined : at);
      length += part.length;
      if (length > LONGEST_LINE)
        throw new BackupError(
          'hostile',
          number(),
          `Line ${figure(number())} is longer than any entry can be. Nothing was brought in.`,
        );
      parts.push(part);
      if (at < 0) break;
      yield { text: parts.join(''), isWhole: true };
      parts = [];
      length = 0;
      from = at + 1;
    }
  }
  const rest = parts.join('') + decoder.decode();
  if (rest !== '') yield { text: rest, isWhole: false };
}

function parsed(text: string, { number, isWhole }: { readonly number: number; readonly isWhole: boolean }): unknown {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw isWhole
      ? new BackupError('damaged', number, `Line ${figure(number)} of this backup is no entry. Nothing was brought in.`)
      : new BackupError(
          'truncated',
          number,
          `This backup stops in the middle of line ${figure(number)}. Nothing was brought in.`,
        );
  }
  // JSON makes own keys of these names, which some code would take for something else.
  if (/"(__proto__|constructor|prototype)"\s*:/.test(text) && hasForeignKey(value))
    throw new BackupError(
      'hostile',
      number,
      `Line ${figure(number)} holds a key that no entry has. Nothing was brought in.`,
    );
  return value;
}

const FOREIGN = ['__proto__', 'constructor', 'prototype'];

function hasForeignKey(value: unknown): boolean {
  const open: unknown[] = [value];
  while (open.length > 0) {
    const next = open.pop();
    if (typeof next !== 'object' || next === null) continue;
    if (FOREIGN.some((key) => Object.hasOwn(next, key))) return true;
    open.push(...(Object.values(next) as unknown[]));
  }
  return false;
}

function endOf(value: unknown): End | null {
  const end = typeof value === 'object' && value !== null && 'end' in value ? value.end : null;
  if (typeof end !== 'object' || end === null || !('events' in end) || !('chains' in end)) return null;
  const { events, chains } = end;
  if (typeof events !== 'number' || typeof chains !== 'string') return null;
  return {
    events,
    chains,
    ...('originals' in end ? { originals: Number(end.originals) } : {}),
    ...('part' in end ? { part: Array.isArray(end.part) ? end.part.map(String) : [] } : {}),
  };
}

function isOriginal(value: unknown): value is { readonly original: unknown } {
  return typeof value === 'object' && value !== null && 'original' in value;
}

/** The file in a line: that of the entry before it, to the byte. */
function originalIn(
  { original }: { readonly original: unknown },
  before: CaseEvent | null,
  number: number,
): CaseOriginal {
  const bytes = typeof original === 'string' ? fromBase64(original) : null;
  if (before?.type !== 'original-kept' || !bytes || !isRecorded(bytes, before.data))
    throw new BackupError(
      'damaged',
      number,
      `Line ${figure(number)} of this backup isn’t the email of the entry before it. Nothing was brought in.`,
    );
  return { of: before.data.of, caseId: before.caseId, bytes };
}

function eventOf(value: unknown, number: number): CaseEvent {
  try {
    return parseEvent(value);
  } catch (error) {
    const words = reasonOf(error);
    throw new BackupError(
      'damaged',
      number,
      `Line ${figure(number)} of this backup: ${words}. Nothing was brought in.`,
    );
  }
}
