import { copyDraft } from '../core/panel/effects/clipboard.ts';
import type { MadeFile, Saved } from '../core/panel/effects/save-file.ts';
import { asPastedText } from './pasted-file.ts';

/** Where a client saves no files: a file is copied, and a page in the browser opens that saves what is pasted. */
export async function copyForBrowser({ name, type, content }: MadeFile): Promise<Saved> {
  const text =
    type === 'application/jsonl'
      ? await content.text()
      : asPastedText({ name, type, bytes: new Uint8Array(await content.arrayBuffer()) });
  if (!(await copyDraft({ text, html: '' })))
    throw new Error('This Outlook saves no files and lets nothing be copied.');
  const { ui } = Office.context as { readonly ui: Partial<Office.UI> };
  ui.openBrowserWindow?.(new URL('./save.html', location.href).href);
  return 'copied';
}
