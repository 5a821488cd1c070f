import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { button, useGallery } from './use-gallery.ts';

/* The due list as a lead works through it: narrowed, searched, kept as a view, several cases at once, by the keyboard. */

const visit = useGallery();

const names = (page: Page) => page.locator('.row summary bdi:first-of-type').allTextContents();

describe('the due list', () => {
  test(
    'is narrowed with exact counts, kept as a view, and whole again; the badge stays that of everything',
    visit('18b-due-filters', async (page) => {
      expect(await page.locator('.tally b').allTextContents()).toEqual(['0', '1', '0', '0']);
      expect(await page.locator('.bar .count').textContent()).toBe('1 overdue');
      await page.getByLabel('Name of the view').fill('Reviews');
      await button(page, 'Save the view').click();
      await page.getByLabel('View', { exact: true }).selectOption('Reviews');
      await button(page, /^Stage: Stage two/).click();
      await expect.poll(() => page.locator('.tally b').allTextContents()).toEqual(['1', '2', '0', '1']);
      await page.getByLabel('View', { exact: true }).selectOption('Reviews');
      await expect.poll(() => page.locator('.tally b').allTextContents()).toEqual(['0', '1', '0', '0']);
      expect(await page.evaluate(async () => (await window.gallery.world.register.views()).length)).toBe(1);
    }),
  );

  test(
    'is searched by name and by reference; what is closed or not due is found beside it',
    visit('18c-search', async (page) => {
      await page.getByLabel('Search cases').fill('Hannah');
      await expect.poll(() => names(page)).toEqual(['Hannah Adeyemi', 'Owen Blackwood']);
      await page.getByLabel('Search cases').fill('');
      await expect.poll(async () => (await names(page)).length).toBeGreaterThan(2);
    }),
  );

  test(
    'gives several cases to somebody else with one press, but for those whose policy asks who reviewed before; one press takes it back',
    visit('17c-several', async (page) => {
      await page.locator('.dock .primary').click();
      const handlers = () =>
        page.evaluate(async () =>
          (await window.gallery.world.register.rows(['case-tomasz', 'case-hannah'])).map(({ handler }) => handler),
        );
      await expect.poll(handlers).toEqual(['Priya Nair', 'Owen Blackwood']);
      // Who may review it a person has to say, case by case.
      await page.getByText('1 case stayed as it was').waitFor();
      await button(page, 'Undo').click();
      await expect.poll(handlers).toEqual([null, 'Owen Blackwood']);
    }),
  );

  test(
    'leads from the row into every act, and back to the row',
    visit('17-due', async (page) => {
      await page.locator('.row-open').getByRole('button', { name: 'More…' }).click();
      await button(page, 'Note').click();
      await page.getByLabel('Note').fill('Rings after six.');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Note added').first().waitFor();
      await page.locator('.row-open').waitFor();
    }),
  );

  test(
    'is worked through by the keyboard alone: found, opened, acted on, taken back',
    visit('17-due', async (page) => {
      const active = () => page.evaluate(() => document.activeElement?.textContent ?? '');
      await page.keyboard.press('Escape');
      await page.getByLabel('Search cases').focus();
      // The list is one stop; what stands before it is passed by Tab.
      const isInList = () => page.evaluate(() => document.activeElement?.matches('summary[data-row]') ?? false);
      for (let stops = 0; stops < 20 && !(await isInList()); stops++) await page.keyboard.press('Tab');
      expect(await isInList()).toBe(true);
      await page.keyboard.press('End');
      const last = await active();
      await page.keyboard.press('Home');
      expect(await active()).not.toBe(last);
      for (let down = 0; down < 6 && !(await active()).includes('Tomasz'); down++)
        await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await page.locator('.row-open .btn.primary').waitFor();
      await page.keyboard.press('Tab');
      expect(await active()).toBe('Contact made');
      await page.keyboard.press('Enter');
      const toast = page.locator('.toast');
      await toast.getByText('Contact recorded').waitFor();
      // In the order of Tab the toast comes before the page, so that Shift+Tab reaches it from any heading.
      expect(await page.evaluate(() => document.querySelector('.toast')?.nextElementSibling?.tagName)).toBe('MAIN');
      await toast.getByRole('button', { name: 'Undo' }).focus();
      await page.keyboard.press('Enter');
      await page.getByText('Undone').first().waitFor();
      const row = await page.evaluate(async () => (await window.gallery.world.register.row('case-tomasz'))?.duties);
      expect(row?.some(({ obligation }) => obligation === 'contact')).toBe(true);
    }),
  );

  test(
    'of 20,000 duties only what is near the screen is in the page; the end is one key away, and single keys work once they are on',
    visit('18-due-20000', async (page) => {
      const active = () => page.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent ?? '');
      const place = () =>
        page.evaluate(() => {
          const item = document.activeElement?.closest('[role=listitem]');
          return [item?.getAttribute('aria-posinset'), item?.getAttribute('aria-setsize')];
        });
      await page.locator('summary[data-row]').first().focus();
      await page.keyboard.press('j');
      expect(await active()).toBe('Ruth Amankwah 0');
      await page.evaluate(() => window.gallery.world.ports.store.save('single-keys', true));
      await page.keyboard.press('End');
      await expect.poll(active).toBe('Marek Kowalski 19999');
      expect(await place()).toEqual(['8200', '8200']);
      expect(await page.locator('summary[data-row]').count()).toBeLessThan(300);
      await page.evaluate(() => window.scrollTo(0, document.documentElement.scrollHeight / 2));
      await expect.poll(() => page.locator('summary[data-row]').count()).toBeGreaterThan(60);
      expect(await page.locator('summary[data-row]').count()).toBeLessThan(300);
      await page.locator('summary[data-row][tabindex="0"]').focus();
      await page.keyboard.press('Home');
      await expect.poll(active).toBe('Ruth Amankwah 0');
      expect(await place()).toEqual(['1', '10200']);
    }),
  );

  test(
    'is gone through by single keys once they are switched on',
    visit('17-due', async (page) => {
      await page.keyboard.press('Escape');
      await page.evaluate(() => window.gallery.world.ports.store.save('single-keys', true));
      await button(page, 'More').click();
      await button(page, 'Settings').click();
      await expect.poll(() => page.getByLabel(/^Keys pressed alone/).isChecked()).toBe(true);
      await page.getByRole('button', { name: /^Due/ }).click();
      await page.locator('summary[data-row]').first().waitFor();
      const active = () => page.evaluate(() => document.activeElement?.querySelector('bdi')?.textContent ?? '');
      await page.keyboard.press('j');
      const first = await active();
      expect(first).not.toBe('');
      await page.keyboard.press('j');
      expect(await active()).not.toBe(first);
      await page.keyboard.press('k');
      expect(await active()).toBe(first);
      await page.keyboard.press('Enter');
      await page.locator('.row-open .fold').waitFor();
      await page.keyboard.press('w');
      await page.locator('.row-open .fold[open]').waitFor();
      await page.keyboard.press('/');
      await page.keyboard.type('j1');
      expect(await page.getByLabel('Search cases').inputValue()).toBe('j1');
    }),
  );
});
