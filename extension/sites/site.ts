import type { CurrentMessage, Draft, DraftOutcome, MessageKey } from '../../core/host.ts';
import type { Message } from '../../core/message.ts';
import type { RecordValue } from '../../core/record.ts';
import type { FoundBy } from './found.ts';

/** What a look at a page shows, and by what each part was found. */
export type SiteReading =
  | {
      readonly kind: 'message';
      readonly key: MessageKey;
      readonly message: Message;
      /** What a page of a CRM says of the person and the home beside the message. */
      readonly record?: readonly RecordValue[];
      readonly foundBy: FoundBy;
    }
  /** A message opens: what is there already, in case no more comes. */
  | {
      readonly kind: 'loading';
      readonly key: MessageKey;
      readonly subject: string | null;
      readonly found: readonly string[];
      readonly missing: readonly string[];
    }
  | Extract<CurrentMessage, { kind: 'none' | 'unreadable' | 'record' }>;

/** A web page that messages are read on. A site is handed its document; it has no other. */
export interface Site {
  /** As the panel names it: "Gmail". */
  readonly name: string;
  /** What is open. Only looks; everything in it is plain data. */
  read(document: Document): SiteReading;
  /** Changes whenever another message is open; cheap enough to ask for after every change of the page. */
  glance(document: Document): string;
  /** Puts the draft into the reply to the message named by `key`, opening the reply if need be. */
  insertDraft(document: Document, draft: Draft, key: MessageKey): Promise<DraftOutcome>;
}

/** What a page of a CRM answers that has no box for a letter. */
export const NO_REPLY: DraftOutcome = {
  kind: 'refused',
  reason: 'This page has no reply to write in. Copy the draft and paste it where it is to go.',
};
