import { render } from 'preact';
import browser from 'webextension-polyfill';

import type { EventSource } from '../../core/case/chain.ts';
import { toInstant, type Instant } from '../../core/dates.ts';
import { tickingClock } from '../../core/panel/clock.ts';
import { openRegister } from '../../core/panel/open-register.tsx';
import { mountPanel } from '../../core/panel/panel.tsx';
import { showUnlessLocked } from '../../core/panel/lock/show-locked.tsx';
import type { Ports } from '../../core/panel/ports.ts';
import { openShelf } from '../../core/panel/shelf.ts';
import { warmUp } from '../../core/panel/warm-up.ts';
import { indexedDbRegister } from '../../core/register/indexed-db-register.ts';
import { policyBase } from '../../policies/index.ts';
import { openExtensionHost } from './extension-host.ts';
import { lock } from '../lock.ts';
import { store } from '../store.ts';

/* Puts the panel together in Chrome: its storage, its register, the page beside it. */

const now = (): Instant => toInstant(new Date().toISOString());

const source: EventSource = { now, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };

const root = document.getElementById('panel');
if (!root) throw new Error('the page has no place for the panel');

const clock = tickingClock(now);

await start(root).catch(async (fault: unknown) => {
  const { Broken } = await import('../../core/panel/Broken.tsx');
  root.classList.add('panel');
  render(<Broken fault={fault} onTryAgain={() => location.reload()} />, root);
});

async function start(root: Element): Promise<void> {
  // All at once; the recogniser comes with its weights, and is warmed up while the store is opened.
  const recogniser = import('../../core/look.ts');
  const opening = openShelf(policyBase, store);
  const warming = new AbortController();
  void warmUp({ recogniser, policies: opening.then(({ policies }) => policies), store, clock }, warming.signal);
  const opened = openRegister(root, async (onBlocked) => {
    const { rowOf, rules } = await opening;
    return indexedDbRegister({ source, rowOf, rules, onBlocked });
  });
  const [{ look }, host, shelf, register] = await Promise.all([recogniser, openExtensionHost(), opening, opened]);
  warming.abort();
  if (!register) return;

  const ports: Ports = {
    host,
    register,
    policies: shelf.policies,
    restart: () => location.reload(),
    look,
    secondReader: async (reading, settings) =>
      (await import('../../core/reader/in-page.ts')).readClosely(reading, settings),
    store,
    clock,
    source,
    readMailFile: async (bytes) => (await import('../../core/reading/eml.ts')).messageFromEml(bytes),
    managed: () => browser.storage.managed.get(null),
    reminders: async () => (await import('./reminder-settings.ts')).reminders,
    lock,
    help: {
      checkPage: async () => (await import('../help/page-check.ts')).checkPageInFront(),
      open: () => void browser.runtime.openOptionsPage(),
    },
  };

  await showUnlessLocked(root, { lock, store }, () => mountPanel(root, ports));

  void import('./keep-reminders.ts').then(({ keepReminders }) =>
    keepReminders({ register, policies: shelf.policies, now: now() }),
  );
}
