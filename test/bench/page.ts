/* What Duly costs a mail page: loading, standing idle, and while the page changes all the time. Panel shut and panel open. */
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import { chromium, type BrowserContext, type Page } from 'playwright-core';

import { chromiumForTests } from '../support/chromium.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import { openPageFile, type SavedPage } from '../support/saved-page.ts';

const LOADS = 15;
const IDLE = 5_000;
const BUSY = 3_000;
const FOLDER = 'test/pages/gmail/';
const saved = JSON.parse(readFileSync(resolve(`${FOLDER}gmail-thread-en.json`), 'utf8')) as SavedPage;

const plain = await plainBrowser();
const without = await measures(plain, null);
await plain.close();
const browser = await launchExtension({ folder: resolve('dist/extension') });
const shut = await measures(browser.context, null);
const open = await measures(browser.context, browser);
await browser.close();

const row = (measure: string, said: (measured: Measures) => string): void => {
  process.stdout.write(`| ${[measure, ...[without, shut, open].map(said)].join(' | ')} |\n`);
};
process.stdout.write('| | without Duly | panel shut | panel open |\n|---|---|---|---|\n');
row('page load, median', ({ load }) => `${load.toFixed(1)} ms`);
row('busy while idle', ({ idle }) => `${idle.toFixed(2)} %`);
row('changes of the page a second', ({ changes }) => changes.toFixed(0));
row('work for 1,000 changes', ({ work }) => `${work.toFixed(2)} ms`);

interface Measures {
  readonly load: number;
  readonly idle: number;
  readonly changes: number;
  readonly work: number;
}

async function measures(context: BrowserContext, watching: ExtensionBrowser | null): Promise<Measures> {
  const loads: number[] = [];
  for (let at = 0; at < LOADS; at += 1) {
    const page = await openPage(context);
    loads.push(
      await page.evaluate(() => {
        const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
        return navigation ? navigation.loadEventEnd - navigation.responseEnd : 0;
      }),
    );
    await page.close();
  }
  const page = await openPage(context);
  if (watching) await watch(watching, page);
  await page.waitForTimeout(1_000);
  const idleBefore = await tasks(page);
  await page.waitForTimeout(IDLE);
  const idle = (((await tasks(page)) - idleBefore) / (IDLE / 1_000)) * 100;
  const busyBefore = await tasks(page);
  const changes = await page.evaluate(async (length) => {
    const list = document.querySelector('[role=main]') ?? document.body;
    const end = performance.now() + length;
    let done = 0;
    while (performance.now() < end) {
      for (let at = 0; at < 50; at += 1) {
        const row = document.createElement('div');
        row.className = 'row';
        list.append(row);
        row.remove();
        done += 2;
      }
      await new Promise((next) => setTimeout(next, 0));
    }
    return done;
  }, BUSY);
  const work = (((await tasks(page)) - busyBefore) * 1_000) / (changes / 1_000);
  await page.close();
  return { load: median(loads), idle, changes: changes / (BUSY / 1_000), work };
}

/** Seconds that the page's thread has worked, Duly's script in it included. */
async function tasks(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  await session.detach();
  return metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0;
}

async function openPage(context: BrowserContext): Promise<Page> {
  const page = await openPageFile(context, resolve(`${FOLDER}${saved.name}.html`), saved);
  await page.waitForLoadState('load');
  return page;
}

/** Holds the port open that the panel holds. */
async function watch(browser: ExtensionBrowser, page: Page): Promise<void> {
  await browser.ask(page, 'current-message', { mapping: null });
  await (
    await browser.worker()
  ).evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
    Object.assign(globalThis, { held: chrome.tabs.connect(tab?.id ?? -1, { name: 'duly-watch', frameId: 0 }) });
  }, page.url());
}

async function plainBrowser(): Promise<BrowserContext> {
  const { path } = chromiumForTests();
  const args = ['--no-first-run', '--disable-gpu', '--disable-background-networking'];
  return chromium.launchPersistentContext('', { headless: true, executablePath: path, args, chromiumSandbox: false });
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length / 2)] ?? 0;
}
