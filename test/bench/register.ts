import { execFileSync } from 'node:child_process';

import type { Page } from 'playwright-core';

import { setUp } from '../../demo/journey.ts';
import type { ExtensionBrowser } from '../support/extension.ts';
import { newProfile } from '../support/register-browser.ts';
import { buildExtensionWithRegister, fillProfile, openFilled, registerPage } from './filled-profile.ts';

/*
 * How fast the register is in a real Chromium: `npm run bench -- register`. With 100,000 cases of ten entries each, a fifth
 * of them open; `DULY_BENCH_CASES=10000` takes fewer.
 */

const CASES = Number(process.env['DULY_BENCH_CASES'] ?? 100_000);
const EVENTS = 10;

const say = (name: string, text: string): void => void process.stdout.write(`${name.padEnd(52)}${text}\n`);

/** Goes to Due as soon as there is a way to it, and notes when its first rows are drawn. */
const TO_DUE = `
(() => {
  let pressed = false;
  const look = () => {
    const way = [...document.querySelectorAll('.bar button')].find((button) => button.textContent.startsWith('Due'));
    if (way && !pressed) { pressed = true; way.click(); }
    if (document.querySelector('summary[data-row]')) {
      requestAnimationFrame(() => { window.dueShownAt = performance.now(); });
      return;
    }
    requestAnimationFrame(look);
  };
  document.addEventListener('DOMContentLoaded', look);
})();`;

interface Measured {
  readonly name: string;
  readonly times: readonly number[];
  readonly limit: number | null;
}

function row({ name, times, limit }: Measured): void {
  const sorted = times.toSorted((left, right) => left - right);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(1);
  const verdict = limit === null ? '' : Number(at(0.5)) <= limit ? `  (≤ ${String(limit)})` : `  OVER ${String(limit)}`;
  say(
    name,
    `best ${at(0).padStart(6)}   p50 ${at(0.5).padStart(7)} ms   p95 ${at(0.95).padStart(7)} ms   ${String(times.length)} runs${verdict}`,
  );
}

execFileSync('node', ['scripts/build.mjs', '--if-stale'], { stdio: 'inherit' });
await buildExtensionWithRegister();
const profile = newProfile();
say('filled', await fillProfile(profile.path, { cases: CASES, eventsEach: EVENTS }));
const browser = await openFilled(profile.path);
try {
  const first = await registerPage(browser);
  say('register opened for the first time', `${(await coldStart(first))[0].toFixed(0)} ms`);
  await first.close();
  const cold: number[] = [];
  const screens: number[] = [];
  for (let run = 0; run < 5; run++) {
    const page = await registerPage(browser);
    const [toDue, screen] = await coldStart(page);
    cold.push(toDue);
    screens.push(screen);
    await page.close();
  }
  row({ name: 'register opened, counted, first screen', times: cold, limit: 400 });
  row({ name: 'first screen of a fresh page', times: screens, limit: 50 });
  for (const measured of await measurePanel(browser)) row(measured);

  const page = await registerPage(browser);
  const warmed = await page.evaluate(async () => {
    const { open, timed, today } = window.register;
    const register = await open();
    const list = await timed(() => register.list({ today, limit: 60 }));
    return { list, all: await timed(() => register.warm()) };
  });
  say('list loaded in the background', `${warmed.list.toFixed(0)} ms`);
  say('texts loaded in the background, in slices', `${warmed.all.toFixed(0)} ms`);
  for (const measured of await measure(page)) row(measured);
  const { exact, total } = await countedTwice(page);
  say('counts are exact', `${String(exact)} (${total.toLocaleString('en-GB')} duties)`);
  sayMemory('memory of the register, everything loaded', await memoryOf(page));
} finally {
  await browser.close();
  profile.remove();
}

function sayMemory(name: string, memory: number): void {
  say(name, `${memory.toFixed(0)} MB${memory <= 200 ? '  (≤ 200)' : '  OVER 200'}`);
}

function coldStart(page: Page): Promise<readonly [number, number]> {
  return page.evaluate(async () => {
    const { open, timed, today } = window.register;
    const began = performance.now();
    const register = await open();
    await Promise.all([register.counts(today), register.due({ limit: 60 })]);
    const toDue = performance.now() - began;
    return [toDue, await timed(() => register.due({ limit: 60 }))] as const;
  });
}

/** The panel itself in a page of its own: opened until Due is on the screen, narrowed, searched, scrolled. */
async function measurePanel({ context, id }: ExtensionBrowser): Promise<readonly Measured[]> {
  const panel = await context.newPage();
  const address = `chrome-extension://${id}/extension/sidebar/index.html`;
  await panel.setViewportSize({ width: 360, height: 760 });
  await panel.goto(address);
  await panel.getByText('Set up Duly').waitFor();
  await setUp(panel);
  await panel.locator('.bar').waitFor();
  await panel.addInitScript(TO_DUE);
  const cold: number[] = [];
  const worked: number[] = [];
  for (let run = 0; run < 10; run++) {
    await panel.goto('about:blank');
    const session = await context.newCDPSession(panel);
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    await panel.goto(address);
    await panel.waitForFunction(() => 'dueShownAt' in window);
    const { metrics } = await session.send('Performance.getMetrics');
    worked.push((metrics.find(({ name }) => name === 'ThreadTime')?.value ?? 0) * 1000);
    cold.push(await panel.evaluate(() => (window as unknown as { dueShownAt: number }).dueShownAt));
    await session.detach();
  }
  await panel.close();
  return [
    { name: 'panel: opened until Due is on the screen', times: cold, limit: 400 },
    // Without what other programs took of the machine meanwhile.
    { name: 'panel: its thread’s own work for that', times: worked, limit: null },
  ];
}

function measure(page: Page): Promise<readonly Measured[]> {
  return page.evaluate(async () => {
    const { open, timed, today, draft, shortCase, source, addressOf, postcodeOf } = window.register;
    const register = await open();
    const rows: { name: string; times: number[]; limit: number | null }[] = [];
    const many = async (name: string, limit: number | null, runs: number, act: (run: number) => Promise<unknown>) => {
      const times: number[] = [];
      for (let run = 0; run < runs; run++) times.push(await timed(() => act(run)));
      rows.push({ name, times, limit });
    };
    const { entries } = await register.list({ today, limit: 400 });
    const caseIds = [...new Set(entries.map(({ row: { caseId } }) => caseId))];
    await many('append: a note on an open case', 5, 100, (run) =>
      register.append([
        {
          ...draft('note-added', source.now(), {}, { text: `Note ${String(run)}` }),
          caseId: caseIds[run % caseIds.length] ?? '',
        },
      ]),
    );
    await many('append: contact made, which moves a date', 5, 60, (run) =>
      register.append([
        {
          ...draft('contact-made', source.now(), { stage: 'stage-1', channel: 'phone' }, { note: '' }),
          caseId: caseIds[run % caseIds.length] ?? '',
        },
      ]),
    );
    await many('append: a new case of four entries', null, 40, (run) => register.append(shortCase(900_000 + run)));
    await many('first screen, straight from the store', 50, 30, () => register.due({ limit: 60 }));
    await many('counts', 10, 30, () => register.counts(today));
    const filters = [
      { handlers: ['Priya Nair'] },
      { handlers: [null] },
      { duties: ['respond'] },
      { stages: ['stage-1'], handlers: ['Owen Blackwood'] },
      { marks: ['hazard'] },
      { policies: ['west-kent'] },
    ] as const;
    await many('list: a filter', 100, 60, (run) => {
      const filter = { ...filters[run % filters.length], ...(run < 6 ? {} : { kinds: ['complaint'] as const }) };
      return register.list({ today, limit: 60, filter });
    });
    await many('list: further down the same question', 16, 60, (run) =>
      register.list({ today, limit: 60, offset: run * 100, filter: { duties: ['respond'] } }),
    );
    await many('facets', 100, 10, () => register.facets(today));
    const words = ['amankwah', 'bathroom floor', 'boil', 'lindqvist damp', 'number 4000', 'mill lane'];
    await many('search: words', 100, 60, (run) => register.search(words[run % words.length] ?? '', 60));
    await many('search: name of an old case', 100, 30, (run) => register.search(addressOf(run * 3 + 1), 60));
    await many('search: postcode', 100, 30, (run) => register.search(postcodeOf(run * 7), 60));
    await many('history of a person', 50, 30, (run) => register.history({ addresses: [addressOf(run * 11)] }));
    await many('open cases of a sender', 10, 30, (run) => register.openCasesOf(addressOf(run * 5)));
    await many('tasks: open windows', 50, 20, () => register.tasks({ kind: 'window', from: today, limit: 60 }));
    await many('task counts', 10, 20, () => register.taskCounts(today));
    await many('figures of a quarter', null, 3, () => register.figures({ from: '2026-04', to: '2026-06', today }));
    return rows;
  });
}

/** The counts of the store against those of the list, duty by duty. */
function countedTwice(page: Page): Promise<{ readonly exact: boolean; readonly total: number }> {
  return page.evaluate(async () => {
    const { open, today } = window.register;
    const register = await open();
    const [stored, { counts, entries }] = await Promise.all([
      register.counts(today),
      register.list({ today, limit: Number.MAX_SAFE_INTEGER }),
    ]);
    const counted = entries.filter(({ duty }) => duty.day < today).length;
    const exact =
      stored.overdue === counts.overdue &&
      stored.today === counts.today &&
      stored.week === counts.week &&
      stored.later === counts.later &&
      counted === counts.overdue;
    return { exact, total: entries.length };
  });
}

async function memoryOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  await session.send('Performance.enable');
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1024 / 1024;
}
