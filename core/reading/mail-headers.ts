import type { Instant } from '../dates.ts';
import { instantOfMailDate } from './mail-date.ts';

/** What the headers of a mail say about it; null for what they don't say. */
export interface MailHeaders {
  readonly messageId: string | null;
  /** The address of the sender, in small letters. */
  readonly from: string | null;
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** The topmost Received header: the landlord's own server. */
  readonly receivedAt: Instant | null;
  /** When it was sent, as the sender's program says. */
  readonly sentAt: Instant | null;
}

/** No header block that a mail server passes on is longer. */
const LONGEST = 256 * 1024;

/** The headers as mail programs hand them out (RFC 5322), folded lines and all. Linear in their length. */
export function mailHeaders(text: string): MailHeaders {
  const first = new Map<string, string>();
  let name = '';
  let value = '';
  const close = (): void => {
    const key = name.toLowerCase();
    // The topmost of several is the latest; servers write theirs above those that came before.
    if (key !== '' && !first.has(key)) first.set(key, value.trim());
    name = '';
    value = '';
  };
  for (const line of text.slice(0, LONGEST).split(/\r\n|\r|\n/)) {
    if (line.startsWith(' ') || line.startsWith('\t')) {
      value += ` ${line.trim()}`;
      continue;
    }
    close();
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    name = line.slice(0, colon).trim();
    value = line.slice(colon + 1);
  }
  close();
  const received = first.get('received') ?? '';
  return {
    messageId: idIn(first.get('message-id')),
    from: addressIn(first.get('from')),
    inReplyTo: idIn(first.get('in-reply-to')),
    references: first.get('references')?.split(/\s+/).filter(Boolean) ?? [],
    receivedAt: instantOfMailDate(received.slice(received.lastIndexOf(';') + 1)),
    sentAt: instantOfMailDate(first.get('date') ?? ''),
  };
}

function idIn(value: string | undefined): string | null {
  const id = value?.trim() ?? '';
  return id === '' ? null : id;
}

/** The address stands in the last angle brackets, or alone. */
function addressIn(value: string | undefined): string | null {
  if (value === undefined) return null;
  const end = value.lastIndexOf('>');
  const address = (end < 0 ? value : value.slice(value.lastIndexOf('<', end) + 1, end)).trim().toLowerCase();
  return address.includes('@') && !/\s/.test(address) ? address : null;
}
