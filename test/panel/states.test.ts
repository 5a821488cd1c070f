import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';

import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { openGallery, type GalleryBrowser } from './gallery-page.ts';
import { STATES } from './gallery-states.ts';
import { pictureLetters } from './letter-pictures.ts';
import { cutText, hiddenFocus, smallTargets, TEXT_SPACING, unfoldAll } from './page-checks.ts';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A folder for pictures of every state, for whoever wants to look at them. */
const SHOTS = process.env['DULY_PICTURES'] ?? null;

const OF_ALL = {
  runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] },
  rules: { 'color-contrast': { enabled: false }, 'link-in-text-block': { enabled: false } },
  resultTypes: ['violations'],
};

/** What a theme can change, and is asked in each. */
const OF_THEMES = {
  runOnly: { type: 'rule', values: ['color-contrast', 'link-in-text-block'] },
  resultTypes: ['violations'],
};

const THEMES = {
  light: { colorScheme: 'light', forcedColors: 'none' },
  dark: { colorScheme: 'dark', forcedColors: 'none' },
  forced: { colorScheme: 'dark', forcedColors: 'active' },
} as const;

let gallery: GalleryBrowser;
beforeAll(async () => {
  if (SHOTS !== null) mkdirSync(SHOTS, { recursive: true });
  gallery = await openGallery();
}, 60_000);
afterAll(() => gallery.close());

/** What axe finds, by rule and place. */
function axe(page: Page): Promise<readonly string[]> {
  return page.evaluate(async (options) => {
    // What is half under the bar at this moment isn't small.
    window.scrollTo(0, 0);
    const { violations } = await (window as unknown as Axe).axe.run(document, options);
    return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
  }, OF_ALL);
}

/**
 * What axe finds in a theme, asked of all that looks like nothing that this page has shown in it before: the looks follow
 * from names, classes and states, and the same card stands in many states of the panel.
 */
function axeInTheme(page: Page, theme: string): Promise<readonly string[]> {
  return page.evaluate(
    async ([name, options]) => {
      const { axe, looks } = Object.assign(window, {
        looks: (window as unknown as Partial<Looks>).looks ?? {},
      }) as unknown as Axe & Looks;
      const known = (looks[name] ??= new Set());
      const paths = new Map<Element, string>();
      const pathTo = (element: Element | null): string => {
        if (element === null) return '';
        const marks = [...element.attributes]
          .filter(({ name: mark }) =>
            /^(?:class|open|disabled|type|role|tabindex|aria-(?:busy|current|expanded|invalid|pressed|selected|disabled))$/.test(
              mark,
            ),
          )
          .map(({ name: mark, value }) => `${mark}=${value}`);
        const path =
          paths.get(element) ?? `${pathTo(element.parentElement)}/${element.tagName} ${marks.sort().join(' ')}`;
        paths.set(element, path);
        return path;
      };
      for (const element of document.querySelectorAll('body *')) {
        const shows =
          element.matches('input, select, textarea') ||
          [...element.childNodes].some((node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '');
        element.toggleAttribute(
          'data-fresh',
          shows && element.checkVisibility() && known.size < known.add(pathTo(element)).size,
        );
      }
      window.scrollTo(0, 0);
      axe.configure({ rules: [{ id: 'color-contrast', selector: '[data-fresh]' }] });
      const { violations } = await axe.run(document, options);
      axe.reset();
      return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`);
    },
    [theme, OF_THEMES] as const,
  );
}

interface Axe {
  readonly axe: {
    run(where: Document, options: object): Promise<AxeResults>;
    configure(change: object): void;
    reset(): void;
  };
}

/** What was looked at, by theme. */
interface Looks {
  readonly looks: Record<string, Set<string>>;
}

describe.concurrent('every state can be read, reached and used', () => {
  test.each(Object.keys(STATES))('%s', (state) =>
    gallery.visit(state, async (page) => {
      const wrong: string[] = [];
      const note = (where: string, found: readonly string[]): void => {
        wrong.push(...found.map((what) => `${where}: ${what}`));
      };
      note('tab', await hiddenFocus(page));
      await unfoldAll(page);
      if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(AXE);
      note('axe', await axe(page));
      for (const theme of ['light', 'dark', 'forced'] as const) {
        await page.emulateMedia(THEMES[theme]);
        note(`axe, ${theme}`, await axeInTheme(page, theme));
        if (SHOTS !== null) await page.screenshot({ path: join(SHOTS, `${state}.${theme}.png`) });
      }
      for (const width of [400, 360, 320, 180]) {
        await page.setViewportSize({ width, height: width === 180 ? 380 : 760 });
        note(`${String(width)} px`, await cutText(page));
        note(`${String(width)} px`, await smallTargets(page));
      }
      await page.setViewportSize({ width: 320, height: 760 });
      const spacing = await page.addStyleTag({ content: TEXT_SPACING });
      note('text spacing', await cutText(page));
      await spacing.evaluate((style) => style.parentNode?.removeChild(style));
      expect(wrong).toEqual([]);
    }),
  );
});

test.skipIf(SHOTS === null)('letters as they stand in the reply, as pictures', () =>
  gallery.visit('15-letter-ready', async (page) => {
    if (SHOTS === null) return;
    await page.setViewportSize({ width: 320, height: 760 });
    await page.screenshot({ path: join(SHOTS, 'letter.panel.320.png'), fullPage: true });
    await pictureLetters(page.context(), SHOTS);
  }),
);

test('no page said anything of an error', () => {
  expect(gallery.errors()).toEqual([]);
});
