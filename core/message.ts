import type { Instant } from './dates.ts';

/** How the message came. A staff note, a form or a voicemail is a message too: somebody's words about a home. */
export const CHANNELS = [
  'email',
  'crm-note',
  'web-form',
  'letter',
  'social-dm',
  'voicemail',
  'chat',
  'sms',
  'phone',
  'visit',
] as const;

export type Channel = (typeof CHANNELS)[number];

/** A name and an address as the message shows them; either may be empty. */
export interface Correspondent {
  readonly name: string;
  readonly address: string;
}

/** How the moment of receipt is known; `displayed` = read from a date written for people. */
export type ReceivedAtSource = 'header' | 'site-id' | 'displayed' | 'host' | 'person';

/**
 * A message as a host hands it in. Everything in it was written by somebody else: it is shown as text, never run, never
 * used as a pattern or a template.
 */
export interface Message {
  readonly channel: Channel;
  readonly from: Correspondent | null;
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly subject: string;
  /** The whole body as plain text: quoted history, signature and all. Offsets elsewhere are UTF-16 offsets into this. */
  readonly text: string;
  /** When the landlord received it; null while nobody knows, and then no clock can start. */
  readonly receivedAt: Instant | null;
  readonly receivedAtSource: ReceivedAtSource | null;
  /** The moment that the message itself bears, where a person settled another as that of receipt. */
  readonly datedAt?: Instant;
  /** Other days that the page's date could mean: 03/02/2026. A person chooses. */
  readonly receivedAtChoices?: readonly Instant[];
  /** Names of attachments. They are not read. */
  readonly attachments: readonly string[];
  /** RFC 5322 Message-ID. */
  readonly messageId: string | null;
  /** The page's own id; means something within one mailbox only. */
  readonly siteMessageId: string | null;
  readonly threadId: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
}

/** A message with only the parts that are always there; hosts and tests fill in what they know. */
export function emptyMessage(): Message {
  return {
    channel: 'email',
    from: null,
    to: [],
    cc: [],
    subject: '',
    text: '',
    receivedAt: null,
    receivedAtSource: null,
    attachments: [],
    messageId: null,
    siteMessageId: null,
    threadId: null,
    inReplyTo: null,
    references: [],
  };
}

/** A piece of a message's text: `text === message.text.slice(start, end)`. */
export interface Span {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}
