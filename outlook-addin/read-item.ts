import { inLondon, toInstant } from '../core/dates.ts';
import { HostError, type MessageMark } from '../core/host.ts';
import { emptyMessage, type Correspondent, type Message } from '../core/message.ts';
import { mailHeaders, type MailHeaders } from '../core/reading/mail-headers.ts';
import type { Capabilities } from './capabilities.ts';
import { markOn } from './mark-item.ts';
import { asked, SILENT } from './office-async.ts';

/** A message as it was read, with what it can be recognised by when it is asked for again. */
export interface ReadItem {
  readonly message: Message;
  /** The Message-ID in the headers that Outlook itself gave for what it shows; null where it gave none. */
  readonly headerId: string | null;
  /** The sender in those headers. */
  readonly headerFrom: string | null;
  /** What a colleague's Duly left on it. */
  readonly mark: MessageMark | null;
  /** It is longer than what is read of it. */
  readonly isCut: boolean;
  /** The shared mailbox that it lies in; null in the officer's own. */
  readonly mailbox: string | null;
}

/** Names one item for the time that it is open. Two without ids can stand in one conversation. */
export function keyOf(item: Office.MessageRead): string {
  const { itemId, internetMessageId, conversationId, dateTimeCreated, from } = item as Partial<Office.MessageRead>;
  const id = itemId || internetMessageId;
  if (id) return `outlook/${id}`;
  return `outlook/${conversationId ?? ''}/${String(dateTimeCreated?.getTime() ?? '')}/${from?.emailAddress ?? ''}`;
}

/** Reads an open message. Rejects with HostError where Outlook doesn't give its text. */
export async function readItem(item: Office.MessageRead, can: Capabilities): Promise<ReadItem> {
  const [text, mailbox, mark] = await Promise.all([textOf(item), mailboxOf(item), markOn(item)]);
  // Last, so that they say whose words came before them.
  const headers = await headersOf(item, can);
  const { subject = '' } = item as Partial<Office.MessageRead>;
  const received = headers?.receivedAt ?? null;
  const created = item.dateTimeCreated as Date | undefined;
  const createdAt = created && !Number.isNaN(created.getTime()) ? inLondon(toInstant(created.toISOString())) : null;
  const receivedAt = received ?? createdAt;
  return {
    message: {
      ...emptyMessage(),
      from: correspondent(item.from) ?? correspondent(item.sender),
      to: correspondents(item.to),
      cc: correspondents(item.cc),
      subject,
      text,
      receivedAt,
      receivedAtSource: receivedAt === null ? null : received === null ? 'host' : 'header',
      attachments: attachmentsOf(item),
      messageId: item.internetMessageId || (headers?.messageId ?? null),
      siteMessageId: item.itemId || null,
      threadId: item.conversationId || null,
      inReplyTo: headers?.inReplyTo ?? null,
      references: headers?.references ?? [],
    },
    headerId: headers?.messageId ?? null,
    headerFrom: headers?.from ?? null,
    mark,
    isCut: lastRead.html.length > LONGEST || text.length === LONGEST,
    mailbox,
  };
}

/** The headers of what Outlook shows at this moment; null for a client that gives none. */
export async function headersOf(
  item: Office.MessageRead,
  can: Capabilities,
  patience: number = HEADERS_PATIENCE,
): Promise<MailHeaders | null> {
  if (!can.hasHeaders || silent.has(item)) return null;
  try {
    const ask = (done: (answer: Office.AsyncResult<string>) => void): void => item.getAllInternetHeadersAsync(done);
    return mailHeaders(await asked<string>('give the headers', ask, patience));
  } catch (error) {
    // What a client has no headers for is still a message; another item than was asked for isn't.
    if (!(error instanceof HostError)) throw error;
    if (error.code === SILENT) silent.add(item);
    return null;
  }
}

/** The verdict waits for the headers, and every press asks for them: no longer than this, and never twice for nothing. */
const HEADERS_PATIENCE = 4_000;
const silent = new WeakSet<Office.MessageRead>();

/**
 * The text of the message: from its HTML, in which quoted mail is marked; from its plain text where Outlook gives no HTML. In
 * a conversation Outlook gives the open message alone where it can.
 */
export async function textOf(item: Office.MessageRead): Promise<string> {
  const [html, { htmlToText }] = await Promise.all([
    body(item, 'html').catch(() => null),
    import('../core/reading/html-text.ts'),
  ]);
  if (html === null) return (await body(item, 'text')).replace(/\r\n?/g, '\n').slice(0, LONGEST);
  // Every act asks for the text again, and mostly it is the same.
  if (html !== lastRead.html) lastRead = { html, text: htmlToText(html.slice(0, LONGEST)) };
  return lastRead.text;
}

let lastRead = { html: '', text: '' };

/** What is read of a message in Outlook, in characters of its HTML: more takes seconds, and again with every act. */
const LONGEST = 1_500_000;

function body(item: Office.MessageRead, coercion: 'html' | 'text'): Promise<string> {
  // Newer than some clients' copies of Office.js; those that don't know it pass it over.
  const bodyMode = (Office.MailboxEnums as { readonly BodyMode?: { readonly HostConfig: number } }).BodyMode
    ?.HostConfig;
  const options = bodyMode === undefined ? {} : { bodyMode };
  return asked<string>('give the text of the message', (done) =>
    item.body.getAsync(coercion, options as Office.AsyncContextOptions, done),
  );
}

/** In whose mailbox it lies, where that isn't the officer's own. */
async function mailboxOf(item: Office.MessageRead): Promise<string | null> {
  // Outlook gives the function to items of a shared folder only.
  if (typeof (item as Partial<Office.MessageRead>).getSharedPropertiesAsync !== 'function') return null;
  try {
    const { owner } = await asked<Office.SharedProperties>('say whose mailbox this is', (done) =>
      item.getSharedPropertiesAsync(done),
    );
    return owner;
  } catch {
    return 'that Outlook doesn’t name';
  }
}

function attachmentsOf(item: Office.MessageRead): readonly string[] {
  // Some items come without the list.
  const list = (item.attachments as readonly Office.AttachmentDetails[] | undefined) ?? [];
  return list.filter(({ isInline }) => !isInline).map(({ name }) => name);
}

function correspondents(list: readonly Office.EmailAddressDetails[] | undefined): readonly Correspondent[] {
  return (list ?? []).flatMap((one) => correspondent(one) ?? []);
}

function correspondent(one: Office.EmailAddressDetails | undefined): Correspondent | null {
  // A sender that Exchange can't resolve has a name, an address, or neither.
  const { displayName = '', emailAddress = '' } = (one ?? {}) as Partial<Office.EmailAddressDetails>;
  if (displayName === '' && emailAddress === '') return null;
  // Outlook gives the address as the name where the sender gave no name.
  return { name: displayName === emailAddress ? '' : displayName, address: emailAddress };
}
