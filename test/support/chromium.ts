import { findBrowser, type FoundBrowser } from '../../scripts/chromium.mjs';

/** The Chromium that the tests use; throws, saying what to run, when there is none. */
export function chromiumForTests(): FoundBrowser {
  const browser = findBrowser();
  if (!browser) throw new Error('no Chromium was found; run "node scripts/chromium.mjs"');
  return browser;
}
