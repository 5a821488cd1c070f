import { render } from 'preact';

import type { EventSource } from '../core/case/chain.ts';
import { toInstant, type Instant } from '../core/dates.ts';
import { tickingClock } from '../core/panel/clock.ts';
import { mountPanel } from '../core/panel/panel.tsx';
import { openShelf } from '../core/panel/shelf.ts';
import { indexedDbRegister } from '../core/register/indexed-db-register.ts';
import { RegisterError } from '../core/register/register.ts';
import { policyBase } from '../policies/index.ts';
import { localStore } from './local-store.ts';
import { NoStorage } from './NoStorage.tsx';
import { openHost } from './open-host.ts';

/* Puts the panel together in Outlook's task pane, and in a plain tab, where messages are pasted. */

const now = (): Instant => toInstant(new Date().toISOString());

const source: EventSource = { now, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };

const root = document.getElementById('panel');
if (!root) throw new Error('the page has no place for the panel');

// The recogniser comes with its weights, beside the rest.
const [{ look }, host, shelf] = await Promise.all([
  import('../core/panel/look.ts'),
  openHost(),
  openShelf(policyBase, localStore),
]);

const register = await indexedDbRegister({ source, rowOf: shelf.rowOf, rules: shelf.rules }).catch((error: unknown) => {
  if (error instanceof RegisterError) return error;
  throw error;
});

if (register instanceof RegisterError) {
  root.classList.add('panel');
  render(<NoStorage because={register.message} />, root);
} else {
  mountPanel(root, {
    host,
    register,
    policies: shelf.policies,
    restart: () => location.reload(),
    look,
    secondReader: async (reading, settings) =>
      (await import('../core/reader/in-page.ts')).readClosely(reading, settings),
    store: localStore,
    clock: tickingClock(now),
    source,
    readMailFile: async (bytes) => (await import('../core/reading/eml.ts')).messageFromEml(bytes),
  });
}
