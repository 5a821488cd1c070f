import { toInstant } from '../../core/dates.ts';
import { emptyMessage, type Correspondent } from '../../core/message.ts';
import type { RecordValue } from '../../core/record.ts';
import { isSeen, tidy, valueOf } from '../record/deep.ts';
import { gathered, type Candidate } from '../record/gather.ts';
import { labelledIn } from '../record/labelled.ts';
import { firstFound, foundBy, type Found } from './found.ts';
import { pageText } from './page-text.ts';
import { insertIntoReply } from './reply.ts';
import { NO_REPLY, type Site, type SiteReading } from './site.ts';
import { objectionTo } from './zendesk-box.ts';

const TEXT_RULES = { leftOut: ':not(*)', quotedMail: '.zendesk_quoted, .gmail_quote' };
const COMPOSER =
  '.zendesk-editor--rich-text-container [contenteditable="true"][role="textbox"], [role="textbox"][contenteditable="true"].ck-editor__editable';
const ARTICLES = 'article[data-test-id="omni-log-comment-item"], [data-test-id="omni-log-container"] article';

/** Zendesk's agent workspace. Several tickets stand in one document: everything is looked up within the one in front. */
export const zendesk: Site = {
  name: 'Zendesk',
  read: (document) => {
    const ticket = openTicket(document);
    return ticket ? reading(ticket) : { kind: 'none' };
  },
  glance: (document) => {
    const ticket = openTicket(document);
    return ticket ? `${keyOf(ticket)} ${ticket.layout.querySelectorAll('article').length}` : 'none';
  },
  insertDraft: (document, draft, key) => {
    const open = (): Ticket | null => {
      const ticket = openTicket(document);
      return ticket && keyOf(ticket) === key ? ticket : null;
    };
    if (open()?.layout.querySelector(COMPOSER) === null) return Promise.resolve(NO_REPLY);
    return insertIntoReply(
      document,
      { draft, key },
      {
        site: 'Zendesk',
        write: 'paste',
        isOpen: () => open() !== null,
        box: () => [...(open()?.layout.querySelectorAll<HTMLElement>(COMPOSER) ?? [])].find(isSeen) ?? null,
        control: () => null,
        objection: objectionTo,
      },
    );
  },
};

interface Ticket {
  readonly id: string;
  readonly by: string;
  readonly layout: Element;
}

function openTicket(document: Document): Ticket | null {
  const selected = document.querySelector(
    '[data-test-id="header-tab"][aria-selected="true"], [data-entity-is-selected="true"]',
  );
  const tickets = [...document.querySelectorAll('[data-ticket-id]')].filter(isSeen);
  const inAddress = /\/tickets\/(\d+)/.exec(document.location.pathname)?.[1] ?? null;
  const idOf = (): Found<string> | null =>
    firstFound<string>([
      ['attribute data-ticket-id', () => (tickets.length === 1 ? tickets[0]?.getAttribute('data-ticket-id') : null)],
      ['selected tab', () => selected?.getAttribute('data-entity-id')],
      ['address', () => inAddress],
    ]);
  const id = idOf();
  if (!id || !/^\d+$/.test(id.value)) return null;
  const layout =
    document.querySelector(`[data-test-id="ticket-${id.value}-standard-layout"]`) ??
    tickets
      .find((ticket) => ticket.getAttribute('data-ticket-id') === id.value)
      ?.closest('[data-is-active], main, body');
  return layout ? { id: id.value, by: id.by, layout } : null;
}

/** The comment in the key: a chaser that comes while the panel is open is another message. */
function keyOf({ id, layout }: Ticket): string {
  return `zendesk/${id}/${newest(layout)?.time.getAttribute('datetime') ?? ''}`;
}

function reading(ticket: Ticket): SiteReading {
  const { id, layout } = ticket;
  const subject = subjectOf(layout);
  const comment = newest(layout);
  const values = recordIn(ticket);
  if (!comment) {
    if (layout.querySelector(ARTICLES)) {
      return { kind: 'unreadable', page: zendesk.name, found: ['comments'], missing: ['a message from the requester'] };
    }
    const missing = ['sender', 'message'];
    return { kind: 'loading', key: id, subject: subject?.value ?? null, found: subject ? ['subject'] : [], missing };
  }
  const from = senderOf(comment.article, layout);
  const at = comment.time.getAttribute('datetime') ?? '';
  const isMoment = /T\d{2}:\d{2}.*(?:Z|[+-]\d{2}:?\d{2})$/.test(at) && !Number.isNaN(Date.parse(at));
  return {
    kind: 'message',
    key: keyOf(ticket),
    message: {
      ...emptyMessage(),
      from: from?.value ?? null,
      subject: subject?.value ?? '',
      text: pageText(comment.body.value, TEXT_RULES),
      receivedAt: isMoment ? toInstant(new Date(at).toISOString()) : null,
      receivedAtSource: isMoment ? 'displayed' : null,
      threadId: id,
    },
    record: values,
    foundBy: foundBy({
      from: from?.by,
      cc: 'no copies shown',
      subject: subject?.by,
      receivedAt: isMoment ? 'attribute datetime' : null,
      threadId: ticket.by,
      newText: comment.body.by,
    }),
  };
}

interface Comment {
  readonly article: Element;
  readonly time: Element;
  readonly body: Found<Element>;
}

/** The newest comment that a requester wrote; the log may run up or down. */
function newest(layout: Element): Comment | null {
  const comments = [...layout.querySelectorAll(ARTICLES)].flatMap((article): Comment[] => {
    const time = article.querySelector('time[datetime]');
    const body = firstFound<Element>([
      ['omni-log-message-content', () => article.querySelector('[data-test-id="omni-log-message-content"]')],
      ['omni-log-item-message', () => article.querySelector('[data-test-id="omni-log-item-message"]')],
      ['class zd-comment', () => article.querySelector('.zd-comment')],
    ]);
    return time && body && isRequesters(article) ? [{ article, time, body }] : [];
  });
  const moment = ({ time }: Comment): number => Date.parse(time.getAttribute('datetime') ?? '') || 0;
  return comments.sort((left, right) => moment(left) - moment(right)).at(-1) ?? null;
}

function isRequesters(article: Element): boolean {
  const type = article.querySelector('[data-test-id="omni-log-item-message"]')?.getAttribute('type');
  if (type != null) return type === 'end-user';
  return article.querySelector('[data-test-id*="AgentBadge"], [data-test-id*="internal-note"]') === null;
}

/** The address stands in the pane about the customer, who is the sender only where the name is the same. */
function senderOf(article: Element, layout: Element): Found<Correspondent> | null {
  const person = article.querySelector(
    '[data-test-id="omni-log-item-sender"], [data-test-id="omni-log-comment-user-link"]',
  );
  const name = tidy(person?.textContent ?? '');
  if (name === '') return null;
  const customer = contextOf(layout);
  const isTheirs = customer !== null && tidy(nameIn(customer)?.textContent ?? '') === name;
  const address = isTheirs ? (customer.querySelector('a[href^="mailto:"]')?.textContent.trim() ?? '') : '';
  return { value: { name, address }, by: 'omni-log-item-sender and customer context' };
}

function contextOf(layout: Element): Element | null {
  return layout.querySelector('[data-test-id="customer-context-pane"], [data-test-id="omnipanel-content"], aside');
}

function nameIn(context: Element): Element | null {
  return context.querySelector('[data-test-id="customer-context-name"], a[href*="/users/"], h2');
}

function subjectOf(layout: Element): Found<string> | null {
  const field = layout.querySelector('[data-test-id="omni-header-subject"], header input');
  const value = field && valueOf(field);
  return value == null ? null : { value, by: 'omni-header-subject' };
}

function recordIn({ id, layout }: Ticket): readonly RecordValue[] {
  const context = contextOf(layout);
  const mail = context?.querySelector('a[href^="mailto:"]');
  const known: readonly (readonly [string, string, Element | null | undefined])[] = [
    ['requester', 'customer-context-name', context && nameIn(context)],
    ['requester', 'requester field', layout.querySelector('[data-test-id="ticket-system-field-requester-select"]')],
    [
      'priority',
      'ticket-fields-priority-select',
      layout.querySelector('[data-test-id="ticket-fields-priority-select"]'),
    ],
  ];
  const candidates: readonly Candidate[] = [
    { names: ['ticket number'], label: null, value: id, by: 'number of the ticket', isGuess: false },
    ...known.map(([name, by, element]) => ({
      names: [name],
      label: null,
      value: element ? valueOf(element) : null,
      by,
      isGuess: false,
    })),
    ...labelledIn(layout)
      .filter(({ element }) => element.closest('article, header') === null)
      .map(({ kind, label, value }) => ({ names: [label], label, value, by: `${kind} “${label}”`, isGuess: false })),
    { names: ['email'], label: null, value: mail ? valueOf(mail) : null, by: 'link to write to', isGuess: false },
  ];
  return gathered(candidates);
}
