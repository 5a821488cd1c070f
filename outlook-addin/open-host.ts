import type { Host } from '../core/host.ts';
import { saveFilesBy } from '../core/panel/effects/save-file.ts';
import { pasteHost } from '../core/panel/paste-host.ts';
import { capabilities, type Capabilities } from './capabilities.ts';
import { keepOwnKeys } from './own-keys.ts';
import { followTheme } from './theme.ts';

/** How long Office.js may take to say whether it is in Outlook, before the page shows as a plain tab; it changes over later. */
const PATIENCE = 10_000;

/** The host of this page, and what the client can do. */
export interface OpenedHost {
  readonly host: Host;
  /** Null for a plain tab, where messages are pasted. */
  readonly can: Capabilities | null;
  /** Outlook's host where Office.js says late that it is there; null where it won't. */
  readonly late: Promise<OpenedHost | null>;
}

export async function openHost(patience: number = PATIENCE): Promise<OpenedHost> {
  // In a frame it is Outlook, most likely: what is needed then comes while Office.js makes itself ready.
  if (window.parent !== window) fetchParts();
  const ready = isOutlook();
  const tooLate = new Promise<null>((resolve) => setTimeout(() => resolve(null), patience));
  const isInOutlook = await Promise.race([ready, tooLate]);
  if (isInOutlook === true) return outlookHost();
  const about =
    'This is Duly’s pane for Outlook, in a tab of its own. Beside a message in Outlook it reads that message.';
  const late = isInOutlook === null ? ready.then((is) => (is ? outlookHost() : null)) : Promise.resolve(null);
  return { host: { ...pasteHost, about }, can: null, late };
}

async function outlookHost(): Promise<OpenedHost> {
  followTheme(document.documentElement);
  keepOwnKeys(document);
  const can = capabilities();
  if (!can.canDownload) saveFilesBy(async (file) => (await import('./save-file.ts')).copyForBrowser(file));
  // Not needed to say what a plain tab is: it comes in one file with the recogniser.
  const { OutlookHost } = await import('./outlook-host.ts');
  return { host: new OutlookHost(can), can, late: Promise.resolve(null) };
}

/** Has the parts on the way to the first verdict loaded; whoever needs one asks for it again, and hears of its failure. */
function fetchParts(): void {
  void Promise.allSettled([
    import('./outlook-host.ts'),
    import('./outlook-keeping.ts'),
    import('../core/panel/KeptHere.tsx'),
    import('../core/reading/html-text.ts'),
  ]);
}

async function isOutlook(): Promise<boolean> {
  // Without a connection Office.js isn't there, and neither is Outlook.
  if (typeof Office === 'undefined') return false;
  return String((await Office.onReady()).host) === 'Outlook';
}
