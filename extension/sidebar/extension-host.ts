import browser from 'webextension-polyfill';

import { HostError, type CurrentMessage, type DraftOutcome, type Host } from '../../core/host.ts';
import { mailPageName } from '../mail-hosts.ts';
import { NOBODY_THERE, onPageChanged, request } from '../page-requests.ts';
import { injectPageScript } from '../page-script.ts';

type Tab = browser.Tabs.Tab;

/**
 * The host of the panel that this page shows: it reads whatever tab is in front in the panel's own window. In a plain tab
 * it has no page to read, and takes pasted messages only.
 */
export async function openExtensionHost(): Promise<Host> {
  const [ownTab, window] = await Promise.all([
    browser.tabs.getCurrent() as Promise<Tab | undefined>,
    browser.windows.getCurrent(),
  ]);
  if (ownTab || window.id === undefined) return pasteHost;
  return new ExtensionHost(window.id);
}

const pasteHost: Host = {
  kind: 'paste',
  name: 'this page',
  currentMessage: () => Promise.resolve({ kind: 'paste-only' }),
  onMessageChange: () => () => undefined,
  draftReply: () =>
    Promise.resolve({ kind: 'refused', reason: 'There is no mail page here. Copy the draft and paste it.' }),
};

class ExtensionHost implements Host {
  readonly kind = 'extension';
  #name = 'the page';
  /** Where the page script was put in, by tab and address: a page that lost it in spite of that won't get it twice. */
  readonly #injected = new Map<number, string>();

  constructor(private readonly windowId: number) {}

  /** The page in front, as at the last look at it. */
  get name(): string {
    return this.#name;
  }

  async currentMessage(): Promise<CurrentMessage> {
    const tab = await this.#tabInFront();
    const page = mailPageName(tab?.url);
    this.#name = page ?? 'the page';
    if (tab?.id === undefined || page === null) return { kind: 'paste-only' };
    try {
      return await request(tab.id, 'current-message', null);
    } catch (error) {
      if (!isNobodyThere(error)) throw error;
    }
    // The browser puts the script in when the page has loaded; onUpdated tells.
    if (tab.status === 'loading') return { kind: 'loading' };
    return (await this.#afterInjection(tab.id, tab.url ?? '')) ?? unreached(page);
  }

  onMessageChange(listener: () => void): () => void {
    const activated = ({ windowId }: { windowId: number }): void => {
      if (windowId === this.windowId) listener();
    };
    const updated = (_id: number, change: { status?: string; url?: string }, tab: Tab): void => {
      if (tab.windowId === this.windowId && tab.active && (change.status ?? change.url) !== undefined) listener();
    };
    const focused = (windowId: number): void => {
      if (windowId === this.windowId) listener();
    };
    browser.tabs.onActivated.addListener(activated);
    browser.tabs.onUpdated.addListener(updated);
    browser.windows.onFocusChanged.addListener(focused);
    const stopListening = onPageChanged((tabId) => {
      void this.#tabInFront().then((tab) => {
        if (tab?.id === tabId) listener();
      });
    });
    return () => {
      browser.tabs.onActivated.removeListener(activated);
      browser.tabs.onUpdated.removeListener(updated);
      browser.windows.onFocusChanged.removeListener(focused);
      stopListening();
    };
  }

  async draftReply(...[draft, key]: Parameters<Host['draftReply']>): Promise<DraftOutcome> {
    const tab = await this.#tabInFront();
    if (tab?.id === undefined || mailPageName(tab.url) === null) return { kind: 'message-changed' };
    return request(tab.id, 'insert-draft', { draft, key });
  }

  async #tabInFront(): Promise<Tab | undefined> {
    const [tab] = await browser.tabs.query({ active: true, windowId: this.windowId });
    return tab;
  }

  /** Puts the page script into a page that lacks it, once; null when that didn't help. */
  async #afterInjection(tabId: number, url: string): Promise<CurrentMessage | null> {
    if (this.#injected.get(tabId) === url) return null;
    this.#injected.set(tabId, url);
    try {
      await injectPageScript(tabId);
      return await request(tabId, 'current-message', null);
    } catch {
      // The browser refuses error pages, and pages that the organisation keeps extensions out of.
      return null;
    }
  }
}

function isNobodyThere(error: unknown): boolean {
  return error instanceof HostError && error.code === NOBODY_THERE;
}

function unreached(page: string): CurrentMessage {
  return { kind: 'unreadable', page, found: [], missing: ['the page: reload it'] };
}
