/* The built extension in a real Chromium, with the real side panel. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { chromium, type Browser, type BrowserContext, type CDPSession, type Page, type Worker } from 'playwright-core';

import { mailPageName } from '../../extension/mail-hosts.ts';
import type { PageRequests } from '../../extension/page-requests.ts';
import { chromiumForTests } from './chromium.ts';

/** Where the build stands. */
export const BUILT_EXTENSION = fileURLToPath(new URL('../../dist/extension', import.meta.url));

/** The build with a page more, on which tests ask the host; build-once.ts makes it. */
export const EXTENSION_UNDER_TEST = fileURLToPath(new URL('../../.cache/extension-under-test', import.meta.url));

export const HOST_PAGE = 'host-page.html';

/** A browser with the extension loaded. */
export interface ExtensionBrowser {
  readonly context: BrowserContext;
  readonly id: string;
  /** The extension's service worker; afresh each time, since the browser stops and starts it. */
  worker(): Promise<Worker>;
  /** Allows the site of `page`, as a person does when asked, and puts the script for CRMs in; mail pages have theirs. */
  reach(page: Page): Promise<void>;
  /** Allows a site, as a person does when asked: `https://crm.example/*`. */
  allow(pattern: string): Promise<void>;
  /** Asks the page script in `page` as the panel does. */
  ask<N extends keyof PageRequests>(
    page: Page,
    name: N,
    payload: Parameters<PageRequests[N]>[0],
  ): Promise<ReturnType<PageRequests[N]>>;
  /** Presses the toolbar button beside `page`, as a person would. */
  pressAction(page: Page): Promise<void>;
  /** Presses the toolbar button and gives the side panel that opens. */
  openPanel(page: Page): Promise<Page>;
  /** Loads the extension again, as an update does. */
  update(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly folder?: string;
  /** Dates on pages have no zone: they are in the browser's. Null: the machine's own. */
  readonly timeZone?: string | null;
  readonly isHeadless?: boolean;
  /** A profile that outlives the browser, as a person's does; without one it has its own, which is thrown away. */
  readonly profile?: string | null;
  /** The page that comes once after an installation is left open. */
  readonly keepsWelcome?: boolean;
}

/** Starts Chromium with the extension. */
export async function launchExtension({
  folder = BUILT_EXTENSION,
  timeZone = 'Europe/London',
  isHeadless = true,
  profile: kept = null,
  keepsWelcome = false,
}: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const profile = kept ?? mkdtempSync(join(tmpdir(), 'duly-'));
  const isRoot = process.getuid?.() === 0;
  const context = await chromium.launchPersistentContext(profile, {
    headless: isHeadless,
    executablePath: chromiumForTests().path,
    viewport: isHeadless ? { width: 1280, height: 800 } : null,
    env: { ...process.env, ...(timeZone === null ? {} : { TZ: timeZone }) },
    // Chromium's sandbox doesn't start as root; a person's browser keeps it otherwise.
    chromiumSandbox: !isHeadless && !isRoot,
    ignoreDefaultArgs: isHeadless ? [] : ['--enable-automation'],
    args: [
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      // For update(), and for Google's own Chrome, which ignores --load-extension.
      '--enable-unsafe-extension-debugging',
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
      // The side panel can be driven over a port only; a person's browser opens none.
      ...(isHeadless ? ['--disable-gpu', '--remote-debugging-port=0'] : ['--window-size=1500,950']),
    ],
  });
  const session = await context.browser()?.newBrowserCDPSession();
  if (!session) throw new Error('the browser can’t be driven');
  const load = async (): Promise<void> => {
    // Newer than Playwright's own list of commands.
    await session.send('Extensions.loadUnpacked' as never, { path: folder } as never);
  };
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  if (!(await isLoaded(context))) await load();
  const id = new URL((await worker()).url()).host;
  if (!keepsWelcome) await closeWelcome(context, id, kept === null ? 15_000 : 1_500);
  const press = async (page: Page): Promise<void> => pressAction(session, id, page, await worker());
  const connections: Browser[] = [];
  return {
    context,
    id,
    worker,
    reach: async (page) => reachPage(context, id, page, await worker()),
    allow: async (pattern) => allowSite(context, id, pattern, await worker()),
    ask: async (page, name, payload) => askPage(await worker(), page, name, payload),
    pressAction: press,
    openPanel: async (page) => {
      await press(page);
      const port = readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0] ?? '';
      // A connection made before the panel opened never lists it.
      const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
      connections.push(connection);
      return panelAmong(connection, id);
    },
    update: async () => {
      const restarted = context.waitForEvent('serviceworker');
      await load();
      await restarted;
    },
    close: async () => {
      await Promise.all(connections.map((connection) => connection.close()));
      await context.close();
      if (kept === null) rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Whether the browser took --load-extension: its service worker comes within a fraction of a second. */
async function isLoaded(context: BrowserContext): Promise<boolean> {
  for (let attempt = 0; attempt < 50 && context.serviceWorkers().length === 0; attempt += 1) await sleep(100);
  return context.serviceWorkers().length > 0;
}

/** The page that comes after an installation stands in front of what is tested; a profile that was used before has none. */
async function closeWelcome(context: BrowserContext, id: string, patience: number): Promise<void> {
  const address = `chrome-extension://${id}/extension/help/index.html`;
  for (let waited = 0; waited < patience; waited += 100) {
    const page = context.pages().find((one) => one.url() === address);
    if (page) {
      // It may have taken the place of the empty tab that tests count on as the first.
      if (context.pages().length === 1) await context.newPage();
      return page.close();
    }
    await sleep(100);
  }
}

async function reachPage(context: BrowserContext, id: string, page: Page, worker: Worker): Promise<void> {
  if (mailPageName(page.url()) !== null) return;
  await allowSite(context, id, `${new URL(page.url()).origin}/*`, worker);
  await page.bringToFront();
  await worker.evaluate(async (url) => {
    const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
    await chrome.scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      files: ['extension/record.js', 'extension/pick.js'],
    });
  }, page.url());
}

/** The question whether a site may be read can't be pressed without a display: the answer is put in by the browser's own page. */
async function allowSite(context: BrowserContext, id: string, pattern: string, worker: Worker): Promise<void> {
  if (await worker.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), pattern)) return;
  const settings = await context.newPage();
  await settings.goto('chrome://extensions');
  await settings.evaluate(
    async ([extension, origin]) => {
      // The page's own interface, which the types of extensions don't know.
      const { developerPrivate } = chrome as unknown as {
        developerPrivate: { addHostPermission(id: string, origin: string): Promise<void> };
      };
      await developerPrivate.addHostPermission(extension, origin);
    },
    [id, pattern] as const,
  );
  // Asked for from a click, as in the panel; it is answered already.
  await settings.goto(`chrome-extension://${id}/extension/sidebar/index.html`);
  await settings.evaluate((origin) => chrome.permissions.request({ origins: [origin] }), pattern);
  await settings.close();
}

/** The wire's own shape, from the service worker: the panel is one more sender like it. */
async function askPage<N extends keyof PageRequests>(
  worker: Worker,
  page: Page,
  name: N,
  payload: Parameters<PageRequests[N]>[0],
): Promise<ReturnType<PageRequests[N]>> {
  const message = { url: page.url(), request: name, payload };
  const reply = await worker.evaluate(async ({ url, request, payload }): Promise<unknown> => {
    const tab = (await chrome.tabs.query({})).find((candidate) => candidate.url === url);
    // The page script comes when the page has loaded, a moment after its address is there.
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await chrome.tabs.sendMessage<unknown, unknown>(tab?.id ?? -1, { request, payload }, { frameId: 0 });
      } catch (error) {
        if (attempt > 50) throw error;
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
    }
  }, message);
  const { ok, value } = reply as { ok: boolean; value: ReturnType<PageRequests[N]> };
  if (!ok) throw new Error(JSON.stringify(reply));
  return value;
}

async function pressAction(session: CDPSession, id: string, page: Page, worker: Worker): Promise<void> {
  await page.bringToFront();
  const { targetInfos } = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  const target = targetInfos.find(({ url }) => url === page.url());
  if (!target) throw new Error('the page has no tab');
  // A press right after the browser has started can get lost.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    // Newer than Playwright's own list of commands.
    await session.send('Extensions.triggerAction' as never, { id, targetId: target.targetId } as never);
    await sleep(250);
    const panels = worker.evaluate(() => chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] }));
    if ((await panels).length > 0) return;
  }
  throw new Error('the side panel did not open');
}

async function panelAmong(connection: Browser, id: string): Promise<Page> {
  for (let attempt = 0; attempt < 20; attempt += 1) {
    const pages = connection.contexts().flatMap((context) => context.pages());
    const panel = pages.find((page) => page.url() === `chrome-extension://${id}/extension/sidebar/index.html`);
    if (panel) return panel;
    await sleep(100);
  }
  throw new Error('the side panel did not open');
}
