import * as v from 'valibot';
import { toInstant, type Instant } from '../dates.ts';
import type { MessageKey, PageRecord } from '../host.ts';
import { CHANNELS } from '../message.ts';

/*
 * What a person types about something that no mail page shows: a call, a letter, the record of a CRM. Like a desk it belongs
 * to the one matter that it was begun for; it is kept when the panel is closed, and comes back with its record.
 */

const text = v.string();
const instant = v.pipe(
  text,
  v.transform((value) => toInstant(value)),
);

/** A record of a CRM, by its page and by what tells it from another one that its page shows at the same address. */
export const RecordName = v.object({
  key: text,
  page: text,
  /** What stood in the fields that say whose record it is. */
  whose: v.array(v.object({ field: v.picklist(['name', 'reference', 'tenancy']), value: text })),
  /** What its note said, without digits, which a clock may turn; absent where it had none. */
  note: v.exactOptional(text),
});
export type RecordName = Readonly<v.InferOutput<typeof RecordName>>;

/** Bumped when the shape changes: a form of another shape is dropped, never misread. */
const VERSION = 1;

const PasteForm = v.object({
  version: v.literal(VERSION),
  /** Tells it from other forms that wait. */
  id: text,
  /** The record that it was begun from; null for what is typed or pasted beside no record. */
  of: v.nullable(RecordName),
  /** When a person last typed in it; null = not yet. */
  changedAt: v.nullable(instant),
  channel: v.picklist(CHANNELS),
  /** Who took the call or the letter; empty where nobody says. */
  takenBy: text,
  name: text,
  address: text,
  subject: text,
  day: text,
  /** The exact moment, where a saved email says it; counts while `day` is still its day. */
  receivedAt: v.nullable(instant),
  text,
  messageId: v.nullable(text),
  attachments: v.array(text),
  error: v.nullable(v.picklist(['text', 'day', 'file'])),
});

/** What a person types about a message that Duly can't read by itself. */
export type PasteForm = Readonly<v.InferOutput<typeof PasteForm>> & {
  /** The saved email that it was taken from, as long as the panel is open; null once its text is another. */
  readonly original: Uint8Array | null;
  /** Why a file can't be taken apart, as the end of a sentence about it; empty where that isn't known. */
  readonly because: string;
};

/** The form before anything is typed, and before it has a name. */
export const EMPTY_PASTE: PasteForm = {
  version: VERSION,
  id: '',
  of: null,
  changedAt: null,
  channel: 'email',
  takenBy: '',
  name: '',
  address: '',
  subject: '',
  day: '',
  receivedAt: null,
  text: '',
  messageId: null,
  attachments: [],
  original: null,
  because: '',
  error: null,
};

/** A form from storage; null for one that can't be used. */
export function parseForm(stored: unknown): PasteForm | null {
  const result = v.safeParse(PasteForm, stored);
  return result.success ? { ...result.output, original: null, because: '' } : null;
}

/** A form as it is kept: the file of an email is too large for it. */
export function formToKeep({ original: _file, because: _why, ...form }: PasteForm): unknown {
  return { ...form, error: null };
}

/** A form of its own name among others that are in use. */
export function named(form: PasteForm, others: readonly PasteForm[], now: Instant): PasteForm {
  if (form.id !== '') return form;
  let id = `typed/${now}`;
  for (let number = 2; others.some((one) => one.id === id); number += 1) id = `typed/${now} ${String(number)}`;
  return { ...form, id };
}

/** The form with what a person typed. */
export function typedInto(form: PasteForm, change: Partial<PasteForm>, now: Instant): PasteForm {
  // A text that was changed is no longer that of the saved email.
  const isOther = change.text !== undefined && change.text !== form.text;
  const typed = { ...form, error: null, ...(isOther && { original: null }), ...change };
  return Object.keys(change).every((field) => field === 'error' || field === 'because')
    ? typed
    : { ...typed, changedAt: now };
}

/** Whether something would be lost with it that a person has typed, pasted or brought in. */
export function isFormWorthKeeping(form: PasteForm): boolean {
  const { changedAt, name, address, subject, takenBy, attachments } = form;
  if (changedAt === null) return false;
  return attachments.length > 0 || [form.text, name, address, subject, takenBy].some((typed) => typed.trim() !== '');
}

/** The name of a record. */
export function recordName(record: PageRecord): RecordName {
  const { key, page, values } = record;
  const whose = (['name', 'reference', 'tenancy'] as const).flatMap((field) => {
    const found = values.find((one) => one.field === field);
    return found ? [{ field, value: found.value }] : [];
  });
  const note = noteOf(record);
  return { key, page, whose, ...(note === '' ? {} : { note }) };
}

function noteOf({ values }: PageRecord): string {
  return (values.find(({ field }) => field === 'notes')?.value ?? '').replace(/\d+/g, '').trim().slice(0, LONGEST_NOTE);
}

const LONGEST_NOTE = 4_000;

/** Whether a record's page says another note now than when something was begun from it: that speaks of what it said then. */
export function isNoteChanged(of: RecordName, record: PageRecord): boolean {
  const note = noteOf(record);
  return note !== '' && of.note !== undefined && of.note !== note;
}

/** Whether two names are one record's. What one of them doesn't say, as while its page still loads, tells nothing apart. */
export function isSameRecord(left: RecordName, right: RecordName): boolean {
  return (
    left.key === right.key &&
    left.whose.every(({ field, value }) => right.whose.every((one) => one.field !== field || one.value === value))
  );
}

const PREFIX = 'form/';

/** The name that a form is kept under, beside desks by their messages' keys; and whether a name is a form's. */
export function keyOfForm({ id }: Pick<PasteForm, 'id'>): MessageKey {
  return `${PREFIX}${id}`;
}

export function isFormKey(key: MessageKey): boolean {
  return key.startsWith(PREFIX);
}
