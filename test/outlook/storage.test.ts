import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import type { Remembered } from '../../outlook-addin/remembered.ts';
import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { logIt, PATIENT, press, verdictOn } from './pane.ts';
import { simulatedItem } from './simulated-item.ts';
import { memoryIn, settingsWith } from './roaming.ts';
import { METHODS, PROFILES } from './simulated-outlook.ts';

/* What Outlook may lose: it is said, backed up, remembered in the mailbox, and brought back. */

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

test('a mailbox that doesn’t take the references is told of until it takes them; without a backup those since are listed', async () => {
  const first = await browser.open(PROFILES.web, simulatedItem());
  await verdictOn(first.pane, 'Bathroom floor');
  first.outlook.failing.set(METHODS.saveSettings, 9019);
  const reference = await logIt(first.pane);
  const beside = first.pane.getByLabel('What your mailbox remembers');
  await beside.getByText('Outlook didn’t keep the references in the mailbox (9019).').waitFor();
  await beside.getByRole('button', { name: 'Back up now' }).waitFor();
  await press(first.pane, /^Due/);
  const kept = first.pane.getByLabel('Where the cases are kept');
  await kept.getByText('if Outlook on the web loses them, Duly can’t tell you which are missing').waitFor();
  expect(memoryIn(first.outlook.settings)).toEqual({});
  first.outlook.failing.clear();
  await kept.getByRole('button', { name: 'Try again' }).click();
  await expect.poll(() => kept.getByText('Your mailbox doesn’t remember').count(), PATIENT).toBe(0);
  await expect
    .poll(() => Object.values(memoryIn(first.outlook.settings))[0]?.since, PATIENT)
    .toEqual([{ reference, day: '2026-03-25' }]);
  const { settings } = first.outlook;
  await first.close();
  opened = await browser.open(PROFILES.web, simulatedItem(), { settings });
  const { pane } = opened;
  await pane.getByText('There was no backup from here.').waitFor();
  await press(pane, 'Show it');
  await pane.getByText(reference).waitFor();
  await press(pane, 'I know. Start empty here…');
  await press(pane, /^Start empty$/);
  await verdictOn(pane, 'Bathroom floor');
  // What is logged from now on takes nothing off the list of what was lost.
  const again = await logIt(pane);
  await expect
    .poll(() => Object.values(memoryIn(opened?.outlook.settings ?? {}))[0], PATIENT)
    .toMatchObject({ since: [{ reference: again }], missing: [{ reference }] });
  await press(pane, /^Due/);
  await pane.getByRole('button', { name: `Take ${reference} off the list` }).click();
  await expect.poll(() => Object.values(memoryIn(opened?.outlook.settings ?? {}))[0]?.missing, PATIENT).toEqual([]);
  await expect.poll(() => pane.getByText('Lost and not brought back').count(), PATIENT).toBe(0);
});

test('another client of the same mailbox isn’t told that it lost anything, but where the cases are', async () => {
  const there: Remembered = {
    place: 'Outlook for Windows',
    cases: 212,
    entries: 300,
    missing: [],
    seenAt: '2026-03-24T10:00:00Z' as Remembered['seenAt'],
    backupAt: null,
    since: [],
  };
  const settings = settingsWith({ 'Outlook for Windows': there });
  opened = await browser.open(PROFILES.web, simulatedItem(), { settings });
  const { pane } = opened;
  await verdictOn(pane, 'Bathroom floor');
  await press(pane, /^Due/);
  await pane.getByText('212 cases are kept in Outlook for Windows, and not here.').waitFor();
});
