import type { Correspondent } from '../../message.ts';

/** A reply that is being written, as it stands. */
export interface OpenReply {
  readonly to: readonly Correspondent[];
  readonly cc: readonly Correspondent[];
  readonly subject: string;
  /** All of it, quoted mail and signature too. */
  readonly text: string;
  readonly threadId: string | null;
}

/** What became of words that were to go into a reply. */
export type Placed =
  /** They stand in the reply that was checked. */
  | { readonly kind: 'placed' }
  /** Another reply is open, or it goes to others, or it was being written in just then: nothing was put in. */
  | { readonly kind: 'another' }
  /** The words to replace don't stand there exactly once: nothing was put in. */
  | { readonly kind: 'not-once' }
  /** Another reply was opened while they went in; `isThere`: they stand in that one. Null: it can't be read. */
  | { readonly kind: 'elsewhere'; readonly open: OpenReply | null; readonly isThere: boolean }
  /** The program says that it took them, and the reply is as it was. */
  | { readonly kind: 'nowhere' };

/**
 * What a program must do where the check stands beside a reply. Rejects with HostError. Nothing is ever sent. What is put
 * in goes into the reply that was checked (`into`) and no other: it is looked at right before, and again afterwards.
 */
export interface ReplyHost {
  /** As the panel names it. */
  readonly name: string;
  read(): Promise<OpenReply>;
  /** Puts a letter at the top, in the kind of text that the reply has. */
  insertAtTop(letter: { readonly html: string; readonly text: string }, into: OpenReply): Promise<Placed>;
  /** Puts a paragraph where the cursor stands. */
  insertAtCursor(text: string, into: OpenReply): Promise<Placed>;
  /** Puts other words in place of some. */
  replace(change: { readonly words: string; readonly by: string }, into: OpenReply): Promise<Placed>;
  /** Calls back when a person comes back to the pane; returns how to stop. */
  onReturn(listener: () => void): () => void;
}

/** Whether two readings are of a reply to the same people, in the same conversation, about the same. */
export function isSameReply(one: OpenReply, other: OpenReply): boolean {
  return identityOf(one) === identityOf(other);
}

function identityOf({ to, cc, subject, threadId }: OpenReply): string {
  const addresses = (list: OpenReply['to']): readonly string[] =>
    list.map(({ address }) => address.toLowerCase()).toSorted();
  return JSON.stringify([addresses(to), addresses(cc), subject, threadId]);
}
