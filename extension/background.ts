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
 * - all five mail hosts: adding a host later switches the installed extension off until each user agrees.
 * - optional_host_permissions: nothing until somebody presses “Allow” beside a record; then the browser asks for that one
 *   site. Without it a record is read only where Duly's button was pressed.
 * - contextMenus: “Log with Duly” on selected words. It reads the selection alone, on the page where it was pressed.
 * - alarms: the badge and reminders, while no panel is open. notifications is optional: asked for when somebody switches
 *   reminders on.
 * - idle: the lock, for computers that several people use. It learns that nobody is there, never what somebody does.
 * - storage: settings, and what was typed about a message and not logged yet. unlimitedStorage: the register must not be evicted when the disk is short.
 */
import browser from 'webextension-polyfill';

import { watchIdle } from './lock.ts';
import { MAIL_HOSTS } from './mail-hosts.ts';
import { HANDED_OVER, type ButtonPressed } from './handed-over.ts';
import { injectMailScript } from './page-script.ts';
import { watchReminders } from './reminders.ts';
import { welcomeOnce } from './welcome.ts';

const MENU = 'log-with-duly';

watchReminders();
watchIdle();

// open() counts as the user's gesture only while this very event is handled: nothing may be awaited before it.
chrome.action.onClicked.addListener((tab) => {
  void chrome.sidePanel.open({ windowId: tab.windowId });
  // A panel that is open already hears of nothing else that its page may be read now.
  const notice: ButtonPressed = { notice: 'button-pressed', windowId: tab.windowId };
  void chrome.runtime.sendMessage(notice).catch(() => undefined);
});

chrome.contextMenus.onClicked.addListener((info, tab) => {
  if (info.menuItemId !== MENU || tab?.id === undefined) return;
  void chrome.sidePanel.open({ windowId: tab.windowId });
  void handOver(tab.id, tab.windowId, info);
});

browser.runtime.onInstalled.addListener(({ reason }) => {
  if (reason === 'install') void welcomeOnce();
  // The one of the version before is still there after an update.
  void chrome.contextMenus.removeAll().then(() => {
    chrome.contextMenus.create({ id: MENU, title: 'Log with Duly', contexts: ['selection'] });
  });
  void returnToOpenTabs();
});

/**
 * Lays the selected words ready for the panel, which may be opening still. The menu's own text has lost its lines; the page
 * is asked for them, and the menu's text stands in where the browser keeps extensions out.
 */
async function handOver(
  tabId: number,
  windowId: number,
  { frameId = 0, selectionText = '' }: chrome.contextMenus.OnClickData,
): Promise<void> {
  let text = selectionText;
  try {
    const [read] = await chrome.scripting.executeScript({
      target: { tabId, frameIds: [frameId] },
      func: () => getSelection()?.toString() ?? '',
    });
    if (read?.result) text = read.result;
  } catch {
    // A PDF, or a page that the organisation keeps extensions out of.
  }
  await browser.storage.session.set({ [HANDED_OVER]: { text, windowId } });
}

/** The browser puts content scripts only into pages that load later; those of the version before are cut off. */
async function returnToOpenTabs(): Promise<void> {
  const url = [...MAIL_HOSTS.keys()].map((host) => `https://${host}/*`);
  const tabs = await browser.tabs.query({ url });
  // A tab that refuses is one that shows an error page or is asleep: it gets the script when it loads.
  await Promise.allSettled(tabs.map(async ({ id }) => (id === undefined ? undefined : injectMailScript(id))));
}
