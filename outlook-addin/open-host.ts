import type { Host } from '../core/host.ts';
import { saveFilesBy } from '../core/panel/effects/save-file.ts';
import { pasteHost } from '../core/panel/paste-host.ts';
import { capabilities, type Capabilities } from './capabilities.ts';
import { keepOwnKeys } from './own-keys.ts';
import { followTheme } from './theme.ts';

/** How long Office.js may take to say whether it is in Outlook; a plain tab's says at once. */
const PATIENCE = 10_000;

/** The host of this page, and what the client can do; null for a plain tab, where messages are pasted. */
export async function openHost(): Promise<{ readonly host: Host; readonly can: Capabilities | null }> {
  // In a frame it is Outlook, most likely: what is needed then comes while Office.js makes itself ready.
  if (window.parent !== window) fetchParts();
  if (!(await isInOutlook())) {
    const about =
      'This is Duly’s pane for Outlook, in a tab of its own. Beside a message in Outlook it reads that message.';
    return { host: { ...pasteHost, about }, can: null };
  }
  followTheme(document.documentElement);
  keepOwnKeys(document);
  const can = capabilities();
  if (!can.canDownload) saveFilesBy(async (file) => (await import('./save-file.ts')).copyForBrowser(file));
  // Not needed to say what a plain tab is: it comes in one file with the recogniser.
  const { OutlookHost } = await import('./outlook-host.ts');
  return { host: new OutlookHost(can), can };
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

async function isInOutlook(): Promise<boolean> {
  // Without a connection Office.js isn't there, and neither is Outlook.
  if (typeof Office === 'undefined') return false;
  const ready = Office.onReady().then(({ host }) => String(host) === 'Outlook');
  const late = new Promise<false>((resolve) => setTimeout(() => resolve(false), PATIENCE));
  return Promise.race([ready, late]);
}
