/*
 * The service worker. It opens the panel and brings the page script back into tabs that were open before an install or an
 * update; it holds no state, because the browser stops it after half a minute.
 *
 * Why each permission of manifest.json is there:
 * - sidePanel: the panel.
 * - activeTab: a press on the button lets the panel know which page it stands beside. It comes only with a press, so the
 *   panel is opened from action.onClicked and never by setPanelBehavior, which grants nothing.
 * - scripting and host_permissions: to put the page script into mail tabs that were already open. The content scripts
 *   alone don't allow that; the warning at installation is the same.
 * - all five mail hosts, although only Gmail is read so far: adding a host later switches the installed extension off
 *   until each user agrees.
 * - storage: settings, and what was typed about a message and not logged yet. unlimitedStorage: the register must not be evicted when the disk is short.
 */
import browser from 'webextension-polyfill';

import { MAIL_HOSTS } from './mail-hosts.ts';
import { injectPageScript } from './page-script.ts';

// open() counts as the user's gesture only while this very event is handled: nothing may be awaited before it.
chrome.action.onClicked.addListener((tab) => {
  void chrome.sidePanel.open({ windowId: tab.windowId });
});

browser.runtime.onInstalled.addListener(() => void returnToOpenTabs());

/** The browser puts content scripts only into pages that load later; those of the version before are cut off. */
async function returnToOpenTabs(): Promise<void> {
  const url = [...MAIL_HOSTS.keys()].map((host) => `https://${host}/*`);
  const tabs = await browser.tabs.query({ url });
  // A tab that refuses is one that shows an error page or is asleep: it gets the script when it loads.
  await Promise.allSettled(tabs.map(async ({ id }) => (id === undefined ? undefined : injectPageScript(id))));
}
