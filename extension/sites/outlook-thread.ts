/*
 * Which message is open in Outlook on the web. Class names there are hashes of the build and labels are in the user's
 * language, so neither is asked: messages are found by the ids of their headings (MSG_…_FROM), by roles, and by data
 * attributes.
 */
import type { Correspondent } from '../../core/message.ts';
import { displayedMoments } from './displayed-date.ts';
import { firstFound, type Found } from './found.ts';
import { dateOf } from './outlook-date.ts';
import { isShown, shownOf } from './shown.ts';

/** Where a mail's own markup stands. Not every build has each of them. */
const BODIES = ['[id^="UniqueMessageBody"]', '[role="document"]', '.allowTextSelection:not([contenteditable="true"])'];

/** Whatever looks like Outlook in a mail, in a reply or in the list of mails is none of the open message's parts. */
export const FOREIGN = `${BODIES.join()}, [contenteditable="true"], [role="listbox"] [data-convid]`;

const FROM = '[id^="MSG_"][id$="_FROM"]';
const SUBJECT = '[role="heading"][id^="CONV_"][id$="_SUBJECT"], h1[id^="CONV_"], h2[id^="CONV_"]';

/** A message of the conversation, opened out. */
export interface OutlookCard {
  readonly element: Element;
  /** The end of the message's id, which its headings carry; null in a build without them. */
  readonly id: string | null;
  readonly sender: Found<Correspondent> | null;
  readonly date: Found<string> | null;
  /** Null while the text hasn't come. */
  readonly body: Found<HTMLElement> | null;
}

/** What Outlook shows; null when nothing is open. */
export interface OutlookThread {
  readonly heading: HTMLElement | null;
  /** The message that a reply would answer; null while none is there, and when all of them are the mailbox's own. */
  readonly card: OutlookCard | null;
  readonly onlyOurs: boolean;
}

/** Finds the open conversation, and in it the message that a reply would answer. */
export function outlookThread(document: Document): OutlookThread | null {
  const [heading = null] = shownOf(document, SUBJECT, FOREIGN);
  const cards = cardsIn(document);
  if (!heading && cards.length === 0) return null;
  const card = choose(cards, document);
  return { heading, card, onlyOurs: !card && cards.length > 0 };
}

function cardsIn(document: Document): readonly OutlookCard[] {
  const senders = shownOf(document, FROM, FOREIGN).filter(
    (sender) => sender.closest('[aria-expanded]')?.getAttribute('aria-expanded') !== 'false',
  );
  const all = [...document.querySelectorAll(FROM)];
  if (senders.length > 0) return senders.map((sender) => cardOf(areaOf(sender, all), sender));
  // A build without these ids: each text with what stands around it.
  const bodies = bodiesIn(document)?.value ?? [];
  return bodies.map((body) => cardOf(areaOf(body, bodies), null));
}

/** The widest thing around one that holds none of the others. */
function areaOf(one: Element, all: readonly Element[]): Element {
  let area = one;
  for (let around = one.parentElement; around && around.tagName !== 'BODY'; around = around.parentElement) {
    const holder = around;
    if (all.some((other) => other !== one && holder.contains(other))) break;
    area = around;
    // The list of mails, the ribbon and the account stand beside the reading pane.
    if (around.matches('[role="main"], [data-app-section="MailReadCompose"], #ReadingPaneContainerId')) break;
  }
  return area;
}

function cardOf(element: Element, heading: HTMLElement | null): OutlookCard {
  const bodies = bodiesIn(element);
  const [body] = bodies?.value ?? [];
  return {
    element,
    id: heading?.id.slice('MSG_'.length, -'_FROM'.length) ?? null,
    sender: senderOf(element, heading),
    date: dateOf(element, FOREIGN),
    body: bodies && body ? { value: body, by: bodies.by } : null,
  };
}

function bodiesIn(within: ParentNode): Found<readonly HTMLElement[]> | null {
  return firstFound(
    BODIES.map((selector) => [
      selector,
      () => {
        const shown = [...within.querySelectorAll<HTMLElement>(selector)].filter(
          (body) =>
            isShown(body) &&
            body.parentElement?.closest(BODIES.join()) == null &&
            body.closest('[contenteditable="true"], [role="dialog"]') === null,
        );
        return shown.length > 0 ? shown : null;
      },
    ]),
  );
}

function senderOf(card: Element, heading: HTMLElement | null): Found<Correspondent> | null {
  const [third] = shownOf(card, 'h3, [role="heading"][aria-level="3"]', FOREIGN);
  return firstFound<Correspondent>([
    ['heading MSG_…_FROM', () => (heading ? correspondentIn(heading) : null)],
    ['third-level heading', () => (third ? correspondentIn(third) : null)],
    ['address in angle brackets', () => addressed(shownOf(card, '[aria-label*="@"], [title*="@"], span', FOREIGN))],
  ]);
}

function addressed(elements: readonly HTMLElement[]): Correspondent | null {
  for (const element of elements) {
    const found = correspondentIn(element);
    if (found && found.address !== '') return found;
  }
  return null;
}

/** Those whom a part of a well shows: somebody, or several of them in a row. */
export function correspondentsIn(element: Element): readonly Correspondent[] {
  const text = plain(element.getAttribute('title') ?? element.textContent);
  const several = text.match(/[^<>]{0,200}<\s?[^<>\s@]{1,100}@[^<>\s@]{1,200}\s?>/g) ?? [];
  const one = several.length > 1 ? null : correspondentIn(element);
  return one ? [one] : several.flatMap((part) => addressedIn(part.replace(/^[\s;,]+/, '')) ?? []);
}

/**
 * Somebody as Outlook shows them: "Name<address>" from outside, the name alone for people of the same organisation, whose
 * address is then not on the page.
 */
export function correspondentIn(element: Element): Correspondent | null {
  const labels = [element, ...element.querySelectorAll('[aria-label], [title]')];
  const texts = [
    element.textContent,
    ...labels.map((label) => label.getAttribute('title') ?? ''),
    ...labels.map((label) => (label.getAttribute('aria-label') ?? '').replace(/^[^:<]{1,30}:\s*/, '')),
  ].map(plain);
  for (const text of texts) {
    const found = addressedIn(text);
    if (found) return found;
  }
  const address = texts.find((text) => /^[^<>\s@]{1,100}@[^<>\s@]{1,200}$/.test(text)) ?? '';
  const name = unquoted(texts[0] ?? '');
  if (name === '' && address === '') return null;
  return { name: name === address ? '' : name, address };
}

/** Somebody with an address in angle brackets. */
function addressedIn(text: string): Correspondent | null {
  const [, name, address] = /^([^<>]{0,200})<\s?([^<>\s@]{1,100}@[^<>\s@]{1,200})\s?>;?$/.exec(text) ?? [];
  return name !== undefined && address !== undefined ? { name: unquoted(name), address } : null;
}

function plain(text: string): string {
  return text
    .replace(/[\u200b\u200e\u200f]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

function unquoted(name: string): string {
  return name
    .trim()
    .replace(/^["'](.*)["']$/, '$1')
    .replace(/;$/, '')
    .trim();
}

/**
 * Staff answer the newest message that came from outside: a colleague's remark or our own answer after it doesn't replace it.
 * Whoever means another message clicks or selects in it. Conversations may run up or down the page, so the dates decide.
 */
function choose(cards: readonly OutlookCard[], document: Document): OutlookCard | null {
  const own = ownMailboxes(document);
  const received = cards.filter((card) => !isDraft(card) && !isOwn(card, own));
  const point = document.getSelection()?.anchorNode ?? null;
  const byDate = newestLast(received, document.documentElement.lang);
  return (
    received.find((card) => card.element.contains(point)) ??
    byDate.findLast((card) => !isColleague(card, own)) ??
    byDate.at(-1) ??
    null
  );
}

/** The mailbox's own newest message that is later than another of the conversation; null where none is opened out. */
export function ownAfter(card: OutlookCard, document: Document): OutlookCard | null {
  const own = ownMailboxes(document);
  const cards = newestLast(
    cardsIn(document).filter((one) => !isDraft(one)),
    document.documentElement.lang,
  );
  const at = cards.findIndex(({ element }) => element === card.element);
  return at < 0 ? null : (cards.slice(at + 1).findLast((one) => isOwn(one, own)) ?? null);
}

function newestLast(cards: readonly OutlookCard[], language: string): readonly OutlookCard[] {
  const dated = cards.map((card) => ({ card, at: displayedMoments(card.date?.value ?? '', language)[0] }));
  if (dated.some(({ at }) => at === undefined)) return cards;
  return dated.sort((left, right) => (left.at ?? 0) - (right.at ?? 0)).map(({ card }) => card);
}

/** The word differs from language to language, the brackets before the name don't: [Draft], [Entwurf], [Drafft]. */
function isDraft(card: OutlookCard): boolean {
  return (
    /^\[[^\]]{2,20}\]/.test(card.sender?.value.name ?? '') ||
    card.element.querySelector(FROM)?.textContent.trim().startsWith('[') === true
  );
}

interface OwnMailboxes {
  readonly addresses: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/** The mailboxes in the folder tree, and the person who is signed in. */
function ownMailboxes(document: Document): OwnMailboxes {
  const roots = [
    ...document.querySelectorAll('[role="treeitem"][data-folder-name*="@"], [role="treeitem"][title*="@"]'),
  ];
  const addresses = roots.flatMap((root) => [
    root.getAttribute('title') ?? '',
    root.getAttribute('data-folder-name') ?? '',
  ]);
  const person = document.getElementById('O365_MainLink_Me');
  const named = [...roots, ...(person ? [person] : [])].map((one) => one.textContent.replace(/\s+/g, ' ').trim());
  return {
    addresses: new Set(addresses.filter((text) => /^[^\s@]+@[^\s@]+$/.test(text)).map((text) => text.toLowerCase())),
    names: new Set(named.filter((name) => name !== '')),
  };
}

function isOwn({ sender }: OutlookCard, own: OwnMailboxes): boolean {
  if (!sender) return false;
  const { name, address } = sender.value;
  return address === '' ? own.names.has(name) : own.addresses.has(address.toLowerCase());
}

/** Shown without an address, or with one of our own organisation. */
function isColleague({ sender }: OutlookCard, own: OwnMailboxes): boolean {
  const address = sender?.value.address.toLowerCase() ?? '';
  if (sender && address === '') return true;
  const [, domain = ''] = address.split('@');
  return (
    !/^(?:outlook|hotmail|live|msn)\./.test(domain) &&
    [...own.addresses].some((mailbox) => mailbox.endsWith(`@${domain}`))
  );
}
