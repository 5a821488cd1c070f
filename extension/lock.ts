import { panelLock } from '../core/panel/lock/panel-lock.ts';
import { store } from './store.ts';

/** The lock of the panel in this browser: it hears from the browser that nobody is at the computer, or that its screen is locked. */
export const lock = panelLock(store, {
  watches: 'computer',
  random: (bytes) => crypto.getRandomValues(new Uint8Array(bytes)),
});

/** Listens, in the worker, for nobody being there. Called while it starts: listeners that come later miss what woke it. */
export function watchIdle(): void {
  chrome.idle.onStateChanged.addListener((state) => {
    if (state !== 'active') void lock.lockNow();
  });
  lock.onChange(() => void listenFor());
  void listenFor();
}

async function listenFor(): Promise<void> {
  const { minutes } = await lock.state();
  if (minutes !== null) chrome.idle.setDetectionInterval(minutes * 60);
}
