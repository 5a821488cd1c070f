import type { Message } from '../core/message.ts';
import type { Capabilities } from './capabilities.ts';
import { headersOf, textOf, type ReadItem } from './read-item.ts';

/** Whether what was read is what Outlook shows: yes, no, or only as far as a person says so. */
export type Shown =
  | { readonly kind: 'shown' }
  | { readonly kind: 'other' }
  /** `because` says why Outlook leaves it open. */
  | { readonly kind: 'unsure'; readonly because: string };

/** A Message-ID as it is compared: servers add a comment behind it, and write its letters large or small. */
export function comparedId(id: string | null | undefined): string | null {
  if (id == null) return null;
  const start = id.indexOf('<');
  const end = id.indexOf('>', start);
  const bare = (start >= 0 && end > start ? id.slice(start + 1, end) : id).trim().toLowerCase();
  return bare === '' ? null : bare;
}

/**
 * Whether an item that was just read is what Outlook shows. The item's own fields tell of the message that Outlook told of;
 * headers and text are answered by what it shows. The headers came last, so that they vouch for the text.
 */
export async function isFirstShown(item: Office.MessageRead, read: ReadItem, can: Capabilities): Promise<Shown> {
  const told = comparedId(item.internetMessageId);
  const id = comparedId(read.headerId);
  if (id !== null && id === told) return { kind: 'shown' };
  const from = read.message.from?.address.toLowerCase() ?? '';
  const isFromOther = read.headerFrom !== null && from !== '' && read.headerFrom !== from;
  // Exchange tells of its own people by addresses that aren't mail addresses.
  if (isFromOther && from.includes('@')) return { kind: 'other' };
  if (id !== null && told === null && read.headerFrom === from) return { kind: 'shown' };
  // The ids differ though the sender is the same: a server has written its own, where a second reading agrees.
  if (id !== null && told !== null && read.headerFrom !== from) return { kind: 'other' };
  if (!(await isSame(item, read, can))) return { kind: 'other' };
  return { kind: 'unsure', because: id === null ? NO_HEADERS : OTHER_ID };
}

const NO_HEADERS = 'Outlook gives no headers of this message, by which Duly knows that these words are its own.';
const OTHER_ID =
  'The Message-ID in the headers isn’t one that Outlook tells of, by which Duly knows that these words are its own.';

/** Whether an item that was read before is still what Outlook shows: the same words, and then the same headers. */
export async function isSame(
  item: Office.MessageRead,
  { message, headerId }: { readonly message: Message; readonly headerId: string | null },
  can: Capabilities,
): Promise<boolean> {
  if ((await textOf(item)) !== message.text) return false;
  const id = comparedId((await headersOf(item, can))?.messageId);
  // Headers that weren't given this time say nothing against the words.
  return id === null || id === comparedId(headerId) || (headerId === null && id === comparedId(item.internetMessageId));
}
