import { existsSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

import { chromium, type Browser, type BrowserContext, type Frame, type Page, type Route } from 'playwright-core';

import { chromiumForTests } from '../support/chromium.ts';
import { TASK_PANE } from './build-task-pane.ts';
import { CONVERSATION, SimulatedOutlook, type Profile } from './simulated-outlook.ts';
import type { SimulatedItem } from './simulated-item.ts';

/* The built pane in a frame of the simulated Outlook, with the real Office.js at Microsoft's address. */

const OFFICE = join(process.cwd(), 'node_modules', '@microsoft', 'office-js', 'dist');

/**
 * Where the pane is served from. Of Outlook's own site: a private window keeps no storage for a frame of another one, which
 * a deployment's is; `ELSEWHERE` is such a one.
 */
const PANE = 'https://duly.office.com';
const ELSEWHERE = 'https://duly.landlord.example';

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.png': 'image/png',
  '.json': 'application/json',
  '.mjs': 'text/javascript; charset=utf-8',
  '.wasm': 'application/wasm',
};

/** The page around the pane: it only passes messages on; what they are answered with is the simulated Outlook's. */
const OUTLOOK_PAGE = `<!doctype html><html lang="en"><title>Mail – simulated Outlook</title>
<style>html, body { margin: 0; height: 100% } iframe { border: 0; display: block; width: 100%; height: 100% }</style>
<script>
addEventListener('message', async (event) => {
  const answer = await window.answerOfOutlook(event.data);
  if (answer !== null) event.source.postMessage(answer, event.origin);
});
window.openPane = (address) => {
  const pane = document.createElement('iframe');
  pane.title = 'Duly';
  pane.allow = 'clipboard-read; clipboard-write';
  pane.src = address;
  document.body.append(pane);
};
window.tellPane = (message) => document.querySelector('iframe').contentWindow.postMessage(message, '*');
</script><body></body></html>`;

/** What Office.js asks of Microsoft's Ajax library, which it fetches on the web. */
const AJAX = `
window.Type = Function;
Type.registerNamespace = (name) => { let at = window; for (const part of name.split('.')) at = at[part] ??= {}; };
Type.registerClass = () => undefined;
Type.prototype.registerClass = function () { return this; };
window.Sys = {
  StringBuilder: class { parts = []; append(text) { this.parts.push(text); return this; } toString() { return this.parts.join(''); } },
  Serialization: { JavaScriptSerializer: { serialize: JSON.stringify, deserialize: JSON.parse } },
  Debug: { trace: () => undefined },
};
Function._validateParams = () => null;
for (const kind of ['argument', 'argumentNull', 'argumentOutOfRange', 'argumentType', 'argumentUndefined', 'invalidOperation', 'notImplemented', 'parameterCount', 'create'])
  Error[kind] = (words) => new Error(kind + ': ' + words);
String.format = (text, ...values) => text.replace(/\\{(\\d+)\\}/g, (whole, at) => values[Number(at)]);
`;

/** In place of the closer reading's worker: thirty megabytes and a second of work less for each pane. */
const NO_CLOSER_READING = `onmessage = ({ data }) => postMessage({ id: data.id, failed: 'not in this test' });`;

/** The officer at the desk. */
export const SETTINGS = {
  officer: { name: 'Joanna Marsh', email: 'joanna.marsh@landlord.example', phone: '01632 960412', team: 'Complaints' },
  landlord: { name: '', otherNames: [], domains: ['landlord.example'], address: '', phone: '' },
  contractors: [],
  referenceFormats: [],
  streets: [],
  handlers: [],
  emergencyNumber: '01632 960155',
  safeguardingLead: '',
};

/** One pane in one simulated Outlook. */
export interface OpenedPane {
  readonly outlook: SimulatedOutlook;
  readonly page: Page;
  readonly pane: Frame;
  close(): Promise<void>;
}

export interface OutlookBrowser {
  readonly browser: Browser;
  open(profile: Profile, item: SimulatedItem | null, options?: OpenOptions): Promise<OpenedPane>;
  /** The pane in a tab of its own. */
  openTab(path?: string): Promise<{ page: Page; close(): Promise<void> }>;
  /** What pages said of errors since the last time it was asked. */
  errors(): readonly string[];
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly width?: number;
  readonly height?: number;
  /** Runs in the pane before its own script. */
  readonly before?: string;
  /** Settings that Outlook kept from earlier. */
  readonly settings?: Record<string, string>;
  /** The pane comes from another site, and its storage is refused. */
  readonly isElsewhere?: boolean;
  /** Another pane of the same Outlook: storage is shared with that one. */
  readonly beside?: OpenedPane;
  readonly setup?: Setup | null;
  /** The time that stands still in the pane; null = the computer's clock, which runs. */
  readonly now?: string | null;
}

/** What all panes of a browser have. */
interface BrowserOptions {
  /** With the weights and the WebAssembly of the closer reading; without, the first one stands, as where they can't be had. */
  readonly readsClosely?: boolean;
}

/** The morning after the complaint came. */
const NOW = '2026-03-25T09:30:00Z';

/** What an officer set up before; null = the first-run page. */
interface Setup {
  readonly landlord: string;
}

export async function openOutlook({ readsClosely = false }: BrowserOptions = {}): Promise<OutlookBrowser> {
  const browser = await chromium.launch({
    executablePath: chromiumForTests().path,
    args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking', '--disable-component-update'],
  });
  let said: string[] = [];
  const contextWith = async (platform: Profile['platform'] | null): Promise<BrowserContext> => {
    const context = await browser.newContext({
      locale: 'en-GB',
      timezoneId: 'Europe/London',
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
      acceptDownloads: true,
    });
    await context.route('**/*', (route) => serve(route, platform));
    if (!readsClosely)
      await context.route('**/assets/worker-*.js', (route) => fulfil(route, 'text/javascript', NO_CLOSER_READING));
    return context;
  };
  const listen = (page: Page): void => {
    page.on('pageerror', (error) => said.push(error.message));
    page.on('console', (message) => message.type() === 'error' && said.push(message.text()));
  };
  return {
    browser,
    open: async (profile, item, options = {}) => {
      const { width = 320, height = 760, before, settings, beside, isElsewhere = false, now = NOW } = options;
      const { setup = { landlord: 'west-kent' } } = options;
      const from = isElsewhere ? ELSEWHERE : PANE;
      const context = beside?.page.context() ?? (await contextWith(profile.platform));
      const outlook = new SimulatedOutlook(profile, item);
      outlook.settings = settings ?? beside?.outlook.settings ?? {};
      const page = await context.newPage();
      listen(page);
      await page.setViewportSize({ width, height });
      if (now !== null) await page.clock.setFixedTime(now);
      await page.exposeFunction('answerOfOutlook', (text: unknown) =>
        typeof text === 'string' ? outlook.answer(text) : null,
      );
      outlook.tell = async (message) => {
        await page.evaluate((text) => (window as unknown as PageAround).tellPane(text), message);
      };
      if (setup !== null) await page.addInitScript(keepSetup, { settings: SETTINGS, ...setup, isDone: true });
      if (before !== undefined) await page.addInitScript(before);
      await page.goto('https://outlook.office.com/mail/');
      await page.evaluate((address) => (window as unknown as PageAround).openPane(address), paneAddress(from));
      const pane = await frameOf(page, from);
      return { outlook, page, pane, close: () => (beside ? page.close() : context.close()) };
    },
    openTab: async (path = '/outlook-addin/taskpane.html') => {
      const context = await contextWith(null);
      const page = await context.newPage();
      listen(page);
      await page.setViewportSize({ width: 360, height: 760 });
      await page.goto(`${PANE}${path}`);
      return { page, close: () => context.close() };
    },
    errors: () => {
      const all = said;
      said = [];
      return all;
    },
    close: () => browser.close(),
  };
}

interface PageAround {
  tellPane(message: string): void;
  openPane(address: string): void;
}

/** The last part must stay as it is, unescaped: Office.js cuts it apart itself. */
function paneAddress(from: string): string {
  const host = encodeURIComponent('Outlook$Web$16.01$en-GB$correlation$$$0');
  return `${from}/outlook-addin/taskpane.html?_host_Info=${host}#&_serializer_version=1&_xdm_Info=${CONVERSATION}|app|https://outlook.office.com`;
}

async function frameOf(page: Page, from: string): Promise<Frame> {
  for (let waited = 0; waited < 5_000; waited += 20) {
    const frame = page.frames().find((one) => one.url().startsWith(from));
    if (frame) return frame;
    await page.waitForTimeout(20);
  }
  throw new Error('the pane did not open');
}

/** What the officer set in an earlier session, where nothing else is kept yet. */
function keepSetup(setup: object): void {
  try {
    localStorage.setItem('duly:setup', localStorage.getItem('duly:setup') ?? JSON.stringify(setup));
  } catch {
    // The page around the pane has no use for it.
  }
}

async function serve(route: Route, platform: Profile['platform'] | null): Promise<void> {
  const { origin, pathname } = new URL(route.request().url());
  if (origin === 'https://outlook.office.com') return fulfil(route, 'text/html; charset=utf-8', OUTLOOK_PAGE);
  if (pathname.endsWith('/MicrosoftAjax.js')) return fulfil(route, 'text/javascript', AJAX);
  if (origin === 'https://appsforoffice.microsoft.com') return office(route, pathname, platform);
  if (origin === PANE || origin === ELSEWHERE) {
    const file = join(TASK_PANE, pathname);
    if (file.startsWith(TASK_PANE) && existsSync(file))
      return fulfil(route, TYPES[extname(file)] ?? 'application/octet-stream', readFileSync(file));
  }
  // Telemetry and all else: this machine has no web.
  return route.abort();
}

async function office(route: Route, pathname: string, platform: Profile['platform'] | null): Promise<void> {
  const file = join(OFFICE, pathname.replace('/lib/1/hosted/', ''));
  if (!file.startsWith(OFFICE) || !existsSync(file)) return route.abort();
  const text = readFileSync(file, 'utf8');
  // The one for the web speaks to pages; of the others' ways only what they tell of themselves is played.
  const played =
    platform !== null && pathname.includes('outlook-web')
      ? `\n;OfficeExt.HostName.Host.getInstance().getPlatform = function () { return ${JSON.stringify(platform)}; };`
      : '';
  return fulfil(route, 'text/javascript; charset=utf-8', text + played);
}

async function fulfil(route: Route, contentType: string, body: string | Buffer): Promise<void> {
  await route.fulfill({ contentType, body, headers: { 'access-control-allow-origin': '*' } });
}
