import * as v from 'valibot';
import { CHANNELS } from '../message.ts';
import { deliveredRecord } from './delivered-record.ts';
import { toInstant, toIsoDate, type Instant, type IsoDate } from '../dates.ts';

/*
 * Everything that can happen to a case, in the past tense. Events are the truth: nothing is edited, a wrong entry is
 * corrected by another event, and what the case is now is folded from them.
 *
 * What says something about a person stands in `personal`, apart from the rest, so that it can be erased later without
 * breaking the record that something happened.
 */

const text = v.string();
const id = v.pipe(v.string(), v.nonEmpty());
const optional = v.nullable;
const date = v.pipe(
  v.string(),
  v.check((value) => isReadable(toIsoDate, value), 'is not a date'),
  v.transform((value) => value as IsoDate),
);
const instant = v.pipe(
  v.string(),
  v.check((value) => isReadable(toInstant, value), 'is not a moment'),
  v.transform((value) => value as Instant),
);
const clauses = v.array(text);
const none = v.strictObject({});
const correspondent = v.strictObject({ name: text, address: text });
const pence = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A message as it came, with what finds it again. */
const messageData = v.strictObject({
  channel: v.picklist(CHANNELS),
  receivedAtSource: optional(text),
  /** The moment that the message itself bears, where a person settled another as that of receipt. */
  datedAt: v.exactOptional(instant),
  /** RFC 5322; null where the page doesn't show it. */
  messageId: optional(text),
  siteMessageId: optional(text),
  threadId: optional(text),
  /** Digest of sender, subject, minute of receipt and new text: the same message read twice has the same one. */
  identity: text,
});
const messagePersonal = v.strictObject({
  from: optional(correspondent),
  to: v.array(correspondent),
  cc: v.array(correspondent),
  subject: text,
  text,
  attachments: v.array(text),
});

/** One matter complained of: in the resident's own words (`quoted`) or as an officer put it. */
const point = v.strictObject({ id, text, quoted: v.boolean() });

/** A danger as it was read: which, whether there now, and where in the message's text its words stand; none of them. */
const danger = v.strictObject({ kind: text, urgency: v.picklist(['now', 'possible']), start: offset, end: offset });

const route = v.strictObject({ to: text, route: text, stage: optional(text), rule: optional(text), clauses });

/** What the machine had read when a person decided; kept so that it can be told later who saw what. */
const reading = v.strictObject({
  found: v.boolean(),
  probability: v.number(),
  confidence: text,
  intent: text,
  flags: v.array(text),
  signals: v.array(text),
  hazards: v.array(text),
  /** Not in entries that were made before it was kept. */
  dangers: v.exactOptional(v.array(danger)),
  /** The readers' own word as delivered, before what a team taught; likewise. */
  delivered: v.exactOptional(deliveredRecord),
  route,
});

const channelOut = v.picklist(['email', 'post', 'phone', 'visit', 'other']);
const stage = v.strictObject({ stage: text });

/** Each type of event: its data, and its personal data. */
export const EVENT_TYPES = {
  received: { data: messageData, personal: messagePersonal },
  logged: {
    data: v.strictObject({
      policy: v.strictObject({ id, version: text }),
      route,
      track: optional(text),
      /** A request for a later stage of a case that the register doesn't know opens the case at that stage. */
      enteredBy: v.picklist(['complaint', 'escalation']),
      reading: optional(reading),
      /** The person decided otherwise than the machine. */
      overruled: v.boolean(),
    }),
    personal: v.strictObject({
      complainant: optional(correspondent),
      points: v.array(point),
      wants: optional(text),
      handler: optional(text),
      /** Why the person decided otherwise, where they said so. */
      reason: optional(text),
    }),
  },
  'choice-offered': { data: v.strictObject({ how: v.picklist(['in-letter', 'asked', 'in-message']) }), personal: none },
  'choice-answered': {
    /** `staysOpen`: they don't complain, and what they wrote about goes on: a request, an informal stage. */
    data: v.strictObject({ answer: v.picklist(['complain', 'not-now']), staysOpen: v.exactOptional(v.literal(true)) }),
    personal: none,
  },
  'service-request-recorded': {
    data: v.strictObject({ checkBackOn: optional(date), clauses }),
    personal: v.strictObject({ what: text }),
  },
  'service-request-reviewed': {
    data: v.strictObject({ checkBackOn: optional(date) }),
    personal: v.strictObject({ note: text }),
  },
  'service-request-became-complaint': { data: v.strictObject({ route }), personal: none },
  acknowledged: {
    data: v.strictObject({
      stage: text,
      channel: channelOut,
      /** Read from what was really sent, or only known as it was inserted. */
      known: v.picklist(['as-sent', 'as-inserted']),
      promisedBy: optional(date),
      /** The earlier acknowledgement that this one corrects. */
      corrects: optional(id),
    }),
    personal: v.strictObject({ text }),
  },
  'letter-inserted': {
    data: v.strictObject({
      kind: text,
      stage: optional(text),
      promisedBy: optional(date),
      /** Printed or saved for the post; without it put into a reply. */
      way: v.exactOptional(v.literal('post')),
    }),
    personal: v.strictObject({ text }),
  },
  'contact-made': {
    data: v.strictObject({ stage: text, channel: channelOut }),
    personal: v.strictObject({ note: text }),
  },
  'contact-tried': {
    data: v.strictObject({ stage: text, channel: channelOut }),
    personal: v.strictObject({ note: text }),
  },
  'point-added': { data: none, personal: v.strictObject({ point }) },
  'point-answered': { data: v.strictObject({ point: id, outcome: text }), personal: v.strictObject({ answer: text }) },
  'extension-proposed': {
    data: v.strictObject({ stage: text, newDate: date }),
    personal: v.strictObject({ reason: text }),
  },
  'extension-agreed': {
    data: v.strictObject({
      stage: text,
      newDate: date,
      exceptional: v.boolean(),
      ombudsmanDetailsGiven: v.boolean(),
    }),
    personal: v.strictObject({ reason: text }),
  },
  'extension-refused': { data: stage, personal: v.strictObject({ reason: text }) },
  'response-sent': {
    data: v.strictObject({ stage: text, channel: channelOut, letterDate: optional(date), outcome: optional(text) }),
    personal: v.strictObject({ text }),
  },
  'response-received': { data: stage, personal: none },
  escalated: {
    data: v.strictObject({ route, from: text, reasonsGiven: v.boolean() }),
    personal: v.strictObject({ points: v.array(point), wants: optional(text) }),
  },
  'handler-assigned': { data: stage, personal: v.strictObject({ name: text }) },
  'reviewer-assigned': { data: stage, personal: v.strictObject({ name: text }) },
  'panel-arranged': {
    data: v.strictObject({ stage: text, on: date }),
    personal: v.strictObject({ members: v.array(text) }),
  },
  'informal-resolution-agreed': {
    data: v.strictObject({ by: optional(date) }),
    personal: v.strictObject({ what: text }),
  },
  resolved: {
    data: v.strictObject({ stage: optional(text), outcome: text }),
    personal: v.strictObject({ note: text }),
  },
  /** A letter that is no acknowledgement went out: a refusal, who can help instead. A letter by post was posted then. */
  'letter-sent': {
    data: v.strictObject({ kind: text, stage: optional(text), channel: channelOut }),
    personal: v.strictObject({ text }),
  },
  excluded: {
    data: v.strictObject({
      rule: optional(text),
      clauses,
      /** Only a part of the message; the rest of it is the case. */
      part: v.exactOptional(v.literal(true)),
    }),
    personal: v.strictObject({
      reason: text,
      /** What was weighed in this case, beside the rule. */
      considered: v.exactOptional(text),
      /** Who decided, where the policy asks for somebody else than the officer. */
      decidedBy: v.exactOptional(text),
      /** What of the message is not taken up, where it is a part. */
      points: v.exactOptional(v.array(point)),
    }),
  },
  refused: {
    data: v.strictObject({ what: v.picklist(['complaint', 'escalation']), clauses }),
    personal: v.strictObject({ reason: text }),
  },
  withdrawn: { data: none, personal: v.strictObject({ reason: text }) },
  'referred-to-ombudsman': { data: v.strictObject({ ombudsmanReference: text }), personal: none },
  'action-promised': {
    data: v.strictObject({ action: id, by: optional(date) }),
    personal: v.strictObject({ what: text, who: text }),
  },
  'action-done': { data: v.strictObject({ action: id }), personal: v.strictObject({ note: text }) },
  'compensation-offered': { data: v.strictObject({ offer: id, pence }), personal: v.strictObject({ reason: text }) },
  'compensation-accepted': { data: v.strictObject({ offer: id }), personal: none },
  'compensation-paid': { data: v.strictObject({ offer: id, pence }), personal: none },
  'adjustment-recorded': { data: none, personal: v.strictObject({ what: text, disability: optional(text) }) },
  'representative-recorded': {
    data: v.strictObject({ authority: v.picklist(['written', 'visit', 'call', 'asked-for', 'none']) }),
    personal: v.strictObject({ name: text, address: text, relationship: text }),
  },
  'restriction-set': {
    data: v.strictObject({ reviewOn: optional(date) }),
    personal: v.strictObject({ what: text, reason: text }),
  },
  'hazard-reported': { data: v.strictObject({ kinds: v.array(text) }), personal: v.strictObject({ to: text }) },
  'made-safe': { data: none, personal: v.strictObject({ how: text }) },
  /** The investigation of a danger ended; whether it found one. */
  'hazard-investigated': { data: v.strictObject({ confirmed: v.boolean() }), personal: v.strictObject({ note: text }) },
  'hazard-summary-sent': { data: none, personal: v.strictObject({ text }) },
  /** The work that keeps a danger from coming back began. */
  'further-work-started': { data: none, personal: v.strictObject({ what: text }) },
  'safeguarding-reported': { data: none, personal: v.strictObject({ to: text }) },
  'learning-recorded': { data: none, personal: v.strictObject({ what: text }) },
  /** The form for a complaint that wasn't made in writing was filled in. */
  'form-completed': { data: none, personal: v.strictObject({ text }) },
  /** What a policy wants kept of a case: a field of its records. What says something about a person is the text. */
  'field-recorded': {
    data: v.strictObject({ field: id, values: v.array(text) }),
    personal: v.strictObject({ text }),
  },
  /** What a rule asks for, as somebody says it is so: with the roles, grounds or papers that they chose. */
  'need-recorded': {
    data: v.strictObject({ rule: id, need: text, chosen: v.array(text) }),
    personal: v.strictObject({ note: text }),
  },
  /** A person went on although a rule of the policy holds this action back, and said why. */
  'rule-overridden': {
    data: v.strictObject({ rule: id, action: text, clauses }),
    personal: v.strictObject({ reason: text }),
  },
  'note-added': { data: none, personal: v.strictObject({ text }) },
  /** Fields of an earlier event, put right; the earlier event stands as it was entered. */
  corrected: {
    data: v.strictObject({ of: id, occurredAt: optional(instant), fields: v.record(text, v.unknown()) }),
    personal: v.strictObject({ fields: v.record(text, v.unknown()), reason: text }),
  },
  'date-set': { data: v.strictObject({ date: id, due: date, clauses }), personal: v.strictObject({ what: text }) },
  'date-met': { data: v.strictObject({ date: id }), personal: none },
  joined: { data: messageData, personal: messagePersonal },
  split: { data: v.strictObject({ into: id }), personal: v.strictObject({ points: v.array(point) }) },
  merged: { data: v.strictObject({ into: id }), personal: none },
  undone: { data: v.strictObject({ of: v.array(id) }), personal: none },
  erased: { data: v.strictObject({ of: v.array(id), basis: text }), personal: none },
} as const;

export type EventType = keyof typeof EVENT_TYPES;
export type EventData<Type extends EventType> = v.InferOutput<(typeof EVENT_TYPES)[Type]['data']>;
export type EventPersonal<Type extends EventType> = v.InferOutput<(typeof EVENT_TYPES)[Type]['personal']>;

/** What erased personal data leaves behind where a text stood. */
export const ERASED = 'erased';

export interface Actor {
  readonly name: string;
}

/** An event before it is entered: what happened, when, and by whom. */
export type EventDraft = { [Type in EventType]: DraftOf<Type> }[EventType];

export interface DraftOf<Type extends EventType> {
  readonly type: Type;
  readonly caseId: string;
  readonly actor: Actor;
  /** When it happened; a past day may be chosen, and clocks run from it. */
  readonly occurredAt: Instant;
  readonly data: EventData<Type>;
  readonly personal: EventPersonal<Type>;
}

/** An event as entered. `personal` and `salt` are null once erased. */
export type CaseEvent = { [Type in EventType]: EventOf<Type> }[EventType];

export interface EventOf<Type extends EventType> extends Omit<DraftOf<Type>, 'personal'> {
  /** uuid, version 7. */
  readonly id: string;
  readonly deviceId: string;
  /** Counts the events of one device, from 1 without a gap. */
  readonly sequence: number;
  /** When it was entered. */
  readonly recordedAt: Instant;
  readonly personal: EventPersonal<Type> | null;
  readonly salt: string | null;
  /** Digest of `salt` and `personal`; what the chain keeps of them. */
  readonly personalDigest: string;
  readonly previousHash: string;
  readonly hash: string;
}

export type PointRecord = v.InferOutput<typeof point>;
export type RouteRecord = v.InferOutput<typeof route>;
export type ReadingRecord = v.InferOutput<typeof reading>;

/** An event that can't be used: from a newer program, or damaged. Says which and where. */
export class EventError extends Error {
  override readonly name = 'EventError';
}

const head = {
  id,
  caseId: id,
  deviceId: id,
  sequence: v.pipe(v.number(), v.safeInteger(), v.minValue(1)),
  actor: v.strictObject({ name: text }),
  occurredAt: instant,
  recordedAt: instant,
  salt: optional(text),
  personalDigest: text,
  previousHash: text,
  hash: text,
};

const schemas = new Map(
  Object.entries(EVENT_TYPES).map(([type, { data, personal }]) => [
    type,
    v.strictObject({ type: v.literal(type), ...head, data, personal: optional(personal) }),
  ]),
);

/** Reads an event from a backup or the store. Throws EventError naming the event and the field. */
export function parseEvent(input: unknown): CaseEvent {
  const { type, id: eventId } = (typeof input === 'object' && input !== null ? input : {}) as {
    type?: unknown;
    id?: unknown;
  };
  const name = typeof eventId === 'string' ? `event ${eventId}` : 'an event without an id';
  const schema = typeof type === 'string' ? schemas.get(type) : undefined;
  if (!schema) throw new EventError(`${name}: unknown type ${JSON.stringify(type)}`);
  const result = v.safeParse(schema, input);
  if (!result.success)
    throw new EventError(`${name}, ${v.getDotPath(result.issues[0]) ?? 'document'}: ${result.issues[0].message}`);
  return result.output as CaseEvent;
}

function isReadable(read: (value: string) => unknown, value: string): boolean {
  try {
    read(value);
    return true;
  } catch {
    return false;
  }
}
