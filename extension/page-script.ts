import browser from 'webextension-polyfill';
import { HostError, type SentReply } from '../core/host.ts';
import { request, type FrameOf, type PageRequests } from './page-requests.ts';
import { PICKER_MISSING } from './record/picker.ts';
import type {} from './sent.iife.ts';

/** The script for CRMs and other pages: vite.config.ts puts it there, beside the manifest's own. */
const RECORD_SCRIPT = 'extension/record.js';

/** What points at fields, for those pages on which somebody does or has. */
const PICKER_SCRIPT = 'extension/pick.js';

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

/** Asks the page of a record, or a frame of it; what points at fields is put in where it is needed and missing. */
export async function requestRecord<N extends keyof PageRequests>(
  page: FrameOf,
  name: N,
  payload: Parameters<PageRequests[N]>[0],
): Promise<ReturnType<PageRequests[N]>> {
  try {
    return await request(page, name, payload);
  } catch (error) {
    if (!(error instanceof HostError) || error.code !== PICKER_MISSING) throw error;
    const { tabId, frameId } = page;
    await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [PICKER_SCRIPT] });
    return request(page, name, payload);
  }
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
