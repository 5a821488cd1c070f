import { afterAll, beforeAll, expect, test } from 'vitest';

import { openOutlook, type OutlookBrowser } from './outlook-browser.ts';
import { PATIENT, verdictOn } from './pane.ts';
import { simulatedItem } from './simulated-item.ts';
import { PROFILES } from './simulated-outlook.ts';

/* The closer reading comes in a pane too: its worker, its weights and its WebAssembly are among the files that are served. */

let browser: OutlookBrowser;
beforeAll(async () => {
  browser = await openOutlook({ readsClosely: true });
});
afterAll(() => browser.close());

test('the neural reader reads the open item', async () => {
  const opened = await browser.open(PROFILES.web, simulatedItem());
  const { pane, page } = opened;
  const worker = page.waitForEvent('worker', PATIENT);
  await verdictOn(pane, 'Bathroom floor');
  await worker;
  await pane.getByText('a closer one is on its way').waitFor({ state: 'detached', ...PATIENT });
  expect(await pane.locator('main').innerText()).not.toContain('First reading only');
  await opened.close();
  expect(browser.errors()).toEqual([]);
});
