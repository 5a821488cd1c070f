import browser from 'webextension-polyfill';

import { mailPageName } from './mail-hosts.ts';

/** The script for CRMs and other pages: vite.config.ts puts it there, beside the manifest's own. */
export const RECORD_SCRIPT = 'extension/record.js';

/**
 * Puts the page script into a tab that lacks it: one that was open before the extension was, or a page that is none of the
 * manifest's. A mail page's goes by its name in the built manifest: importing it would make it visible to every page.
 * Rejects when the browser won't: no permission for the page, an error page, a tab that has gone.
 */
export async function injectPageScript(tabId: number, url: string): Promise<void> {
  const ofMail = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  const files = mailPageName(url) === null ? [RECORD_SCRIPT] : ofMail;
  await browser.scripting.executeScript({ target: { tabId }, files });
}
