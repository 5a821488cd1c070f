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

/** What a program must do where the check stands beside a reply. Rejects with HostError. Nothing is ever sent. */
export interface ReplyHost {
  /** As the panel names it. */
  readonly name: string;
  read(): Promise<OpenReply>;
  /** Puts a letter at the top, in the kind of text that the reply has. */
  insertAtTop(letter: { readonly html: string; readonly text: string }): Promise<void>;
  /** Puts a paragraph where the cursor stands. */
  insertAtCursor(text: string): Promise<void>;
  /** Puts other words in place of some; false where they don't stand there exactly once. */
  replace(words: string, by: string): Promise<boolean>;
  /** Calls back when a person comes back to the pane; returns how to stop. */
  onReturn(listener: () => void): () => void;
}
