import type { Instant } from '../dates.ts';
import { RegisterError } from './register.ts';
import type { Confirmation } from '../triage/refit.ts';
import { byReceipt, isPast, isSample, remainderOf, seenAgain, type SeenMessage, type SeenMessages } from './seen.ts';

/** Where seen messages are kept: in memory, or in the browser. `change` reads and writes one entry at once. */
export interface SeenStore {
  get(id: string): Promise<SeenMessage | null>;
  all(): Promise<readonly SeenMessage[]>;
  /** Null removes it. Tells the listeners where something changed. */
  change(id: string, next: (before: SeenMessage | null) => SeenMessage | null): Promise<void>;
  /** Removes an entry, where it is still there, and keeps what `remainder` leaves of it: both or neither. */
  forget(id: string, remainder: (message: SeenMessage) => Confirmation | null): Promise<void>;
}

/** The list of seen messages over a store; what is past its thirty days is never given, and removed when it is met. */
export function seenMessages(store: SeenStore, now: () => Instant): SeenMessages {
  const kept = async (): Promise<readonly SeenMessage[]> => {
    const all = await store.all();
    for (const message of all) if (isPast(message, now())) await store.forget(message.id, remainderOf);
    return all.filter((message) => !isPast(message, now())).sort(byReceipt);
  };
  const update = (id: string, next: (before: SeenMessage) => SeenMessage): Promise<void> =>
    store.change(id, (before) => {
      if (!before)
        throw new RegisterError('lost', 'This message is no longer among the undecided: it was logged or is past.');
      return next(before);
    });
  return {
    note: (message, by) => store.change(message.id, (before) => seenAgain(before, message, { name: by, at: now() })),
    get: (id) => store.get(id),
    all: kept,
    undecided: async () => (await kept()).filter(({ decided }) => decided === null),
    ask: (id, asked) => update(id, (before) => ({ ...before, asked: { ...asked, at: now() } })),
    decide: (id, decided) =>
      update(id, (before) => ({ ...before, decided: { ...decided, at: now() }, secondLook: null })),
    reopen: (id) => update(id, (before) => ({ ...before, decided: null, secondLook: null })),
    samples: async () => (await kept()).filter(isSample),
    erase: async (ids) => {
      for (const id of ids) await store.forget(id, remainderOf);
    },
    lookedAgain: (id, look) => update(id, (before) => ({ ...before, secondLook: { ...look, at: now() } })),
  };
}
