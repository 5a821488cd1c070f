import browser from 'webextension-polyfill';

import { WATCH_PORT } from '../page-requests.ts';

/** The port to the page that the panel stands beside: a page is watched while it is open, and only then. */
export class Watching {
  #port: browser.Runtime.Port | null = null;
  #tabId: number | null = null;

  /** Has the page in a tab watched, and the one before no more. */
  watch(tabId: number): void {
    if (this.#tabId === tabId && this.#port) return;
    this.stop();
    const port = browser.tabs.connect(tabId, { name: WATCH_PORT, frameId: 0 });
    port.onDisconnect.addListener(() => {
      // The page went away; the next one is watched when it is read.
      if (this.#port === port) this.stop();
    });
    this.#port = port;
    this.#tabId = tabId;
  }

  stop(): void {
    const port = this.#port;
    this.#port = null;
    this.#tabId = null;
    port?.disconnect();
  }
}
