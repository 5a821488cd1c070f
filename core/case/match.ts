import type { Instant } from '../dates.ts';
import type { Message } from '../message.ts';
import { folded } from '../folded.ts';
import { digest } from './chain.ts';
import type { EventOf } from './event.ts';

/** What finds a message again. */
export interface MessageIdentity {
  /** RFC 5322 Message-ID; null where the page doesn't show it. */
  readonly messageId: string | null;
  /** The page's own id; the same in one mailbox only. */
  readonly siteMessageId: string | null;
  /** Digest of sender, subject, minute of receipt and new text; empty for what was erased, which is like nothing. */
  readonly identity: string;
}

/** Why two messages are held to be one. */
export type MatchReason = 'message-id' | 'site-message-id' | 'sender-subject-minute-text';

/** The identity of a message; `receivedAt` to the minute, since pages show no more. */
export function identityOf(message: Message, newText: string): MessageIdentity {
  return {
    messageId: message.messageId,
    siteMessageId: message.siteMessageId,
    identity: digest([
      message.from?.address.toLowerCase() ?? '',
      folded(message.subject),
      message.receivedAt === null ? '' : minuteOf(message.receivedAt),
      folded(newText),
    ]),
  };
}

/** The same of a message that is on a case. */
export function identityIn({ data, personal }: Pick<EventOf<'received'>, 'data' | 'personal'>): MessageIdentity {
  const { siteMessageId, identity } = data;
  return { messageId: personal?.messageId ?? data.messageId, siteMessageId, identity };
}

/**
 * Whether two messages are the same one, and why; null where they aren't. Where both have a Message-ID it decides: the
 * same words sent twice are two messages.
 */
export function sameMessage(left: MessageIdentity, right: MessageIdentity): MatchReason | null {
  if (left.messageId !== null && right.messageId !== null)
    return left.messageId === right.messageId ? 'message-id' : null;
  if (left.siteMessageId !== null && left.siteMessageId === right.siteMessageId) return 'site-message-id';
  return left.identity !== '' && left.identity === right.identity ? 'sender-subject-minute-text' : null;
}

/** The keys under which a register can find a message again. */
export function identityKeys({ messageId, siteMessageId, identity }: MessageIdentity): readonly string[] {
  return [
    ...(messageId === null ? [] : [`message-id ${messageId}`]),
    ...(siteMessageId === null ? [] : [`site ${siteMessageId}`]),
    ...(identity === '' ? [] : [`identity ${identity}`]),
  ];
}

function minuteOf(instant: Instant): string {
  return new Date(Date.parse(instant)).toISOString().slice(0, 16);
}
