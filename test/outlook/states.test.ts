import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { isDarkColour } from '../../outlook-addin/theme.ts';
import { cutText, smallTargets } from '../panel/page-checks.ts';
import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { PATIENT, press, verdictOn } from './pane.ts';
import { reply, simulatedItem } from './simulated-item.ts';
import { PROFILES } from './simulated-outlook.ts';

/* What only the add-in shows, in a pane of 320 px: nothing is cut, everything can be hit and read, in every theme. */

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A folder for pictures of every state, for whoever wants to look at them. */
const SHOTS = process.env['DULY_PICTURES'] ?? null;

let browser: OutlookBrowser;
beforeAll(async () => {
  if (SHOTS !== null) mkdirSync(SHOTS, { recursive: true });
  browser = await openOutlook();
});
afterAll(() => browser.close());

test('the states of the add-in, in light, dark and contrast', async () => {
  const read = await browser.open(PROFILES.web, simulatedItem({ owner: 'complaints@landlord.example' }));
  await verdictOn(read.pane, 'Bathroom floor');
  await shown(read, 'read');
  await keyboard(read);
  await press(read.pane, /^Due/);
  await read.pane.getByText('which may lose it').waitFor();
  await shown(read, 'kept');

  const writing = await browser.open(PROFILES.web, reply(), { beside: read });
  await writing.pane.getByRole('heading', { name: /^Must be put right/ }).waitFor();
  await shown(writing, 'check');
  await writing.close();

  await expect.poll(() => read.outlook.settings['duly-places'], PATIENT).toBeDefined();
  const { settings } = read.outlook;
  await read.close();
  const lost = await browser.open(PROFILES.web, null, { settings });
  await lost.pane.getByRole('heading', { name: 'Outlook no longer has your cases' }).waitFor();
  await shown(lost, 'lost');
  // Beside a reply nobody is sent to log again what is lost.
  const beside = await browser.open(PROFILES.web, reply(), { beside: lost });
  await beside.pane.getByText('Outlook no longer has your cases (1)').waitFor();
  expect(await beside.pane.locator('main').innerText()).not.toContain('Log the complaint');
  await beside.close();
  await press(lost.pane, 'I know. Start empty here…');
  await press(lost.pane, /^Start empty$/);
  await lost.pane.getByRole('heading', { name: 'Open a message' }).waitFor();
  await lost.outlook.select(simulatedItem({ itemClass: 'IPM.Note.SMIME' }));
  await lost.pane.getByText('It is encrypted').waitFor();
  await shown(lost, 'encrypted');
  // The lock stands before the check too.
  await lost.pane.evaluate(() =>
    localStorage.setItem('duly:lock', JSON.stringify({ minutes: 5, code: null, recovery: null, isLocked: true })),
  );
  const locked = await browser.open(PROFILES.web, reply(), { beside: lost });
  await locked.pane.getByRole('heading', { name: /locked/ }).waitFor();
  expect(await locked.pane.getByText('Check before sending').count()).toBe(0);
  await locked.close();
  await lost.close();
  expect(browser.errors()).toEqual([]);
});

test('where Outlook says nothing of its colours the system’s count; where it changes them, the pane follows', async () => {
  const opened = await browser.open(PROFILES.classic, null);
  await opened.pane.getByRole('heading', { name: 'Open a message' }).waitFor();
  expect(await opened.pane.evaluate(() => document.documentElement.dataset['theme'])).toBeUndefined();
  await opened.close();
  const painted = await browser.open(PROFILES.web, null);
  const theme = () => painted.pane.evaluate(() => document.documentElement.dataset['theme']);
  await painted.pane.getByRole('heading', { name: 'Open a message' }).waitFor();
  for (const [colour, expected] of [
    [0x1f1f1f, 'dark'],
    [0xfaf9f8, 'light'],
  ] as const) {
    await painted.outlook.paint(colour);
    await expect.poll(theme, PATIENT).toBe(expected);
  }
  await painted.close();
  expect([isDarkColour('#1f1f1f'), isDarkColour('#FAF9F8'), isDarkColour('')]).toEqual([true, false, null]);
});

/** Office.js takes Tab and keys with Ctrl for Outlook: within the pane they are the pane's. */
async function keyboard({ page, pane, outlook }: OpenedPane): Promise<void> {
  const at = (): Promise<string> =>
    pane.evaluate(() => `${document.activeElement?.tagName ?? ''} ${document.activeElement?.textContent.trim() ?? ''}`);
  outlook.keys.length = 0;
  await pane.locator('.strip h1').click();
  await page.keyboard.press('Tab');
  expect(await at()).toMatch(/^SUMMARY What Duly read/);
  await page.keyboard.press('Shift+Tab');
  expect(await at()).toBe('BUTTON More');
  await page.keyboard.press('Control+Enter');
  await pane.locator('.toast b').waitFor();
  expect(await at()).toBe('H2 Dates');
  await page.keyboard.press('Tab');
  expect(await at()).toMatch(/^(?:SUMMARY|BUTTON) /);
  expect(outlook.keys.filter(({ action, keyCode }) => [13, 14].includes(action) || keyCode === 13)).toEqual([]);
  // Behind the last one Outlook takes over.
  await pane.locator('.dock button').last().focus();
  await page.keyboard.press('Tab');
  await expect.poll(() => outlook.keys.map(({ action }) => action), PATIENT).toContain(TAB_EXIT);
}

/** As Office.js numbers it. */
const TAB_EXIT = 13;

/** Looks at a state in each theme, and throws what is wrong with it. */
async function shown({ page, pane }: OpenedPane, name: string): Promise<void> {
  const wrong: string[] = [];
  // The checks ask for a page; a frame answers the same.
  const own = pane as unknown as Page;
  await pane.evaluate(AXE);
  for (const theme of ['light', 'dark', 'contrast'] as const) {
    const isContrast = theme === 'contrast';
    await page.emulateMedia({
      forcedColors: isContrast ? 'active' : 'none',
      colorScheme: theme === 'light' ? 'light' : 'dark',
    });
    await pane.evaluate(
      (value) => {
        document.documentElement.dataset['theme'] = value;
      },
      theme === 'light' ? 'light' : 'dark',
    );
    if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${name}.${theme}.png`) });
    const results = await pane.evaluate(() =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21aa', 'wcag22aa'] },
        resultTypes: ['violations'],
      }),
    );
    wrong.push(
      ...results.violations.map(({ id, nodes }) => `${theme}: ${id}, ${nodes.map(({ html }) => html).join(' ')}`),
    );
  }
  wrong.push(...(await cutText(own)), ...(await smallTargets(own)));
  expect(wrong, name).toEqual([]);
}
