import { escapeHtml } from '../core/escape-html.ts';
import { HostError } from '../core/host.ts';
import type { Correspondent } from '../core/message.ts';
import { bareWords } from '../core/panel/check/bare-words.ts';
import { isSameReply, type OpenReply, type Placed, type ReplyHost } from '../core/panel/check/reply-host.ts';
import { openItem } from './item-kind.ts';
import { asked } from './office-async.ts';

/** The reply that is being written beside the pane: a pinned pane stays while another one is opened. */
export class OutlookReply implements ReplyHost {
  readonly name = 'Outlook';

  read(): Promise<OpenReply> {
    return readReply(openReply());
  }

  insertAtTop({ html, text }: { readonly html: string; readonly text: string }, into: OpenReply): Promise<Placed> {
    // A signature that Outlook has put in stays below it. Markup in a plain-text reply would be refused.
    return place(
      into,
      text,
      (item, isHtml) => () =>
        asked('take the letter', (done) => {
          item.body.prependAsync(isHtml ? html : `${text}\n`, coercion(isHtml), done);
        }),
    );
  }

  insertAtCursor(text: string, into: OpenReply): Promise<Placed> {
    return place(into, text, (item, isHtml) => {
      const paragraph = isHtml ? `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>` : `${text}\n`;
      return () =>
        asked('take the paragraph', (done) => {
          item.body.setSelectedDataAsync(paragraph, coercion(isHtml), done);
        });
    });
  }

  replace({ words, by }: { readonly words: string; readonly by: string }, into: OpenReply): Promise<Placed> {
    return place(into, by, async (item, isHtml) => {
      const before = await bodyOf(item, isHtml ? 'html' : 'text');
      const after = isHtml ? replacedInHtml(before, words, by) : replacedOnce(before, words, by);
      if (after === null) return null;
      return () =>
        asked('take the change', (done) => {
          item.body.setAsync(after, coercion(isHtml), done);
        });
    });
  }

  onReturn(listener: () => void): () => void {
    const back = (): void => {
      if (document.visibilityState === 'visible') listener();
    };
    Office.context.mailbox.addHandlerAsync(Office.EventType.ItemChanged, listener);
    window.addEventListener('focus', back);
    return () => {
      window.removeEventListener('focus', back);
      Office.context.mailbox.removeHandlerAsync(Office.EventType.ItemChanged);
    };
  }
}

/** A write that is ready to be made, or none where it can't be. */
type Write = (() => Promise<void>) | null;

/**
 * Makes a write into the reply that was checked. The item is taken once; what it is, is asked before the write is made
 * ready and again after, and from that answer to the write nothing is waited for. Outlook can still change the reply in
 * the moment that the write is on its way: what is open then is looked at.
 */
async function place(
  into: OpenReply,
  words: string,
  ready: (item: Office.MessageCompose, isHtml: boolean) => Write | Promise<Write>,
): Promise<Placed> {
  const item = openReply();
  const isHtml = await isHtmlReply(item);
  const first = await readReply(item);
  if (!isSameReply(first, into)) return { kind: 'another' };
  const write = await ready(item, isHtml);
  if (write === null) return { kind: 'not-once' };
  const before = await readReply(item);
  if (!isSameReply(before, into) || before.text !== first.text || !isOpen(item)) return { kind: 'another' };
  await write();
  return looked(item, { before, words });
}

/** What became of a write that Outlook says it made. */
async function looked(
  item: Office.MessageCompose,
  { before, words }: { readonly before: OpenReply; readonly words: string },
): Promise<Placed> {
  const open = openItem();
  if (open.kind !== 'compose') return { kind: 'elsewhere', open: null, isThere: false };
  const after = await readReply(open.item).catch(() => null);
  if (after === null) return { kind: 'elsewhere', open: null, isThere: false };
  if (open.item === item && isSameReply(after, before))
    return after.text === before.text ? { kind: 'nowhere' } : { kind: 'placed' };
  return { kind: 'elsewhere', open: after, isThere: bareWords(after.text).includes(bareWords(words)) };
}

async function readReply(item: Office.MessageCompose): Promise<OpenReply> {
  const [to, cc, subject, text] = await Promise.all([
    recipients(item.to),
    recipients(item.cc),
    asked<string>('give the subject', (done) => {
      item.subject.getAsync(done);
    }),
    bodyOf(item, 'text'),
  ]);
  return { to, cc, subject, text: text.replace(/\r\n?/g, '\n'), threadId: item.conversationId || null };
}

function bodyOf(item: Office.MessageCompose, kind: 'html' | 'text'): Promise<string> {
  return asked<string>('give the text of the reply', (done) => {
    item.body.getAsync(kind, done);
  });
}

async function isHtmlReply(item: Office.MessageCompose): Promise<boolean> {
  const type = await asked<Office.CoercionType | string>('say what kind of text the reply is', (done) => {
    item.body.getTypeAsync(done);
  });
  if (type !== 'html' && type !== 'text')
    throw new HostError('outlook-body-type', 'Outlook didn’t say what kind of text the reply is.');
  return type === 'html';
}

function isOpen(item: Office.MessageCompose): boolean {
  const open = openItem();
  return open.kind === 'compose' && open.item === item;
}

function openReply(): Office.MessageCompose {
  const open = openItem();
  if (open.kind !== 'compose') throw new HostError('outlook-no-reply', 'No reply is being written here any more.');
  return open.item;
}

/**
 * Markup with some words replaced, where they stand in it exactly once and within one stretch of text; null otherwise.
 * It is taken apart without being run, and only that text changes.
 */
export function replacedInHtml(html: string, words: string, by: string): string | null {
  const document = new DOMParser().parseFromString(html, 'text/html');
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  let found: Node | null = null;
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const places = (node.nodeValue ?? '').split(words).length - 1;
    if (places === 0) continue;
    if (places > 1 || found) return null;
    found = node;
  }
  if (!found) return null;
  found.nodeValue = replacedOnce(found.nodeValue ?? '', words, by);
  return document.documentElement.outerHTML;
}

function replacedOnce(text: string, words: string, by: string): string | null {
  const at = text.indexOf(words);
  if (words === '' || at < 0 || text.includes(words, at + words.length)) return null;
  return text.slice(0, at) + by + text.slice(at + words.length);
}

async function recipients(field: Office.Recipients): Promise<readonly Correspondent[]> {
  const list = await asked<Office.EmailAddressDetails[]>('give the recipients', (done) => {
    field.getAsync(done);
  });
  return list.map(({ displayName, emailAddress }) => ({ name: displayName, address: emailAddress }));
}

/** Outlook's own words for the two kinds of text. */
function coercion(isHtml: boolean): { readonly coercionType: string } {
  return { coercionType: isHtml ? 'html' : 'text' };
}
