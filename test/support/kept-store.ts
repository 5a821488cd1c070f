import type { PanelStore } from '../../core/panel/ports.ts';

/** A store as a browser keeps it: only what JSON holds comes back. `kept` is what it holds, by name. */
export function aStore(): { readonly store: PanelStore; readonly kept: Map<string, string> } {
  const kept = new Map<string, string>();
  const store: PanelStore = {
    load: (key) => Promise.resolve(JSON.parse(kept.get(key) ?? 'null')),
    save: (key, value) => {
      if (value === null) kept.delete(key);
      else kept.set(key, JSON.stringify(value));
      return Promise.resolve();
    },
    keys: () => Promise.resolve([...kept.keys()]),
  };
  return { store, kept };
}
