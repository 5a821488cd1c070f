import type { IsoDate } from '../dates.ts';
import type { Channel, Correspondent, Message, Span } from '../message.ts';

/** A part of the message that isn't the writer's new text, and what it is. */
export interface LeftOut {
  readonly kind:
    | 'quoted-message'
    | 'forward-header'
    | 'signature'
    | 'disclaimer'
    | 'device-signature'
    | 'banner'
    | 'form-label'
    | 'other-speaker'
    | 'footer';
  readonly start: number;
  readonly end: number;
}

/** One sentence of the new text, with where it stands in `message.text`. */
export interface Sentence extends Span {
  readonly index: number;
}

/** A question of a form, and what was answered to it. */
export interface FormField {
  readonly label: string;
  readonly answer: Span;
}

/** A message, read: which words are new, whose they are, and in which language. */
export interface Reading {
  readonly message: Message;
  /** As the text shows it, where the host's word for it was only the carrier: a web form that came by email. */
  readonly channel: Channel;
  /** The new text: its parts, in order, joined by line ends. */
  readonly newText: string;
  readonly parts: readonly Span[];
  readonly leftOut: readonly LeftOut[];
  readonly sentences: readonly Sentence[];
  /** The fields of a form that the new text is; empty where it is none. */
  readonly fields: readonly FormField[];
  /** Who wrote the words that count, when a colleague or a system passed them on; null = the sender did. */
  readonly writtenBy: Correspondent | null;
  /** The day that the header of the passed-on words bears; null = none were passed on, or it can't be read for certain. */
  readonly writtenOn: IsoDate | null;
  /** One of the landlord's own staff passed the words on: they had them before this message came. */
  readonly isByStaff: boolean;
  /** ISO 639-1, `en` for English, `und` where too little is there to say. */
  readonly language: string;
  /** Characters of new text, and how many of them were weighed: of very long text the beginning and the end. */
  readonly length: { readonly total: number; readonly weighed: number };
  /** The text is too little to judge by, and something else that wasn't read may hold the message. */
  readonly unreadable: null | 'attachment-only' | 'language' | 'empty';
}
