import PostalMime, { type Address, type Email } from 'postal-mime';
import type { Instant } from '../dates.ts';
import { emptyMessage, type Correspondent, type Message } from '../message.ts';
import { htmlToText } from './html-text.ts';
import { instantOfMailDate } from './mail-date.ts';

/** Mail that can't be taken apart; says why. */
export class EmlError extends Error {
  override readonly name = 'EmlError';
}

/**
 * A message from the bytes of an .eml file (RFC 5322). Received when the topmost Received header says so, else when it
 * was sent. Rejects with EmlError for what is no mail.
 */
export async function messageFromEml(bytes: Uint8Array): Promise<Message> {
  let email: Email;
  try {
    email = await PostalMime.parse(bytes);
  } catch (error) {
    throw new EmlError(error instanceof Error ? error.message : 'cannot be read');
  }
  if (email.headers.length === 0) throw new EmlError('has no headers: this is no mail');
  const receivedAt = receivedAtOf(email);
  return {
    ...emptyMessage(),
    from: correspondentsOf(email.from ? [email.from] : [])[0] ?? null,
    to: correspondentsOf(email.to ?? []),
    cc: correspondentsOf(email.cc ?? []),
    subject: email.subject ?? '',
    text: textOf(email),
    receivedAt,
    receivedAtSource: receivedAt === null ? null : 'header',
    attachments: email.attachments
      .filter(({ related, disposition }) => !(related === true && disposition !== 'attachment'))
      .map(({ filename, mimeType }) => filename ?? mimeType),
    messageId: email.messageId ?? null,
    inReplyTo: email.inReplyTo ?? null,
    references: email.references?.split(/\s+/).filter(Boolean) ?? [],
  };
}

function textOf({ text, html }: Email): string {
  if (text !== undefined && text.trim() !== '') return text.replace(/\r\n?/g, '\n');
  return html === undefined ? '' : htmlToText(html);
}

function correspondentsOf(addresses: readonly Address[]): readonly Correspondent[] {
  return addresses.flatMap((address): readonly Correspondent[] =>
    address.group === undefined ? [{ name: address.name, address: address.address }] : address.group,
  );
}

/** Mail servers write their Received header above those that came before: the topmost is the landlord's own. */
function receivedAtOf({ headers }: Email): Instant | null {
  const received = headers.find(({ key }) => key === 'received')?.value;
  const date = headers.find(({ key }) => key === 'date')?.value;
  return (
    (received === undefined ? null : instantOfMailDate(received.slice(received.lastIndexOf(';') + 1))) ??
    instantOfMailDate(date ?? '')
  );
}
