import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { toInstant } from '../../core/dates.ts';
import { DEMO_MAILBOX, demoThreads } from '../../demo/emails.ts';
import { goThrough, open, openDue } from '../../demo/journey.ts';
import { DEMO_ADDRESS, demoThreadAddress } from '../../demo/page.ts';
import { serveDemo } from '../../demo/serve.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';

let browser: ExtensionBrowser;
let page: Page;

beforeAll(async () => {
  browser = await launchExtension();
  await serveDemo(browser.context);
  page = await browser.context.newPage();
  await page.goto(DEMO_ADDRESS);
});

afterAll(async () => {
  await browser.close();
});

const threads = demoThreads(toInstant(new Date().toISOString()));

test('the main job: verdict, case, dates, letter in the reply; and all of it is there after the browser was closed', async () => {
  const pictures = mkdtempSync(join(tmpdir(), 'duly-pictures-'));
  const profile = mkdtempSync(join(tmpdir(), 'duly-profile-'));
  try {
    let reference = '';
    await withBrowser(profile, async (own) => {
      for await (const { name } of goThrough(own, pictures)) expect(existsSync(name)).toBe(true);
      const [mail] = own.context.pages().filter((one) => one.url().startsWith(DEMO_ADDRESS));
      const reply = (await mail?.locator('[g_editable]').last().innerText()) ?? '';
      reference = /Your reference is ([0-9A-Z-]{11})/.exec(reply)?.[1] ?? '';
      expect(reply).toMatch(/^Dear Ruth Amankwah/);
      expect(reply).toContain('Dan Okafor');
    });
    expect(reference).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{3}-[0-9A-Z]{3}$/);
    await withBrowser(profile, async (own) => {
      const mail = await own.context.newPage();
      await mail.goto(DEMO_ADDRESS);
      const panel = await own.openPanel(mail);
      await open(mail, panel, 'Bathroom floor');
      await panel.getByText(reference).first().waitFor();
      await openDue(panel);
      expect(await panel.getByText(reference).count()).toBeGreaterThan(0);
    });
  } finally {
    rmSync(pictures, { recursive: true });
    rmSync(profile, { recursive: true, maxRetries: 5 });
  }
}, 240_000);

async function withBrowser(profile: string, use: (own: ExtensionBrowser) => Promise<void>): Promise<void> {
  const own = await launchExtension({ profile });
  try {
    await serveDemo(own.context);
    await use(own);
  } finally {
    await own.close();
  }
}

test('the list alone is no message', async () => {
  expect(await browser.ask(page, 'current-message', { mapping: null })).toEqual({ kind: 'none' });
});

describe('every mail of the demo inbox is read', () => {
  test.each(threads)('$name', async ({ name, subject, messages }) => {
    await page.goto(demoThreadAddress(name));
    const last = messages.findLast(({ from }) => from !== DEMO_MAILBOX);
    await expect.poll(async () => (await browser.ask(page, 'current-message', { mapping: null })).kind).toBe('message');
    const current = await browser.ask(page, 'current-message', { mapping: null });
    if (current.kind !== 'message' || !last) throw new Error(current.kind);
    const { message } = current;
    expect(message.from).toEqual(last.from);
    expect(message.subject).toBe(subject);
    expect(message.attachments).toEqual(last.attachments ?? []);
    expect(Math.abs(Date.parse(message.receivedAt ?? '') - Date.parse(last.receivedAt))).toBeLessThan(120_000);
    if (last.text !== undefined) expect(message.text).toBe(last.text);
    else expect(message.text.length).toBeGreaterThan(100);
    expect(message.text).not.toMatch(/alert\(1\)|nobody can see|Ignore what/);
    expect(await page.title()).not.toContain('changed by the mail');
  });
});

test('the draft goes into the reply, above the signature', async () => {
  await page.goto(demoThreadAddress('complaint'));
  await expect.poll(async () => (await browser.ask(page, 'current-message', { mapping: null })).kind).toBe('message');
  const current = await browser.ask(page, 'current-message', { mapping: null });
  if (current.kind !== 'message') throw new Error(current.kind);
  const draft = {
    subject: '',
    html: '<p>Dear Ms Amankwah,</p><p>Thank you for telling us.</p>',
    text: 'Dear Ms Amankwah,\n\nThank you for telling us.',
  };
  expect((await browser.ask(page, 'insert-draft', { draft, key: current.key })).kind).toBe('inserted');
  const words = await page.locator('[g_editable]').last().innerText();
  expect(words.replace(/\n+/g, '\n')).toBe(
    'Dear Ms Amankwah,\nThank you for telling us.\nPriya Nair\nCustomer Services, West Kent',
  );
});
