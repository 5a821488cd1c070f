import * as v from 'valibot';
import {
  channelOut,
  clauses,
  correspondent,
  date,
  id,
  instant,
  messageData,
  messagePersonal,
  none,
  offset,
  optional,
  pence,
  point,
  reading,
  route,
  stage,
  text,
} from './event-fields.ts';

/*
 * Everything that can happen to a case, in the past tense. Events are the truth: nothing is edited, a wrong entry is
 * corrected by another event, and what the case is now is folded from them.
 *
 * What says something about a person stands in `personal`, apart from the rest, so that it can be erased later without
 * breaking the record that something happened.
 */

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
  /** The email came as a file, which is kept beside the entries: which bytes, by their digest. */
  'original-kept': { data: v.strictObject({ of: id, digest: text, bytes: offset }), personal: none },
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
  'date-set': {
    /** `asker`: whose own date it is, where it isn't ours; it comes before everything that is due. */
    data: v.strictObject({ date: id, due: date, clauses, asker: v.exactOptional(v.literal('ombudsman')) }),
    personal: v.strictObject({ what: text }),
  },
  'date-met': { data: v.strictObject({ date: id }), personal: none },
  joined: { data: messageData, personal: messagePersonal },
  split: { data: v.strictObject({ into: id }), personal: v.strictObject({ points: v.array(point) }) },
  merged: { data: v.strictObject({ into: id }), personal: none },
  undone: { data: v.strictObject({ of: v.array(id) }), personal: none },
  /**
   * `left`: of each among `of` that finds a message again the hash of what stays of it (tombstone.ts): what its own hash
   * can't vouch for any more, this entry does.
   */
  erased: {
    data: v.strictObject({ of: v.array(id), basis: text, left: v.exactOptional(v.record(id, text)) }),
    personal: none,
  },
} as const;
