import { expect, test } from 'vitest';

import { useGallery } from './use-gallery.ts';

/* How soon a person sees what they asked for. The limits are wide: other work on the machine slows a browser. */

const visit = useGallery();

test(
  'the verdict is there within 100 ms',
  visit('09-nothing-found', async (page) => {
    const times = await page.evaluate(async () => {
      const { world, shown } = window.gallery;
      const measured: number[] = [];
      for (const name of ['ruth', 'marek', 'femi', 'bethan', 'ruth', 'marek'] as const) {
        const began = performance.now();
        world.host.open(shown(name));
        const { message } = window.gallery.people[name];
        while (
          !document.querySelector('.strip h1')?.textContent.includes(message.subject) ||
          !document.querySelector('.verdict h2')
        )
          await new Promise((resolve) => setTimeout(resolve, 1));
        measured.push(performance.now() - began);
      }
      return measured;
    });
    const sorted = times.toSorted((left, right) => left - right);
    console.log(`verdict after ${times.map((time) => time.toFixed(0)).join(', ')} ms`);
    // Other work on the machine slows some of them; the program itself is as fast as the quickest.
    expect(sorted[1]).toBeLessThan(100);
  }),
);

test(
  'Due is there at once with 20,000 duties, and only a page of them',
  visit('18-due-20000', async (page) => {
    await page.locator('.row').first().waitFor();
    expect(await page.locator('.row').count()).toBeLessThanOrEqual(120);
    const times = await page.evaluate(async () => {
      const press = (words: string) =>
        [...document.querySelectorAll('button')].find((one) => one.textContent.startsWith(words))?.click();
      const until = async (isThere: () => boolean): Promise<number> => {
        const began = performance.now();
        while (!isThere()) await new Promise((resolve) => setTimeout(resolve, 1));
        return performance.now() - began;
      };
      press('Message');
      await until(() => document.querySelector('.row') === null);
      press('Due');
      const shown = await until(() => document.querySelectorAll('.row').length >= 60);
      press('8,200Later');
      const jumped = await until(() => document.querySelector('.group')?.textContent.startsWith('Later') === true);
      return [shown, jumped];
    });
    // All of them loaded, and scrolled past a screen at a time.
    const frames = await page.evaluate(async () => {
      document.querySelector<HTMLElement>('summary[data-row]')?.focus();
      document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key: 'End', bubbles: true }));
      while (!document.activeElement?.textContent.includes('19999')) await new Promise(requestAnimationFrame);
      const taken: number[] = [];
      for (let frame = 0, last = performance.now(); frame < 60; frame++) {
        window.scrollBy(0, -700);
        await new Promise(requestAnimationFrame);
        const now = performance.now();
        taken.push(now - last);
        last = now;
      }
      return { taken: taken.sort((left, right) => left - right), rows: document.querySelectorAll('.row').length };
    });
    console.log(`scrolled past 8,200 rows: a frame takes ${String(frames.taken[30]?.toFixed(0))} ms`);
    expect(frames.taken[30]).toBeLessThan(100);
    expect(frames.rows).toBeLessThan(300);
    console.log(
      `Due with 20,000 duties: shown after ${times.map((time) => time.toFixed(0)).join(' ms, jumped after ')} ms`,
    );
    for (const time of times) expect(time).toBeLessThan(500);
  }),
);
