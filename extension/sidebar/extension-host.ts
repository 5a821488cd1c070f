import browser from 'webextension-polyfill';

import type { CurrentMessage, DraftOutcome, Host, MessageKey, Records, SentReply } from '../../core/host.ts';
import { onButtonPressed, onHandedOver } from '../handed-over.ts';
import { mailPageName } from '../mail-hosts.ts';
import { forgetPlace, keepPlace, storedMapping } from '../mappings.ts';
import { isNobodyThere, onPageChanged, request } from '../page-requests.ts';
import { injectMailScript, injectRecordScript, requestRecord, sentReplyIn } from '../page-script.ts';
import { filling, type Fillable } from './fill-fields.ts';
import { frameOrigin, pointIn, stopIn, withFrames, type Frame } from './record-frames.ts';
import { Watching } from './watching.ts';

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
  readonly #watching = new Watching();
  #front: Frame | null = null;
  /** The frames of other sites in it that may be read. */
  #frames: readonly Frame[] = [];
  /** How often a person was asked to point: an answer to what was asked before stops nothing any more. */
  #pointings = 0;

  constructor(private readonly windowId: number) {}

  /** The page in front, as at the last look at it. */
  get name(): string {
    return this.#name;
  }

  async currentMessage(): Promise<CurrentMessage> {
    const tab = await this.#tabInFront();
    const page = pageName(tab?.url);
    this.#name = page ?? 'the page';
    this.#front = tab?.id !== undefined && tab.url !== undefined ? { tabId: tab.id, frameId: 0, url: tab.url } : null;
    this.#frames = [];
    if (tab?.id === undefined || tab.url === undefined || page === null) {
      this.#watching.stop();
      // Before a press the browser doesn't even tell the address.
      return { kind: 'paste-only', page: tab?.url === undefined ? 'unpressed' : 'closed' };
    }
    const isMail = mailPageName(tab.url) !== null;
    try {
      return await this.#read(tab.id, tab.url);
    } catch (error) {
      if (!isNobodyThere(error)) throw error;
    }
    // The browser puts the script in when the page has loaded; onUpdated tells.
    if (tab.status === 'loading') return { kind: 'loading' };
    const read = await this.#afterInjection(tab.id, tab.url);
    if (read) return read;
    return isMail ? unreached(page) : { kind: 'paste-only', page: 'closed' };
  }

  readonly records: Records = {
    pointAt: async (field, key) => {
      const front = this.#front;
      if (!front) return 'stopped';
      const pages = [front, ...this.#frames];
      const pointing = (this.#pointings += 1);
      const { page, outcome } = await pointIn(pages, field);
      if (pointing === this.#pointings) await stopIn(pages.filter((one) => one !== page));
      if (outcome.kind === 'stopped') return 'stopped';
      if (outcome.value === null) return 'empty';
      const current = await this.currentMessage();
      // The page went on to another record meanwhile: what was pointed at is that one's.
      if (current.kind !== 'record' || current.key !== key) return 'stopped';
      await keepPlace(page.url, field, outcome.place);
      for (const { url } of pages) if (url !== page.url) await forgetPlace(url, field);
      return 'pointed';
    },
    stopPointing: async () => {
      if (this.#front) await stopIn([this.#front, ...this.#frames]);
    },
    // The browser asks only within the press itself: the address is known beforehand.
    allowSite: (frame) => {
      const origin = frame === undefined ? this.#front && originPattern(this.#front.url) : frameOrigin(frame);
      return origin === null ? Promise.resolve(false) : browser.permissions.request({ origins: [origin] });
    },
    ...filling(() => this.#recordInFront()),
  };

  /** The record page in front, reached afresh each time, with its frames; null for what can't be written on. */
  async #recordInFront(): Promise<Fillable | null> {
    const current = await this.currentMessage();
    const front = this.#front;
    if (!front || mailPageName(front.url) !== null || current.kind === 'paste-only') return null;
    const values = current.kind === 'record' ? current.values : [];
    return { name: this.#name, pages: [front, ...this.#frames], values };
  }

  onMessageChange(listener: () => void): () => void {
    const activated = ({ windowId }: { windowId: number }): void => {
      if (windowId === this.windowId) listener();
    };
    const updated = (id: number, change: { status?: string; url?: string }, tab: Tab): void => {
      // What was put into a page went with it.
      if (change.status === 'loading') this.#injected.delete(id);
      if (tab.windowId === this.windowId && tab.active && (change.status ?? change.url) !== undefined) listener();
    };
    const focused = (windowId: number): void => {
      if (windowId === this.windowId) listener();
    };
    browser.tabs.onActivated.addListener(activated);
    browser.tabs.onUpdated.addListener(updated);
    browser.windows.onFocusChanged.addListener(focused);
    const stopHearing = onButtonPressed(this.windowId, () => {
      this.#injected.clear();
      listener();
    });
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
      stopHearing();
      this.#watching.stop();
    };
  }

  onHandedOver(listener: (text: string) => void): () => void {
    return onHandedOver(this.windowId, listener);
  }

  async draftReply(...[draft, key]: Parameters<Host['draftReply']>): Promise<DraftOutcome> {
    const tab = await this.#tabInFront();
    if (tab?.id === undefined || pageName(tab.url) === null) return { kind: 'message-changed' };
    return request(tab.id, 'insert-draft', { draft, key });
  }

  async sentReply(key: MessageKey): Promise<SentReply | null> {
    const tab = await this.#tabInFront();
    if (tab?.id === undefined || tab.url === undefined || mailPageName(tab.url) === null) return null;
    return sentReplyIn(tab.id, key);
  }

  async #tabInFront(): Promise<Tab | undefined> {
    const [tab] = await browser.tabs.query({ active: true, windowId: this.windowId });
    return tab;
  }

  async #read(tabId: number, url: string): Promise<CurrentMessage> {
    const isMail = mailPageName(url) !== null;
    const mapping = isMail ? null : await storedMapping(url);
    const current = await requestRecord({ tabId, frameId: 0 }, 'current-message', { mapping });
    this.#watching.watch(tabId);
    if (current.kind !== 'record') return current;
    // Only sites with an encrypted connection can be allowed for good: on others it takes the press each time.
    const isAllowed = url.startsWith('https:')
      ? await browser.permissions.contains({ origins: [originPattern(url)] })
      : null;
    const { record, frames } = await withFrames({ ...current, isAllowed }, tabId);
    this.#frames = frames;
    this.#watching.watch(
      tabId,
      frames.map(({ frameId }) => frameId),
    );
    return record;
  }

  /** Puts the page script into a page that lacks it, once; null when that didn't help. */
  async #afterInjection(tabId: number, url: string): Promise<CurrentMessage | null> {
    if (this.#injected.get(tabId) === url) return null;
    this.#injected.set(tabId, url);
    try {
      await (mailPageName(url) === null ? injectRecordScript(tabId) : injectMailScript(tabId));
      return await this.#read(tabId, url);
    } catch {
      // The browser refuses error pages, and pages that the organisation keeps extensions out of. A page that nobody has
      // pressed the button on may be read after a press.
      this.#injected.delete(tabId);
      return null;
    }
  }
}

/** What people call the page: a mail page by its name, any other by its computer's. Null for what can't be read at all. */
function pageName(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, host } = new URL(url);
  return mailPageName(url) ?? (/^https?:$/.test(protocol) ? host : null);
}

function originPattern(url: string): string {
  return `${new URL(url).origin}/*`;
}

function unreached(page: string): CurrentMessage {
  return { kind: 'unreadable', page, found: [], missing: ['the page: reload it'] };
}
