/*
 * What Duly costs a mail page: loading it, standing idle beside it, and while it changes all the time. Beside a browser without
 * extensions stands one with an extension that does nothing: what that costs, any extension costs. Run round by round, so that
 * what else the machine does falls on all alike.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright-core';

import { MAIL_HOSTS } from '../../extension/mail-hosts.ts';
import { chromiumForTests } from '../support/chromium.ts';
import { launchExtension } from '../support/extension.ts';
import { openPageFile, type SavedPage } from '../support/saved-page.ts';

const ROUNDS = 3;
const LOADS = 10;
const IDLE = 5_000;
const CHANGES = 40_000;
const FOLDER = 'test/pages/gmail/';
const saved = JSON.parse(readFileSync(resolve(`${FOLDER}gmail-thread-en.json`), 'utf8')) as SavedPage;

interface Measures {
  /** From the page's last byte to the end of its load event, in milliseconds; one for each load. */
  readonly loads: readonly number[];
  /** What an extension's script takes of the page's thread when the page loads, in milliseconds; one for each load. */
  readonly scripts: readonly number[];
  /** Share of the time for which the page's thread is busy when nothing happens, in per cent. */
  readonly idle: number;
  /** What the page's thread works for a thousand changes, in milliseconds. */
  readonly work: number;
  readonly changesInSecond: number;
}

/** A browser with a page in front. */
interface Opened {
  readonly context: BrowserContext;
  readonly page: Page;
  close(): Promise<void>;
}

const nothing = doesNothing();
const columns: Readonly<Record<string, () => Promise<Opened>>> = {
  'without extensions': () => browserWith(null),
  'an extension that does nothing': () => browserWith(nothing),
  'Duly, panel shut': () => browserWithDuly(false),
  'Duly, panel open': () => browserWithDuly(true),
};

const rounds = Object.keys(columns).map((): Measures[] => []);
for (let round = 0; round < ROUNDS; round += 1) {
  for (const [at, open] of Object.values(columns).entries()) {
    const opened = await open();
    rounds[at]?.push(await measures(opened.page));
    await opened.close();
  }
}
rmSync(nothing, { recursive: true });

const row = (measure: string, said: (measured: readonly Measures[]) => string): void => {
  process.stdout.write(`| ${[measure, ...rounds.map(said)].join(' | ')} |\n`);
};
process.stdout.write(`| | ${Object.keys(columns).join(' | ')} |\n|---|${'---|'.repeat(rounds.length)}\n`);
row(`page load, median of ${String(ROUNDS * LOADS)}`, (all) => `${quantile(flat(all, 'loads'), 0.5).toFixed(1)} ms`);
row('page load, fastest quarter', (all) => `${quantile(flat(all, 'loads'), 0.25).toFixed(1)} ms`);
row('of it an extension’s script', (all) => `${quantile(flat(all, 'scripts'), 0.5).toFixed(1)} ms`);
row(
  'busy while idle',
  (all) =>
    `${quantile(
      all.map(({ idle }) => idle),
      0.5,
    ).toFixed(2)} %`,
);
row(
  'work for 1,000 changes',
  (all) =>
    `${quantile(
      all.map(({ work }) => work),
      0.5,
    ).toFixed(2)} ms`,
);
row('changes handled a second', (all) =>
  quantile(
    all.map(({ changesInSecond }) => changesInSecond),
    0.5,
  ).toFixed(0),
);

function flat(all: readonly Measures[], key: 'loads' | 'scripts'): readonly number[] {
  return all.flatMap((one) => one[key]);
}

async function measures(page: Page): Promise<Measures> {
  const loads: number[] = [];
  // The first load warms the browser's own caches.
  for (let at = 0; at <= LOADS; at += 1) {
    await load(page);
    const took = await page.evaluate(() => {
      const [navigation] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
      return navigation ? navigation.loadEventEnd - navigation.responseEnd : 0;
    });
    if (at > 0) loads.push(took);
  }
  const scripts: number[] = [];
  for (let at = 0; at < LOADS / 2; at += 1) scripts.push(await scriptOf(page));
  const session = await thread(page);
  await page.waitForTimeout(1_000);
  const idleBefore = await worked(session);
  await page.waitForTimeout(IDLE);
  const idle = (((await worked(session)) - idleBefore) / IDLE) * 100;
  const busyBefore = await worked(session);
  const began = Date.now();
  await page.evaluate(async (count) => {
    const list = document.querySelector('[role=main]') ?? document.body;
    for (let done = 0; done < count; done += 100) {
      for (let at = 0; at < 50; at += 1) {
        const row = document.createElement('div');
        row.className = 'row';
        list.append(row);
        row.remove();
      }
      await new Promise((next) => setTimeout(next, 0));
    }
  }, CHANGES);
  const took = Date.now() - began;
  // What was put off until later counts too.
  await page.waitForTimeout(500);
  const work = ((await worked(session)) - busyBefore) / (CHANGES / 1_000);
  return { loads, scripts, idle, work, changesInSecond: CHANGES / (took / 1_000) };
}

async function load(page: Page): Promise<void> {
  await page.goto('about:blank');
  await page.goto(saved.url, { waitUntil: 'load' });
}

/** Milliseconds of the page's thread for putting an extension's scripts in, from the browser's own trace of one load. */
async function scriptOf(page: Page): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error('the browser can’t be traced');
  await browser.startTracing(page, { categories: ['devtools.timeline'] });
  await load(page);
  await page.waitForTimeout(300);
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: readonly Traced[] };
  const ours = traceEvents.filter(
    ({ name, args }) => name === 'EvaluateScript' && args?.data?.url?.startsWith('chrome-extension:') === true,
  );
  return ours.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1_000;
}

/** An entry of a trace; its time on the thread is in microseconds. */
interface Traced {
  readonly name: string;
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string } };
}

/** The page's thread; it counts from when it is first asked to. */
async function thread(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return session;
}

/** Milliseconds that the page's thread has worked, an extension's script in it included. */
async function worked(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1_000;
}

async function browserWithDuly(isOpen: boolean): Promise<Opened> {
  const browser = await launchExtension({ folder: resolve('dist/extension') });
  const page = await openPageFile(browser.context, resolve(`${FOLDER}${saved.name}.html`), saved);
  if (isOpen) await browser.openPanel(page);
  return { context: browser.context, page, close: () => browser.close() };
}

async function browserWith(extension: string | null): Promise<Opened> {
  const context = await chromium.launchPersistentContext('', {
    headless: true,
    executablePath: chromiumForTests().path,
    viewport: { width: 1280, height: 800 },
    chromiumSandbox: false,
    args: [
      '--no-first-run',
      '--disable-gpu',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--enable-unsafe-extension-debugging',
      '--remote-debugging-port=0',
      ...(extension === null ? [] : [`--load-extension=${extension}`, `--disable-extensions-except=${extension}`]),
    ],
  });
  const page = await openPageFile(context, resolve(`${FOLDER}${saved.name}.html`), saved);
  return { context, page, close: () => context.close() };
}

/** An extension with an empty script for the same pages. */
function doesNothing(): string {
  const folder = mkdtempSync(join(tmpdir(), 'nothing-'));
  mkdirSync(folder, { recursive: true });
  const matches = [...MAIL_HOSTS.keys()].map((host) => `https://${host}/*`);
  const manifest = {
    manifest_version: 3,
    name: 'Nothing',
    version: '1',
    content_scripts: [{ matches, js: ['nothing.js'], run_at: 'document_idle' }],
  };
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify(manifest));
  writeFileSync(join(folder, 'nothing.js'), '');
  return folder;
}

function quantile(numbers: readonly number[], part: number): number {
  return [...numbers].sort((left, right) => left - right)[Math.floor(numbers.length * part)] ?? 0;
}
