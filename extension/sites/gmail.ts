import type { MessageKey } from '../../core/host.ts';
import { emptyMessage, type Correspondent } from '../../core/message.ts';
import { foundBy } from './found.ts';
import { gmailReply } from './gmail-compose.ts';
import { displayedMoments } from './displayed-date.ts';
import { receivedAt } from './gmail-date.ts';
import { MAIL_BODY, openThread, type Card, type OpenThread } from './gmail-thread.ts';
import { pageText } from './page-text.ts';
import { insertIntoReply } from './reply.ts';
import { shownOf } from './shown.ts';
import type { Site, SiteReading } from './site.ts';

/** `.adL` is what Gmail folds away itself, `.ei` an advertisement, `.yj6qo` the button that unfolds. */
export const TEXT_RULES = { leftOut: '.adL, .ei, .yj6qo', quotedMail: '.gmail_quote' };

/** Gmail on the web. */
export const gmail: Site = {
  name: 'Gmail',
  read: (document) => reading(openThread(document), document),
  glance: (document) => {
    const open = openThread(document);
    if (open.kind !== 'thread') return open.kind;
    const state = open.card?.body ? 'message' : open.onlyOurs ? 'ours' : 'loading';
    return `${state} ${keyOf(open) ?? ''} ${open.card?.sender ? 'from' : ''}`;
  },
  insertDraft: (document, draft, key) =>
    insertIntoReply(
      document,
      { draft, key },
      gmailReply(document, () => {
        const open = openThread(document);
        return open.kind === 'thread' && open.card && keyOf(open) === key ? open.card : null;
      }),
    ),
};

function reading(open: OpenThread, document: Document): SiteReading {
  if (open.kind === 'none') return { kind: 'none' };
  if (open.kind === 'several') {
    return unreadable(['several conversations'], ['which one is meant: click in it']);
  }
  const { heading, card } = open;
  if (open.onlyOurs) {
    return unreadable(['your own message'], ['a message from somebody else: click it, so that it opens']);
  }
  const key = keyOf(open);
  const subject = heading ? subjectOf(heading) : null;
  const from = card?.sender ? correspondent(card.sender) : null;
  const parts: readonly (readonly [string, boolean])[] = [
    ['sender', from !== null],
    ['subject', subject !== null],
    ['message', card?.body != null],
    ['the message’s number', key !== null],
  ];
  const found = parts.flatMap(([name, isThere]) => (isThere ? [name] : []));
  const missing = parts.flatMap(([name, isThere]) => (isThere ? [] : [name]));
  if (!card?.body) return { kind: 'loading', key: key ?? open.threadId ?? '', subject, found, missing };
  if (!from || subject === null || key === null) return unreadable(found, missing);
  const { lang } = document.documentElement;
  const received = receivedAt(dateTitle(card, lang), lang, card.hexId);
  return {
    kind: 'message',
    key,
    message: {
      ...emptyMessage(),
      ...received,
      ...recipients(card),
      from,
      subject,
      text: pageText(card.body, TEXT_RULES),
      attachments: attachments(card),
      siteMessageId: card.hexId ?? card.permId,
      threadId: open.threadId,
    },
    foundBy: foundBy({
      from: 'attribute email',
      to: 'attribute email',
      cc: 'attribute email',
      subject: 'heading of the thread',
      receivedAt: received.receivedAtSource === 'site-id' ? 'number of the message' : 'title of the date',
      threadId: open.threadId === null ? null : 'attribute data-legacy-thread-id',
      messageId: card.hexId === null ? 'attribute data-message-id' : 'attribute data-legacy-message-id',
      newText: card.body.matches('.a3s') ? 'class .a3s' : 'place in the message',
    }),
  };
}

/** What the date of a message says in full. */
export function dateTitle(card: Card, lang: string): string {
  const titled = shownOf(card.element, '[title]', MAIL_BODY);
  const date =
    titled.find((one) => one.matches('.g3')) ?? titled.find(({ title }) => displayedMoments(title, lang).length > 0);
  return date?.title ?? '';
}

function unreadable(found: readonly string[], missing: readonly string[]): SiteReading {
  return { kind: 'unreadable', page: gmail.name, found, missing };
}

/** The open message's key; null where there is none to know it by. */
export function keyOf(open: OpenThread): MessageKey | null {
  if (open.kind !== 'thread' || !open.card) return null;
  const message = open.card.permId ?? open.card.hexId;
  return message === null ? null : `gmail/${open.threadId ?? ''}/${message}`;
}

/** Gmail draws emoji as pictures; a subject may consist of them alone. */
function subjectOf(heading: Element): string {
  let subject = '';
  for (const node of heading.childNodes) {
    if (node.nodeType === 3) subject += node.nodeValue ?? '';
    else if (node.nodeType === 1) {
      const element = node as Element;
      subject += element.getAttribute('data-emoji') ?? subjectOf(element);
    }
  }
  return subject.replace(/\s+/g, ' ').trim();
}

function correspondent(element: Element): Correspondent | null {
  const address = element.getAttribute('email')?.trim() ?? '';
  if (address === '') return null;
  return { name: element.getAttribute('name')?.trim() ?? '', address };
}

/**
 * Folded, Gmail lists To and Cc as one; they can't be told apart and all count as To. Unfolded ("Show details") there is a
 * row for each, with a word before it in the user's language.
 */
function recipients(card: Card): { to: readonly Correspondent[]; cc: readonly Correspondent[] } {
  const people = shownOf(card.element, '[email]', MAIL_BODY).filter((one) => one !== card.sender);
  const named = people.filter((one) => one.matches('.hb *'));
  // Without the class of the folded list each may stand there twice, folded and unfolded, and the sender too.
  const seen = new Set(named.length > 0 ? [] : [card.sender?.getAttribute('email')]);
  const listed = (named.length > 0 ? named : people).flatMap((element) => {
    const person = correspondent(element);
    if (!person || seen.has(person.address)) return [];
    if (named.length === 0) seen.add(person.address);
    return person;
  });
  const copied = copiedRows(card, people).flatMap((row) =>
    shownOf(row, '[email]', MAIL_BODY).map((element) => element.getAttribute('email')),
  );
  return {
    to: listed.filter(({ address }) => !copied.includes(address)),
    cc: listed.filter(({ address }) => copied.includes(address)),
  };
}

/**
 * The rows of those who got a copy: by the word that many languages share, else the last row of several. Rows of people who
 * aren't in the folded list say from whom it is and to whom an answer goes.
 */
function copiedRows(card: Card, people: readonly HTMLElement[]): readonly HTMLElement[] {
  const rows = shownOf(card.element, 'tr', MAIL_BODY).filter((row) => row.querySelector('table') === null);
  const named = rows.filter((row) => /^\s*cc\s*:?\s*$/i.test(row.firstElementChild?.textContent ?? ''));
  if (named.length > 0) return named;
  const addressOf = (element: Element): string | null => element.getAttribute('email');
  const folded = people.filter((one) => !rows.some((row) => row.contains(one))).map(addressOf);
  const recipients = rows.filter((row) => {
    const inRow = people.filter((one) => row.contains(one));
    return inRow.length > 0 && inRow.every((one) => folded.includes(addressOf(one)));
  });
  return recipients.slice(1).slice(-1);
}

/** The names under the message. Pictures within the text have a download address too and are no attachments. */
function attachments(card: Card): readonly string[] {
  const names = shownOf(card.item, '.aQH .aV3', MAIL_BODY).map((name) => name.textContent.trim());
  if (names.length > 0) return names;
  // type:name:address
  return shownOf(card.item, '[download_url]', MAIL_BODY).map((element) =>
    unescaped(element.getAttribute('download_url')?.split(':')[1] ?? ''),
  );
}

function unescaped(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
