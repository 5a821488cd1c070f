import { existsSync, readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';

import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

import { chromiumForTests } from '../support/chromium.ts';
import { GALLERY } from './build-gallery.ts';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The gallery in a browser. */
export interface GalleryBrowser {
  /**
   * Shows a state, and acts on its page when it is reached. Throws what the page said where it isn't. Pages are used again:
   * the panel and its world are new each time, the page is not.
   */
  visit(state: string, act: (page: Page) => Promise<void>): Promise<void>;
  /** Opens the task pane in a plain tab, with a storage of its own. */
  openTaskPane(): Promise<Page>;
  /** What pages said of errors since the last time it was asked. */
  errors(): readonly string[];
  close(): Promise<void>;
}

/** Serves the built gallery, and starts Chromium. */
export async function openGallery(): Promise<GalleryBrowser> {
  const server = await serve();
  const { port } = server.address() as AddressInfo;
  const browser: Browser = await chromium.launch({
    executablePath: chromiumForTests().path,
    args: ['--no-sandbox', '--disable-gpu'],
  });
  const context: BrowserContext = await browser.newContext({
    locale: 'en-GB',
    timezoneId: 'Europe/London',
    permissions: ['clipboard-read', 'clipboard-write'],
    reducedMotion: 'reduce',
  });
  let said: string[] = [];
  const free: Page[] = [];
  const states = new Map<Page, string>();
  const openPage = async (): Promise<Page> => {
    const page = await context.newPage();
    const note = (words: string) => said.push(`${states.get(page) ?? ''}: ${words}`);
    page.on('pageerror', (error) => note(error.message));
    page.on('console', (message) => message.type() === 'error' && note(message.text()));
    await page.goto(`http://127.0.0.1:${String(port)}/test/panel/gallery.html`);
    await page.waitForSelector('body[data-ready]', { timeout: 40_000 });
    return page;
  };
  return {
    visit: async (state, act) => {
      const page = free.pop() ?? (await openPage());
      states.set(page, state);
      await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none' });
      await page.setViewportSize({ width: 360, height: 760 });
      try {
        await page.evaluate((name) => window.gallery.show(name), state);
        await page.waitForSelector('body[data-ready]', { timeout: 40_000 });
      } catch (error) {
        throw new Error(`${state} was not reached: ${said.join('; ')} ${String(error)}`, { cause: error });
      }
      await act(page);
      // One that a test failed on is left as it is.
      free.push(page);
    },
    openTaskPane: async () => {
      const own = await browser.newContext({
        locale: 'en-GB',
        viewport: { width: 360, height: 760 },
        permissions: ['clipboard-read', 'clipboard-write'],
      });
      // Without a connection Outlook's own script isn't there; the pane in a plain tab goes without.
      await own.route('https://appsforoffice.microsoft.com/**', (route) => route.abort());
      const page = await own.newPage();
      page.on('pageerror', (error) => said.push(`task pane: ${error.message}`));
      await page.goto(`http://127.0.0.1:${String(port)}/outlook-addin/taskpane.html`);
      return page;
    },
    errors: () => {
      const all = said;
      said = [];
      return all;
    },
    close: async () => {
      await browser.close();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const file = join(GALLERY, pathname);
    if (!file.startsWith(GALLERY) || !existsSync(file)) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'application/octet-stream' });
    response.end(readFileSync(file));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}
