import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Page } from 'playwright-core';

import { buildRegisterPage, newProfile } from '../support/register-browser.ts';
import { servePage, startKillable } from './killable.ts';

/*
 * What the register goes through: `npm run faults`. The browser is killed while it writes, a hundred times and more
 * (DULY_KILLS says how often), while a backup is brought in, and the store is filled to its quota. After each: nothing that
 * was confirmed is lost, nothing is half-written, every chain holds and every row is what its events give.
 */

const KILLS = Number(process.env['DULY_KILLS'] ?? 100);
const RESTORES = Number(process.env['DULY_RESTORES'] ?? Math.ceil(KILLS / 10));

let faults = 0;
const say = (text: string): void => void process.stdout.write(`${text}\n`);
function expected(isSo: boolean, what: string): void {
  if (isSo) return;
  faults++;
  say(`  FAULT: ${what}`);
}

interface Found {
  readonly lost: readonly string[];
  readonly half: number;
  readonly chains: readonly string[];
  readonly rows: readonly string[];
  readonly events: number;
  readonly counted: boolean;
}

/** What is there after a kill: of the confirmed entries, of whole and half cases, of chains, rows and counts. */
function inspect(page: Page, confirmed: readonly string[]): Promise<Found> {
  return page.evaluate(async (ids) => {
    const { open, today } = window.register;
    const register = await open();
    const there = new Set<string>();
    const ofCase = new Map<string, number>();
    for await (const { id, caseId } of register.allEvents()) {
      there.add(id);
      ofCase.set(caseId, (ofCase.get(caseId) ?? 0) + 1);
    }
    const { devices, rowFaults, events } = await register.verify();
    const [{ uncomputed: _, ...stored }, { counts }] = await Promise.all([
      register.counts(today),
      register.list({ today, limit: 1 }),
    ]);
    return {
      lost: ids.filter((id) => !there.has(id)),
      // A case is entered by one act of four entries.
      half: [...ofCase.values()].filter((count) => count !== 4).length,
      chains: devices.flatMap(({ fault }) => fault ?? []),
      rows: rowFaults,
      events,
      counted: JSON.stringify(stored) === JSON.stringify(counts),
    };
  }, confirmed);
}

function check(found: Found, when: string): void {
  expected(found.lost.length === 0, `${when}: ${String(found.lost.length)} confirmed entries are lost`);
  expected(found.half === 0, `${when}: ${String(found.half)} cases are half-written`);
  expected(found.chains.length === 0, `${when}: ${found.chains.join('; ')}`);
  expected(found.rows.length === 0, `${when}: ${String(found.rows.length)} rows aren’t what their events give`);
  expected(found.counted, `${when}: the counts aren’t exact`);
}

/** Where a profile is kept in which something was lost: the browser's own log of the store says what it did with it. */
const KEPT = join(process.cwd(), '.cache', 'faults');

function keepForLooking(profile: string, name: string): void {
  if (existsSync(KEPT)) return;
  cpSync(join(profile, 'Default', 'IndexedDB'), join(KEPT, name), { recursive: true });
  say(`  the store is kept in ${join(KEPT, name)}`);
}

rmSync(KEPT, { recursive: true, force: true });
await buildRegisterPage();
const site = await servePage(join(process.cwd(), '.cache', 'register-page'));

async function killWhileWriting(): Promise<void> {
  const profile = newProfile();
  const confirmed: string[] = [];
  let index = 0;
  let written = 0;
  let kills = 0;
  for (let round = 0; round < KILLS; round++) {
    const browser = await startKillable(profile.path, site.address);
    const page = await browser.page();
    if (round > 0) {
      const found = await inspect(page, confirmed.slice(-400));
      check(found, `kill ${String(round)}`);
      if (found.lost.length > 0) keepForLooking(profile.path, `kill-${String(round)}`);
    }
    await page.exposeFunction('confirm', (ids: string[]) => void confirmed.push(...ids));
    const before = confirmed.length;
    const state = { isOver: false };
    const writing = page
      .evaluate(async (from) => {
        const { open, shortCase } = window.register;
        const register = await open();
        const { confirm } = window as unknown as { readonly confirm: (ids: string[]) => Promise<void> };
        for (let at = from; ; at++) {
          const events = await register.append(shortCase(at));
          void confirm(events.map(({ id }) => id));
        }
      }, index)
      // It ends with the browser; one that ends by itself before that wrote nothing to be killed at.
      .catch(() => undefined)
      .finally(() => (state.isOver = true));
    while (confirmed.length === before && !state.isOver) await sleep(5);
    if (!state.isOver) kills++;
    await sleep(Math.floor(((round * 37) % 100) * 2));
    await browser.kill();
    await writing;
    written += confirmed.length - before;
    index += 10_000;
    if (round % 10 === 9) say(`  ${String(round + 1)} rounds, ${String(confirmed.length)} entries confirmed`);
  }
  const browser = await startKillable(profile.path, site.address);
  const found = await inspect(await browser.page(), confirmed);
  check(found, 'after the last kill');
  await browser.kill();
  profile.remove();
  say(
    `killed ${String(kills)} times while writing: ${String(written)} entries confirmed, ${String(found.events)} there`,
  );
}

/** Kills while a backup of 6,000 entries comes in piece by piece; a second try brings in the rest. */
async function killWhileRestoring(): Promise<void> {
  let whole = 0;
  for (let round = 0; round < RESTORES; round++) {
    const profile = newProfile();
    const browser = await startKillable(profile.path, site.address);
    const page = await browser.page();
    const restored = { hasBegun: false };
    await page.exposeFunction('began', () => (restored.hasBegun = true));
    const restoring = page
      .evaluate(
        async (after) => {
          const { open, backupOf } = window.register;
          const source = backupOf(1_500);
          const register = await open();
          const { began } = window as unknown as { readonly began: () => Promise<void> };
          let readings = 0;
          // The first reading checks it; with the second it is entered, piece by piece.
          const counting = async function* (): AsyncGenerator<string> {
            readings++;
            let lines = 0;
            for await (const line of source.open()) {
              if (readings === 2 && ++lines === after) void began();
              yield line;
            }
          };
          await register.restore({ open: counting });
          await began();
        },
        1_100 + round * 480,
      )
      // It ends with the browser. What fails before that isn't killed in the middle, and is said.
      .catch((error: unknown) => {
        if (!restored.hasBegun) say(`  not brought in: ${String(error).split('\n')[0] ?? ''}`);
      })
      .finally(() => (restored.hasBegun = true));
    while (!restored.hasBegun) await sleep(2);
    await browser.kill();
    await restoring;
    const again = await startKillable(profile.path, site.address);
    const second = await again.page();
    const found = await second.evaluate(async () => {
      const { open, backupOf } = window.register;
      const register = await open();
      const before = await register.verify();
      await register.restore(backupOf(1_500));
      const after = await register.verify();
      return { before, after };
    });
    for (const verified of [found.before, found.after]) {
      expected(
        verified.devices.every(({ fault }) => fault === null) && verified.rowFaults.length === 0,
        `restore ${String(round)}: ${JSON.stringify(verified).slice(0, 200)}`,
      );
    }
    expected(found.after.events === 6_000, `restore ${String(round)}: ${String(found.after.events)} entries are there`);
    whole += found.before.events === 6_000 || found.before.events === 0 ? 1 : 0;
    await again.kill();
    profile.remove();
  }
  say(
    `killed ${String(RESTORES)} times while a backup came in: ${String(RESTORES - whole)} in the middle, all complete at the second try`,
  );
}

async function fillQuota(): Promise<void> {
  const profile = newProfile();
  const browser = await startKillable(profile.path, site.address);
  const page = await browser.page();
  const session = await page.context().newCDPSession(page);
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.address, quotaSize: 3 * 1024 * 1024 });
  const said = await page.evaluate(async () => {
    const { open, largeCase } = window.register;
    const register = await open();
    for (let at = 0; at < 400; at++) {
      try {
        await register.append(largeCase(at));
      } catch (error) {
        const { code, message } = error as { code?: string; message: string };
        return { at, code: code ?? null, message };
      }
    }
    return null;
  });
  expected(said?.code === 'full', `the full store said ${JSON.stringify(said)}`);
  const found = await inspect(page, []);
  check(found, 'the full store');
  await session.send('Storage.overrideQuotaForOrigin', { origin: site.address });
  const goesOn = await page.evaluate(async () => {
    const { open, shortCase } = window.register;
    return (await (await open()).append(shortCase(990_000))).length;
  });
  expected(goesOn === 4, 'nothing could be entered after there was room again');
  await browser.kill();
  profile.remove();
  say(
    `quota filled: “${said?.message ?? 'nothing was said'}” after ${String(said?.at)} cases; goes on once there is room`,
  );
}

try {
  await killWhileWriting();
  await killWhileRestoring();
  await fillQuota();
} finally {
  site.close();
}
say(faults === 0 ? 'no faults' : `${String(faults)} faults`);
process.exitCode = faults === 0 ? 0 : 1;
