import type { Lock } from '../host-settings.ts';
import type { PanelStore } from '../ports.ts';
import { newRecovery, plainRecovery, sealed, isSealed, ROUNDS, type Sealed, type Sealing } from './sealed.ts';

/*
 * The lock of the panel: it hides what is shown when nobody was there for a while. It keeps eyes off and asks who is there;
 * it encrypts nothing. Kept beside the settings, so that every panel of this browser has the same one.
 */

const KEY = 'lock';

interface Stored {
  readonly minutes: number | null;
  /** Null = no code is asked for. */
  readonly code: Sealed | null;
  /** Takes a forgotten code away; null = none was made. */
  readonly recovery: Sealed | null;
  readonly isLocked: boolean;
}

const OPEN: Stored = { minutes: null, code: null, recovery: null, isLocked: false };

/** The lock, as Settings changes it and as the panel obeys it. */
export interface PanelLock extends Lock {
  state(): Promise<{ readonly isLocked: boolean; readonly hasCode: boolean; readonly minutes: number | null }>;
  /** Locks it, where a lock is wanted at all. */
  lockNow(): Promise<void>;
  /** Opens it again; `forgotten` where the code for that case opened it, and no code is asked for any more. */
  unlock(code: string): Promise<'opened' | 'forgotten' | 'wrong'>;
  /** Calls back whenever it is locked, opened or changed, here or by another panel; returns how to stop. */
  onChange(listener: () => void): () => void;
}

/** The lock in a host's own store. `watches` says what nobody touches when it locks. */
export function panelLock(
  store: PanelStore,
  { watches, random, rounds = ROUNDS }: Pick<Lock, 'watches'> & Pick<Sealing, 'random'> & Partial<Sealing>,
): PanelLock {
  const sealing = { random, rounds };
  const listeners = new Set<() => void>();
  const keep = async (change: Partial<Stored>): Promise<void> => {
    await store.save(KEY, { ...(await stored(store)), ...change });
    // A store tells other panels; not every one tells its own.
    for (const listener of [...listeners]) listener();
  };
  return {
    watches,
    load: async () => {
      const { minutes, code } = await stored(store);
      return { minutes, hasCode: code !== null };
    },
    save: async (minutes, code) => {
      if (minutes === null) await keep({ minutes, code: null, recovery: null });
      else if (code === null) await keep({ minutes });
      else {
        const recovery = newRecovery(sealing.random);
        await keep({
          minutes,
          code: await sealed(code, sealing),
          recovery: await sealed(plainRecovery(recovery), sealing),
        });
        return recovery;
      }
      return null;
    },
    state: async () => {
      const { minutes, code, isLocked } = await stored(store);
      return { isLocked: isLocked && minutes !== null, hasCode: code !== null, minutes };
    },
    lockNow: async () => {
      const { minutes, isLocked } = await stored(store);
      if (minutes !== null && !isLocked) await keep({ isLocked: true });
    },
    unlock: async (typed) => {
      const { code, recovery } = await stored(store);
      if (code === null || (await isSealed(typed, code, sealing.rounds))) {
        await keep({ isLocked: false });
        return 'opened';
      }
      if (recovery === null || !(await isSealed(plainRecovery(typed), recovery, sealing.rounds))) return 'wrong';
      await keep({ isLocked: false, code: null, recovery: null });
      return 'forgotten';
    },
    onChange: (listener) => {
      listeners.add(listener);
      const stop = store.onChange?.(KEY, listener);
      return () => {
        listeners.delete(listener);
        stop?.();
      };
    },
  };
}

/** What cannot be read any more locks nobody out. */
async function stored(store: PanelStore): Promise<Stored> {
  const kept = await store.load(KEY);
  if (typeof kept !== 'object' || kept === null) return OPEN;
  const { minutes, code, recovery, isLocked } = kept as Readonly<Record<string, unknown>>;
  return {
    minutes: typeof minutes === 'number' ? minutes : null,
    code: sealedIn(code),
    recovery: sealedIn(recovery),
    isLocked: isLocked === true,
  };
}

function sealedIn(kept: unknown): Sealed | null {
  if (typeof kept !== 'object' || kept === null || !('salt' in kept) || !('hash' in kept)) return null;
  const { salt, hash } = kept;
  return typeof salt === 'string' && typeof hash === 'string' ? { salt, hash } : null;
}
