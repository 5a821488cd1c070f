import * as v from 'valibot';
import { toInstant, toIsoDate, type Instant, type IsoDate } from '../dates.ts';
import { CHANNELS } from '../message.ts';
import { deliveredRecord } from './delivered-record.ts';

/* What the events of a case are made of: their fields, and the records that several of them hold. */

export const text = v.string();
export const id = v.pipe(v.string(), v.nonEmpty());
export const optional = v.nullable;
export const date = v.pipe(
  v.string(),
  v.check((value) => isReadable(toIsoDate, value), 'is not a date'),
  v.transform((value) => value as IsoDate),
);
export const instant = v.pipe(
  v.string(),
  v.check((value) => isReadable(toInstant, value), 'is not a moment'),
  v.transform((value) => value as Instant),
);
export const clauses = v.array(text);
export const none = v.strictObject({});
export const correspondent = v.strictObject({ name: text, address: text });
export const pence = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
export const offset = v.pipe(v.number(), v.safeInteger(), v.minValue(0));

/** A message as it came, with what finds it again. */
export const messageData = v.strictObject({
  channel: v.picklist(CHANNELS),
  receivedAtSource: optional(text),
  /** The moment that the message itself bears, where a person settled another as that of receipt. */
  datedAt: v.exactOptional(instant),
  /** RFC 5322. Only in entries that were made before it was kept with the personal data: it often holds an address. */
  messageId: optional(text),
  siteMessageId: optional(text),
  threadId: optional(text),
  /** Digest of sender, subject, minute of receipt and new text: the same message read twice has the same one. */
  identity: text,
});
export const messagePersonal = v.strictObject({
  /** RFC 5322; not there where the page doesn't show it. */
  messageId: v.exactOptional(text),
  from: optional(correspondent),
  to: v.array(correspondent),
  cc: v.array(correspondent),
  subject: text,
  text,
  attachments: v.array(text),
});

/** One matter complained of: in the resident's own words (`quoted`) or as an officer put it. */
export const point = v.strictObject({ id, text, quoted: v.boolean() });

/** A danger as it was read: which, whether there now, and where in the message's text its words stand; none of them. */
export const danger = v.strictObject({
  kind: text,
  urgency: v.picklist(['now', 'possible']),
  start: offset,
  end: offset,
});

export const route = v.strictObject({ to: text, route: text, stage: optional(text), rule: optional(text), clauses });

/** What the machine had read when a person decided; kept so that it can be told later who saw what. */
export const reading = v.strictObject({
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

export const channelOut = v.picklist(['email', 'post', 'phone', 'visit', 'other']);
export const stage = v.strictObject({ stage: text });

export type PointRecord = v.InferOutput<typeof point>;
export type RouteRecord = v.InferOutput<typeof route>;
export type ReadingRecord = v.InferOutput<typeof reading>;

function isReadable(read: (value: string) => unknown, value: string): boolean {
  try {
    read(value);
    return true;
  } catch {
    return false;
  }
}
