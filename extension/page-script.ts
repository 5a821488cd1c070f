import browser from 'webextension-polyfill';

/** The script for CRMs and other pages: vite.config.ts puts it there, beside the manifest's own. */
const RECORD_SCRIPT = 'extension/record.js';

/**
 * Puts the mail pages' script into a tab that was open before the extension was. It goes by its name in the built manifest:
 * importing it would make it visible to every page. Rejects when the browser won't: no permission for the page, an error
 * page, a tab that has gone.
 */
export async function injectMailScript(tabId: number): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  await browser.scripting.executeScript({ target: { tabId }, files });
}

/** Puts the script for CRMs and other pages into a tab. Rejects where nobody has pressed the button or allowed the site. */
export async function injectRecordScript(tabId: number): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [RECORD_SCRIPT] });
}
