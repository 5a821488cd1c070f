import { createContext, type ComponentChildren } from 'preact';
import type { Instant, IsoDate } from '../dates.ts';
import type { BackupState } from '../register/register.ts';
import type { RestoreOptions, RestorePreview, RestoreResult } from '../register/restore.ts';

/** Saving and bringing back the cases, where the program that shows the panel may lose what it keeps. */
export interface Keeping {
  /** As a person would say it: "Outlook on the web". */
  readonly place: string;
  /** Cases that are kept in other programs of the same mailbox, as far as is remembered. */
  readonly elsewhere: readonly { readonly place: string; readonly cases: number }[];
  /** What was here when the panel was last open; null where nothing was, or it is all here. */
  readonly lost: Lost | null;
  state(): Promise<BackupState>;
  /** Why the mailbox doesn't remember which cases are here, as Outlook said; null while it does. */
  unremembered(): string | null;
  /** Has the mailbox remember them, now. */
  rememberAgain(): Promise<void>;
  /** Tells when the mailbox was asked to. Returns how to stop. */
  onMemory(listener: () => void): () => void;
  /** What was lost and neither brought back nor dismissed, latest first. */
  missing(): Lost['since'];
  /** A person has logged it again, or needs it no more. */
  dismiss(reference: string): Promise<void>;
  /**
   * Gives the person a file with every entry: saved, or on the clipboard where no file can be saved. What was copied is a
   * backup only once the person says that it was kept (`kept`).
   */
  backUp(): Promise<'saved' | 'copied'>;
  kept(): Promise<void>;
  preview(file: Blob): Promise<RestorePreview>;
  restore(file: Blob, options?: RestoreOptions): Promise<RestoreResult>;
}

/** Cases that were kept here and aren't any more. */
export interface Lost {
  readonly cases: number;
  /** When they were last seen. */
  readonly seenAt: Instant;
  /** Null = never backed up. */
  readonly backupAt: Instant | null;
  /** What was logged or changed after the last backup, latest first; Outlook keeps so many references and no more. */
  readonly since: readonly { readonly reference: string; readonly day: IsoDate }[];
}

/**
 * Draws where the cases are kept, at a moment; beside a message only what somebody must do about it. Handed in, since only
 * programs that may lose them load it.
 */
export type ShowKept = (now: Instant, where: 'in-full' | 'beside-message') => ComponentChildren;

/** How the panel's parts reach it; null where what is kept stays. */
export const KeptContext = createContext<ShowKept | null>(null);
