import type { Instant } from '../../dates.ts';
import { reasonOf } from '../../errors.ts';
import type { Register } from '../../register/register.ts';
import type { Policies } from '../ports.ts';
import type { Setup } from '../setup.ts';
import { casesFor, checkReply, letterChoices, type CheckedReply, type ReplyCase } from './check-reply.ts';
import type { OpenReply, ReplyHost } from './reply-host.ts';

/** What the check reaches outside itself. */
export interface CheckPorts {
  readonly host: ReplyHost;
  readonly register: Register;
  readonly policies: Policies;
  readonly setup: Setup;
  readonly now: () => Instant;
  /** How many cases the program that shows the check has lost: 0 where it has them all. */
  readonly lost: number;
  /** Enters on the case that its letter stands in the reply. */
  readonly noteInserted: (caseId: string, checked: CheckedReply) => Promise<void>;
}

/** What the check shows. */
export type CheckView =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'no-case' }
  | { readonly kind: 'failed'; readonly because: string }
  | CheckedView;

/** A reply that was read, the case that it belongs to, and what the check of a letter says of it. */
export interface CheckedView {
  readonly kind: 'checked';
  readonly reply: OpenReply;
  readonly cases: readonly ReplyCase[];
  readonly at: ReplyCase;
  readonly letter: string;
  readonly checked: CheckedReply | null;
  readonly because: string;
}

/** Reads the reply and checks it; `chosen` is what the officer chose. Rejects where the reply can't be read. */
export async function viewOf(
  { host, register, policies, setup, now }: CheckPorts,
  chosen: { readonly caseId?: string; readonly letter?: string },
): Promise<CheckView> {
  const reply = await host.read();
  const cases = await casesFor(reply, { register, policies });
  const at = cases.find(({ file }) => file.id === chosen.caseId) ?? cases[0];
  if (!at) return { kind: 'no-case' };
  // What was chosen for another reply's case isn't chosen for this one.
  const letter = (at.file.id === chosen.caseId ? chosen.letter : null) ?? letterChoices(at)[0]?.id ?? '';
  const view = { kind: 'checked', reply, cases, at, letter } as const;
  try {
    const checked = await checkReply(reply, at, { kind: letter, setup, policies, now: now() });
    return { ...view, checked, because: '' };
  } catch (error) {
    // A letter that the case isn't at the stage for, or a date that can't be counted: said where the list would be.
    return { ...view, checked: null, because: reasonOf(error) };
  }
}
