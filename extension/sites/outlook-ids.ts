/* Outlook's ids: in its list of mails with + and /, in addresses with _ and - or percent signs. They are kept with + and /. */
import { firstFound, type Found } from './found.ts';

/** The id of the open conversation. */
export function conversationId(document: Document, heading: Element | null): Found<string> | null {
  const end = heading?.id.replace(/^CONV_/, '').replace(/_SUBJECT$/, '') ?? '';
  const rows = [...document.querySelectorAll('[data-convid]')];
  const idOf = (row: Element | undefined): string | null => row?.getAttribute('data-convid') || null;
  return firstFound<string>([
    [
      'attribute data-convid of the heading’s row',
      () => (end === '' ? null : idOf(rows.find((row) => idOf(row)?.endsWith(end)))),
    ],
    ['address', () => idInAddress(document.location, /^A[AQ]Q/)],
    [
      'attribute data-convid of the selected row',
      () => (end === '' ? idOf(rows.find((row) => row.getAttribute('aria-selected') === 'true')) : null),
    ],
  ]);
}

/** The id of the open message, which the page holds only where conversations aren't grouped, or in a window of its own. */
export function itemId(document: Document): Found<string> | null {
  return firstFound<string>([['address', () => idInAddress(document.location, /^A[AQ]M/)]]);
}

/** Whether the address names a conversation or a message, whatever the page shows of it. */
export function namesSomething(document: Document): boolean {
  return idInAddress(document.location, /^A[AQ][MQ]/) !== null;
}

function idInAddress({ pathname, search }: Location, kind: RegExp): string | null {
  const inPath = /\/(?:id|read)\/([^/]+)/.exec(pathname)?.[1];
  const inSearch = new URLSearchParams(search).get('ItemID');
  for (const raw of [inPath, inSearch]) {
    if (raw == null) continue;
    const id = decoded(raw).replaceAll('_', '+').replaceAll('-', '/');
    if (kind.test(id)) return id;
  }
  return null;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
