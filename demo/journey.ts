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
  yield* picture(page, panel, join(folder, '1-inbox'), 'the inbox, nothing open');
  await open(page, panel, 'Bathroom floor');
  yield* picture(page, panel, join(folder, '2-complaint'), 'a complaint, read');
  await open(page, panel, 'Alarm going off in the hall');
  yield* picture(page, panel, join(folder, '3-hazard'), 'a hazard');
  await open(page, panel, 'Kitchen tap');
  yield* picture(page, panel, join(folder, '4-first-report'), 'a first report, which is no complaint');
}

/** Opens a thread in the list and waits until the panel shows it. */
async function open(page: Page, panel: Page, subject: string): Promise<void> {
  await page.locator('.zA', { hasText: subject }).first().click();
  await panel.getByText(subject).first().waitFor();
}

async function* picture(page: Page, panel: Page, path: string, says: string): AsyncGenerator<Picture> {
  await page.screenshot({ path: `${path}.png` });
  yield { name: `${path}.png`, says };
  await panel.screenshot({ path: `${path}-panel.png` });
  yield { name: `${path}-panel.png`, says: 'the panel beside it' };
}
