import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { logIt, PATIENT, press, verdictOn } from './pane.ts';
import { simulatedItem } from './simulated-item.ts';
import { METHODS, PROFILES } from './simulated-outlook.ts';

/* What is left on a logged message for whoever opens it next; none of it is the record. */

let browser: OutlookBrowser;
let opened: OpenedPane;
beforeAll(async () => {
  browser = await openOutlook();
});
afterEach(async () => {
  await opened.close();
  expect(browser.errors()).toEqual([]);
});
afterAll(() => browser.close());

test('a category that the mailbox lacks is left out without a word', async () => {
  const item = simulatedItem();
  opened = await browser.open(PROFILES.web, item);
  await verdictOn(opened.pane, 'Bathroom floor');
  await logIt(opened.pane);
  await expect.poll(() => item.notices.size, PATIENT).toBe(1);
  await opened.pane.waitForTimeout(100);
  expect(item.categories).toEqual([]);
  expect(await opened.pane.locator('main').innerText()).not.toContain('isn’t marked');
});

test('undone: the mark is taken away', async () => {
  const item = simulatedItem();
  opened = await browser.open(PROFILES.web, item);
  opened.outlook.masterCategories = ['Complaint – Stage 1'];
  await verdictOn(opened.pane, 'Bathroom floor');
  await logIt(opened.pane);
  await expect.poll(() => item.categories, PATIENT).toHaveLength(1);
  await press(opened.pane, 'Undo');
  await expect.poll(() => [item.properties, item.notices.size, item.categories], PATIENT).toEqual(['{}', 0, []]);
});

test('marks that fail are said, and the case is logged all the same', async () => {
  const item = simulatedItem();
  opened = await browser.open(PROFILES.web, item);
  const { pane, outlook } = opened;
  await verdictOn(pane, 'Bathroom floor');
  outlook.failing.set(METHODS.saveProperties, 9020);
  outlook.failing.set(METHODS.replaceNotice, 9025);
  await logIt(pane);
  await pane.getByText('The message isn’t marked.').waitFor();
  const shown = await pane.locator('.strip').innerText();
  expect(shown).toContain('(9020)');
  expect(shown).toContain('(9025)');
});

test('a colleague who opens the marked message sees the case, and what was left by nobody’s Duly is no mark', async () => {
  const item = simulatedItem();
  const first = await browser.open(PROFILES.web, item);
  await verdictOn(first.pane, 'Bathroom floor');
  const reference = await logIt(first.pane);
  await expect.poll(() => item.notices.size, PATIENT).toBe(1);
  await first.close();
  opened = await browser.open(PROFILES.web, item);
  const { pane, outlook } = opened;
  await pane.getByText(`Logged already as ${reference}`).waitFor();
  expect(await pane.getByLabel('Marked by a colleague').innerText()).toContain('By Joanna Marsh, Wed 25 Mar');
  for (const forged of ['{"duly":"{}"}', '{"duly":"<img src=x>"}', '{"duly":7}'])
    await outlook.select({ ...item, properties: forged, id: `forged ${forged}` });
  await verdictOn(pane, 'Bathroom floor');
  await expect.poll(() => pane.getByLabel('Marked by a colleague').count(), PATIENT).toBe(0);
});

test('a danger that nobody has reported stands first when its logged message is opened again', async () => {
  const words = 'There is a smell of gas in my kitchen now. I want to make a complaint: nobody came on 2 March.';
  const item = simulatedItem({ html: `<p>${words}</p>`, text: words });
  opened = await browser.open(PROFILES.web, item);
  await verdictOn(opened.pane, 'Bathroom floor');
  await logIt(opened.pane);
  const again = await browser.open(PROFILES.web, item, { beside: opened });
  await again.pane.getByText('Already logged as').waitFor();
  await again.pane.getByRole('heading', { name: /^Danger now: gas/ }).waitFor();
  await again.pane.getByText('Ring emergency repairs').waitFor();
  await press(again.pane, 'I’ve reported it');
  await again.pane.getByText('Reported at').first().waitFor();
  await again.close();
});
