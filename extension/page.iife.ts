/*
 * The page script: answers the panel's requests in a mail page, and tells it when another message is open. Named *.iife.ts
 * because as a module it would come in two parts, the second of them visible to the page.
 */
import { serve } from './serve.ts';
import { siteAt } from './sites/sites.ts';

declare global {
  /** True where a page script runs already: the panel may have put it in while the browser did. */
  var isDulyHere: boolean | undefined;
}

const site = siteAt(location.href);

if (site && globalThis.isDulyHere !== true) {
  globalThis.isDulyHere = true;
  serve(document, {
    name: site.name,
    read: () => site.read(document),
    glance: () => site.glance(document),
    insertDraft: (draft, key) => site.insertDraft(document, draft, key),
  });
}
