/*
 * Opens a browser with the extension on the demo inbox. With `headless` in its arguments it goes the same way by itself and
 * leaves pictures; scripts/start.mjs says which, after it has built the extension.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { findBrowser } from '../scripts/chromium.mjs';
import { launchExtension, type ExtensionBrowser } from '../test/support/extension.ts';
import { goThrough } from './journey.ts';
import { DEMO_ADDRESS } from './page.ts';
import { serveDemo } from './serve.ts';

const folder = join(process.cwd(), 'dist', 'extension');
const pictures = join('.cache', 'journey');
const isHeadless = process.argv.includes('--headless');

const browser = await launchExtension({ folder, timeZone: null, isHeadless });
try {
  await serveDemo(browser.context);
  if (isHeadless) await takePictures(browser);
  else await waitForPerson(browser);
} finally {
  await browser.close();
}

async function takePictures(browser: ExtensionBrowser): Promise<void> {
  rmSync(pictures, { recursive: true, force: true });
  mkdirSync(pictures, { recursive: true });
  process.stdout.write('There is no screen here, so Duly went through the demo inbox by itself. Its pictures:\n');
  for await (const { name, says } of goThrough(browser, pictures)) process.stdout.write(`  ${name}  ${says}\n`);
}

async function waitForPerson(browser: ExtensionBrowser): Promise<void> {
  const [page = await browser.context.newPage()] = browser.context.pages();
  await page.goto(DEMO_ADDRESS);
  const isOpen = await browser.pressAction(page).then(
    () => true,
    () => false,
  );
  process.stdout.write(
    `${isOpen ? 'Duly stands beside the demo inbox.' : 'Press the Duly button in the toolbar, or Alt+Shift+D: Duly opens beside the demo inbox.'} ` +
      `Open "Bathroom floor" or "Alarm going off in the hall" and see what it says.\n` +
      'Log the complaint, write the acknowledgement, insert it in the reply: Ctrl+Z takes it out, and nothing is sent.\n' +
      `Close the window to stop. (${findBrowser()?.path ?? ''}; a profile of its own, thrown away afterwards.)\n`,
  );
  await new Promise((resolve) => browser.context.once('close', resolve));
}
