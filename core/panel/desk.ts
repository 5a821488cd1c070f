import * as v from 'valibot';
import type { PointRecord } from '../case/event-fields.ts';
import { inLondon, toInstant, toIsoDate, type Instant } from '../dates.ts';
import type { MessageKey } from '../host.ts';
import { CHANNELS, type Message } from '../message.ts';
import { hadBefore, receivedAsSettled } from '../reading/first-had.ts';
import type { Reading } from '../reading/reading.ts';
import { RecordName } from './paste-form.ts';

/*
 * The desk: everything an officer has entered about one message and not yet logged. It belongs to that message and to no
 * other; it is kept when the panel is closed, and comes back when that message is open again.
 */

const text = v.string();
const maybeText = v.nullable(text);
const instant = v.pipe(
  text,
  v.transform((value) => toInstant(value)),
);
const date = v.pipe(
  text,
  v.transform((value) => toIsoDate(value)),
);
const point = v.object({ id: text, text, quoted: v.boolean() });

/** What an officer changed of what Duly would log; null = as suggested. */
const Edits = v.object({
  points: v.nullable(v.array(point)),
  wants: maybeText,
  handler: maybeText,
  choice: v.nullable(v.picklist(['offer-in-letter', 'asked-already'])),
  /** One adjustment a line. */
  adjustments: maybeText,
  /** For a service request: null = the suggested day; '' = no reminder. */
  checkBackOn: v.nullable(v.union([v.literal(''), date])),
  /** The day that an Ombudsman, a regulator or an MP wants an answer by: null = as they write it; '' = none. */
  answerBy: v.optional(v.nullable(v.union([v.literal(''), date])), null),
});

/** What an officer changed in a letter; null = as the case has it. */
const LetterEdits = v.object({
  points: v.nullable(v.array(point)),
  wants: maybeText,
  handler: maybeText,
  responsibility: maybeText,
  /** The resident's name, where the message shows none. */
  name: maybeText,
  /** What is typed for this letter only, by the path of its field. */
  entries: v.record(text, text),
  /** By email or by post; null = as the resident wrote. */
  way: v.optional(v.nullable(v.picklist(['email', 'post'])), null),
});

/** What of a message a person doesn't take up, and what they weighed. */
const Decline = v.object({
  /** `part`: the rest of the message is logged as a complaint; null = not said yet. */
  scope: v.nullable(v.picklist(['all', 'part'])),
  /** The points that aren't taken up, where it is a part. */
  points: v.array(text),
  considered: text,
  decidedBy: text,
});

/** What a rule asks for before something is done, as the person says it is so; and the rules that they pass over. */
const Given = v.object({
  needs: v.array(v.object({ rule: text, need: text, chosen: v.array(text) })),
  overrides: v.array(v.object({ rule: text, action: text, clauses: v.array(text), reason: text })),
});

/** A draft that stands in a reply, was copied or printed, and isn't known to be sent. */
const Placed = v.object({
  how: v.picklist(['inserted', 'copied', 'printed', 'document']),
  kind: text,
  text,
  promisedBy: v.nullable(date),
  /** The letter offers the choice to complain. */
  offersChoice: v.boolean(),
  /** How it is taken out of the reply, or put into one; what becomes of it in the post. */
  hint: text,
  at: instant,
});

/** A message that came by paste or from a saved file, kept with its desk since no page can show it again. */
const Pasted = v.object({
  channel: v.picklist(CHANNELS),
  name: text,
  address: text,
  subject: text,
  text,
  receivedAt: v.nullable(instant),
  /** `person`: only the day is known. */
  receivedAtSource: v.nullable(v.picklist(['header', 'person'])),
  messageId: maybeText,
  attachments: v.array(text),
  /** Who took a call or a letter. */
  takenBy: v.exactOptional(text),
  /** The record of a CRM that it was typed beside; it gives way to another one, and comes back with its own. */
  of: v.exactOptional(RecordName),
});

/** Bumped when the shape changes: a desk of another shape is dropped, never misread. */
const VERSION = 3;

const Desk = v.object({
  version: v.literal(VERSION),
  key: text,
  /** Whose message it is, to name the draft by. */
  who: text,
  subject: text,
  receivedAt: v.nullable(instant),
  pasted: v.nullable(Pasted),
  /** When something was last entered; null = nothing yet. */
  changedAt: v.nullable(instant),
  step: v.picklist(['verdict', 'routes', 'decline', 'check', 'edit', 'case', 'letter', 'placed']),
  /** The radio card that is marked, before it is agreed to. */
  pick: maybeText,
  /** The destination that the person chose (see destinations.ts); null = as the verdict says. */
  route: maybeText,
  reason: text,
  /**
   * The moment of receipt that the person settled; `unsettled` = another day than the page's, not yet said which;
   * `passed-on` = a colleague had it before, and nobody has said yet when.
   */
  received: v.nullable(v.union([v.picklist(['unsettled', 'passed-on']), instant])),
  edits: Edits,
  /** As they were when the form was opened: Cancel goes back to them. */
  editsBefore: v.nullable(Edits),
  /** The case that the message is added to. */
  attachTo: maybeText,
  /** Another case than the suggested one is being chosen. */
  isChoosingCase: v.boolean(),
  /** The person said that it is another matter than the case it is on. */
  isNewMatter: v.boolean(),
  decline: Decline,
  given: Given,
  reportedAt: v.nullable(instant),
  toldLeadAt: v.nullable(instant),
  /** The case that it was logged on. */
  caseId: maybeText,
  /** The kind of letter that is written; null = the acknowledgement. */
  letterKind: maybeText,
  letter: LetterEdits,
  /** The fields of the letter are unfolded. */
  isEditingLetter: v.boolean(),
  placed: v.nullable(Placed),
});

/** Everything entered about one message, and how far the person has come with it. */
export type Desk = Readonly<v.InferOutput<typeof Desk>>;
/** What an officer changed of what Duly would log. */
export type Edits = Readonly<v.InferOutput<typeof Edits>>;
/** What an officer changed in a letter. */
export type LetterEdits = Readonly<v.InferOutput<typeof LetterEdits>>;
/** What is still missing before a decision to decline counts. */
export type DeclineGap = 'scope' | 'accepted' | 'reason' | 'considered' | 'decided-by' | 'held';
/** What of a message isn't taken up. */
export type Decline = Readonly<v.InferOutput<typeof Decline>>;
/** What the person says of what rules ask for. */
export type GivenNeeds = Readonly<v.InferOutput<typeof Given>>;
/** A draft in a reply, on the clipboard or on paper, that isn’t known to be sent. */
export type Placed = Readonly<v.InferOutput<typeof Placed>>;
/** A message that came by paste. */
export type PastedMessage = Readonly<v.InferOutput<typeof Pasted>>;
/** How far the person has come with a message. */
export type Step = Desk['step'];

/** Everything as suggested. */
export const NO_EDITS: Edits = {
  points: null,
  wants: null,
  handler: null,
  choice: null,
  adjustments: null,
  checkBackOn: null,
  answerBy: null,
};

/** Nothing said yet of what isn't taken up. */
export const NO_DECLINE: Decline = { scope: null, points: [], considered: '', decidedBy: '' };

/** Nothing said yet of what rules ask for. */
export const NOTHING_GIVEN: GivenNeeds = { needs: [], overrides: [] };

/** The letter as the case has it. */
export const NO_LETTER_EDITS: LetterEdits = {
  points: null,
  wants: null,
  handler: null,
  responsibility: null,
  name: null,
  entries: {},
  way: null,
};

/** An empty desk for a message. */
export function deskFor(key: MessageKey, message: Message, pasted: PastedMessage | null = null): Desk {
  return {
    version: VERSION,
    key,
    who: message.from?.name || message.from?.address || '',
    subject: message.subject,
    receivedAt: message.receivedAt,
    pasted,
    changedAt: null,
    step: 'verdict',
    pick: null,
    route: null,
    reason: '',
    received: null,
    edits: NO_EDITS,
    editsBefore: null,
    attachTo: null,
    isChoosingCase: false,
    isNewMatter: false,
    decline: NO_DECLINE,
    given: NOTHING_GIVEN,
    reportedAt: null,
    toldLeadAt: null,
    caseId: null,
    letterKind: null,
    letter: NO_LETTER_EDITS,
    isEditingLetter: false,
    placed: null,
  };
}

/** A desk from storage; null for one that can't be used, or that belongs to another message. */
export function parseDesk(stored: unknown, key: MessageKey): Desk | null {
  try {
    const desk = v.parse(Desk, stored);
    return desk.key === key ? desk : null;
  } catch {
    return null;
  }
}

/** The message as the officer settled it: with the chosen moment of receipt. What is logged is settled by its reading. */
export function settledMessage(
  message: Message,
  { received }: Pick<Desk, 'received'>,
  reading: Reading | null = null,
): Message {
  if (received === null) return inLondonTime(message);
  if (isSettled(received)) return receivedAsSettled(message, received, reading && hadBefore(reading));
  const { receivedAtChoices: choices, ...rest } = message;
  const isBorne = message.receivedAt !== null && (choices ?? []).length === 0;
  return { ...rest, receivedAt: null, receivedAtSource: null, ...(isBorne && { datedAt: message.receivedAt }) };
}

/** Whether a person has said when it was received. */
export function isSettled(received: Desk['received']): received is Instant {
  return received !== null && received !== 'unsettled' && received !== 'passed-on';
}

/** The desk once the message is read: the day of receipt of what a colleague had before is asked for. */
export function askedWhenHad(desk: Desk, reading: Reading): Desk {
  if (desk.caseId !== null || (desk.received !== null && desk.received !== 'passed-on')) return desk;
  return { ...desk, received: hadBefore(reading) ? 'passed-on' : null };
}

/** One moment is one text in every host's entries, however its page wrote it. */
function inLondonTime(message: Message): Message {
  const { receivedAt } = message;
  if (receivedAt === null) return message;
  const own = inLondon(receivedAt);
  return own === receivedAt ? message : { ...message, receivedAt: own };
}

/** Whether the desk holds something that would be lost with it. */
export function isWorthKeeping(desk: Desk): boolean {
  return desk.changedAt !== null;
}

/** An empty desk for a message that came by paste: no page can show it again, so that it is kept from the first. */
export function deskOfPasted(key: MessageKey, message: Message, pasted: PastedMessage, now: Instant): Desk {
  return { ...deskFor(key, message, pasted), changedAt: now };
}

/** Something was entered. */
export function changed(desk: Desk, change: Partial<Desk>, now: Instant): Desk {
  return { ...desk, ...change, changedAt: now };
}

/** One point with other words; left as it was at first it stays a quotation. */
export function withPoint(
  points: readonly PointRecord[],
  { id, text: typed }: { readonly id: string; readonly text: string },
  original: readonly PointRecord[],
): PointRecord[] {
  const first = original.find((one) => one.id === id);
  const quoted = first?.quoted === true && first.text === typed;
  return points.map((one) => (one.id === id ? { id, text: typed, quoted } : one));
}

/** One more point, still empty. */
export function withNewPoint(points: readonly PointRecord[]): PointRecord[] {
  const last = Math.max(0, ...points.map(({ id }) => Number(id) || 0));
  return [...points, { id: String(last + 1), text: '', quoted: false }];
}
