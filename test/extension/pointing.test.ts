import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { RecordField } from '../../core/record.ts';
import type { PointOutcome } from '../../extension/page-requests.ts';
import { parseMappings, pathPattern, type FieldPlace, type PageMapping } from '../../extension/record/mapping.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import { openPageFile, savedPages, type SavedPage } from '../support/saved-page.ts';

/* Fields that a person points at once are read on the next page of the same kind, whatever else has changed on it. */

let browser: ExtensionBrowser;

beforeAll(async () => {
  browser = await launchExtension();
});

afterEach(async () => {
  for (const page of browser.context.pages().slice(1)) await page.close();
});

afterAll(async () => {
  await browser.close();
});

const folder = fileURLToPath(new URL('../pages/any-page', import.meta.url));
const pages = savedPages('any-page').filter(({ pointAt }) => pointAt);

describe('a page that nobody knows', () => {
  test.each(pages)('$name: without pointing, all that is found is marked as a guess', async (saved) => {
    const page = await open(saved);
    const { reading } = await browser.ask(page, 'inspect', { mapping: null });
    if (reading.kind !== 'record') throw new Error('no record');
    expect(reading.values.length).toBeGreaterThan(3);
    expect(reading.values.every(({ isGuess, by }) => isGuess && by.startsWith('guess'))).toBe(true);
  });

  test.each(savedPages('any-page').filter(({ understood }) => understood))(
    '$name: the words beside its values are understood, each as a guess',
    async (saved) => {
      const { reading } = await browser.ask(await open(saved), 'inspect', { mapping: null });
      if (reading.kind !== 'record' || saved.expected === null || !('crm' in saved.expected))
        throw new Error('no record');
      const found = Object.fromEntries(reading.values.map(({ field, value }) => [field, value]));
      const expected = saved.expected.crm ?? {};
      expect(Object.fromEntries(Object.keys(expected).map((field) => [field, found[field] ?? null]))).toEqual(expected);
      expect(Date.parse(reading.receivedAt ?? '')).toBe(Date.parse(saved.expected.receivedAt ?? ''));
      expect(reading.values.every(({ isGuess }) => isGuess)).toBe(true);
    },
  );

  test.each(pages)(
    '$name: pointed at once, read exactly, also drawn anew with other ids',
    async (saved) => {
      const mapping = await pointed(await open(saved), saved);
      expect(JSON.stringify(mapping)).not.toMatch(/halloway|winterbourne|pritchard|brackley|bowen|07700|01632/i);
      // As it is kept and exchanged.
      const [kept = mapping] = parseMappings(
        JSON.parse(JSON.stringify({ format: 'duly-mappings-1', mappings: [mapping] })),
      );
      for (const html of [undefined, drawnAnew(saved)]) {
        const page = await open(saved, html);
        const { reading } = await browser.ask(page, 'inspect', { mapping: kept });
        if (reading.kind !== 'record') throw new Error('no record');
        const expected = crmOf(saved);
        const found = Object.fromEntries(reading.values.map(({ field, value }) => [field, value]));
        expect(reading.lost).toEqual([]);
        for (const field of Object.keys(saved.pointAt ?? {}))
          expect([field, found[field]]).toEqual([field, expected[field]]);
        await page.close();
      }
    },
    120_000,
  );

  test('a frame of another site is named, not passed over; one of the page’s own is read', async () => {
    const [saved] = pages;
    if (!saved) throw new Error('no page');
    const frame = '<iframe src="https://forms.supplier.example/case" width="400" height="200"></iframe>';
    const badge = '<iframe src="https://badge.example/" width="40" height="20"></iframe>';
    const own = '<iframe srcdoc="<p>Same site</p>" width="400" height="200"></iframe>';
    const page = await open(saved, htmlOf(saved).replace('</body>', `${frame}${badge}${own}</body>`));
    const { reading } = await browser.ask(page, 'inspect', { mapping: null });
    expect(reading).toMatchObject({ kind: 'record', closedFrames: ['forms.supplier.example'] });
  });

  test('a field that is gone is missing, and no guess stands in for it', async () => {
    const saved = pages.find(({ name }) => name === 'crm-generic');
    if (!saved) throw new Error('no page');
    const mapping = await pointed(await open(saved), saved);
    const page = await open(saved, htmlOf(saved).replace(/<dt[^>]*>Address<\/dt>\s*<dd[^>]*>.*?<\/dd>/s, ''));
    const { reading } = await browser.ask(page, 'inspect', { mapping });
    if (reading.kind !== 'record') throw new Error('no record');
    expect(reading.lost).toEqual(['address']);
    expect(reading.values.some(({ field }) => field === 'address')).toBe(false);
  }, 120_000);

  test('of two equal words the one under its heading is meant, and nobody else’s value stands in where that one is gone', async () => {
    const [saved] = pages;
    if (!saved) throw new Error('no page');
    const card = (heading: string, name: string, id: string): string =>
      `<section><h2>${heading}</h2><dl><dt>Name</dt><dd id="n${id}">${name}</dd><dt>Phone</dt><dd>01632 960101</dd></dl></section>`;
    const grid = (...rows: readonly string[]): string =>
      rows.map((row) => `<div><div>Caller here</div><div><span>${row}</span></div></div>`).join('');
    const pageOf = (...cards: readonly string[]): string =>
      `<!doctype html><html lang="en-GB"><title>CRM</title><body><main>${cards.join('')}</main></body></html>`;
    const kin = card('Next of kin', 'Carl Kin', 'a1');
    const tenant = card('Tenant', 'Dora Tenant', 'a2');
    const pointAt = { name: ['#na2'], reference: ['main > div span'] };
    const first = pageOf(kin, tenant, grid('Ivy Row'));
    const mapping = await pointed(await open(saved, first), { ...saved, pointAt });
    expect(mapping.fields.reference?.[0]?.selector).not.toBe('span');
    const nameOn = async (html: string): Promise<unknown> => {
      const page = await open(saved, html);
      const { reading } = await browser.ask(page, 'inspect', { mapping });
      await page.close();
      if (reading.kind !== 'record') throw new Error('no record');
      // What is known by its place alone is a guess.
      expect(reading.values.filter(({ field }) => field === 'reference').every(({ isGuess }) => isGuess)).toBe(true);
      return reading.values.find(({ field }) => field === 'name')?.value ?? `lost: ${reading.lost.join()}`;
    };
    expect(await nameOn(first)).toBe('Dora Tenant');
    expect(await nameOn(pageOf(card('Tenant', 'Gus Hale', 'a1'), card('Next of kin', 'Hal Kin', 'a2')))).toBe(
      'Gus Hale',
    );
    expect(await nameOn(pageOf(card('Next of kin', 'Eve Kin', 'a2')))).toMatch(/^lost: name/);
    expect(await nameOn(pageOf(card('Tenant', 'A', 'b'), card('Tenant', 'B', 'a2')))).toMatch(/^lost: name/);
  }, 120_000);

  test('Esc stops; Tab and Enter point without a mouse; the page notices none of it', async () => {
    const [saved] = pages;
    if (!saved) throw new Error('no page');
    const page = await open(saved);
    await page.evaluate(() => {
      for (const type of ['click', 'keydown', 'mousedown']) {
        document.addEventListener(type, () => Object.assign(window, { __noticed: true }));
      }
    });
    const stopped = browser.ask(page, 'point', { field: 'name' });
    await begun(page, stopped, () => page.keyboard.press('Escape'));
    expect(await stopped).toEqual({ kind: 'stopped' });
    const chosen = browser.ask(page, 'point', { field: 'name' });
    await begun(page, chosen, async () => {
      await page.keyboard.press('Tab');
      await page.keyboard.press('Enter');
    });
    expect((await chosen).kind).toBe('pointed');
    expect(await page.evaluate(() => '__noticed' in window)).toBe(false);
    expect(await page.locator('div[aria-hidden=true][style*="2147483647"]').count()).toBe(0);
  });
});

test('a field is filled only on the record that was shown, and a page that controls its inputs keeps it', async () => {
  const [saved] = savedPages('dynamics').filter(({ name }) => name === 'dynamics-case');
  if (!saved) throw new Error('no page');
  const page = await openPageFile(browser.context, join(folder, '../dynamics', `${saved.name}.html`), saved);
  await browser.reach(page);
  const selector = '[data-id="tb_tenancyreference.fieldControl-text-box-text"]';
  const place: FieldPlace = { role: 'textbox', name: null, label: null, selector, within: [] };
  const holds = 'TB-0091177';
  const fill = async (text: string, on: string) => browser.ask(page, 'fill', { place, holds, text, key: on });
  const elsewhere: FieldPlace = { ...place, selector: 'h1' };
  const peeked = await browser.ask(page, 'peek', { places: [place, elsewhere, { ...place, selector: '#none' }] });
  const key = peeked.key ?? '';
  expect(peeked).toEqual({
    key,
    fields: [{ label: 'Tenancy Reference', holds, takes: 'line' }, { label: null, holds: null, takes: 'line' }, null],
  });
  expect(await fill('7RK-4MD', 'dynamics/incident/other')).toEqual({ kind: 'message-changed' });
  expect(await page.locator(selector).inputValue()).toBe('TB-0091177');
  expect(await fill('7RK-4MD', key)).toEqual({ kind: 'filled' });
  expect(await page.locator(selector).getAttribute('data-probe-state')).toBe('7RK-4MD');
  // What the person saw standing there stands there no more.
  expect(await fill('7RK-4ME', key)).toEqual({ kind: 'message-changed' });
});

function htmlOf({ name }: SavedPage): string {
  return readFileSync(join(folder, `${name}.html`), 'utf8');
}

/** The page as its next version draws it: other ids, other class names, a wrapper more around everything. */
function drawnAnew(saved: SavedPage): string {
  return htmlOf(saved)
    .replaceAll(/\b(id|for|aria-labelledby|aria-describedby|name)="([^"]+)"/g, '$1="n$2-7f3a"')
    .replaceAll(
      /class="([^"]+)"/g,
      (_all, names: string) =>
        `class="${names
          .split(' ')
          .map((name) => `v2-${name}`)
          .join(' ')}"`,
    )
    .replace(/<style>.*?<\/style>/s, (style) => style.replace(/\.([a-z][\w-]*)/gi, '.v2-$1'))
    .replace(/<body([^>]*)>/, '<body$1><div><div>')
    .replace('</body>', '</div></div></body>');
}

async function open(saved: SavedPage, html?: string): Promise<Page> {
  const page = await openPageFile(browser.context, join(folder, `${saved.name}.html`), saved, html);
  await browser.reach(page);
  return page;
}

function crmOf({ expected }: SavedPage): Readonly<Record<string, string | null>> {
  return expected !== null && 'crm' in expected ? (expected.crm ?? {}) : {};
}

/** Points at every field that the sidecar names, with the mouse, as a person would. */
async function pointed(page: Page, saved: SavedPage): Promise<PageMapping> {
  const { origin, pathname } = new URL(saved.url);
  const fields: Partial<Record<RecordField, readonly FieldPlace[]>> = {};
  for (const [field, selectors] of Object.entries(saved.pointAt ?? {}) as [RecordField, readonly string[]][]) {
    const places: FieldPlace[] = [];
    for (const selector of selectors) {
      const [frame = '', inside] = selector.split(' >>> ');
      const target = inside === undefined ? page.locator(selector) : page.frameLocator(frame).locator(inside);
      const outcome = browser.ask(page, 'point', { field });
      await begun(page, outcome, () => target.first().click({ force: true }));
      const answer = await outcome;
      if (answer.kind !== 'pointed') throw new Error(`${field} was not pointed at`);
      places.push(answer.place);
    }
    fields[field] = places;
  }
  // Another page at the same address would be taken for this one.
  await page.close();
  return { origin, path: pathPattern(pathname), fields };
}

/** Does something on the page, again until the pointing that was asked for has begun and taken it. */
async function begun(page: Page, outcome: Promise<PointOutcome>, act: () => Promise<void>): Promise<void> {
  let answered = false;
  void outcome.then(() => {
    answered = true;
  });
  const isOver = (): boolean => answered;
  for (let attempt = 0; attempt < 6 && !isOver(); attempt += 1) {
    await page.waitForTimeout(attempt === 0 ? 500 : 100);
    await act();
    for (let waited = 0; waited < 30 && !isOver(); waited += 1) await page.waitForTimeout(100);
  }
}
