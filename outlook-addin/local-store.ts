import { reasonOf } from '../core/errors.ts';
import type { PanelStore } from '../core/panel/ports.ts';

/** Settings and unsaved drafts in this page's own storage, which each mailbox's address and each client has for itself. */
export const localStore: PanelStore = {
  load: (key) => {
    const kept = localStorage.getItem(`duly:${key}`);
    return Promise.resolve(kept === null ? null : JSON.parse(kept));
  },
  save: (key, value) => {
    if (value === null) localStorage.removeItem(`duly:${key}`);
    else localStorage.setItem(`duly:${key}`, JSON.stringify(value));
    return Promise.resolve();
  },
  keys: () =>
    Promise.resolve(
      Object.keys(localStorage).flatMap((key) => (key.startsWith('duly:') ? key.slice('duly:'.length) : [])),
    ),
  onChange: (key, listener) => {
    const hear = (event: StorageEvent): void => {
      if (event.key === `duly:${key}`) listener();
    };
    addEventListener('storage', hear);
    return () => {
      removeEventListener('storage', hear);
    };
  },
};

/** Why this page may keep nothing, in the browser's words; null where it may. A frame of another site can be refused it. */
export function whyNothingIsKept(): string | null {
  try {
    localStorage.getItem('duly');
    return null;
  } catch (error) {
    return reasonOf(error);
  }
}
