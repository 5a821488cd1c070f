/*
 * The page script for CRMs and any other page. It is put into a page only when somebody has pressed Duly's button there, or
 * has allowed its site; nothing of it is in the manifest.
 */
import { HostError } from '../core/host.ts';
import { mailPageName } from './mail-hosts.ts';
import type {} from './pick.iife.ts';
import type { PageMapping } from './record/mapping.ts';
import { PICKER_MISSING, type Picker } from './record/picker.ts';
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
    const pointed = mapping && { mapping, elementAt: picker().elementAt };
    return site ? pointedOver(site.read(document), document, pointed) : readAnyPage(document, pointed);
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
      point: () => picker().point(document),
      'stop-pointing': () => {
        globalThis.dulyPicker?.stopPointing();
        return null;
      },
      peek: ({ places }) => ({ key: keyNow(), fields: places.map((place) => picker().peek(document, place)) }),
      fill: async ({ key, ...filling }) =>
        keyNow() === key ? picker().fill(document, filling) : { kind: 'message-changed' },
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

/** The panel puts it in when it hears that it is missing, and asks again. */
function picker(): Picker {
  if (!globalThis.dulyPicker) throw new HostError(PICKER_MISSING, 'Duly can’t point at fields on this page yet.');
  return globalThis.dulyPicker;
}

function glanceAtPage(): string {
  return `${location.href} ${document.title} ${document.querySelectorAll('input, textarea, dd, td').length}`;
}
