import browser from 'webextension-polyfill';

const FIRST_RUN = 'first-run';

/** Leaves word that the panel opens on its first-run page. Called once, when the extension is installed. */
export async function askForFirstRun(): Promise<void> {
  await browser.storage.local.set({ [FIRST_RUN]: true });
}

/** Whether the first-run page is still to be shown. */
export async function isFirstRun(): Promise<boolean> {
  const stored = await browser.storage.local.get(FIRST_RUN);
  return stored[FIRST_RUN] === true;
}

/** The first-run page has been read. */
export async function endFirstRun(): Promise<void> {
  await browser.storage.local.remove(FIRST_RUN);
}
