import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { emptyMessage } from '../../core/message.ts';
import { openReply } from '../../outlook-addin/reply.ts';
import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { eventsIn, logIt, press, verdictOn, writeLetter } from './pane.ts';
import { simulatedItem, type SimulatedItem } from './simulated-item.ts';
import { PROFILES, type Profile } from './simulated-outlook.ts';

/* The acknowledgement, into a reply that Outlook opens, or by copy where it doesn't. */

let browser: OutlookBrowser;
let opened: OpenedPane | null = null;
beforeAll(async () => {
  browser = await openOutlook();
});
afterEach(async () => {
  await opened?.close();
  opened = null;
  expect(browser.errors()).toEqual([]);
});
afterAll(() => browser.close());

async function letterFor(profile: Profile, item: SimulatedItem): Promise<OpenedPane> {
  opened = await browser.open(profile, item);
  await verdictOn(opened.pane, item.subject);
  await logIt(opened.pane);
  await writeLetter(opened.pane);
  return opened;
}

test('Outlook opens no reply: the draft is copied, with what to do and Outlook’s number', async () => {
  const { pane, outlook } = await letterFor(PROFILES.web, simulatedItem());
  for (const method of [181, 182, 183, 184]) outlook.failing.set(method, 9049);
  await press(pane, 'Insert in reply');
  await pane.getByText('Outlook didn’t open a reply (9049). The draft is copied: press Reply, then paste.').waitFor();
  expect(await pane.evaluate(() => navigator.clipboard.readText())).toContain('Dear Ruth Amankwah');
  expect((await eventsIn(pane)).map(({ type }) => type)).not.toContain('letter-inserted');
});

test('a draft that is longer than Outlook takes opens no reply, and it is said where it fits', async () => {
  const opened: string[] = [];
  const item = {
    displayReplyFormAsync: (html: string, done: (answer: object) => void) => {
      opened.push(html);
      done({ status: 'succeeded' });
    },
  } as unknown as Office.MessageRead;
  const can = {
    client: 'Outlook',
    hasHeaders: true,
    tellsOfReply: true,
    canDownload: true,
    givesFile: false,
    canOpenBrowser: true,
  } as const;
  const draft = (length: number) => ({ subject: '', text: '', html: 'x'.repeat(length) });
  const beside = { message: emptyMessage(), can };
  expect(await openReply(item, draft(32_768), beside)).toMatchObject({ kind: 'inserted' });
  expect(await openReply(item, draft(32_769), beside)).toMatchObject({
    kind: 'refused',
    reason: expect.stringContaining('longer than Outlook takes in one go') as string,
  });
  expect(opened).toHaveLength(1);
});

test('the person who writes for the resident is copied in, or it is said that they must be', async () => {
  const calls: string[] = [];
  const done = (name: string) => (_html: string, answer: (answer: object) => void) => {
    calls.push(name);
    answer({ status: 'succeeded' });
  };
  const item = {
    displayReplyFormAsync: done('sender'),
    displayReplyAllFormAsync: done('all'),
  } as unknown as Office.MessageRead;
  const can = {
    client: 'Outlook',
    hasHeaders: true,
    tellsOfReply: true,
    canDownload: true,
    givesFile: false,
    canOpenBrowser: true,
  } as const;
  const amina = { name: 'Amina Begum', address: 'amina@advice.example' };
  const draft = { subject: '', text: '', html: '<p>Dear Ruth Amankwah</p>', copyTo: amina };
  const ruth = { ...emptyMessage(), from: { name: 'Ruth Amankwah', address: 'ruth@mail.example' } };
  const cases = [
    { message: { ...ruth, cc: [amina] }, undo: /^Discard/ },
    { message: { ...ruth, from: amina }, undo: /^Discard/ },
    { message: ruth, undo: /^Copy in Amina Begum\. / },
  ];
  for (const { message, undo } of cases)
    expect(await openReply(item, draft, { message, can })).toMatchObject({
      kind: 'inserted',
      undo: expect.stringMatching(undo) as string,
    });
  expect(calls).toEqual(['all', 'sender', 'sender']);
});
