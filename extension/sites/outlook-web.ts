import { toInstant } from '../../core/dates.ts';
import type { MessageKey } from '../../core/host.ts';
import { emptyMessage, type Message } from '../../core/message.ts';
import { displayedMoments } from './displayed-date.ts';
import { firstFound, foundBy, type Found } from './found.ts';
import { outlookReply } from './outlook-compose.ts';
import { conversationId, itemId, namesSomething } from './outlook-ids.ts';
import { recipients } from './outlook-recipients.ts';
import { FOREIGN, outlookThread, type OutlookCard, type OutlookThread } from './outlook-thread.ts';
import { pageText } from './page-text.ts';
import { insertIntoReply } from './reply.ts';
import { shownOf } from './shown.ts';
import type { Site, SiteReading } from './site.ts';

/** Outlook folds nothing away itself; quoted mail stands below a ruled line. */
export const TEXT_RULES = { leftOut: ':not(*)', quotedMail: ':not(*)' };

/** Outlook on the web. */
export const outlookWeb: Site = {
  name: 'Outlook on the web',
  read: (document) => reading(outlookThread(document), document),
  glance: (document) => {
    const open = outlookThread(document);
    if (!open) return namesSomething(document) ? `opening ${document.location.pathname}` : 'none';
    const state = open.card?.body ? 'message' : open.onlyOurs ? 'ours' : 'loading';
    return `${state} ${keyOf(open, document) ?? ''} ${open.card?.sender ? 'from' : ''}`;
  },
  insertDraft: (document, draft, key) =>
    insertIntoReply(
      document,
      { draft, key },
      outlookReply(document, () => {
        const open = outlookThread(document);
        return open?.card && keyOf(open, document) === key ? open.card : null;
      }),
    ),
};

function reading(open: OutlookThread | null, document: Document): SiteReading {
  if (!open) {
    if (!namesSomething(document)) return { kind: 'none' };
    const missing = ['sender', 'subject', 'message'];
    return { kind: 'loading', key: document.location.pathname, subject: null, found: [], missing };
  }
  const { card } = open;
  if (open.onlyOurs) {
    return unreadable(['your own message'], ['a message from somebody else: click it, so that it opens']);
  }
  const key = keyOf(open, document);
  const subject = subjectOf(open);
  // A heading that says nothing is that of a message without a subject.
  const hasSubject = subject !== null || open.heading !== null;
  const parts: readonly (readonly [string, boolean])[] = [
    ['sender', card?.sender != null],
    ['subject', hasSubject],
    ['message', card?.body != null],
  ];
  const found = parts.flatMap(([name, isThere]) => (isThere ? [name] : []));
  const missing = parts.flatMap(([name, isThere]) => (isThere ? [] : [name]));
  if (!card?.body) return { kind: 'loading', key: key ?? '', subject: subject?.value ?? null, found, missing };
  if (!card.sender || !hasSubject || key === null) return unreadable(found, missing);
  const thread = conversationId(document, open.heading);
  const item = itemId(document);
  const received = receivedAt(card, document.documentElement.lang);
  const to = recipients(card, 'TO');
  const cc = recipients(card, 'CC');
  return {
    kind: 'message',
    key,
    message: {
      ...emptyMessage(),
      ...received,
      from: card.sender.value,
      to: to.value,
      cc: cc.value,
      subject: subject?.value ?? '',
      text: pageText(card.body.value, TEXT_RULES),
      attachments: attachments(card),
      siteMessageId: item?.value ?? null,
      threadId: thread?.value ?? null,
    },
    foundBy: foundBy({
      from: card.sender.by,
      to: to.by,
      cc: cc.by,
      subject: subject?.by,
      receivedAt: card.date?.by,
      threadId: thread?.by,
      messageId: item?.by,
      newText: card.body.by,
    }),
  };
}

function unreadable(found: readonly string[], missing: readonly string[]): SiteReading {
  return { kind: 'unreadable', page: outlookWeb.name, found, missing };
}

/** The open message's key; null where there is none to know it by. */
export function keyOf({ heading, card }: OutlookThread, document: Document): MessageKey | null {
  if (!card) return null;
  const thread = conversationId(document, heading)?.value ?? itemId(document)?.value ?? heading?.id ?? '';
  const message = card.id ?? `${card.sender?.value.address ?? ''} ${card.date?.value ?? ''}`.trim();
  return message === '' ? null : `outlook/${thread}/${message}`;
}

function subjectOf({ heading, card }: OutlookThread): Found<string> | null {
  const textOf = (element: Element | undefined | null): string | null => {
    const text = element?.getAttribute('title')?.trim() || element?.textContent.replace(/\s+/g, ' ').trim();
    return text === undefined || text === '' ? null : text;
  };
  const pane =
    card?.element.closest('[role="main"], [data-app-section="MailReadCompose"]') ?? card?.element.parentElement;
  return firstFound<string>([
    ['heading CONV_…_SUBJECT', () => textOf(heading)],
    [
      'heading MSG_…_SUBJECT',
      () => card && textOf(shownOf(card.element, '[role="heading"][id$="_SUBJECT"]', FOREIGN)[0]),
    ],
    ['second-level heading', () => pane && textOf(shownOf(pane, 'h2, [role="heading"][aria-level="2"]', FOREIGN)[0])],
  ]);
}

/**
 * The date is in the format that the user has set, which need not be that of the page's language: 05/09 is asked, also where
 * the weekday beside it fits both days.
 */
export function receivedAt(
  card: Pick<OutlookCard, 'date'>,
  language: string,
): Pick<Message, 'receivedAt' | 'receivedAtSource' | 'receivedAtChoices'> {
  const moments = displayedMoments(card.date?.value ?? '', language).map((moment) =>
    toInstant(new Date(moment).toISOString()),
  );
  const [only] = moments;
  if (moments.length === 1 && only !== undefined) return { receivedAt: only, receivedAtSource: 'displayed' };
  return { receivedAt: null, receivedAtSource: null, ...(moments.length > 1 && { receivedAtChoices: moments }) };
}

function attachments(card: OutlookCard): readonly string[] {
  const [heading] = shownOf(card.element, '[id^="MSG_"][id$="_ATTACHMENTS"]', FOREIGN);
  const list = heading?.closest('[role="listbox"], [role="list"]');
  return [...(list?.querySelectorAll('[role="option"], [role="listitem"]') ?? [])].flatMap((tile) => {
    const name = tile.querySelector('[title]')?.getAttribute('title') ?? tile.getAttribute('title');
    return name == null || name === '' ? [] : [name];
  });
}
