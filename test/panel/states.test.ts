import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openGallery, type GalleryBrowser } from './gallery-page.ts';
import { STATES } from './gallery-states.ts';
import { cutText, hiddenFocus, smallTargets, TEXT_SPACING, unfoldAll } from './page-checks.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const SHOTS = fileURLToPath(new URL('../../.cache/panel-shots/', import.meta.url));
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What a theme can change; the rest was asked in the light and the dark one. */
const OF_THEMES = { runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block', 'target-size'] } };

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

let gallery: GalleryBrowser;
beforeAll(async () => {
  mkdirSync(SHOTS, { recursive: true });
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery.close());

/** What axe finds, by rule and place. */
async function axe(
  page: Page,
  options: object = { runOnly: { type: 'tag', values: TAGS } },
): Promise<readonly string[]> {
  // What is half under the bar at this moment isn't small.
  await page.evaluate(() => window.scrollTo(0, 0));
  const results = await page.evaluate(
    (chosen) =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        ...chosen,
        resultTypes: ['violations'],
      }),
    options,
  );
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
}

describe.concurrent('every state can be read, reached and used', () => {
  test.each(Object.keys(STATES))('%s', async (state) => {
    const page = await gallery.open(state);
    try {
      const wrong: string[] = [];
      const note = (where: string, found: readonly string[]): void => {
        wrong.push(...found.map((what) => `${where}: ${what}`));
      };
      await page.screenshot({ path: join(SHOTS, `${state}.light.png`) });
      note('tab', await hiddenFocus(page));
      await page.evaluate(AXE);
      note('axe, light', await axe(page));
      await unfoldAll(page);
      for (const theme of ['dark', 'forced'] as const) {
        await page.emulateMedia(THEMES[theme]);
        note(`axe, ${theme}`, await (theme === 'forced' ? axe(page, OF_THEMES) : axe(page)));
        await page.screenshot({ path: join(SHOTS, `${state}.${theme}.png`) });
      }
      for (const width of [400, 360, 320, 180]) {
        await page.setViewportSize({ width, height: width === 180 ? 380 : 760 });
        note(`${String(width)} px`, await cutText(page));
        note(`${String(width)} px`, await smallTargets(page));
      }
      await page.setViewportSize({ width: 320, height: 760 });
      await page.addStyleTag({ content: TEXT_SPACING });
      note('text spacing', await cutText(page));
      expect(wrong).toEqual([]);
    } finally {
      await page.close();
    }
  });
});

test('no page said anything of an error', () => {
  expect(gallery.errors()).toEqual([]);
});
