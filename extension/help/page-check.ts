import browser from 'webextension-polyfill';

import type { PageCheck as PanelCheck } from '../../core/panel/host-settings.ts';
import { MAIL_HOSTS } from '../mail-hosts.ts';
import { storedMapping } from '../mappings.ts';
import { requestRecord } from '../page-script.ts';
import { fieldNamed } from '../record/field-names.ts';
import { withFrames } from '../sidebar/record-frames.ts';
import type { SiteReading } from '../sites/site.ts';

/** What can be read on one open page, without a word of what it says. */
export interface PageCheck {
  readonly page: string;
  readonly state: string;
  readonly parts: readonly { readonly name: string; readonly by: string | null }[];
}

/** The parts of a message that every mail page is looked through for. */
const MESSAGE_PARTS = ['from', 'to', 'subject', 'receivedAt', 'threadId', 'messageId', 'newText'];

/** Looks at every open page that Duly may read: mail pages, and sites that were allowed. */
export async function checkPages(): Promise<readonly PageCheck[]> {
  const { origins = [] } = await browser.permissions.getAll();
  const tabs = await browser.tabs.query({ url: [...mailPatterns(), ...origins] });
  return Promise.all(tabs.map(({ id, url }) => checkPage(id, url ?? '')));
}

/** The same for the page in front, with its report: the panel's own self-test. */
export async function checkPageInFront(): Promise<PanelCheck> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const check: PageCheck =
    tab?.url === undefined
      ? { page: 'This page', state: 'Duly may not read it: press its button on it, or allow the site', parts: [] }
      : await checkPage(tab.id, tab.url);
  return { ...check, report: reportOf([check]) };
}

/** The same as text to send to whoever mends Duly: names of parts and how they were found, never what they say. */
export function reportOf(checks: readonly PageCheck[]): string {
  const { version } = browser.runtime.getManifest();
  const chrome = /Chrom(?:e|ium)\/(\d+)/.exec(navigator.userAgent)?.[1] ?? 'unknown';
  return JSON.stringify({ duly: version, chrome, language: navigator.language, pages: checks }, null, 2);
}

/** What the manifest asks for at installation. */
export function mailPatterns(): readonly string[] {
  return [...MAIL_HOSTS.keys()].map((host) => `https://${host}/*`);
}

async function checkPage(tabId: number | undefined, url: string): Promise<PageCheck> {
  const page = URL.canParse(url) ? new URL(url).host : 'a page without an address';
  try {
    if (tabId === undefined) throw new Error('the tab has no number');
    const { reading } = await requestRecord({ tabId, frameId: 0 }, 'inspect', { mapping: await storedMapping(url) });
    const whole = reading.kind === 'record' ? (await withFrames(reading, tabId)).record : reading;
    const { state, parts } = partsOf(whole);
    return { page, state, parts: parts.map(({ name, by }) => ({ name, by: by && redacted(by) })) };
  } catch {
    return { page, state: 'Duly isn’t in this page yet: open the panel beside it, or reload it', parts: [] };
  }
}

/** A word beside a value may be anybody's words; only one that names a kind of field goes out, and no number does. */
function redacted(by: string): string {
  return by
    .replace(/“([^”]*)”/g, (all, word: string) => (fieldNamed(word) === null ? '“…”' : all))
    .replace(/\d{4,}/g, '…');
}

function partsOf(reading: SiteReading): Omit<PageCheck, 'page'> {
  switch (reading.kind) {
    case 'none':
      return { state: 'Nothing is open on it', parts: [] };
    case 'message': {
      const { foundBy } = reading;
      return { state: 'A message is open', parts: MESSAGE_PARTS.map((name) => ({ name, by: foundBy[name] ?? null })) };
    }
    case 'record': {
      const found = reading.values.map(({ field, by }) => ({ name: field, by }));
      const { closedFrames = [], framesToAllow = [] } = reading;
      const closed = [...closedFrames, ...framesToAllow].length > 0 ? '; parts of it are other sites’, and closed' : '';
      return {
        state: `A record is open${closed}`,
        parts: [...found, ...reading.lost.map((name) => ({ name, by: null }))],
      };
    }
    case 'loading':
    case 'unreadable': {
      const state = reading.kind === 'loading' ? 'A message is opening' : 'Duly can’t read what is open';
      return {
        state,
        parts: [
          ...reading.found.map((name) => ({ name, by: 'found' })),
          ...reading.missing.map((name) => ({ name, by: null })),
        ],
      };
    }
  }
}
