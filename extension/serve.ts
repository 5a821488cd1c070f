import type { Draft, DraftOutcome, MessageKey } from '../core/host.ts';
import { OpenMessage, PATIENCE } from './open-message.ts';
import { announceChange, answer, WATCH_PORT, type Handlers } from './page-requests.ts';
import type { PageMapping } from './record/mapping.ts';
import type { SiteReading } from './sites/site.ts';
import { watch } from './watch.ts';

/** A page and how it is read. */
export interface Served {
  readonly name: string;
  read(mapping: PageMapping | null): SiteReading;
  glance(): string;
  insertDraft(draft: Draft, key: MessageKey): Promise<DraftOutcome>;
}

type Pointing = Pick<Handlers, 'point' | 'stop-pointing' | 'peek' | 'fill'>;

/** Mail pages have nothing to point at and nothing to fill. */
const NO_POINTING: Pointing = {
  point: () => ({ kind: 'stopped' }),
  'stop-pointing': () => null,
  peek: () => ({ key: null, fields: [] }),
  fill: () => ({ kind: 'refused', reason: 'Duly fills no fields on this page.' }),
};

/**
 * Answers the panel's requests about a page. The page is watched only while the panel is open beside it: it holds a port, and
 * without one nothing runs here. Returns how to tell the panel, if it is there, of a change that can't be watched.
 */
export function serve(document: Document, served: Served, pointing: Pointing = NO_POINTING): () => void {
  let mapping: PageMapping | null = null;
  const open = new OpenMessage({ name: served.name, read: () => served.read(mapping) }, document, () =>
    performance.now(),
  );
  const tell = (): void => {
    // Nobody listens while the panel is shut.
    if (isAlive()) announceChange().catch(() => undefined);
  };
  answer({
    'current-message': (payload) => {
      mapping = payload.mapping;
      const reading = open.read();
      // Nothing in the page may change any more, and the panel would wait for ever.
      if (reading.kind === 'loading') window.setTimeout(tell, PATIENCE + 100);
      return reading;
    },
    'insert-draft': ({ draft, key }) => served.insertDraft(draft, key),
    inspect: (payload) => ({ site: served.name, reading: served.read(payload.mapping) }),
    ...pointing,
  });
  let panels = 0;
  let stop: (() => void) | null = null;
  chrome.runtime.onConnect.addListener((port) => {
    if (port.name !== WATCH_PORT || port.sender?.id !== chrome.runtime.id) return;
    panels += 1;
    stop ??= watch(document, { glance: () => served.glance(), onChange: tell, isAlive });
    port.onDisconnect.addListener(() => {
      panels -= 1;
      if (panels > 0) return;
      stop?.();
      stop = null;
    });
  });
  return () => {
    if (panels > 0) tell();
  };
}

/** After an update the script of the version before is left in the page with its browser object emptied. */
function isAlive(): boolean {
  return (chrome.runtime as Partial<typeof chrome.runtime> | undefined)?.id !== undefined;
}
