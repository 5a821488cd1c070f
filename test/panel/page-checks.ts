import type { Page } from 'playwright-core';

/*
 * What a person would notice: words that are cut, a page that slides sideways, a control too small to hit, a focus that
 * can't be seen. Each check gives what is wrong, by name; empty = nothing.
 */

/** Sideways scroll, cut text, text under 12 px. */
export function cutText(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const wrong: string[] = [];
    const { scrollWidth, clientWidth } = document.documentElement;
    if (scrollWidth > clientWidth) {
      const wide = [...document.querySelectorAll<HTMLElement>('body *')]
        .filter((one) => one.getBoundingClientRect().right > clientWidth + 1 && !one.closest('.vh'))
        .slice(0, 3);
      wrong.push(
        `slides sideways: ${String(scrollWidth)} in ${String(clientWidth)} px, ${wide.map((one) => `${one.tagName}.${one.className} “${one.textContent.slice(0, 30)}”`).join('; ')}`,
      );
    }
    for (const element of document.querySelectorAll<HTMLElement>('body *')) {
      const hasText = [...element.childNodes].some(
        (node) => node.nodeType === 3 && (node.nodeValue ?? '').trim() !== '',
      );
      // Three lines of subject are shown; the whole of it stands in the fold below.
      if (!hasText || element.closest('.vh') || element.closest('.strip h1') || !element.checkVisibility()) continue;
      const style = getComputedStyle(element);
      const words = element.textContent.trim().slice(0, 40);
      if (parseFloat(style.fontSize) < 12) wrong.push(`${style.fontSize}: ${words}`);
      const isCut = element.scrollWidth > element.clientWidth + 1 && style.display !== 'inline';
      if (isCut && (style.overflowX === 'hidden' || style.overflowX === 'clip')) wrong.push(`cut: ${words}`);
      const right = element.getBoundingClientRect().right;
      if (right > clientWidth + 1 && style.display !== 'inline') wrong.push(`beyond the edge: ${words}`);
    }
    return wrong;
  });
}

/** Controls under 24 × 24 px. */
export function smallTargets(page: Page): Promise<readonly string[]> {
  return page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a[href], summary, input, select, textarea')]
      .filter((control) => control.checkVisibility() && !control.hidden)
      .map((control) => ({ control, target: control.closest<HTMLElement>('label.choice, label.tick') ?? control }))
      .filter(({ target }) => {
        const { width, height } = target.getBoundingClientRect();
        return width < 23.9 || height < 23.9;
      })
      .map(({ control, target }) => {
        const { width, height } = target.getBoundingClientRect();
        return `${width.toFixed(0)}×${height.toFixed(0)}: ${control.tagName} “${control.textContent.trim()}”`;
      }),
  );
}

/** Tabs through the page: each stop has an outline, and is under neither bar nor dock. */
export async function hiddenFocus(page: Page): Promise<readonly string[]> {
  await page.evaluate(() => {
    // A focus that is taken away at the very beginning: the next stop is the first one.
    const start = document.createElement('span');
    start.tabIndex = -1;
    document.body.prepend(start);
    start.focus();
    start.remove();
    window.scrollTo(0, 0);
  });
  const wrong: string[] = [];
  for (let stops = 0; stops < 80; stops++) {
    await page.keyboard.press('Tab');
    const found = await page.evaluate(async () => {
      await new Promise(requestAnimationFrame);
      const element = document.activeElement;
      if (!(element instanceof HTMLElement) || element === document.body) return null;
      const words = `${element.tagName} “${element.textContent.trim().slice(0, 40)}”`;
      const seen = element.dataset['seen'];
      element.dataset['seen'] = 'true';
      const { outlineStyle, outlineWidth } = getComputedStyle(element);
      const isOutlined = outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1.5;
      const rect = element.getBoundingClientRect();
      const bar = document.querySelector('.bar');
      const dock = document.querySelector('.dock');
      const top =
        bar && !bar.contains(element) && getComputedStyle(bar).position === 'sticky'
          ? bar.getBoundingClientRect().bottom
          : 0;
      const bottom =
        dock && !dock.contains(element) && getComputedStyle(dock).position === 'sticky'
          ? dock.getBoundingClientRect().top
          : innerHeight;
      const isTaller = rect.height > bottom - top;
      const isCovered = !isTaller && (rect.top < top - 1 || rect.bottom > bottom + 1);
      return { words, isAgain: seen === 'true', isOutlined, isCovered };
    });
    if (!found || found.isAgain) break;
    if (!found.isOutlined) wrong.push(`no outline: ${found.words}`);
    if (found.isCovered) wrong.push(`covered: ${found.words}`);
  }
  return wrong;
}

/** Unfolds everything that can be unfolded in place; rows of a list stay as they are. */
export async function unfoldAll(page: Page): Promise<void> {
  for (let round = 0; round < 3; round++) {
    const unfolded = await page.evaluate(() => {
      const folded = [...document.querySelectorAll<HTMLDetailsElement>('details:not([open]):not(.row)')];
      for (const details of folded) details.open = true;
      return folded.length;
    });
    if (unfolded === 0) return;
    await page.waitForTimeout(30);
  }
}

/** WCAG 1.4.12: the spacing that a reader may set. */
export const TEXT_SPACING = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
p { margin-bottom: 2em !important; }`;
