import { readFileSync } from 'node:fs';

import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import type { CaseEvent } from '../../core/case/event.ts';
import { fitted, type Remembered } from '../../outlook-addin/remembered.ts';
import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { eventsIn, logIt, PATIENT, press, verdictOn } from './pane.ts';
import { simulatedItem } from './simulated-item.ts';
import { PROFILES, type SimulatedOutlook } from './simulated-outlook.ts';

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

/** What the mailbox remembers, by place. */
function memoryOf({ settings }: SimulatedOutlook): Readonly<Record<string, Remembered>> {
  const kept = settings['duly-kept'];
  return kept === undefined ? {} : (JSON.parse(JSON.parse(kept) as string) as Readonly<Record<string, Remembered>>);
}

test('a backup is saved, and after Outlook lost the cases it is said what was there and brought back', async () => {
  const first = await browser.open(PROFILES.web, simulatedItem());
  await verdictOn(first.pane, 'Bathroom floor');
  const reference = await logIt(first.pane);
  const events = await eventsIn(first.pane);
  await press(first.pane, /^Due/);
  await first.pane.getByText('Kept in Outlook on the web, which may lose it. Never backed up.').waitFor();
  const [download] = await Promise.all([first.page.waitForEvent('download'), press(first.pane, 'Back up now')]);
  expect(download.suggestedFilename()).toBe('duly-2026-03-25.jsonl');
  const file = readFileSync(await download.path());
  const lines = file.toString('utf8').trim().split('\n');
  expect(lines.slice(0, -1).map((line) => JSON.parse(line) as CaseEvent)).toEqual(events);
  await first.pane.getByText('Backed up. The file is among your downloads.').waitFor();
  await expect.poll(() => Object.values(memoryOf(first.outlook))[0], PATIENT).toMatchObject({ cases: 1, since: [] });
  const { settings } = first.outlook;
  await first.close();

  // The same mailbox and the same client, with a storage that is empty.
  opened = await browser.open(PROFILES.web, simulatedItem(), { settings });
  const { pane } = opened;
  await pane.getByRole('heading', { name: 'Outlook no longer has your cases' }).waitFor();
  expect(await pane.locator('main').innerText()).toContain('Duly kept 1 case here on Wed 25 Mar.');
  await pane.locator('input[type="file"]').setInputFiles({ name: 'duly.jsonl', mimeType: 'text/plain', buffer: file });
  await pane.getByText('It holds 1 case; 1 isn’t here yet.').waitFor();
  expect(await eventsIn(pane)).toEqual([]);
  await press(pane, 'Bring it in');
  await pane.getByText(reference).first().waitFor();
  expect(await eventsIn(pane)).toEqual(events);
});

test('without a backup the references since are listed; starting empty is the person’s choice', async () => {
  const first = await browser.open(PROFILES.web, simulatedItem());
  await verdictOn(first.pane, 'Bathroom floor');
  const reference = await logIt(first.pane);
  await expect
    .poll(() => Object.values(memoryOf(first.outlook))[0]?.since, PATIENT)
    .toEqual([{ reference, day: '2026-03-25' }]);
  const { settings } = first.outlook;
  await first.close();
  opened = await browser.open(PROFILES.web, simulatedItem(), { settings });
  const { pane } = opened;
  await pane.getByText('There was no backup from here.').waitFor();
  await press(pane, 'List the 1');
  await pane.getByText(reference).waitFor();
  await press(pane, 'I know. Start empty here…');
  await verdictOn(pane, 'Bathroom floor');
});

test('another client of the same mailbox isn’t told that it lost anything, but where the cases are', async () => {
  const there: Remembered = {
    place: 'Outlook for Windows',
    cases: 212,
    seenAt: '2026-03-24T10:00:00Z' as Remembered['seenAt'],
    backupAt: null,
    since: [],
  };
  const settings = { 'duly-kept': JSON.stringify(JSON.stringify({ 'Outlook for Windows': there })) };
  opened = await browser.open(PROFILES.web, simulatedItem(), { settings });
  const { pane } = opened;
  await verdictOn(pane, 'Bathroom floor');
  await press(pane, /^Due/);
  await pane.getByText('212 cases are kept in Outlook for Windows, and not here.').waitFor();
});

test('on a Mac, which saves no files, the backup is copied, and the page that saves it takes it', async () => {
  opened = await browser.open(PROFILES.mac, simulatedItem());
  const { pane } = opened;
  await verdictOn(pane, 'Bathroom floor');
  await logIt(pane);
  await press(pane, /^Due/);
  await press(pane, 'Back up now');
  await pane.getByText('Copied: this Outlook saves no files.').waitFor();
  const copied = await pane.evaluate(() => navigator.clipboard.readText());
  expect(copied.trim().split('\n')).toHaveLength((await eventsIn(pane)).length + 1);

  const tab = await browser.openTab('/outlook-addin/save.html');
  await tab.page.getByLabel('What Duly copied').fill(copied.slice(0, -20));
  await tab.page.getByRole('button', { name: 'Save as a file' }).click();
  await tab.page.getByText('That isn’t a whole backup.').waitFor();
  await tab.page.getByLabel('What Duly copied').fill(copied);
  const [download] = await Promise.all([
    tab.page.waitForEvent('download'),
    tab.page.getByRole('button', { name: 'Save as a file' }).click(),
  ]);
  expect(readFileSync(await download.path(), 'utf8').trim()).toBe(copied.trim());
  await tab.close();
});

test('what the mailbox remembers fits into its settings, the latest references first', () => {
  const since = Array.from({ length: 5_000 }, (_, index) => ({
    reference: `7RK-4MD-${String(index)}`,
    day: '2026-03-25',
  }));
  const one = {
    place: 'Outlook',
    cases: 5_000,
    seenAt: '2026-03-25T09:30:00Z',
    backupAt: null,
    since,
  } as unknown as Remembered;
  const text = fitted(
    new Map([
      ['Outlook', one],
      ['Outlook for Mac', one],
    ]),
  );
  expect(text.length).toBeLessThanOrEqual(24_000);
  expect(text).toContain('7RK-4MD-0');
});
