/* Saved pages of sites and their sidecars, which say where to serve them and what is to be read from them. */
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { BrowserContext, Page } from 'playwright-core';

/** A person as a page shows them; without an address where it shows none. */
export interface Shown {
  readonly name: string;
  readonly address: string | null;
}

/** What a record of a CRM says. */
export interface ExpectedRecord {
  readonly from: null;
  readonly subject: string | null;
  readonly receivedAt: string | null;
  readonly receivedAtChoices?: readonly string[];
  readonly crm: Readonly<Record<string, string | null>>;
}

/** What a reader finds on a page. Either the whole `text`, line by line, or what the writer wrote this time. */
export interface ExpectedMessage {
  readonly from: Shown;
  /** Null where the page doesn't say. */
  readonly to: readonly Shown[] | null;
  readonly cc: readonly Shown[];
  /** Present where To and Cc can't be told apart. */
  readonly toCcNote?: string;
  readonly subject: string;
  readonly receivedAt: string | null;
  readonly receivedAtSource?: string | null;
  readonly receivedAtChoices?: readonly string[];
  readonly threadId: string | null;
  /** The same id in another alphabet. */
  readonly threadIdAlternatives?: readonly string[];
  readonly messageId: string | null;
  /** What a record says, where the page shows one. */
  readonly crm?: Readonly<Record<string, string | null>> | null;
  readonly attachments?: readonly string[];
  readonly text?: readonly string[];
  readonly newText?: string;
  readonly autoSignature?: string;
  readonly quotedText?: { readonly present: boolean; readonly startsWith?: string };
}

interface Missing {
  readonly found: readonly string[];
  readonly missing: readonly string[];
}

/** A message; nothing open (null); on its way; or something that can't be read. */
export type Expected =
  | ExpectedMessage
  | ExpectedRecord
  | null
  | { readonly partial: true }
  | { readonly loading: true; readonly thenUnreadable: Missing }
  | { readonly unreadable: Missing };

type Action =
  { readonly do: 'click' | 'jsclick'; readonly selector: string } | { readonly do: 'wait'; readonly ms: number };

export interface SavedPage {
  readonly isSlow?: true;
  readonly name: string;
  readonly url: string;
  readonly timezoneId?: string;
  /** What is looked at only after this many milliseconds: pages that draw themselves late. */
  readonly readAfterMs?: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly expected: Expected;
  readonly states?: readonly {
    readonly name: string;
    readonly actions: readonly Action[];
    readonly expected: Expected;
  }[];
  /** Opens the message, and the reply to it, where that takes more than loading the page. */
  readonly actions?: readonly Action[];
  /** The reply; `holds` is text that stands in it before. */
  readonly compose?: { readonly selector: string; readonly holds?: string; readonly mode?: string };
  /** Selectors of what a person points at, by field; several where a field stands in several boxes. */
  readonly pointAt?: Readonly<Record<string, readonly string[]>>;
  /** The words beside its values say all that is expected, without pointing. */
  readonly understood?: true;
}

const folder = fileURLToPath(new URL('../pages', import.meta.url));

/** The saved pages of a site. */
export function savedPages(site: string): readonly SavedPage[] {
  return readdirSync(join(folder, site))
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => readSidecar(site, file.replace(/\.json$/, '')));
}

/** One saved page by its name. */
export function savedPage(site: string, name: string): SavedPage {
  return readSidecar(site, name);
}

function readSidecar(site: string, name: string): SavedPage {
  if (!existsSync(join(folder, site, `${name}.html`))) throw new Error(`${name} has a sidecar and no page`);
  return JSON.parse(readFileSync(join(folder, site, `${name}.json`), 'utf8')) as SavedPage;
}

/** Opens a saved page at its own address. No request leaves the browser. */
export async function openSavedPage(context: BrowserContext, site: string, saved: SavedPage): Promise<Page> {
  return openPageFile(context, join(folder, site, `${saved.name}.html`), saved);
}

/** The same on a slow connection: what the page brings late comes ten times later, so that the moment before can be seen. */
export async function openSlowPage(context: BrowserContext, site: string, saved: SavedPage): Promise<Page> {
  return openPageFile(context, join(folder, site, `${saved.name}.html`), { ...saved, isSlow: true });
}

/** Opens the page in a file at the address that its sidecar says. */
export async function openPageFile(
  context: BrowserContext,
  file: string,
  saved: SavedPage,
  html = readFileSync(file, 'utf8'),
): Promise<Page> {
  const page = await context.newPage();
  if (saved.isSlow) {
    await page.addInitScript(() => {
      const now = window.setTimeout.bind(window);
      const slow = (act: () => void, delay = 0): number => now(act, delay >= 400 ? delay * 10 : delay);
      Object.assign(window, { setTimeout: slow });
    });
  }
  await page.route('**/*', (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({
          status: 200,
          headers: saved.headers,
          body: html,
        })
      : route.abort(),
  );
  await page.goto(saved.url);
  return page;
}

/** Does what a sidecar says, as a person would. */
export async function perform(page: Page, actions: readonly Action[]): Promise<void> {
  for (const action of actions) {
    if (action.do === 'wait') await page.waitForTimeout(action.ms);
    else if (action.do === 'jsclick') await page.locator(action.selector).first().dispatchEvent('click');
    else await page.locator(action.selector).first().click();
  }
}
