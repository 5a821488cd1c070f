import { join } from 'node:path';

import type { Page } from 'playwright-core';

import type { ExtensionBrowser } from '../test/support/extension.ts';
import { DEMO_ADDRESS } from './page.ts';

export interface Picture {
  /** The file, from the project's folder. */
  readonly name: string;
  readonly says: string;
}

/** Goes through the demo inbox as a person would, with the real side panel, and takes a picture of each step. */
export async function* goThrough(browser: ExtensionBrowser, folder: string): AsyncGenerator<Picture> {
  const page = await browser.context.newPage();
  await page.goto(DEMO_ADDRESS);
  const panel = await browser.openPanel(page);
  await panel.getByText('Set up Duly').waitFor();
  yield* picture(page, panel, join(folder, '1-first-run'), 'the inbox; the panel asks who you are');
  await setUp(panel);
  await open(page, panel, 'Alarm going off in the hall');
  yield* picture(page, panel, join(folder, '2-hazard'), 'a hazard comes before everything');
  await open(page, panel, 'Kitchen tap');
  yield* picture(page, panel, join(folder, '3-first-report'), 'a first report, which is no complaint');
  await open(page, panel, 'Bathroom floor');
  yield* picture(page, panel, join(folder, '4-complaint'), 'a complaint: the sentences that show it, and the clause');
  await logComplaint(panel);
  yield* picture(page, panel, join(folder, '5-logged'), 'logged, with its dates');
  await writeAcknowledgement(panel);
  yield* picture(page, panel, join(folder, '6-letter'), 'the acknowledgement');
  await insertDraft(panel);
  yield* picture(page, panel, join(folder, '7-inserted'), 'the draft in the reply');
  await openDue(panel);
  yield* picture(page, panel, join(folder, '8-due'), 'what is due, by whom and when');
}

/** Says who one is and whose policy is followed, as on the first day. */
export async function setUp(panel: Page): Promise<void> {
  await panel.getByLabel('Your name').fill('Priya Nair');
  await panel.getByLabel('Work email').fill('priya.nair@westkent.example');
  await panel.getByLabel('Landlord').selectOption('west-kent');
  await panel.getByLabel('Phone, as letters give it').fill('01632 960140');
  await panel.getByRole('button', { name: 'Start' }).click();
}

/** Logs the open message as it is suggested, with the first handler that comes to mind. */
export async function logComplaint(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: 'Edit what will be logged' }).click();
  await panel.getByLabel('Handler').fill('Dan Okafor');
  await panel.getByRole('button', { name: /^Log/ }).click();
  await panel
    .getByText(/Logged as/)
    .first()
    .waitFor();
}

/** Opens the acknowledgement of the case that was just logged. */
export async function writeAcknowledgement(panel: Page): Promise<void> {
  await panel
    .getByRole('button', { name: /acknowledgement/i })
    .first()
    .click();
  await panel.getByRole('button', { name: /^Insert/ }).waitFor();
}

/** Puts the letter into the reply. */
export async function insertDraft(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: /^Insert/ }).click();
  await panel
    .getByText(/Inserted|in the reply/)
    .first()
    .waitFor();
}

/** Goes to the list of what is due. */
export async function openDue(panel: Page): Promise<void> {
  await panel
    .getByRole('tab', { name: /^Due/ })
    .or(panel.getByRole('button', { name: /^Due/ }))
    .first()
    .click();
  await panel.getByText('Ruth').first().waitFor();
}

/** Opens a thread in the list and waits until the panel shows it. */
export async function open(page: Page, panel: Page, subject: string): Promise<void> {
  await page.goto(DEMO_ADDRESS);
  await page.locator('.zA', { hasText: subject }).first().click();
  await panel.getByText(subject).first().waitFor();
  await panel.locator('.dock button').first().waitFor();
  await panel.getByText('a closer one is on its way').waitFor({ state: 'hidden', timeout: 60_000 });
}

async function* picture(page: Page, panel: Page, path: string, says: string): AsyncGenerator<Picture> {
  await page.screenshot({ path: `${path}.png` });
  yield { name: `${path}.png`, says };
  await panel.screenshot({ path: `${path}-panel.png` });
  yield { name: `${path}-panel.png`, says: 'the panel beside it' };
}
