/* The built extension in a real Chromium, with the real side panel. */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { chromium, type Browser, type BrowserContext, type Page, type Worker } from 'playwright-core';

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
  /** Asks the page script in `page` as the panel does. */
  ask<N extends keyof PageRequests>(
    page: Page,
    name: N,
    payload: Parameters<PageRequests[N]>[0],
  ): Promise<ReturnType<PageRequests[N]>>;
  /** Presses the toolbar button beside `page`, as a person would, and gives the side panel that opens. */
  openPanel(page: Page): Promise<Page>;
  /** Loads the extension again, as an update does. */
  update(): Promise<void>;
  close(): Promise<void>;
}

export interface LaunchOptions {
  readonly folder?: string;
  /** Dates on pages have no zone: they are in the browser's. */
  readonly timeZone?: string;
}

/** Starts Chromium without a window, with a profile of its own. */
export async function launchExtension({
  folder = BUILT_EXTENSION,
  timeZone = 'Europe/London',
}: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const profile = mkdtempSync(join(tmpdir(), 'duly-'));
  const context = await chromium.launchPersistentContext(profile, {
    headless: true,
    executablePath: chromiumForTests().path,
    viewport: { width: 1280, height: 800 },
    env: { ...process.env, TZ: timeZone },
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
      '--remote-debugging-port=0',
      // For loading the extension again in update().
      '--enable-unsafe-extension-debugging',
      `--load-extension=${folder}`,
      `--disable-extensions-except=${folder}`,
    ],
  });
  const worker = async (): Promise<Worker> =>
    context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  const id = new URL((await worker()).url()).host;
  const connections: Browser[] = [];
  return {
    context,
    id,
    worker,
    ask: async (page, name, payload) => askPage(await worker(), page, name, payload),
    openPanel: async (page) => {
      const endpoint = `http://127.0.0.1:${readFileSync(join(profile, 'DevToolsActivePort'), 'utf8').split('\n')[0] ?? ''}`;
      await pressAction(context, id, page, await worker());
      // A connection made before the panel opened never lists it.
      const connection = await chromium.connectOverCDP(endpoint);
      connections.push(connection);
      return panelAmong(connection, id);
    },
    update: async () => {
      const restarted = context.waitForEvent('serviceworker');
      const session = await context.browser()?.newBrowserCDPSession();
      // Newer than Playwright's own list of commands.
      await session?.send('Extensions.loadUnpacked' as never, { path: folder } as never);
      await restarted;
    },
    close: async () => {
      await Promise.all(connections.map((connection) => connection.close()));
      await context.close();
      rmSync(profile, { recursive: true, force: true });
    },
  };
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

async function pressAction(context: BrowserContext, id: string, page: Page, worker: Worker): Promise<void> {
  await page.bringToFront();
  const session = await context.browser()?.newBrowserCDPSession();
  const { targetInfos = [] } = (await session?.send('Target.getTargets', { filter: [{ type: 'tab' }] })) ?? {};
  const target = targetInfos.find(({ url }) => url === page.url());
  if (!session || !target) throw new Error('the page has no tab');
  // A press right after the browser has started can get lost.
  for (let attempt = 0; attempt < 20; attempt += 1) {
    // Newer than Playwright's own list of commands.
    await session.send('Extensions.triggerAction' as never, { id, targetId: target.targetId } as never);
    await sleep(250);
    if (
      await worker.evaluate(async () => (await chrome.runtime.getContexts({ contextTypes: ['SIDE_PANEL'] })).length > 0)
    )
      break;
  }
  await session.detach();
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
