import type { EventSource } from '../core/case/chain.ts';
import { toInstant, type Instant } from '../core/dates.ts';
import { tickingClock } from '../core/panel/clock.ts';
import { mountPanel } from '../core/panel/panel.tsx';
import { pasteHost } from '../core/panel/paste-host.ts';
import type { PanelStore } from '../core/panel/ports.ts';
import { rowMaker } from '../core/panel/row-maker.ts';
import { indexedDbRegister } from '../core/register/indexed-db-register.ts';
import * as policies from '../policies/index.ts';

/*
 * Puts the panel together in a plain tab: messages are pasted, drafts are copied, and everything between is the same.
 * TODO [2027-01-31]: inside Outlook the host is the open item, by Office.js.
 */

const now = (): Instant => toInstant(new Date().toISOString());

const source: EventSource = { now, random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)) };

const store: PanelStore = {
  load: (key) => {
    const kept = localStorage.getItem(`duly:${key}`);
    return Promise.resolve(kept === null ? null : JSON.parse(kept));
  },
  save: (key, value) => {
    if (value === null) localStorage.removeItem(`duly:${key}`);
    else localStorage.setItem(`duly:${key}`, JSON.stringify(value));
    return Promise.resolve();
  },
};

const root = document.getElementById('panel');
if (!root) throw new Error('the page has no place for the panel');

// The recogniser comes with its weights, beside the rest.
const [{ look }, rowOf] = await Promise.all([
  import('../core/panel/look.ts'),
  rowMaker({
    ids: policies.policyIds,
    laws: policies.LAWS,
    load: policies.loadPolicy,
    calendarOf: policies.calendarOf,
  }),
]);

mountPanel(root, {
  host: pasteHost,
  register: await indexedDbRegister({ source, rowOf }),
  policies: { ...policies, floorOn: (date) => policies.policyOn(policies.FLOOR, date) },
  look,
  store,
  clock: tickingClock(now),
  source,
  readMailFile: async (bytes) => (await import('../core/reading/eml.ts')).messageFromEml(bytes),
});
