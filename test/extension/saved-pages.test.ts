import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import type { CurrentMessage } from '../../core/host.ts';
import type { Message } from '../../core/message.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import {
  openSavedPage,
  perform,
  savedPages,
  type Expected,
  type ExpectedMessage,
  type SavedPage,
} from '../support/saved-page.ts';

let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await launchExtension();
});

afterAll(async () => {
  await browser.close();
});

const cases = savedPages('gmail').flatMap((saved) =>
  (saved.states ?? [{ name: 'as it opens', actions: [], expected: saved.expected }]).map((state) => ({
    ...state,
    name: `${saved.name}: ${state.name}`,
    saved,
  })),
);

describe('a saved page of Gmail is read as its sidecar says', () => {
  test.each(cases)('$name', async ({ saved, actions, expected }) => {
    await withPage(saved, async (page) => {
      await perform(page, actions);
      const current = await browser.ask(page, 'current-message', null);
      await compare(page, current, expected);
      // Nothing that a mail brought with it ran.
      expect(await page.evaluate(() => '__ran' in window)).toBe(false);
    });
  });
});

async function withPage(saved: SavedPage, use: (page: Page) => Promise<void>): Promise<void> {
  const page = await openSavedPage(browser.context, 'gmail', saved);
  try {
    await use(page);
  } finally {
    await page.close();
  }
}

async function compare(page: Page, current: CurrentMessage, expected: Expected): Promise<void> {
  if (expected === null) {
    expect(current).toEqual({ kind: 'none' });
  } else if ('partial' in expected) {
    expect(current).toEqual({ kind: 'loading' });
    await sleep(600);
    expect((await browser.ask(page, 'current-message', null)).kind).toBe('message');
  } else if ('thenUnreadable' in expected) {
    expect(current).toEqual({ kind: 'loading' });
    await sleep(8_200);
    const later = await browser.ask(page, 'current-message', null);
    expect(later).toEqual({ kind: 'unreadable', page: 'Gmail', ...expected.thenUnreadable });
  } else if ('unreadable' in expected) {
    expect(current).toEqual({ kind: 'unreadable', page: 'Gmail', ...expected.unreadable });
  } else {
    if (current.kind !== 'message') throw new Error(`no message but ${JSON.stringify(current)}`);
    compareMessages(current.message, expected);
    expect(current.key).toContain(expected.threadId);
  }
}

function compareMessages(message: Message, expected: ExpectedMessage): void {
  expect(message.from).toEqual(expected.from);
  if (expected.toCcNote === undefined) {
    expect(message.to).toEqual(expected.to);
    expect(message.cc).toEqual(expected.cc);
  } else {
    expect([...message.to, ...message.cc]).toEqual([...expected.to, ...expected.cc]);
  }
  expect(message.subject).toBe(expected.subject);
  expect(moment(message.receivedAt)).toBe(moment(expected.receivedAt));
  expect(message.receivedAtChoices?.map(moment)).toEqual(expected.receivedAtChoices?.map(moment));
  if (expected.receivedAtSource !== undefined) expect(message.receivedAtSource).toBe(expected.receivedAtSource);
  expect(message.threadId).toBe(expected.threadId);
  expect(message.siteMessageId).toBe(expected.messageId);
  expect(message.attachments).toEqual(expected.attachments ?? []);
  if (expected.text) expect(message.text.split('\n')).toEqual(expected.text);
  if (expected.newText !== undefined) {
    expect(normalised(message.text)).toBe(normalised(`${expected.newText} ${expected.autoSignature ?? ''}`));
  }
  expect(message.channel).toBe('email');
  // Gmail's page doesn't hold it.
  expect(message.messageId).toBeNull();
}

function moment(text: string | null): number | null {
  return text === null ? null : Date.parse(text);
}

function normalised(text: string): string {
  return text.normalize('NFC').replace(/\s+/g, ' ').trim();
}
