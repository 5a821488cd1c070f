import { render } from 'preact';

import type { EventSource } from '../core/case/chain.ts';
import { toInstant, type Instant } from '../core/dates.ts';
import { tickingClock } from '../core/panel/clock.ts';
import { mountPanel } from '../core/panel/panel.tsx';
import { rowMaker } from '../core/panel/row-maker.ts';
import { indexedDbRegister } from '../core/register/indexed-db-register.ts';
import { RegisterError } from '../core/register/register.ts';
import * as policies from '../policies/index.ts';
import { localStore } from './local-store.ts';
import { NoStorage } from './NoStorage.tsx';
import { openHost } from './open-host.ts';

/* Puts the panel together in Outlook's task pane, and in a plain tab, where messages are pasted. */

const now = (): Instant => toInstant(new Date().toISOString());

const source: EventSource = { now, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };

const root = document.getElementById('panel');
if (!root) throw new Error('the page has no place for the panel');

// The recogniser comes with its weights, beside the rest.
const [{ look }, host, rowOf] = await Promise.all([
  import('../core/panel/look.ts'),
  openHost(),
  rowMaker({
    ids: policies.policyIds,
    laws: policies.LAWS,
    load: policies.loadPolicy,
    calendarOf: policies.calendarOf,
  }),
]);

const register = await indexedDbRegister({ source, rowOf }).catch((error: unknown) => {
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
    policies: { ...policies, floorOn: (date) => policies.policyOn(policies.FLOOR, date) },
    look,
    store: localStore,
    clock: tickingClock(now),
    source,
    readMailFile: async (bytes) => (await import('../core/reading/eml.ts')).messageFromEml(bytes),
  });
}
