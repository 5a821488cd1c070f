import browser from 'webextension-polyfill';

import type { EventSource } from '../../core/case/chain.ts';
import { toInstant, type Instant } from '../../core/dates.ts';
import { tickingClock } from '../../core/panel/clock.ts';
import { mountPanel } from '../../core/panel/panel.tsx';
import type { PanelStore, Ports } from '../../core/panel/ports.ts';
import { openShelf } from '../../core/panel/shelf.ts';
import { indexedDbRegister } from '../../core/register/indexed-db-register.ts';
import { policyBase } from '../../policies/index.ts';
import { openExtensionHost } from './extension-host.ts';
import { lock } from '../lock.ts';
import { showUnlessLocked } from './show-locked.tsx';

/* Puts the panel together in Chrome: its storage, its register, the page beside it. */

const now = (): Instant => toInstant(new Date().toISOString());

const source: EventSource = { now, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };

const store: PanelStore = {
  load: async (key) => (await browser.storage.local.get(key))[key] ?? null,
  save: (key, value) =>
    value === null ? browser.storage.local.remove(key) : browser.storage.local.set({ [key]: value }),
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

const root = document.getElementById('panel');
if (!root) throw new Error('the page has no place for the panel');

// The recogniser comes with its weights, beside the rest.
const [{ look }, host, shelf] = await Promise.all([
  import('../../core/look.ts'),
  openExtensionHost(),
  openShelf(policyBase, store),
]);

const register = await indexedDbRegister({ source, rowOf: shelf.rowOf, rules: shelf.rules });

const ports: Ports = {
  host,
  register,
  policies: shelf.policies,
  restart: () => location.reload(),
  look,
  secondReader: async (reading, settings) =>
    (await import('../../core/reader/in-page.ts')).readClosely(reading, settings),
  store,
  clock: tickingClock(now),
  source,
  readMailFile: async (bytes) => (await import('../../core/reading/eml.ts')).messageFromEml(bytes),
  managed: () => browser.storage.managed.get(null),
  reminders: async () => (await import('./reminder-settings.ts')).reminders,
  lock,
};

await showUnlessLocked(root, store, () => mountPanel(root, ports));

void import('./keep-reminders.ts').then(({ keepReminders }) =>
  keepReminders({ register, policies: shelf.policies, now: now() }),
);
