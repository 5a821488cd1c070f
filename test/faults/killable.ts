import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { chromium, type Browser, type Page } from 'playwright-core';

import { chromiumForTests } from '../support/chromium.ts';

/** A browser that can be killed without a warning, as by a power cut of its own. */
export interface Killable {
  page(): Promise<Page>;
  /** At once, all its processes; nothing is told. */
  kill(): Promise<void>;
}

const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };

/** Serves the page with the register; one address over all browsers, so that they have one store. */
export async function servePage(built: string): Promise<{ readonly address: string; close(): void }> {
  const server: Server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://x').pathname;
    if (!existsSync(join(built, path))) {
      response.writeHead(404).end();
      return;
    }
    response.writeHead(200, { 'content-type': TYPES[extname(path)] ?? 'application/octet-stream' });
    response.end(readFileSync(join(built, path)));
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${String(port)}`, close: () => server.close() };
}

/** Starts a browser on a profile. */
export async function startKillable(profile: string, address: string): Promise<Killable> {
  const portFile = join(profile, 'DevToolsActivePort');
  rmSync(portFile, { force: true });
  for (const lock of ['SingletonLock', 'SingletonSocket', 'SingletonCookie'])
    rmSync(join(profile, lock), { force: true });
  const child = spawn(
    chromiumForTests().path,
    [
      '--headless=new',
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--remote-debugging-port=0',
      `--user-data-dir=${profile}`,
      'about:blank',
    ],
    { detached: true, stdio: 'ignore' },
  );
  for (let left = 600; left > 0 && !(existsSync(portFile) && readFileSync(portFile, 'utf8').includes('\n')); left--)
    await sleep(50);
  const port = readFileSync(portFile, 'utf8').split('\n')[0] ?? '';
  const browser: Browser = await chromium.connectOverCDP(`http://127.0.0.1:${port}`, { timeout: 60_000 });
  return {
    page: async () => {
      const [context] = browser.contexts();
      if (!context) throw new Error('the browser has no window');
      const page = await context.newPage();
      page.setDefaultTimeout(0);
      await page.goto(`${address}/test/support/register-page.html`);
      await page.waitForFunction(() => 'register' in window);
      return page;
    },
    kill: () => killed(child),
  };
}

/** The whole group that it started. */
function killed(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.pid === undefined) {
      resolve();
      return;
    }
    child.once('exit', () => resolve());
    process.kill(-child.pid, 'SIGKILL');
  });
}
