/** The mail pages that Duly goes into, and what people call them. The manifest names the same hosts. */
export const MAIL_HOSTS: ReadonlyMap<string, string> = new Map([
  ['mail.google.com', 'Gmail'],
  ['outlook.office.com', 'Outlook on the web'],
  ['outlook.office365.com', 'Outlook on the web'],
  ['outlook.live.com', 'Outlook on the web'],
  ['outlook.cloud.microsoft', 'Outlook on the web'],
]);

/** What people call the mail page at an address; null when it is no mail page, or the browser doesn't say the address. */
export function mailPageName(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, hostname } = new URL(url);
  return protocol === 'https:' ? (MAIL_HOSTS.get(hostname) ?? null) : null;
}
