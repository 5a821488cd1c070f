import { copyDraft } from '../core/panel/effects/clipboard.ts';
import type { Capabilities } from './capabilities.ts';

/** Gives the person a file: saved where the client lets it, else copied, with a page in the browser that saves what is pasted. */
export async function saveFile(
  name: string,
  text: string,
  { canDownload, canOpenBrowser }: Pick<Capabilities, 'canDownload' | 'canOpenBrowser'>,
): Promise<'saved' | 'copied'> {
  if (canDownload) {
    download(name, text);
    return 'saved';
  }
  if (!(await copyDraft({ text, html: '' })))
    throw new Error('This Outlook saves no files and lets nothing be copied.');
  if (canOpenBrowser) Office.context.ui.openBrowserWindow(new URL('./save.html', location.href).href);
  return 'copied';
}

/** Saves a file by a link, as a press on one would. */
export function download(name: string, text: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/jsonl' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
