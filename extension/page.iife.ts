/*
 * The page script: answers the panel's requests in a mail page, and tells it when another message is open. Named *.iife.ts
 * because as a module it would come in two parts, the second of them visible to the page.
 */
import browser from 'webextension-polyfill';

import { OpenMessage, PATIENCE } from './open-message.ts';
import { announceChange, answer } from './page-requests.ts';
import { siteAt } from './sites/sites.ts';
import { watch } from './watch.ts';

declare global {
  /** True where the page script runs already: the panel may have put it in while the browser did. */
  var isDulyHere: boolean | undefined;
}

const site = siteAt(location.href);

if (site && globalThis.isDulyHere !== true) {
  globalThis.isDulyHere = true;
  const open = new OpenMessage(site, document, () => performance.now());
  const tell = (): void => {
    // Nobody listens while the panel is shut.
    if (isAlive()) announceChange().catch(() => undefined);
  };
  answer({
    'current-message': () => {
      const reading = open.read();
      // Nothing in the page may change any more, and the panel would wait for ever.
      if (reading.kind === 'loading') window.setTimeout(tell, PATIENCE + 100);
      return reading;
    },
    'insert-draft': ({ draft, key }) => site.insertDraft(document, draft, key),
  });
  watch(document, { glance: () => site.glance(document), onChange: tell, isAlive });
}

/** After an update the script of the version before is left in the page with its browser object emptied. */
function isAlive(): boolean {
  return (browser.runtime as Partial<typeof browser.runtime> | undefined)?.id !== undefined;
}
