import { escapeHtml } from '../core/escape-html.ts';
import { HostError } from '../core/host.ts';
import type { Correspondent } from '../core/message.ts';
import type { OpenReply, ReplyHost } from '../core/panel/check/reply-host.ts';
import { openItem } from './item-kind.ts';
import { asked } from './office-async.ts';

/** The reply that is being written beside the pane: a pinned pane stays while another one is opened. */
export class OutlookReply implements ReplyHost {
  readonly name = 'Outlook';

  async read(): Promise<OpenReply> {
    const item = openReply();
    const [to, cc, subject, text] = await Promise.all([
      recipients(item.to),
      recipients(item.cc),
      asked<string>('give the subject', (done) => {
        item.subject.getAsync(done);
      }),
      this.#body('text'),
    ]);
    return { to, cc, subject, text: text.replace(/\r\n?/g, '\n'), threadId: item.conversationId || null };
  }

  async insertAtTop({ html, text }: { readonly html: string; readonly text: string }): Promise<void> {
    const isHtml = await this.#isHtml();
    // A signature that Outlook has put in stays below it. Markup in a plain-text reply would be refused.
    await asked('take the letter', (done) => {
      openReply().body.prependAsync(isHtml ? html : `${text}\n`, coercion(isHtml), done);
    });
  }

  async insertAtCursor(text: string): Promise<void> {
    const isHtml = await this.#isHtml();
    const paragraph = isHtml ? `<p>${escapeHtml(text).replaceAll('\n', '<br>')}</p>` : `${text}\n`;
    await asked('take the paragraph', (done) => {
      openReply().body.setSelectedDataAsync(paragraph, coercion(isHtml), done);
    });
  }

  async replace(words: string, by: string): Promise<boolean> {
    const isHtml = await this.#isHtml();
    const before = await this.#body(isHtml ? 'html' : 'text');
    const after = isHtml ? replacedInHtml(before, words, by) : replacedOnce(before, words, by);
    if (after === null) return false;
    await asked('take the change', (done) => {
      openReply().body.setAsync(after, coercion(isHtml), done);
    });
    return true;
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

  #body(kind: 'html' | 'text'): Promise<string> {
    return asked<string>('give the text of the reply', (done) => {
      openReply().body.getAsync(kind, done);
    });
  }

  async #isHtml(): Promise<boolean> {
    const type = await asked<Office.CoercionType | string>('say what kind of text the reply is', (done) => {
      openReply().body.getTypeAsync(done);
    });
    if (type !== 'html' && type !== 'text')
      throw new HostError('outlook-body-type', 'Outlook didn’t say what kind of text the reply is.');
    return type === 'html';
  }
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
