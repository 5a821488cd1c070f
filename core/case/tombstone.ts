import { hashOf, withoutPersonal } from './chain.ts';
import type { CaseEvent, EventData, EventOf } from './event.ts';

/*
 * What stays of a message once it was erased: that one came, when and how. What finds it again goes too: a Message-ID
 * often holds an address, and whoever has the message could tell from its digest that it was here. The event's own hash
 * covers these, so that it can't be checked afterwards; the erasure, which has its place in a chain, says what the hash of
 * the rest is.
 */

/** Data of a message without anything that finds it again. */
const NOTHING_FOUND: Pick<EventData<'received'>, 'messageId' | 'siteMessageId' | 'threadId' | 'identity'> = {
  messageId: null,
  siteMessageId: null,
  threadId: null,
  identity: '',
};

/** Whether a message came by this event. */
export function isMessage(event: CaseEvent): event is EventOf<'received'> | EventOf<'joined'> {
  return event.type === 'received' || event.type === 'joined';
}

/** The event without its personal data and without what finds its message, or the message's file, again; its hash stays. */
export function tombstoneOf(event: CaseEvent): CaseEvent {
  const bare = withoutPersonal(event);
  switch (bare.type) {
    case 'received':
    case 'joined':
      return { ...bare, data: { ...bare.data, ...NOTHING_FOUND } };
    case 'original-kept':
      return { ...bare, data: { ...bare.data, digest: '' } };
    default:
      return bare;
  }
}

/** Whether an event's data finds a message, or its file, again. */
export function hasTraces(event: CaseEvent): boolean {
  switch (event.type) {
    case 'received':
    case 'joined': {
      const { messageId, siteMessageId, threadId, identity } = event.data;
      return messageId !== null || siteMessageId !== null || threadId !== null || identity !== '';
    }
    case 'original-kept':
      return event.data.digest !== '';
    default:
      return false;
  }
}

/** Whether an event is what an erasure may leave of one whose own hash can't be checked any more. */
export function isTombstone(event: CaseEvent): boolean {
  return event.personal === null && (isMessage(event) || event.type === 'original-kept') && !hasTraces(event);
}

/** The hash of what stays of an event, for the erasure to vouch for. */
export function leftOf(event: CaseEvent): string {
  return hashOf(tombstoneOf(event));
}
