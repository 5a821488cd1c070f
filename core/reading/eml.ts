import type { Address, Email } from 'postal-mime';
import type { Instant } from '../dates.ts';
import { emptyMessage, type Correspondent, type Message } from '../message.ts';
import { EmlError } from './eml-error.ts';
import { mailBody } from './mail-body.ts';
import { withoutControls } from './mail-charset.ts';
import { instantOfMailDate } from './mail-date.ts';
import { parsedMail } from './parsed-mail.ts';

/** Of these a mail has at least one (RFC 5322). */
const OF_MAIL: ReadonlySet<string> = new Set([
  'from',
  'to',
  'subject',
  'date',
  'received',
  'message-id',
  'sender',
  'content-type',
  'mime-version',
]);

/** How deep mails lie in one another for their text to be read, and how many of one are. */
const DEEPEST = 3;
const MOST_ATTACHED = 5;

/**
 * A message from the bytes of an .eml file (RFC 5322). Received when the topmost Received header says so, else when it
 * was sent. Rejects with EmlError for what is no mail.
 */
export async function messageFromEml(bytes: Uint8Array): Promise<Message> {
  return messageAt(bytes, 0);
}

async function messageAt(bytes: Uint8Array, depth: number): Promise<Message> {
  const email = await parsedMail(bytes);
  if (!email.headers.some(({ key }) => OF_MAIL.has(key))) throw new EmlError('has no headers of a mail: this is none');
  const receivedAt = receivedAtOf(email);
  const attached = await attachedTo(email, depth);
  return {
    ...emptyMessage(),
    from: correspondentsOf(email.from ? [email.from] : [])[0] ?? null,
    to: correspondentsOf(email.to ?? []),
    cc: correspondentsOf(email.cc ?? []),
    subject: withoutControls(email.subject ?? ''),
    text: [mailBody(email), ...attached.texts].join('\n\n'),
    receivedAt,
    receivedAtSource: receivedAt === null ? null : 'header',
    attachments: attached.names,
    messageId: email.messageId ?? null,
    inReplyTo: email.inReplyTo ?? null,
    references: email.references?.split(/\s+/).filter(Boolean) ?? [],
  };
}

/** What is attached: mails are read, as mails passed on; everything else is named. */
async function attachedTo(
  { attachments }: Email,
  depth: number,
): Promise<{ readonly names: readonly string[]; readonly texts: readonly string[] }> {
  const names: string[] = [];
  const texts: string[] = [];
  // A report of a mail that couldn't be delivered carries that mail: nobody passed it on.
  const isReport = attachments.some(({ mimeType }) => /^message\/(?:delivery-status|feedback-report)$/.test(mimeType));
  for (const { filename, mimeType, related, disposition, content } of attachments) {
    if (related === true && disposition !== 'attachment') continue;
    const isRead = mimeType === 'message/rfc822' && !isReport && depth < DEEPEST && texts.length < MOST_ATTACHED;
    const mail = isRead && typeof content !== 'string' ? await mailIn(new Uint8Array(content), depth + 1) : null;
    if (mail === null || mail.text.trim() === '') names.push(filename ?? mimeType);
    else texts.push(passedOn(mail));
    names.push(...(mail?.attachments ?? []));
  }
  return { names, texts };
}

/** Null for what can't be taken apart; then it is an attachment like another. */
async function mailIn(bytes: Uint8Array, depth: number): Promise<Message | null> {
  try {
    return await messageAt(bytes, depth);
  } catch (error) {
    if (error instanceof EmlError) return null;
    throw error;
  }
}

/** A mail as mail programs write out one that is forwarded. */
function passedOn({ from, to, subject, receivedAt, text }: Message): string {
  const written = ({ name, address }: Correspondent): string => (name === '' ? address : `${name} <${address}>`);
  return [
    '---------- Forwarded message ----------',
    `From: ${from === null ? '' : written(from)}`,
    ...(receivedAt === null ? [] : [`Date: ${receivedAt}`]),
    `Subject: ${subject}`,
    `To: ${to.map(written).join(', ')}`,
    '',
    text,
  ].join('\n');
}

function correspondentsOf(addresses: readonly Address[]): readonly Correspondent[] {
  return addresses.flatMap((address): readonly Correspondent[] =>
    address.group === undefined ? [{ name: withoutControls(address.name), address: address.address }] : address.group,
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
