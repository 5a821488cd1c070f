import browser from 'webextension-polyfill';

import { WATCH_PORT } from '../page-requests.ts';

/** The ports to the page that the panel stands beside, and to its frames: they are watched while it is open, and only then. */
export class Watching {
  readonly #ports = new Map<number, browser.Runtime.Port>();
  #tabId: number | null = null;

  /** Has the page in a tab watched, with frames of it, and the one before no more. */
  watch(tabId: number, frameIds: readonly number[] = []): void {
    if (this.#tabId !== tabId) this.stop();
    this.#tabId = tabId;
    for (const frameId of [0, ...frameIds]) if (!this.#ports.has(frameId)) this.#connect(tabId, frameId);
  }

  stop(): void {
    const ports = [...this.#ports.values()];
    this.#ports.clear();
    this.#tabId = null;
    for (const port of ports) port.disconnect();
  }

  #connect(tabId: number, frameId: number): void {
    const port = browser.tabs.connect(tabId, { name: WATCH_PORT, frameId });
    port.onDisconnect.addListener(() => {
      if (this.#ports.get(frameId) !== port) return;
      // The page went away; the next one is watched when it is read.
      if (frameId === 0) this.stop();
      else this.#ports.delete(frameId);
    });
    this.#ports.set(frameId, port);
  }
}
