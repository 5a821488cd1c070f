import browser from 'webextension-polyfill';
import type { SentReply } from '../core/host.ts';
import type {} from './sent.iife.ts';

/** The script for CRMs and other pages: vite.config.ts puts it there, beside the manifest's own. */
const RECORD_SCRIPT = 'extension/record.js';

/** The script that says what was sent; put there likewise. */
const SENT_SCRIPT = 'extension/sent.js';

/**
 * Puts the mail pages' script into a tab that was open before the extension was. It goes by its name in the built manifest:
 * importing it would make it visible to every page. Rejects when the browser won't: no permission for the page, an error
 * page, a tab that has gone.
 */
export async function injectMailScript(tabId: number): Promise<void> {
  const files = browser.runtime.getManifest().content_scripts?.flatMap((script) => script.js ?? []) ?? [];
  await browser.scripting.executeScript({ target: { tabId }, files });
}

/** Puts the script for CRMs and other pages into a page. Rejects where nobody has pressed the button or allowed the site. */
export async function injectRecordScript(tabId: number, frameId = 0): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [RECORD_SCRIPT] });
}

/** Asks a mail page what the mailbox answered to the message named by `key`. Rejects where the page can't be reached. */
export async function sentReplyIn(tabId: number, key: string): Promise<SentReply | null> {
  const ask = async (): Promise<SentReply | null | undefined> => {
    const [answer] = await chrome.scripting.executeScript({
      target: { tabId },
      args: [key],
      func: (asked: string) => (globalThis.dulySentReply ? globalThis.dulySentReply(asked) : 'absent'),
    });
    return answer?.result === 'absent' ? undefined : (answer?.result ?? null);
  };
  const answer = await ask();
  if (answer !== undefined) return answer;
  await browser.scripting.executeScript({ target: { tabId }, files: [SENT_SCRIPT] });
  return (await ask()) ?? null;
}
