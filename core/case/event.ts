import * as v from 'valibot';
import type { Instant } from '../dates.ts';
import { id, instant, optional, text } from './event-fields.ts';
import { EVENT_TYPES } from './event-types.ts';

/* An event of a case, as a draft and as entered. What types there are stands in event-types.ts. */

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
  /** A moment of entry by another device, as its clock had it, that this comes after although our own clock was behind. */
  readonly after?: Instant;
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
  after: v.exactOptional(instant),
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
