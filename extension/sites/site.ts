import type { CurrentMessage, Draft, DraftOutcome, MessageKey } from '../../core/host.ts';

/** What a look at a page shows. While a message opens, it also says what is there already, in case no more comes. */
export type SiteReading =
  | Exclude<CurrentMessage, { kind: 'loading' }>
  | {
      readonly kind: 'loading';
      readonly key: MessageKey;
      readonly found: readonly string[];
      readonly missing: readonly string[];
    };

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
