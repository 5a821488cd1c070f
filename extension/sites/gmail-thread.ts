/*
 * Which message is open in Gmail. Its classes change several times a year, the attributes (email, data-message-id, …) have
 * stood for years: messages are found by attribute, and a class is believed only where nothing else tells.
 */
import { isShown, shownOf } from './shown.ts';

/**
 * Where a mail's own markup begins: whatever looks like Gmail in there is the sender's. By its place as well: Gmail logs what is
 * done in the box around a mail, which has a number, is no button, and holds the mail before anything else.
 */
export const MAIL_BODY = ':is(.a3s, [data-message-id] [jslog][id]:not([role]) > div:first-child)';

/** A message of the thread, opened out. */
export interface Card {
  /** What holds the message and the reply to it. */
  readonly item: Element;
  readonly element: HTMLElement;
  /** `msg-f:1876587342463468466`: given out by Gmail's servers. `msg-a:…` was written in this mailbox. */
  readonly permId: string | null;
  /** The same number in hexadecimal, as Gmail's API has it. */
  readonly hexId: string | null;
  readonly sender: HTMLElement | null;
  /** Null while the text hasn't come. */
  readonly body: HTMLElement | null;
  /** No message of the thread comes after it. */
  readonly isLast: boolean;
}

/** What Gmail shows. */
export type OpenThread =
  | { readonly kind: 'none' }
  /** More than one conversation, and none of them pointed at. */
  | { readonly kind: 'several' }
  | {
      readonly kind: 'thread';
      readonly heading: HTMLElement | null;
      readonly threadId: string | null;
      /** Null while no message is there yet, and when all that are opened out are the mailbox's own. */
      readonly card: Card | null;
      readonly onlyOurs: boolean;
    };

const HEADING = 'h2.hP, h2[data-thread-perm-id], h2[data-legacy-thread-id]';
const MESSAGE = '[data-message-id], [data-legacy-message-id]';

/** Finds the open thread, and in it the message that a reply would answer. */
export function openThread(document: Document): OpenThread {
  // gmail-spa-two-threads: the thread seen before stays in the document, hidden, with the same ids and classes.
  const headings = shownOf(document, HEADING, MAIL_BODY);
  const pointedAt = headings.filter((heading) => {
    const view = viewOf(heading);
    return view !== null && view.contains(pointOf(document));
  });
  const [heading = null] = headings.length > 1 ? pointedAt : headings;
  if (headings.length > 1 && !heading) return { kind: 'several' };
  const view = heading ? viewOf(heading) : document.body;
  const cards = view ? cardsIn(view) : [];
  if (!heading && cards.length === 0) {
    return hasThreadAddress(document)
      ? { kind: 'thread', heading: null, threadId: null, card: null, onlyOurs: false }
      : { kind: 'none' };
  }
  const card = choose(cards, document);
  return { kind: 'thread', heading, threadId: threadId(heading), card, onlyOurs: !card && cards.length > 0 };
}

/** The mailbox's own latest message below another of the thread; null where none is opened out. */
export function ownBelow({ element }: Card, heading: HTMLElement | null, document: Document): Card | null {
  const view = heading ? viewOf(heading) : document.body;
  const cards = view ? cardsIn(view) : [];
  const at = cards.findIndex((card) => card.element === element);
  const account = accountOf(document);
  return at < 0 ? null : (cards.slice(at + 1).findLast((card) => isOwn(card, account)) ?? null);
}

/** A hash that names a thread: the message may be there without anything that we know it by. */
function hasThreadAddress(document: Document): boolean {
  const [path = ''] = document.location.hash.split('?');
  const last = path.split('/').slice(1).at(-1) ?? '';
  // Opaque names are thirty-odd letters of both cases, as no label is and no search; old ones are the number itself.
  return /^(?:FMfcg\w{10,}|(?=.*[A-Z].*[A-Z])(?=.*[a-z].*[a-z])[A-Za-z]{28,}|[0-9a-f]{16})$/.test(last);
}

/** The nearest thing around the heading that holds messages, and no other thread's heading. */
function viewOf(heading: HTMLElement): Element | null {
  for (let around = heading.parentElement; around; around = around.parentElement) {
    if ([...around.querySelectorAll(HEADING)].some((other) => other !== heading && !other.closest(MAIL_BODY)))
      return null;
    if (around.querySelector(MESSAGE)) return around;
  }
  return null;
}

/** The messages that are opened out: with their text, or about to have it. Drafts hold an editor in place of the text. */
function cardsIn(view: Element): readonly Card[] {
  const messages = [...view.querySelectorAll<HTMLElement>(MESSAGE)].filter((message) => !message.closest(MAIL_BODY));
  const shown = messages.filter(isShown);
  return shown.flatMap((element) => {
    const [body = null] = shownOf(element, MAIL_BODY, `${MAIL_BODY} *`);
    const opened = body !== null || element.classList.contains('adn');
    if (!opened || (!body && element.querySelector('[g_editable]'))) return [];
    const permId = realId(element.dataset['messageId'])?.replace(/^#/, '') ?? null;
    const people = shownOf(element, '[email]', MAIL_BODY);
    const sender = people.find((one) => one.matches('.gD, .gF *, h3 *')) ?? null;
    const item = itemOf(element, view, messages);
    return { item, element, permId, hexId: hexIdOf(permId, element), sender, body, isLast: element === shown.at(-1) };
  });
}

/** The widest thing around a message that holds no other; its own folded header, hidden beside it, carries its id too. */
function itemOf(message: HTMLElement, view: Element, messages: readonly HTMLElement[]): Element {
  const others = messages.filter((other) => other.dataset['messageId'] !== message.dataset['messageId']);
  let item: Element = message;
  for (let around = item.parentElement; around && view.contains(around); around = around.parentElement) {
    const holder = around;
    if (others.some((other) => holder.contains(other))) break;
    item = around;
  }
  return item;
}

/**
 * Staff answer the last message that came from outside, so that is the open one: a colleague's remark or our own answer
 * below it doesn't replace it. Whoever means another message clicks or selects in it. Where a thread was scrolled to
 * doesn't count: it would change under the reader's eyes.
 */
function choose(cards: readonly Card[], document: Document): Card | null {
  const account = accountOf(document);
  const received = cards.filter((card) => !isOwn(card, account));
  const point = pointOf(document);
  return (
    received.find((card) => card.item.contains(point)) ??
    received.findLast((card) => !isColleague(card, account)) ??
    received.at(-1) ??
    null
  );
}

/** Where the person last clicked, selected or typed. Gmail moves the focus by itself, but not the selection. */
function pointOf(document: Document): Node | null {
  return document.getSelection()?.anchorNode ?? null;
}

function isOwn(card: Card, account: string | null): boolean {
  // A message sent from this mailbox keeps the id that it got there, whatever address it was sent from.
  return card.permId?.startsWith('msg-a:') === true || (account !== null && addressOf(card.sender) === account);
}

/** Mailboxes of one firm share the part after the @; those of a public provider don't. */
function isColleague(card: Card, account: string | null): boolean {
  const ours = account?.split('@').at(-1);
  if (ours === undefined || /^(?:gmail|googlemail)\.com$/.test(ours)) return false;
  return addressOf(card.sender)?.endsWith(`@${ours}`) === true;
}

/** The mailbox's address: the account button names it in every language, the page's title as well. */
function accountOf(document: Document): string | null {
  const button = shownOf(document, '#gb [aria-label*="@"], header [aria-label*="@"]', MAIL_BODY)[0];
  const inLabel = /\(([^()\s]+@[^()\s]+)\)/.exec(button?.getAttribute('aria-label') ?? '')?.[1];
  // The subject stands before it in the title and may hold an address too.
  const inTitle = /.* - ([^\s@]+@[^\s@]+) - /.exec(document.title)?.[1];
  return (inLabel ?? inTitle)?.toLowerCase() ?? null;
}

function addressOf(sender: Element | null): string | null {
  return sender?.getAttribute('email')?.trim().toLowerCase() ?? null;
}

function threadId(heading: HTMLElement | null): string | null {
  const legacy = realId(heading?.dataset['legacyThreadId']);
  if (legacy !== null) return legacy;
  const permId = realId(heading?.dataset['threadPermId'])?.replace(/^#/, '') ?? null;
  return hexOf(permId) ?? permId;
}

/** Gmail is known to leave the wrong hexadecimal id on a message whose draft was open: its servers' own number wins. */
function hexIdOf(permId: string | null, element: HTMLElement): string | null {
  const legacy = realId(element.dataset['legacyMessageId']);
  return hexOf(permId) ?? (legacy !== null && /^[0-9a-f]{16}$/.test(legacy) ? legacy : null);
}

function hexOf(permId: string | null): string | null {
  const number = /^(?:msg|thread)-f:(\d{1,20})$/.exec(permId ?? '')?.[1];
  return number === undefined ? null : BigInt(number).toString(16).padStart(16, '0');
}

/** Gmail has been seen to write the word "undefined" in place of an id. */
function realId(value: string | undefined): string | null {
  return value === undefined || value === '' || value === 'undefined' ? null : value;
}
