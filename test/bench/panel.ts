import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';

import { toInstant } from '../../core/dates.ts';
import { demoThreads } from '../../demo/emails.ts';
import { setUp } from '../../demo/journey.ts';
import { DEMO_ADDRESS, demoThreadAddress } from '../../demo/page.ts';
import { serveDemo } from '../../demo/serve.ts';
import { launchExtension } from '../support/extension.ts';

/* How much the extension loads, and how soon its panel shows the verdict on the open mail, in the real side panel. */

const RUNS = 15;

/** Notes when a verdict first stands on the panel, and when the closer reading has come. */
const WATCH = `
(() => {
  const times = (window.dulyTimes = { verdict: null, closer: null });
  const look = () => {
    const verdict = document.querySelector('.verdict h2');
    if (verdict && times.verdict === null) times.verdict = performance.now();
    if (verdict && !document.body.textContent.includes('a closer one is on its way')) times.closer = performance.now();
    if (times.closer === null) requestAnimationFrame(look);
  };
  document.addEventListener('DOMContentLoaded', look);
})();`;

interface Times {
  readonly verdict: number;
  readonly closer: number;
}

const sizes = execFileSync('node', ['scripts/build.mjs'], { encoding: 'utf8' });
for (const line of sizes.split('\n').filter((one) => one.includes('gzipped'))) process.stdout.write(`${line}\n`);

const browser = await launchExtension({ folder: resolve('dist/extension') });
await serveDemo(browser.context);
const page = await browser.context.newPage();
await page.goto(DEMO_ADDRESS);
const panel = await browser.openPanel(page);
await panel.getByText('Set up Duly').waitFor();
await setUp(panel);
const [thread] = demoThreads(toInstant(new Date().toISOString()));
await page.goto(demoThreadAddress(thread?.name ?? ''));
await panel.locator('.verdict h2').waitFor();
await panel.addInitScript(WATCH);
const found: Times[] = [];
for (let run = 0; run < RUNS; run++) {
  await panel.reload();
  await panel.waitForFunction(() => (window as unknown as { dulyTimes: Times | undefined }).dulyTimes?.closer != null);
  found.push(await panel.evaluate(() => (window as unknown as { dulyTimes: Times }).dulyTimes));
}
await browser.close();

const row = (name: string, of: (times: Times) => number): void => {
  const sorted = found.map(of).sort((left, right) => left - right);
  const at = (part: number): string => `${(sorted[Math.floor((sorted.length - 1) * part)] ?? NaN).toFixed(0)} ms`;
  process.stdout.write(`${name.padEnd(44)}median ${at(0.5)}, slowest ${at(1)}, of ${String(RUNS)}\n`);
};
row('panel opened → verdict on screen', ({ verdict }) => verdict);
row('panel opened → both readers’ verdict', ({ closer }) => closer);
