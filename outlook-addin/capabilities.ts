/** What a client of Outlook can do, asked when it runs: the sets differ by client, version and channel. */
export interface Capabilities {
  /** As the panel names it. */
  readonly client: 'Outlook on the web' | 'Outlook for Windows' | 'Outlook for Mac' | 'Outlook';
  /** Opening a reply tells whether it worked (Mailbox 1.9); older sets tell nothing. */
  readonly tellsOfReply: boolean;
  /** The folder of another mailbox can be told (Mailbox 1.8 where the add-in was let in). */
  readonly hasHeaders: boolean;
  /** Files can be saved from the pane; on a Mac they can't, nor printed. */
  readonly canDownload: boolean;
  readonly canOpenBrowser: boolean;
}

/** Asks Office.js, which must be ready. */
export function capabilities(): Capabilities {
  const { requirements, platform, mailbox, ui } = Office.context;
  const has = (version: string): boolean => requirements.isSetSupported('Mailbox', version);
  const isMac = isPlatform(platform, 'Mac') || mailbox.diagnostics.hostName === 'MacOutlook';
  return {
    client: isMac ? 'Outlook for Mac' : clientOf(mailbox.diagnostics.hostName),
    tellsOfReply: has('1.9'),
    hasHeaders: has('1.8'),
    canDownload: !isMac && !isPlatform(platform, 'iOS') && !isPlatform(platform, 'Android'),
    canOpenBrowser: has('1.5') && typeof (ui as Partial<Office.UI>).openBrowserWindow === 'function',
  };
}

/** The new Outlook for Windows is the one on the web in a frame of its own. */
function clientOf(hostName: string): Capabilities['client'] {
  switch (hostName) {
    case 'OutlookWebApp':
    case 'newOutlookWindows':
      return 'Outlook on the web';
    case 'Outlook':
      return 'Outlook for Windows';
    default:
      return 'Outlook';
  }
}

function isPlatform(platform: unknown, name: 'Mac' | 'iOS' | 'Android'): boolean {
  return platform === name;
}
