import browser from 'webextension-polyfill';

/**
 * Puts the page script into a tab that was open before the extension was. It goes by the file name in the built manifest:
 * importing the script instead would make it web-accessible, and so visible to every page.
 * Rejects when the browser won't: no permission for the page, an error page, a tab that has gone.
 */
export async function injectPageScript(tabId: number): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  await browser.scripting.executeScript({ target: { tabId }, files });
}
