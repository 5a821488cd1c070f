import type { Instant, IsoDate } from './dates.ts';
import type { Correspondent, Message } from './message.ts';
import type { FillPart, FillTarget, RecordField, RecordValue } from './record.ts';

/** Names one message for the time that it is open: two messages never share it. */
export type MessageKey = string;

/** What a host sees when it is asked for the open message. */
export type CurrentMessage =
  /** `key` is asked for again before every act, and the act refused when it has changed. */
  | {
      readonly kind: 'message';
      readonly key: MessageKey;
      readonly message: Message;
      readonly beside?: BesideMessage;
    }
  /** A message is being opened: its header is there, its text isn't yet. */
  | { readonly kind: 'loading' }
  /** Nothing is open. */
  | { readonly kind: 'none' }
  /** Something is open that can't be read; nothing was checked, hazards included. */
  | {
      readonly kind: 'unreadable';
      readonly page: string;
      readonly found: readonly string[];
      readonly missing: readonly string[];
      /** Why, in a sentence, where the host knows: a meeting, an encrypted message. */
      readonly because?: string;
    }
  /** A record of a CRM is open: what was found on it, for a person to look over. Nothing of it is used unseen. */
  | PageRecord
  /**
   * The host has no page to read here; a message can be pasted. `unpressed`: a page that is read once Duly's button is
   * pressed on it; `closed`: one that the browser keeps closed.
   */
  | { readonly kind: 'paste-only'; readonly page?: 'unpressed' | 'closed' };

/** What a host knows of an open message that isn't in it. */
export interface BesideMessage {
  /** The address of the shared mailbox that it lies in; null in the officer's own. */
  readonly mailbox: string | null;
  /** What was left on it when it was logged; null for nothing. */
  readonly mark: MessageMark | null;
  /** Why only a person can say that this is the message in front of them: nothing is done before they do. */
  readonly doubt?: string | null;
  /** Only the beginning of its text was read: there is too much of it. */
  readonly isCut?: boolean;
}

/** What is left on a logged message, so that a colleague who opens it sees the case. The register stays the record. */
export interface MessageMark {
  readonly reference: string;
  /** The name of the stage; null for what is at none. */
  readonly stage: string | null;
  /** Stage one is 1; null for what is no formal complaint. */
  readonly stageOrder: number | null;
  /** What is due next; null for nothing, or where it couldn't be counted. */
  readonly due: { readonly what: string; readonly day: IsoDate } | null;
  readonly by: string;
  readonly at: Instant;
}

/** A record of a CRM, as far as its page could be read. */
export interface PageRecord {
  readonly kind: 'record';
  readonly key: MessageKey;
  /** What the page is called: "Dynamics 365", or the name of its computer. */
  readonly page: string;
  readonly values: readonly RecordValue[];
  /** Fields that somebody has pointed at on this kind of page and that weren't found on this one. */
  readonly lost: readonly RecordField[];
  /** When the record says that the matter was received; null where it doesn't, or where its date can mean two days. */
  readonly receivedAt: Instant | null;
  readonly receivedAtChoices: readonly Instant[];
  /** Whether the site may be read without a press on Duly's button; null where that isn't a question. */
  readonly isAllowed: boolean | null;
  /** The sites of the page's frames that the browser keeps closed: nothing in them is read. */
  readonly closedFrames?: readonly string[];
  /** The sites of frames that are closed until a person allows them. */
  readonly framesToAllow?: readonly string[];
}

/** What a host can do with the page of a record. */
export interface Records {
  /** Lets a person point at a field. Kept for pages of the same kind; `empty`: what they pointed at says nothing. */
  pointAt(field: RecordField, key: MessageKey): Promise<'pointed' | 'stopped' | 'empty'>;
  stopPointing(): Promise<void>;
  /** Asks the browser's leave to read the page's site, or that of a frame in it; must be called in the press of a button. */
  allowSite(frame?: string): Promise<boolean>;
  /** The page in front, with the fields on it that were chosen for parts of a case; null where it can't be written on. */
  fillPage(): Promise<FillPage | null>;
  /** Lets a person choose the field for a part by pointing at it. Kept for pages of the same kind. */
  pointToFill(part: FillPart, key: MessageKey): Promise<'pointed' | 'stopped'>;
  /** Writes into one field, if page and field still are what the person saw. */
  fill(filling: Filling): Promise<FillOutcome>;
}

/** A page of a CRM as one that can be written on. */
export interface FillPage {
  readonly key: MessageKey;
  readonly name: string;
  readonly targets: readonly FillTarget[];
  /** What the page says of whose record it is. */
  readonly whose: readonly RecordValue[];
}

/** What goes into the field of one part; `holds` is what the person saw standing in it. */
export interface Filling {
  readonly key: MessageKey;
  readonly part: FillPart;
  readonly holds: string;
  readonly text: string;
}

/** What became of filling a field. */
export type FillOutcome =
  | { readonly kind: 'filled' }
  /** Another record is open, or the field says something else by now: nothing was written. */
  | { readonly kind: 'message-changed' }
  | { readonly kind: 'refused'; readonly reason: string };

/** A draft for a reply: the same words twice. `html` holds no text that wasn't escaped. */
export interface Draft {
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  /** Who must get it beside the sender: the person who writes for the resident. */
  readonly copyTo?: Correspondent;
}

/** What became of a draft. */
export type DraftOutcome =
  /** It stands in the reply; `undo` says how a person takes it out. */
  | { readonly kind: 'inserted'; readonly undo: string }
  /** Another message is open now: nothing was inserted. */
  | { readonly kind: 'message-changed' }
  /** The host can't; nothing was inserted, and `reason` says what to do by hand. */
  | { readonly kind: 'refused'; readonly reason: string };

/** A reply that went out, as the open conversation shows it. */
export interface SentReply {
  /** Its new text, without what it quotes. */
  readonly text: string;
  /** Null where the page doesn't say it for certain. */
  readonly at: Instant | null;
}

/** What a program that shows the panel must do. Errors of the page come as HostError. */
export interface Host {
  /** `paste` shows the panel in a plain tab. */
  readonly kind: 'extension' | 'outlook' | 'paste';
  /** As the panel names it: "Gmail", "Outlook". */
  readonly name: string;
  /** What the page is, in a sentence, where a person might wonder. */
  readonly about?: string;
  currentMessage(): Promise<CurrentMessage>;
  /** Absent where no records can be read. */
  readonly records?: Records;
  /** Calls back with words that a person selected on a page and sent here; returns how to stop. Absent where nobody can. */
  onHandedOver?(listener: (text: string) => void): () => void;
  /** Calls back whenever another message may be open; returns how to stop. */
  onMessageChange(listener: () => void): () => void;
  /** Puts the draft into the reply to the message named by `key`, above what is there. Nothing is ever sent. */
  draftReply(draft: Draft, key: MessageKey): Promise<DraftOutcome>;
  /**
   * The latest reply of this mailbox below the message named by `key`, where the open conversation shows one; null where it
   * doesn't, or another message is open. Absent where a host can't see what was sent.
   */
  sentReply?(key: MessageKey): Promise<SentReply | null>;
  /**
   * The message named by `key` as a file (.eml), byte for byte; null where the program gives none, or another message is
   * open. Rejects with HostError. Absent where a host has no such thing.
   */
  original?(key: MessageKey): Promise<Uint8Array | null>;
  /**
   * Leaves a mark on the message named by `key`, or takes it away (null), where the program has a place for one. Gives
   * what it couldn't do, in a sentence for a person; null where all is done. Does nothing when another message is open.
   */
  markMessage?(mark: MessageMark | null, key: MessageKey): Promise<string | null>;
}

/** What the host refused or couldn't do, in words for a person. */
export class HostError extends Error {
  override readonly name = 'HostError';
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
  }
}
