import browser from 'webextension-polyfill';

/** That the first page was shown: it comes once, however often the browser says that Duly was installed. */
const SHOWN = 'welcomed';

/** Opens the page that says what to do first, what Duly reads and where that stays; once on a computer. */
export async function welcomeOnce(): Promise<void> {
  if ((await browser.storage.local.get(SHOWN))[SHOWN] === true) return;
  await browser.storage.local.set({ [SHOWN]: true });
  await browser.runtime.openOptionsPage();
}
