import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';

/** A CRM of one page, which shows the person that stands behind its #. */
const CRM = `<!doctype html><title>Contacts</title><main></main><script>
  const people = { 1: ['Mrs Ada Byron', 'TEN-10001', 'Rang about her boiler.'], 2: ['Mr Ben Okri', 'TEN-10002', 'Asked for a visit.'] };
  const show = () => {
    const [name, tenancy, note] = people[location.hash.split('/').pop()] ?? ['', '', ''];
    document.querySelector('main').innerHTML =
      '<dl><dt>Full name</dt><dd>' + name + '</dd><dt>Tenancy ref</dt><dd>' + tenancy + '</dd><dt>Notes</dt><dd>' + note + '</dd></dl>' +
      '<label>Complaint ref <input></label>';
  };
  addEventListener('hashchange', show);
  show();
</script>`;

const ADDRESS = 'https://crm.quayside.example/app#/person/1';

let profile: string;
let browser: ExtensionBrowser;

beforeAll(async () => {
  profile = mkdtempSync(join(tmpdir(), 'duly-records-'));
  browser = await launchExtension({ profile });
});
afterAll(async () => {
  await browser.close();
  rmSync(profile, { recursive: true, maxRetries: 5 });
});

async function openCrm(address = ADDRESS): Promise<Page> {
  const page = await browser.context.newPage();
  const { origin } = new URL(address);
  await page.route(`${origin}/**`, (route) => route.fulfill({ contentType: 'text/html', body: CRM }));
  await page.goto(address);
  return page;
}

const goTo = (page: Page, person: number): Promise<void> =>
  page.evaluate(
    (hash) => {
      location.hash = hash;
    },
    `#/person/${String(person)}`,
  );

const note = (panel: Page): Promise<string> => panel.locator('#paste-text').inputValue({ timeout: 5_000 });

async function typed(panel: Page, words: string): Promise<void> {
  await panel.getByRole('button', { name: 'Use what was found' }).click();
  await panel.locator('#paste-text').fill(words);
}

test('a record is read where the button is pressed, and after a reload; what is typed about it is its own, also after a restart', async () => {
  const empty = await browser.context.newPage();
  const panel = await browser.openPanel(empty);
  await panel.getByRole('button', { name: 'Not now' }).click();
  await panel.getByText('press Duly’s button in the browser’s bar').waitFor();

  // With the panel open already, the press alone says that the page may be read.
  const page = await openCrm();
  await page.bringToFront();
  await browser.pressAction(page);
  await panel.locator('main').getByText('Mrs Ada Byron', { exact: true }).waitFor();
  await page.reload();
  await panel.locator('main').getByText('Mrs Ada Byron', { exact: true }).waitFor();
  expect(await panel.getByText('press Duly’s button').count()).toBe(0);

  await typed(panel, 'Ada’s boiler, typed.');
  await goTo(page, 2);
  await panel.locator('main').getByText('Mr Ben Okri', { exact: true }).waitFor();
  expect(await panel.locator('#paste-text').count()).toBe(0);
  await typed(panel, 'Ben’s visit, typed.');
  await goTo(page, 1);
  await expect.poll(() => note(panel)).toBe('Ada’s boiler, typed.');
  await page.reload();
  await panel.getByText('’s record in crm.quayside.example').waitFor();
  expect(await note(panel)).toBe('Ada’s boiler, typed.');

  // Another tab: neither of them stands beside it, and both wait by name.
  await empty.bringToFront();
  await panel.getByText('Draft kept:').first().waitFor();
  expect(await panel.locator('#paste-text').count()).toBe(0);
  expect(await panel.getByText('Draft kept:').count()).toBe(2);

  await browser.close();
  browser = await launchExtension({ profile });
  const again = await openCrm();
  const after = await browser.openPanel(again);
  await expect.poll(() => note(after)).toBe('Ada’s boiler, typed.');
  await goTo(again, 2);
  await expect.poll(() => note(after)).toBe('Ben’s visit, typed.');

  // Read and not logged yet, it still goes with its record.
  await after.getByRole('button', { name: 'Read' }).click();
  await after.getByText('Pasted.').waitFor();
  await goTo(again, 1);
  await expect.poll(() => note(after)).toBe('Ada’s boiler, typed.');
  await goTo(again, 2);
  await after.getByText('Pasted.').waitFor();
}, 120_000);

test('a page without an encrypted connection is read where the button is pressed', async () => {
  const page = await openCrm('http://crm.intranet.example/app#/person/2');
  await page.bringToFront();
  await browser.pressAction(page);
  const [panel] = await panels();
  await panel?.locator('main').getByText('Mr Ben Okri', { exact: true }).waitFor();
  expect(await panel?.getByText('without pressing the button').count()).toBe(0);
}, 60_000);

async function panels(): Promise<Page[]> {
  const page = browser.context.pages().at(-1);
  return page ? [await browser.openPanel(page)] : [];
}
