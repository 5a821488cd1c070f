import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { Message } from '../../core/message.ts';
import type { RecordValue } from '../../core/record.ts';
import type { SiteReading } from '../../extension/sites/site.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import {
  openSavedPage,
  openSlowPage,
  perform,
  savedPages,
  type Expected,
  type ExpectedMessage,
  type SavedPage,
  type Shown,
} from '../support/saved-page.ts';

let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await launchExtension();
});

afterAll(async () => {
  await browser.close();
});

/** The sites, by the folders of their pages; any-page is tested with what is pointed at. */
const SITES = {
  gmail: 'Gmail',
  'outlook-web': 'Outlook on the web',
  dynamics: 'Dynamics 365',
  salesforce: 'Salesforce',
  zendesk: 'Zendesk',
} as const;

type SiteFolder = keyof typeof SITES;

const casesOf = (site: SiteFolder) =>
  savedPages(site).flatMap((saved) =>
    (saved.states ?? [{ name: 'as it opens', actions: [], expected: saved.expected }]).map((state) => ({
      ...state,
      name: `${saved.name}: ${state.name}`,
      saved,
    })),
  );

describe.each(Object.keys(SITES) as SiteFolder[])('a saved page of %s is read as its sidecar says', (site) => {
  test.each(casesOf(site))('$name', async ({ saved, actions, expected }) => {
    await withPage(site, saved, expected, async (page) => {
      await browser.reach(page);
      await perform(page, actions);
      await compare(page, SITES[site], expected);
      // Nothing that a mail brought with it ran.
      expect(await page.evaluate(() => '__ran' in window)).toBe(false);
    });
  });
});

async function withPage(
  site: string,
  saved: SavedPage,
  expected: Expected,
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const open = expected !== null && 'partial' in expected ? openSlowPage : openSavedPage;
  const page = await open(browser.context, site, saved);
  try {
    await use(page);
  } finally {
    await page.close();
  }
}

async function readingOf(page: Page): Promise<SiteReading> {
  return (await browser.ask(page, 'inspect', { mapping: null })).reading;
}

async function compare(page: Page, name: string, expected: Expected): Promise<void> {
  const ask = async () => browser.ask(page, 'current-message', { mapping: null });
  if (expected === null) {
    expect(await ask()).toEqual({ kind: 'none' });
  } else if ('partial' in expected) {
    expect(await ask()).toEqual({ kind: 'loading' });
    await expect.poll(async () => (await ask()).kind, { timeout: 10_000 }).toBe('message');
  } else if ('thenUnreadable' in expected) {
    expect(await ask()).toEqual({ kind: 'loading' });
    await sleep(8_200);
    expect(await ask()).toEqual({ kind: 'unreadable', page: name, ...expected.thenUnreadable });
  } else if ('unreadable' in expected) {
    expect(await ask()).toEqual({ kind: 'unreadable', page: name, ...expected.unreadable });
  } else {
    const reading = await readingOf(page);
    if (reading.kind === 'record') {
      compareRecords(reading.values, expected.crm ?? {});
      const subject = reading.values.find(({ field }) => field === 'subject')?.value ?? null;
      expect(subject).toBe(expected.subject);
      expect(moment(reading.receivedAt)).toBe(moment(expected.receivedAt));
      expect(reading.receivedAtChoices.map(moment)).toEqual((expected.receivedAtChoices ?? []).map(moment));
      expect(reading.values.filter(({ isGuess }) => isGuess)).toEqual([]);
      return;
    }
    if (reading.kind !== 'message') throw new Error(`no message but ${JSON.stringify(reading)}`);
    if (expected.from === null) throw new Error('a record was expected');
    compareMessages(reading.message, expected);
    if (expected.crm) compareRecords(reading.record ?? [], expected.crm);
    if (reading.message.threadId !== null) expect(reading.key).toContain(reading.message.threadId);
  }
}

function compareRecords(values: readonly RecordValue[], expected: Readonly<Record<string, string | null>>): void {
  const found = Object.fromEntries(values.map(({ field, value }) => [field, value]));
  const wanted = Object.entries(expected).filter(([field]) => !field.endsWith('Note'));
  expect(Object.fromEntries(wanted.map(([field]) => [field, found[field] ?? null]))).toEqual(
    Object.fromEntries(wanted),
  );
}

function compareMessages(message: Message, expected: ExpectedMessage): void {
  const from = message.from === null ? null : shown(message.from);
  expect(from).toEqual(expected.from);
  if (expected.to === null || expected.toCcNote === undefined) {
    expect(message.to.map(shown)).toEqual(expected.to ?? []);
    expect(message.cc.map(shown)).toEqual(expected.cc);
  } else {
    expect([...message.to, ...message.cc].map(shown)).toEqual([...expected.to, ...expected.cc]);
  }
  expect(message.subject).toBe(expected.subject);
  expect(moment(message.receivedAt)).toBe(moment(expected.receivedAt));
  expect(message.receivedAtChoices?.map(moment)).toEqual(expected.receivedAtChoices?.map(moment));
  if (expected.receivedAtSource !== undefined) expect(message.receivedAtSource).toBe(expected.receivedAtSource);
  expect([expected.threadId, ...(expected.threadIdAlternatives ?? [])]).toContain(message.threadId);
  expect(message.siteMessageId).toBe(expected.messageId);
  expect(message.attachments).toEqual(expected.attachments ?? []);
  if (expected.text) expect(message.text.split('\n')).toEqual(expected.text);
  if (expected.newText !== undefined) {
    const written = normalised(`${expected.newText} ${expected.autoSignature ?? ''}`);
    // Quoted mail below it is told apart by the reader.
    if (expected.quotedText?.present === true) {
      expect(normalised(message.text).startsWith(written)).toBe(true);
      expect(normalised(message.text)).toContain(expected.quotedText.startsWith ?? '');
    } else expect(normalised(message.text)).toBe(written);
  }
  expect(message.channel).toBe('email');
  // No page holds it.
  expect(message.messageId).toBeNull();
}

function shown({ name, address }: { readonly name: string; readonly address: string }): Shown {
  return { name, address: address === '' ? null : address };
}

function moment(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

function normalised(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
