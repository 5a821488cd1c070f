/** What a client of Outlook can do, asked when it runs: the sets differ by client, version and channel. */
export interface Capabilities {
  /** As the panel names it. The new Outlook for Windows is the one on the web in a frame of its own. */
  readonly client: 'Outlook on the web' | 'Outlook for Windows' | 'Outlook for Mac' | 'Outlook';
  /** The headers of the open message (Mailbox 1.8). */
  readonly hasHeaders: boolean;
  /** Opening a reply tells whether it worked (Mailbox 1.9); older sets tell nothing. */
  readonly tellsOfReply: boolean;
  /** The open message can be had as a file (Mailbox 1.14). */
  readonly givesFile: boolean;
  /** Files can be saved from the pane; on a Mac they can't, nor printed. */
  readonly canDownload: boolean;
  /** Pages can be opened in the computer's browser. */
  readonly canOpenBrowser: boolean;
}

/** Asks Office.js, which must be ready. */
export function capabilities(): Capabilities {
  const { requirements, ui } = Office.context;
  const has = (version: string): boolean => requirements.isSetSupported('Mailbox', version);
  const platform = String(Office.context.platform);
  return {
    client: CLIENTS[platform] ?? 'Outlook',
    hasHeaders: has('1.8'),
    tellsOfReply: has('1.9'),
    givesFile: has('1.14'),
    canDownload: platform === 'PC' || platform === 'OfficeOnline',
    canOpenBrowser: typeof (ui as Partial<Office.UI> | undefined)?.openBrowserWindow === 'function',
  };
}

const CLIENTS: Readonly<Record<string, Capabilities['client']>> = {
  OfficeOnline: 'Outlook on the web',
  PC: 'Outlook for Windows',
  Mac: 'Outlook for Mac',
};
