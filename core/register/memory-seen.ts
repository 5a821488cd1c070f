import type { Confirmation } from '../triage/refit.ts';
import type { SeenStore } from './seen-store.ts';
import type { SeenMessage } from './seen.ts';

/** Seen messages in memory, and what stays of those that are forgotten. */
export function memorySeen({
  seen,
  remainders,
  tell,
}: {
  readonly seen: Map<string, SeenMessage>;
  readonly remainders: Confirmation[];
  readonly tell: () => void;
}): SeenStore {
  return {
    get: (id) => Promise.resolve(seen.get(id) ?? null),
    all: () => Promise.resolve([...seen.values()]),
    change: (id, next) =>
      new Promise((resolve) => {
        const after = next(seen.get(id) ?? null);
        if (after) seen.set(id, after);
        else seen.delete(id);
        tell();
        resolve();
      }),
    forget: (id, remainder) => {
      const message = seen.get(id);
      const left = message ? remainder(message) : null;
      if (left) remainders.push(left);
      seen.delete(id);
      tell();
      return Promise.resolve();
    },
  };
}
