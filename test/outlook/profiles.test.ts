import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { eventsIn, logIt, PATIENT, press, verdictOn, writeLetter } from './pane.ts';
import { memoryIn } from './roaming.ts';
import { otherItem, reply, simulatedItem, type SimulatedItem } from './simulated-item.ts';
import { PROFILES } from './simulated-outlook.ts';

/* The whole of a complaint's first day in each kind of Outlook, with what differs between them. */

let browser: OutlookBrowser;
const panes: OpenedPane[] = [];
beforeAll(async () => {
  browser = await openOutlook();
});
afterEach(async () => {
  for (const pane of panes.splice(0).reverse()) await pane.close();
  expect(browser.errors()).toEqual([]);
});
afterAll(() => browser.close());

async function opened(...asked: Parameters<OutlookBrowser['open']>): Promise<OpenedPane> {
  const pane = await browser.open(...asked);
  panes.push(pane);
  return pane;
}

const CLIENTS = [
  { profile: PROFILES.web, place: 'Outlook on the web', theme: 'dark', isThread: false, writes: 'html' },
  { profile: PROFILES.classic, place: 'Outlook for Windows', theme: undefined, isThread: true, writes: 'text' },
  { profile: PROFILES.mac, place: 'Outlook for Mac', theme: undefined, isThread: true, writes: 'html' },
] as const;

const OWNER = 'complaints@landlord.example';
const CATEGORY = 'Complaint – Stage 1';

/** Classic Outlook and the one for Mac hand out the whole conversation, the answered mail below a rule. */
const ANSWERED =
  '<hr><div id="divRplyFwdMsg"><b>From:</b> Complaints<br><b>Sent:</b> 20 March 2026 10:00<br><b>To:</b> Ruth Amankwah<br>' +
  '<b>Subject:</b> Bathroom floor</div><div>There is a smell of gas in your road.</div>';

test.each(CLIENTS)(
  'in Outlook $profile.name: read, followed, logged, marked, answered, checked, backed up, lost and brought back',
  { timeout: 240_000 },
  async ({ profile, place, theme, isThread, writes }) => {
    const reading = await opened(profile, null);
    const { pane, outlook } = reading;
    await pane.getByRole('heading', { name: 'Open a message' }).waitFor();
    await outlook.paint(0x1f1f1f);
    await expect.poll(() => pane.evaluate(() => document.documentElement.dataset['theme']), PATIENT).toBe(theme);
    await outlook.select(simulatedItem({ id: 'AAMkAGsecret=', itemClass: 'IPM.Note.SMIME' }));
    await pane.getByText('It is encrypted').waitFor();

    const whole = simulatedItem({ owner: OWNER, cc: [{ name: 'Amina Begum', address: 'amina@advice.example' }] });
    const item = isThread ? { ...whole, html: whole.html.replace('</body>', `${ANSWERED}</body>`) } : whole;
    outlook.masterCategories = [CATEGORY];
    await outlook.select(item);
    await verdictOn(pane, 'Bathroom floor');
    expect(await pane.locator('.strip').innerText()).toContain(`In the shared mailbox ${OWNER}`);
    expect(await pane.locator('main').innerText()).not.toContain('Danger now');

    await outlook.select(otherItem(), { told: false });
    await press(pane, 'Log complaint');
    await pane.getByText('You opened another message').waitFor();
    expect(await eventsIn(pane)).toEqual([]);
    await outlook.select(otherItem());
    await verdictOn(pane, 'Repair 2');
    await outlook.select(item);
    await verdictOn(pane, 'Bathroom floor');

    const reference = await logIt(pane);
    await expect.poll(() => item.categories, PATIENT).toEqual([CATEGORY]);
    expect(item.notices.get('duly-case')).toMatch(
      new RegExp(`^Duly ${reference} · Stage one · .+: \\w{3} \\d+ \\w{3}$`),
    );
    expect(item.properties.length).toBeLessThanOrEqual(2_500);
    const kept = JSON.parse(String((JSON.parse(item.properties) as Record<string, unknown>)['duly'])) as unknown;
    expect(kept).toMatchObject({ reference, stageOrder: 1, by: 'Joanna Marsh' });

    await writeLetter(pane);
    await press(pane, 'Insert in reply');
    await pane.getByRole('heading', { name: 'Not sent yet' }).waitFor();
    expect(outlook.replies).toMatchObject([{ toItem: item.id, isToAll: true }]);
    expect(outlook.replies[0]?.html).toContain('Dear Ruth Amankwah');
    // From Mailbox 1.9 on Outlook says whether it opened a reply; an older one isn't asked.
    expect(outlook.asked.some((method) => method >= 181 && method <= 184)).toBe(profile !== PROFILES.classic);

    await check(reading, writes);
    await reading.page.bringToFront();
    await press(pane, 'I’ve sent it');
    await pane.getByText('Acknowledgement recorded').first().waitFor();

    await press(pane, /^Due/);
    await pane.getByText(`Kept in ${place}, which may lose it. Never backed up.`).waitFor();
    const file = await backUp(reading);
    const events = await eventsIn(pane);
    expect(file.trim().split('\n')).toHaveLength(events.length + 1);
    await expect.poll(() => memoryOf(reading), PATIENT).toMatchObject({ place, cases: 1, since: [] });

    // The same mailbox and the same client, with a storage that is empty.
    const after = await opened(profile, item, { settings: outlook.settings });
    await after.pane.getByRole('heading', { name: 'Outlook no longer has your cases' }).waitFor();
    expect(await after.pane.locator('main').innerText()).toContain('Duly kept 1 case here on Wed 25 Mar.');
    const chosen = { name: 'duly.jsonl', mimeType: 'text/plain', buffer: Buffer.from(file) };
    await after.pane.locator('input[type="file"]').setInputFiles(chosen);
    await after.pane.getByText('It holds 1 case; 1 isn’t here yet.').waitFor();
    expect(await eventsIn(after.pane)).toEqual([]);
    await press(after.pane, 'Bring it in');
    await after.pane.getByText(reference).first().waitFor();
    expect(await eventsIn(after.pane)).toEqual(events);
  },
);

/** Beside a reply that is being written: the letter goes above the signature, in the reply's own kind of text. */
async function check(beside: OpenedPane, bodyType: SimulatedItem['bodyType']): Promise<void> {
  const signature = 'Joanna Marsh\nComplaints team';
  const item = reply({ bodyType, html: `<p>${signature.replace('\n', '<br>')}</p>`, text: signature });
  const { pane } = await opened(beside.outlook.profile, item, { beside });
  await pane.getByRole('heading', { name: 'Check before sending' }).waitFor();
  await press(pane, 'Insert the letter');
  await pane.getByText('The letter is at the top of your reply').waitFor();
  expect(item.text.indexOf('Dear Ruth Amankwah')).toBeGreaterThanOrEqual(0);
  expect(item.text.indexOf('Complaints team')).toBeGreaterThan(item.text.indexOf('Dear Ruth Amankwah'));
  if (bodyType === 'text') expect(item.text).not.toContain('<p>');
  await expect
    .poll(async () => (await eventsIn(pane)).filter(({ type }) => type === 'letter-inserted').length, PATIENT)
    .toBe(2);
  // It stands there now: it isn't offered again.
  await expect.poll(() => pane.getByRole('button', { name: 'Insert the letter' }).count(), PATIENT).toBe(0);
}

/** The backup: a file where the client saves files, else copied, for the page in the browser that saves it. */
async function backUp({ page, pane, outlook }: OpenedPane): Promise<string> {
  if (outlook.profile !== PROFILES.mac) {
    const file = await downloaded(page, () => press(pane, 'Back up now'));
    await pane.getByText('Backed up. The file is among your downloads.').waitFor();
    return file;
  }
  await press(pane, 'Back up now');
  await pane.getByText('Copied: this Outlook saves no files.').waitFor();
  const copied = await pane.evaluate(() => navigator.clipboard.readText());
  const tab = await browser.openTab('/outlook-addin/save.html');
  const save = (): Promise<void> => tab.page.getByRole('button', { name: 'Save as a file' }).click();
  await tab.page.getByLabel('What Duly copied').fill(copied.slice(0, -20));
  await save();
  await tab.page.getByText('That isn’t a whole file.').waitFor();
  await tab.page.getByLabel('What Duly copied').fill(copied);
  const file = await downloaded(tab.page, save);
  await tab.close();
  // A copy that nobody kept is no backup.
  await pane.getByText('Never backed up.').waitFor();
  await press(pane, 'I’ve saved it');
  await pane.getByText('Noted as backed up.').waitFor();
  return file;
}

async function downloaded(page: Page, act: () => Promise<void>): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  expect(download.suggestedFilename()).toMatch(/^duly-\d{4}-\d\d-\d\d\.jsonl$/);
  return readFileSync(await download.path(), 'utf8');
}

/** What the mailbox remembers of the pane's own place. */
function memoryOf({ outlook }: OpenedPane): unknown {
  return Object.values(memoryIn(outlook.settings))[0] ?? null;
}
