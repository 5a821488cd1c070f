/*
 * The page script for CRMs and any other page. It is put into a page only when somebody has pressed Duly's button there, or
 * has allowed its site; nothing of it is in the manifest.
 */
import { mailPageName } from './mail-hosts.ts';
import type { PageMapping } from './record/mapping.ts';
import { fill, peek } from './record/fill.ts';
import { point, stopPointing } from './record/pointing.ts';
import { serve } from './serve.ts';
import { pointedOver, readAnyPage } from './sites/any-page.ts';
import { recordSiteOf } from './sites/record-sites.ts';
import { NO_REPLY, type SiteReading } from './sites/site.ts';

declare global {
  var isDulyHere: boolean | undefined;
}

// A mail page has a script of its own.
if (mailPageName(location.href) === null && globalThis.isDulyHere !== true) {
  globalThis.isDulyHere = true;
  let lastMapping: PageMapping | null = null;
  const read = (mapping: PageMapping | null): SiteReading => {
    lastMapping = mapping;
    const site = recordSiteOf(document);
    return site ? pointedOver(site.read(document), document, mapping) : readAnyPage(document, mapping);
  };
  const keyNow = (): string | null => {
    const reading = read(lastMapping);
    return reading.kind === 'record' || reading.kind === 'message' ? reading.key : null;
  };
  const tell = serve(
    document,
    {
      name: recordSiteOf(document)?.name ?? location.host,
      read,
      glance: () => recordSiteOf(document)?.glance(document) ?? glanceAtPage(),
      insertDraft: async (draft, key) => (await recordSiteOf(document)?.insertDraft(document, draft, key)) ?? NO_REPLY,
    },
    {
      point: () => point(document),
      'stop-pointing': () => {
        stopPointing();
        return null;
      },
      peek: ({ places }) => ({ key: keyNow(), fields: places.map((place) => peek(document, place)) }),
      fill: async ({ key, ...filling }) => (keyNow() === key ? fill(document, filling) : { kind: 'message-changed' }),
    },
  );
  // Nothing of the page itself changes when a frame in it has loaded.
  document.addEventListener(
    'load',
    ({ target }) => {
      if (target instanceof HTMLIFrameElement) tell();
    },
    true,
  );
}

function glanceAtPage(): string {
  return `${location.href} ${document.title} ${document.querySelectorAll('input, textarea, dd, td').length}`;
}
