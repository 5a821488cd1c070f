import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import type { Page } from 'playwright-core';

import { digest, newChain, seal } from '../../core/case/chain.ts';
import { rowMaker } from '../../core/panel/row-maker.ts';
import { derive } from '../../core/register/derive.ts';
import { rowVersion } from '../../core/register/rebuild.ts';
import { DATABASE_VERSION } from '../../core/register/stores.ts';
import { recordsOf } from '../../core/register/write-case.ts';
import * as policies from '../../policies/index.ts';
import { testSource } from '../support/case.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import { draftsOf } from '../support/many-cases.ts';

import { buildRegisterPage } from '../support/register-browser.ts';

/*
 * The built extension with a register of many cases in its own store. Filling takes minutes of the browser's own work, a
 * million entries with their indexes; so the profile is kept under .cache and copied for each run, for as long as the cases, and
 * what the register derives from them, are the same.
 */

const KEPT = join(process.cwd(), '.cache', 'filled-profiles');
const EXTENSION = join(process.cwd(), '.cache', 'extension-with-register');

export interface Filled {
  readonly cases: number;
  readonly eventsEach: number;
}

/** Puts the page with the register into a copy of the built extension. */
export async function buildExtensionWithRegister(): Promise<void> {
  rmSync(EXTENSION, { recursive: true, force: true });
  cpSync(join(process.cwd(), 'dist', 'extension'), EXTENSION, { recursive: true });
  await buildRegisterPage(join(EXTENSION, 'register'));
}

/** Starts it on a profile. */
export function openFilled(profile: string): Promise<ExtensionBrowser> {
  return launchExtension({ folder: EXTENSION, profile });
}

/** A page of the extension with nothing but the register. */
export async function registerPage({ context, id }: ExtensionBrowser): Promise<Page> {
  const page = await context.newPage();
  page.setDefaultTimeout(0);
  await page.goto(`chrome-extension://${id}/register/test/support/register-page.html`);
  await page.waitForFunction(() => 'register' in window);
  return page;
}

/** Copies a filled profile to `path`, filling one first where none is kept; says how long that took, or that it was kept. */
export async function fillProfile(path: string, filled: Filled): Promise<string> {
  const kept = join(KEPT, `${String(filled.cases)}-${await shapeOf(filled)}`);
  let said = 'kept from an earlier run';
  if (!existsSync(kept)) {
    // A filling that was cut off goes on here.
    const aside = `${kept}.part`;
    mkdirSync(aside, { recursive: true });
    const browser = await openFilled(aside);
    const { events, took } = await (
      await registerPage(browser)
    ).evaluate(({ cases, eventsEach }) => window.register.fill(cases, eventsEach), filled);
    await browser.close();
    for (const other of readdirSync(KEPT))
      if (other.startsWith(`${String(filled.cases)}-`) && join(KEPT, other) !== aside)
        rmSync(join(KEPT, other), { recursive: true, force: true });
    renameSync(aside, kept);
    said = `${events.toLocaleString('en-GB')} events in ${(took / 1000).toFixed(0)} s`;
  }
  cpSync(kept, path, { recursive: true });
  return said;
}

/** Changes with the cases, with what is derived from them, and with the stores. */
async function shapeOf({ cases, eventsEach }: Filled): Promise<string> {
  const rowOf = await rowMaker({
    ids: policies.policyIds,
    laws: policies.LAWS,
    load: policies.loadPolicy,
    calendarOf: policies.calendarOf,
  });
  const source = testSource();
  const samples = Array.from({ length: 40 }, (_, index) => {
    const derived = derive(
      seal(draftsOf(index, { cases, eventsEach, source }), newChain('sample'), source).events,
      rowOf,
    );
    return derived && recordsOf(derived);
  });
  return digest([DATABASE_VERSION, rowVersion(''), eventsEach, samples]).slice(0, 16);
}
