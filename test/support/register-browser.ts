import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';

import { chromium, type BrowserContext, type Page } from 'playwright-core';
import { build } from 'vite';

import { chromiumForTests } from './chromium.ts';

const root = process.cwd();
const BUILT = join(root, '.cache', 'register-page');
const ADDRESS = 'https://register.example';
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css' };

/** Builds the page with the register; `into` a folder that it is to stand in beside something else. */
export async function buildRegisterPage(into: string = BUILT): Promise<void> {
  await build({
    root,
    base: './',
    configFile: false,
    publicDir: false,
    logLevel: 'error',
    build: {
      target: 'chrome123',
      outDir: into,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 4_000,
      rolldownOptions: { input: join(root, 'test/support/register-page.html') },
    },
  });
}

/** A browser with a profile that stays until it is thrown away, so that it can be killed and started again. */
export interface RegisterBrowser {
  readonly context: BrowserContext;
  /** A page with the register of this profile. */
  page(): Promise<Page>;
  close(): Promise<void>;
}

/** A profile of its own, to be thrown away. */
export function newProfile(): { readonly path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'duly-register-'));
  return { path, remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Starts Chromium on a profile. */
export async function openRegisterBrowser(profile: string): Promise<RegisterBrowser> {
  const context = await chromium.launchPersistentContext(profile, {
    headless: true,
    executablePath: chromiumForTests().path,
    chromiumSandbox: false,
    args: [
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--enable-precise-memory-info',
      '--js-flags=--expose-gc',
    ],
  });
  await context.route(`${ADDRESS}/**`, (route) => {
    const path = new URL(route.request().url()).pathname;
    const type = TYPES[extname(path)] ?? 'application/octet-stream';
    return route.fulfill({ contentType: type, body: readFileSync(join(BUILT, path)) });
  });
  return {
    context,
    page: async () => {
      const page = await context.newPage();
      await page.goto(`${ADDRESS}/test/support/register-page.html`);
      await page.waitForFunction(() => 'register' in window, undefined, { timeout: 60_000 });
      return page;
    },
    close: () => context.close(),
  };
}
