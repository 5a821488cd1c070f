import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { MessageMark } from '../../core/host.ts';
import { toInstant } from '../../core/dates.ts';
import type { Capabilities } from '../../outlook-addin/capabilities.ts';
import { OutlookHost } from '../../outlook-addin/outlook-host.ts';
import { keyOf } from '../../outlook-addin/read-item.ts';

/* Whose words Outlook gives: it tells of one message and answers for what it shows, which can be another one. */

type Done = (answer: object) => void;

const CAN: Capabilities = {
  client: 'Outlook',
  hasHeaders: true,
  tellsOfReply: true,
  canDownload: true,
  givesFile: false,
  canOpenBrowser: true,
};

/** One message in the mailbox. */
interface Mail {
  readonly id: string;
  readonly subject: string;
  readonly from: string;
  /** Null: Outlook gives none. */
  headers: string | null;
  html: string;
  properties: Record<string, unknown>;
  bar: string | null;
  categories: string[];
}

function mail(id: string, change: Partial<Mail> = {}): Mail {
  const from = `${id}@mail.example`;
  return {
    id,
    subject: `Subject ${id}`,
    from,
    headers: `From: Somebody <${from}>\r\nMessage-ID: <${id}@mail.example>\r\n`,
    html: `<p>The words of ${id}.</p>`,
    properties: {},
    bar: null,
    categories: [],
    ...change,
  };
}

let shown: Mail;
/** Called before each question is answered, with its name. */
let before: (question: string) => void = () => undefined;
let asked: string[] = [];
/** The messages to which a reply was opened. */
let replies: string[] = [];

function select(one: Mail): void {
  shown = one;
  tell(one);
}

function tell(one: Mail): void {
  vi.stubGlobal('Office', { MailboxEnums: {}, context: { mailbox: { item: itemOf(one) } } });
}

/** What Outlook tells of a message; its questions are answered by what is shown. */
function itemOf(told: Mail): Office.MessageRead {
  const asks =
    (name: string, answer: (...all: unknown[]) => unknown) =>
    (...all: unknown[]): void => {
      asked.push(name);
      before(name);
      const value = answer(...all);
      const done = all.at(-1) as Done;
      setTimeout(() => {
        if (value instanceof Error) done({ status: 'failed', error: { code: 9020 } });
        else done({ status: 'succeeded', value });
      });
    };
  const properties = (): object => {
    const own = new Map(Object.entries(shown.properties));
    return {
      get: (name: string) => own.get(name),
      set: (name: string, value: unknown) => void own.set(name, value),
      remove: (name: string) => void own.delete(name),
      getAll: () => Object.fromEntries(own),
      saveAsync: asks('save', () => void (shown.properties = Object.fromEntries(own))),
    };
  };
  return {
    itemType: 'message',
    itemClass: 'IPM.Note',
    itemId: told.id,
    conversationId: 'conversation',
    internetMessageId: `<${told.id}@mail.example>`,
    subject: told.subject,
    from: { displayName: told.id, emailAddress: told.from },
    to: [],
    cc: [],
    attachments: [],
    dateTimeCreated: new Date('2026-03-24T18:42:10Z'),
    body: { getAsync: asks('text', () => shown.html) },
    getAllInternetHeadersAsync: asks('headers', () => shown.headers ?? new Error('none')),
    loadCustomPropertiesAsync: asks('properties', properties),
    displayReplyFormAsync: asks('reply', () => void replies.push(shown.id)),
    notificationMessages: {
      replaceAsync: asks('bar', (_key, details) => void (shown.bar = (details as { message: string }).message)),
      removeAsync: asks('bar away', () => void (shown.bar = null)),
    },
    categories: {
      getAsync: asks('categories', () => shown.categories.map((displayName) => ({ displayName }))),
      addAsync: asks('category', (names) => void (shown.categories = [...shown.categories, ...(names as string[])])),
      removeAsync: asks(
        'category away',
        (names) => void (shown.categories = shown.categories.filter((one) => !(names as string[]).includes(one))),
      ),
    },
  } as unknown as Office.MessageRead;
}

beforeEach(() => {
  before = () => undefined;
  asked = [];
  replies = [];
  select(mail('a'));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

const look = (host: OutlookHost) => host.currentMessage();
const OTHER = { kind: 'unreadable', because: expect.stringContaining('another message than it tells') as string };

test('headers and text are asked for once when a message is read', async () => {
  expect(await look(new OutlookHost(CAN))).toMatchObject({ kind: 'message', beside: { doubt: null } });
  expect(asked.filter((name) => name === 'headers')).toHaveLength(1);
  expect(asked.filter((name) => name === 'text')).toHaveLength(1);
});

test.each([
  ['a comment behind it', 'Message-ID: <a@mail.example> (added by postmaster@mail.example)'],
  ['on a line of its own', 'Message-ID:\r\n <a@mail.example>'],
  ['in capitals', 'MESSAGE-ID: <A@MAIL.EXAMPLE>'],
])('a Message-ID with %s is the same one', async (_name, headers) => {
  select(mail('a', { headers: `${headers}\r\n` }));
  expect(await look(new OutlookHost(CAN))).toMatchObject({ kind: 'message', beside: { doubt: null } });
});

test('a Message-ID that a server has written anew, of the same sender: it is read, and a person must say so', async () => {
  select(mail('a', { headers: 'From: <A@mail.example>\r\nMessage-ID: <rewritten@relay.example>\r\n' }));
  const host = new OutlookHost(CAN);
  const doubt = expect.stringContaining('isn’t one that Outlook tells of') as string;
  expect(await look(host)).toMatchObject({ kind: 'message', beside: { doubt } });
  expect(await look(host)).toMatchObject({ kind: 'message', beside: { doubt } });
  // Outlook forgets to tell that the next mail of the same sender is open.
  shown = mail('b', { from: 'a@mail.example', headers: 'From: <a@mail.example>\r\nMessage-ID: <b@mail.example>\r\n' });
  expect(await look(host)).toMatchObject(OTHER);
  expect(await look(host)).toMatchObject(OTHER);
});

test.each([
  ['another Message-ID and sender', mail('b')],
  ['another sender without a Message-ID', mail('b', { headers: 'From: b@mail.example\r\n' })],
])('told of one, shown another, with %s: nothing is read', async (_name, other) => {
  shown = other;
  expect(await look(new OutlookHost(CAN))).toMatchObject(OTHER);
});

test.each([null, '', 'Subject a'])(
  'without headers (%j) a person must say that the words are those of the message',
  async (headers) => {
    select(mail('a', { headers }));
    shown = mail('b', { headers });
    expect(await look(new OutlookHost(CAN))).toMatchObject({
      kind: 'message',
      message: { subject: 'Subject a', text: 'The words of b.' },
      beside: { doubt: expect.stringContaining('no headers') as string },
    });
  },
);

test('other words under the same Message-ID, untold: no act goes on with the old ones', async () => {
  const host = new OutlookHost(CAN);
  await look(host);
  shown = mail('a', { html: '<p>Quite other words.</p>' });
  expect(await look(host)).toMatchObject(OTHER);
});

test('of five megabytes the first part is read, and that is said', async () => {
  select(mail('a', { html: '<p>Nobody came to number 12.</p>'.repeat(170_000) }));
  const current = await look(new OutlookHost(CAN));
  expect(current).toMatchObject({ kind: 'message', beside: { isCut: true, doubt: null } });
  if (current.kind === 'message') expect(current.message.text.length).toBeLessThan(1_500_000);
});

test('two messages without ids in one conversation are two', () => {
  const bare = { itemId: '', internetMessageId: '', conversationId: 'c' };
  const one = { ...bare, dateTimeCreated: new Date(1), from: { emailAddress: 'a@mail.example' } };
  const keys = [
    one,
    { ...one, dateTimeCreated: new Date(2) },
    { ...one, from: { emailAddress: 'b@mail.example' } },
  ].map((item) => keyOf(item as unknown as Office.MessageRead));
  expect(new Set(keys).size).toBe(3);
});

const MARK: MessageMark = {
  reference: '7RK-4MD-2',
  stage: 'Stage one',
  stageOrder: 1,
  due: null,
  by: 'Joanna Marsh',
  at: toInstant('2026-03-25T09:30:00Z'),
};

/** A host beside message a that will show message b from the question of this number on. */
async function changingAt(at: number, isTold: boolean) {
  before = () => undefined;
  select(mail('a'));
  const host = new OutlookHost(CAN);
  const current = await look(host);
  if (current.kind !== 'message') throw new Error('not read');
  const other = mail('b');
  let number = 0;
  before = () => {
    if (++number !== at) return;
    shown = other;
    if (isTold) tell(other);
  };
  return { host, key: current.key, other };
}

test.each([true, false])(
  'a mark stays on no other message, whichever question it changes at (told: %s)',
  async (isTold) => {
    const calm = new OutlookHost(CAN);
    const first = await look(calm);
    asked = [];
    if (first.kind !== 'message') throw new Error('not read');
    expect(await calm.markMessage(MARK, first.key)).toBeNull();
    expect([shown.properties['duly'], shown.bar, shown.categories]).toEqual([
      expect.stringContaining('7RK-4MD-2'),
      expect.stringContaining('7RK-4MD-2'),
      ['Complaint – Stage 1'],
    ]);
    const questions = asked.length;
    for (let at = 1; at <= questions; at++) {
      const { host, key, other } = await changingAt(at, isTold);
      const said = await host.markMessage(MARK, key);
      const moment = `${asked.at(-1) ?? ''} at ${String(at)}: ${String(said)}`;
      expect([other.properties, other.bar, other.categories], moment).toEqual([{}, null, []]);
      expect(said, moment).toContain('Another message was opened meanwhile');
    }
  },
);

test.each([true, false])(
  'a reply to another message is never said to be the one that was meant, whichever question it changes at (told: %s)',
  async (isTold) => {
    const draft = { subject: '', html: '<p>Dear a</p>', text: 'Dear a' };
    // Text, headers, the reply, text, headers: one more for whatever comes after.
    for (let at = 1; at <= 6; at++) {
      replies = [];
      const { host, key } = await changingAt(at, isTold);
      const outcome = await host.draftReply(draft, key);
      const moment = `at ${String(at)}: ${JSON.stringify(outcome)}`;
      if (outcome.kind === 'inserted') expect(replies, moment).toEqual(['a']);
      if (replies.includes('b'))
        expect(outcome, moment).toMatchObject({
          kind: 'refused',
          reason: expect.stringContaining('Look whom the reply goes to') as string,
        });
    }
  },
);
