import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';

import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';

/* The badge and the reminders of the built extension, with the worker stopped in between. */

let browser: ExtensionBrowser;
let panel: Page;
beforeAll(async () => {
  browser = await launchExtension();
  panel = await browser.context.newPage();
  await panel.goto(`chrome-extension://${browser.id}/extension/sidebar/index.html`);
});
afterAll(() => browser.close());

/** As if so many duties were overdue: the count that the register keeps for a day long past. */
function overdue(count: number): Promise<void> {
  return panel.evaluate(
    (number) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('duly');
        opening.onerror = () => reject(new Error('no register'));
        opening.onsuccess = () => {
          const tx = opening.result.transaction('tallies', 'readwrite');
          tx.objectStore('tallies').put(number, 'due 2020-01-06');
          tx.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
    count,
  );
}

const badge = (): Promise<string> => panel.evaluate(() => chrome.action.getBadgeText({}));
const changed = (): Promise<void> =>
  panel.evaluate(async () => {
    await chrome.runtime.sendMessage('register-changed').catch(() => undefined);
  });

test('the next look is set once the panel was open, within a quarter of an hour', async () => {
  await vi.waitFor(
    async () => {
      const alarm = await panel.evaluate(() => chrome.alarms.get('duly-reminders'));
      expect(alarm?.scheduledTime).toBeLessThan(Date.now() + 16 * 60_000);
    },
    { timeout: 15_000, interval: 200 },
  );
  expect(await badge()).toBe('');
});

test('the badge follows what was entered, also after the worker was stopped', async () => {
  await overdue(3);
  await changed();
  await vi.waitFor(async () => expect(await badge()).toBe('3'), { timeout: 10_000, interval: 100 });
  const session = await browser.context.newCDPSession(panel);
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await overdue(5);
  await changed();
  await vi.waitFor(async () => expect(await badge()).toBe('5'), { timeout: 10_000, interval: 100 });
});

test('without leave to notify nothing fails, and what was looked at is remembered', async () => {
  const stored = await panel.evaluate(() => chrome.storage.local.get('reminder-state'));
  expect(stored['reminder-state']).toMatchObject({ snoozedUntil: null });
  expect(await panel.evaluate(() => chrome.permissions.contains({ permissions: ['notifications'] }))).toBe(false);
});
