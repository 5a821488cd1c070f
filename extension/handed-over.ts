import browser from 'webextension-polyfill';

/** Where the service worker lays selected words for the panel: in memory, never on the disk. */
export const HANDED_OVER = 'handed-over';

/** Calls back with words that were selected for Duly in a window, also with those that lay ready before; returns how to stop. */
export function onHandedOver(windowId: number, listener: (text: string) => void): () => void {
  const take = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || !('text' in value) || !('windowId' in value)) return;
    if (typeof value.text !== 'string' || value.windowId !== windowId) return;
    // Taken once: another panel, or this one opened again, would offer it anew.
    void browser.storage.session.remove(HANDED_OVER);
    if (value.text.trim() !== '') listener(value.text);
  };
  const changed = (changes: Record<string, browser.Storage.StorageChange>): void => {
    const change = changes[HANDED_OVER];
    if (change?.newValue !== undefined) take(change.newValue);
  };
  browser.storage.session.onChanged.addListener(changed);
  void browser.storage.session.get(HANDED_OVER).then((kept) => {
    if (kept[HANDED_OVER] !== undefined) take(kept[HANDED_OVER]);
  });
  return () => {
    browser.storage.session.onChanged.removeListener(changed);
  };
}

/** What the service worker tells when Duly's button is pressed: a panel that is open already learns of its page by it. */
export interface ButtonPressed {
  readonly notice: 'button-pressed';
  readonly windowId: number;
}

/** Calls back when Duly's button is pressed in a window; returns how to stop. */
export function onButtonPressed(windowId: number, listener: () => void): () => void {
  const hear = (message: unknown, sender: browser.Runtime.MessageSender): undefined => {
    if (sender.id !== browser.runtime.id || sender.tab !== undefined) return;
    if (typeof message !== 'object' || message === null || !('notice' in message) || !('windowId' in message)) return;
    if (message.notice === 'button-pressed' && message.windowId === windowId) listener();
  };
  browser.runtime.onMessage.addListener(hear);
  return () => {
    browser.runtime.onMessage.removeListener(hear);
  };
}
