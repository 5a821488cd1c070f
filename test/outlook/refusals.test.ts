import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { toInstant, toIsoDate } from '../../core/dates.ts';
import { HostError, type MessageMark } from '../../core/host.ts';
import { emptyMessage } from '../../core/message.ts';
import type { Capabilities } from '../../outlook-addin/capabilities.ts';
import { openItem } from '../../outlook-addin/item-kind.ts';
import { markItem, noticeText } from '../../outlook-addin/mark-item.ts';
import { asked } from '../../outlook-addin/office-async.ts';
import { OutlookHost } from '../../outlook-addin/outlook-host.ts';
import { headersOf, readItem } from '../../outlook-addin/read-item.ts';
import { openReply } from '../../outlook-addin/reply.ts';

/* What Outlook refuses, leaves out, answers late or never, and what is made of it: without a browser, item by item. */

type Answer = { readonly status: string; readonly value?: unknown; readonly error?: { readonly code: number } };
type Done = (answer: Answer) => void;

const CAN: Capabilities = {
  client: 'Outlook',
  hasHeaders: true,
  tellsOfReply: true,
  canDownload: true,
  givesFile: false,
  canOpenBrowser: true,
};

const gives = (value: unknown) => (done: Done) => done({ status: 'succeeded', value });
const fails = (code: number) => (done: Done) => done({ status: 'failed', error: { code } });
const never = (): void => undefined;
const last =
  (ask: (done: Done) => void) =>
  (...all: unknown[]) =>
    ask(all.at(-1) as Done);

/** An item as Office.js hands it out, with one answer for each of its questions. */
function item(change: Readonly<Record<string, unknown>> = {}): Office.MessageRead {
  return {
    itemType: 'message',
    itemClass: 'IPM.Note',
    itemId: 'one',
    conversationId: 'conversation',
    internetMessageId: '<one@mail.example>',
    subject: 'Bathroom floor',
    from: { displayName: 'Ruth Amankwah', emailAddress: 'ruth@mail.example' },
    to: [],
    cc: [],
    attachments: [],
    dateTimeCreated: new Date('2026-03-24T18:42:10Z'),
    body: { getAsync: last(gives('<p>Nobody came.</p>')) },
    getAllInternetHeadersAsync: last(gives('Message-ID: <one@mail.example>\r\n')),
    loadCustomPropertiesAsync: last(fails(9020)),
    ...change,
  } as unknown as Office.MessageRead;
}

const select = (open: unknown): void => {
  vi.stubGlobal('Office', { MailboxEnums: {}, context: { mailbox: { item: open } } });
};
beforeEach(() => select(null));
afterEach(() => {
  vi.unstubAllGlobals();
});

test.each([5001, 9002, 9018, 9020, 9042, 9054])(
  'the text is refused with %i: the number is said, and there is no message',
  async (code) => {
    select(item({ body: { getAsync: last(fails(code)) } }));
    await expect(new OutlookHost(CAN).currentMessage()).rejects.toThrow(
      `Outlook didn’t give the text of the message (${String(code)}).`,
    );
  },
);

test('the text is refused because another item is open by now: nothing is said to be read', async () => {
  select(item({ body: { getAsync: last(fails(9030)) } }));
  expect(await new OutlookHost(CAN).currentMessage()).toEqual({ kind: 'loading' });
});

test.each([undefined, null, '', 0])('an item that is %s is none', (nothing) => {
  select(nothing);
  expect(openItem()).toEqual({ kind: 'none' });
});

test('an item that lacks its lists, its subject, its sender and its time is read all the same', async () => {
  const bare = item({ to: undefined, cc: undefined, from: undefined, subject: undefined, attachments: undefined });
  const { message } = await readItem({ ...bare, dateTimeCreated: undefined } as unknown as Office.MessageRead, CAN);
  expect(message).toMatchObject({ from: null, to: [], cc: [], subject: '', attachments: [], text: 'Nobody came.' });
  expect(message).toMatchObject({ receivedAt: null, receivedAtSource: null });
  const nameless = item({ from: { displayName: 'Ruth Amankwah' }, to: [{}, { emailAddress: 'a@mail.example' }] });
  expect((await readItem(nameless, CAN)).message).toMatchObject({
    from: { name: 'Ruth Amankwah', address: '' },
    to: [{ name: '', address: 'a@mail.example' }],
  });
});

test('what isn’t answered is said to be so; an answer that comes too late changes nothing', async () => {
  let late: Done = never;
  const asking = asked('give the text of the message', (done) => (late = done as unknown as Done), 20);
  await expect(asking).rejects.toMatchObject({
    code: 'outlook-silent',
    message: 'Outlook didn’t give the text of the message: it hasn’t answered.',
  });
  late({ status: 'succeeded', value: 'too late' });
  await expect(asking).rejects.toBeInstanceOf(HostError);
});

test('headers that never come are waited for once: then the mailbox’s own time counts', async () => {
  const asked: string[] = [];
  const open = item({ getAllInternetHeadersAsync: () => void asked.push('headers') });
  expect(await headersOf(open, CAN, 20)).toBeNull();
  expect(await headersOf(open, CAN, 20)).toBeNull();
  expect((await readItem(open, CAN)).message).toMatchObject({
    receivedAt: '2026-03-24T18:42:10+00:00',
    receivedAtSource: 'host',
  });
  expect(asked).toHaveLength(1);
});

test.each([
  ['fails with its number', fails(9049), 'Outlook didn’t open a reply (9049). The draft is copied'],
  [
    'throws',
    () => {
      throw new Error('ErrorNonExistentMailbox');
    },
    'Outlook didn’t open a reply (refused). The draft is copied',
  ],
])('a reply that %s is said, and what to do', async (_name, ask, reason) => {
  const draft = { subject: '', html: '<p>Dear Ruth</p>', text: 'Dear Ruth' };
  const open = item({ displayReplyFormAsync: last(ask) });
  expect(await openReply(open, draft, { message: emptyMessage(), can: CAN })).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining(reason) as string,
  });
});

const still = (): Promise<boolean> => Promise.resolve(true);

const MARK: MessageMark = {
  reference: '7RK-4MD-2',
  stage: 'Stage one',
  stageOrder: 1,
  due: { what: 'Acknowledge', day: toIsoDate('2026-03-31') },
  by: 'Joanna Marsh',
  at: toInstant('2026-03-25T09:30:00Z'),
};

test('the bar’s words fit, its key too, and a mark of any length leaves room for the reference', async () => {
  const long = {
    ...MARK,
    stage: 'Stage “one” '.repeat(24),
    due: { what: 'Acknowledge '.repeat(24), day: toIsoDate('2026-03-31') },
  };
  expect(noticeText(MARK)).toBe('Duly 7RK-4MD-2 · Stage one · Acknowledge: Tue 31 Mar');
  expect(noticeText(long)).toHaveLength(150);
  const kept = new Map<string, unknown>([['other', 'x'.repeat(1_900)]]);
  const bars: [string, string][] = [];
  const properties = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
    getAll: () => Object.fromEntries(kept),
    saveAsync: last(gives(null)),
  };
  const open = item({
    loadCustomPropertiesAsync: last(gives(properties)),
    notificationMessages: {
      replaceAsync: (key: string, { message }: { message: string }, done: Done) => {
        bars.push([key, message]);
        gives(null)(done);
      },
    },
  });
  expect(await markItem(open, long, still)).toBeNull();
  expect(JSON.stringify(properties.getAll()).length).toBeLessThanOrEqual(2_500);
  expect(JSON.parse(String(kept.get('duly')))).toMatchObject({ reference: '7RK-4MD-2', stage: null, due: null });
  expect(bars).toHaveLength(1);
  for (const [key, words] of bars) expect([key.length <= 32, words.length <= 150]).toEqual([true, true]);
});

test('properties without room are left as they are, and it is said how much is taken', async () => {
  const kept = new Map<string, unknown>([['other', 'x'.repeat(2_440)]]);
  const saves: unknown[] = [];
  const properties = {
    get: (name: string) => kept.get(name),
    set: (name: string, value: string) => void kept.set(name, value),
    remove: (name: string) => void kept.delete(name),
    getAll: () => Object.fromEntries(kept),
    saveAsync: (done: Done) => void saves.push(done),
  };
  const open = item({
    loadCustomPropertiesAsync: last(gives(properties)),
    notificationMessages: { replaceAsync: last(gives(null)) },
  });
  expect(await markItem(open, MARK, still)).toBe(
    'There’s no room for the reference on the message: 2452 of 2500 characters are taken.',
  );
  expect([saves, [...kept.keys()]]).toEqual([[], ['other']]);
});

test('every mark that fails is said with its number, and none stops the next', async () => {
  const open = item({
    notificationMessages: { replaceAsync: last(fails(9025)) },
    categories: { getAsync: last(fails(9020)), addAsync: last(fails(9020)) },
  });
  expect(await markItem(open, MARK, still)).toBe(
    'Outlook didn’t give the item’s properties (9020). Outlook didn’t show the bar above the message (9025). Outlook didn’t set the category (9020).',
  );
  expect(await markItem(open, MARK, () => Promise.resolve(false))).toBe('Another message was opened meanwhile.');
});

test('the email as a file is what Outlook gives of the message that is open, whole or not at all', async () => {
  const host = new OutlookHost({ ...CAN, givesFile: true });
  const shown = (ask: unknown): Office.MessageRead => item({ getAsFileAsync: ask });
  const open = shown(gives('RnJvbTog\r\ncnV0aA=='));
  select(open);
  const current = await host.currentMessage();
  const key = current.kind === 'message' ? current.key : '';
  expect(new TextDecoder().decode((await host.original(key)) ?? undefined)).toBe('From: ruth');
  expect(await host.original('another')).toBeNull();
  expect(await new OutlookHost(CAN).original(key)).toBeNull();
  select(shown(fails(9018)));
  await expect(host.original(key)).rejects.toThrow('Outlook didn’t give the email as a file (9018).');
  select(shown(gives('no base64')));
  await expect(host.original(key)).rejects.toThrow('can’t be read');
  // Another item is opened before the answer comes.
  select(
    shown((done: Done) => {
      select(item({ itemId: 'two' }));
      done({ status: 'succeeded', value: 'RnJvbTo=' });
    }),
  );
  expect(await host.original(key)).toBeNull();
});
