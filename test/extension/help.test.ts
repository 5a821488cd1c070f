import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import { openSavedPage, savedPage } from '../support/saved-page.ts';

let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await launchExtension({ keepsWelcome: true });
});

afterAll(async () => {
  await browser.close();
});

test('after installation it opens by itself, once: what to do, whose policy, what is read and where that stays', async () => {
  const isHelp = (page: Page): boolean => page.url().endsWith('/extension/help/index.html');
  await expect.poll(() => browser.context.pages().filter(isHelp).length).toBe(1);
  const [welcome] = browser.context.pages().filter(isHelp);
  if (!welcome) throw new Error('no page');
  await welcome.getByText('Pin Duly: the jigsaw beside the address bar').waitFor();
  await welcome.getByText('Nothing of it leaves this computer.').waitFor();
  await welcome.getByText('Duly keeps its id, the sender, the subject, when it came').waitFor();
  await welcome.getByRole('button', { name: 'Open the panel and choose your landlord' }).click();
  const worker = await browser.worker();
  await expect
    .poll(async () =>
      worker.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length),
    )
    .toBe(1);
  await welcome.close();
  await browser.update();
  expect(browser.context.pages().filter(isHelp)).toEqual([]);
});

test('the page behind “Options” shows the keys as they are set, and what can be read on the open pages', async () => {
  const mail = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
  await browser.ask(mail, 'current-message', { mapping: null });
  const help = await openHelp();
  await help.locator('kbd', { hasText: 'Alt+Shift+D' }).waitFor();
  await help.getByRole('button', { name: 'Look now' }).click();
  await help.getByText('A message is open.').waitFor();
  await help.getByText('attribute email').first().waitFor();
  const report = await help.locator('#report').inputValue();
  expect(report).toContain('"attribute data-legacy-thread-id"');
  // Names of parts only: nobody's words, name, address or number.
  expect(report).not.toMatch(/pellow|adaeze|harbour|mould|complaint|@/i);
});

test('the panel says what can be read on the page beside it, with a report of nothing that the page says', async () => {
  const mail = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
  await (
    await browser.worker()
  ).evaluate(() => chrome.storage.local.set({ setup: { settings: {}, landlord: 'west-kent', isDone: true } }));
  const panel = await browser.openPanel(mail);
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('button', { name: 'Settings' }).click();
  await panel.getByRole('button', { name: 'What can Duly read on it?' }).click();
  await panel.getByText('attribute email').first().waitFor();
  const report = await panel.locator('#page-report').inputValue();
  expect(report).toContain('"attribute data-legacy-thread-id"');
  expect(report).not.toMatch(/pellow|adaeze|harbour|mould|complaint|@/i);
  await panel.getByRole('button', { name: 'Keys, privacy' }).click();
  await expect.poll(() => browser.context.pages().some((page) => page.url().includes('/help/'))).toBe(true);
});

test('what was pointed at goes out as a file and comes in from one; a faulty file changes nothing', async () => {
  const help = await openHelp();
  const file = (text: string) => ({ name: 'm.json', mimeType: 'application/json', buffer: Buffer.from(text) });
  const mapping = {
    origin: 'https://crm.landlord.example',
    path: '/person/*',
    fields: { name: [{ role: 'heading', name: null, label: null, selector: 'h1', within: [] }] },
  };
  await help.locator('input[type=file]').setInputFiles(file('{"format":"duly-mappings-1","mappings":[{}]}'));
  await help.getByText('Nothing was brought in: mappings[0].origin is missing.').waitFor();
  const good = JSON.stringify({ format: 'duly-mappings-1', mappings: [mapping] });
  await help.locator('input[type=file]').setInputFiles(file(good));
  await help.getByText('1 kind of page was brought in.').waitFor();
  await help.getByText('https://crm.landlord.example/person/*: name').waitFor();
  await help.getByRole('button', { name: 'Remove' }).click();
  await help.getByText('None yet.').waitFor();
});

async function openHelp(): Promise<Page> {
  const page = await browser.context.newPage();
  await page.goto(`chrome-extension://${browser.id}/extension/help/index.html`);
  return page;
}
