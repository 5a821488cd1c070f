import browser from 'webextension-polyfill';

import type { PanelStore } from '../core/panel/ports.ts';

/** Settings and unsaved drafts in the browser's own storage for this extension. */
export const store: PanelStore = {
  load: async (key) => (await browser.storage.local.get(key))[key] ?? null,
  save: (key, value) =>
    value === null ? browser.storage.local.remove(key) : browser.storage.local.set({ [key]: value }),
  keys: async () => Object.keys(await browser.storage.local.get(null)),
  onChange: (key, listener) => {
    const hear = (changes: object, area: string): void => {
      if (area === 'local' && key in changes) listener();
    };
    browser.storage.onChanged.addListener(hear);
    return () => {
      browser.storage.onChanged.removeListener(hear);
    };
  },
};
