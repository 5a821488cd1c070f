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
  // Some pages show the next record at the same address: whose it is belongs to what may be filled.
  const keyNow = (): string | null => {
    const reading = read(lastMapping);
    if (reading.kind === 'message') return reading.key;
    if (reading.kind !== 'record') return null;
    const whose = reading.values.filter(({ field }) => /^(?:name|address|tenancy)$/.test(field));
    return `${reading.key} ${digestOf(whose.map(({ value }) => value).join('\n'))}`;
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
  const parts = [...document.querySelectorAll('h1, h2, input, textarea, dd, td')];
  const text = parts.map(({ textContent }) => textContent).join();
  // Elsewhere a clock may tick: there no digit counts.
  return `${location.href} ${document.title} ${parts.length} ${digestOf(text)} ${digestOf(document.body.textContent.replace(/\d/g, ''))}`;
}

/** A number that is another for another text, nearly always. */
function digestOf(text: string): number {
  let digest = 0;
  for (let at = 0; at < text.length; at += 1) digest = (digest * 31 + text.charCodeAt(at)) | 0;
  return digest;
}
