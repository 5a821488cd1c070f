import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { memoryRegister } from '../../core/register/memory-register.ts';
import { linesOf } from '../register/contract-lists.ts';
import { rowOf } from '../register/contract.ts';
import { draft, testSource } from '../support/case.ts';
import { button, useGallery } from './use-gallery.ts';

/* What whoever looks after all cases works through: messages that nobody decided, second looks, counts. */

const visit = useGallery();

const undecided = (page: Page) =>
  page.evaluate(async () => (await window.gallery.world.register.seen.undecided()).map(({ subject }) => subject));

describe('what is to be decided', () => {
  test(
    'a message with something in it is remembered when it is seen, without its text; ordinary mail isn’t',
    visit('01-verdict-clear', async (page) => {
      await expect.poll(() => undecided(page)).toEqual(['Bathroom floor']);
      await page.evaluate(() => window.gallery.world.host.open(window.gallery.shown('ingrid')));
      await page.getByRole('heading', { name: 'Nothing to log' }).waitFor();
      const kept = await page.evaluate(async () =>
        JSON.stringify(await window.gallery.world.register.seen.undecided()),
      );
      expect(kept).not.toContain('flooring');
      expect(await undecided(page)).toEqual(['Bathroom floor']);
    }),
  );

  test(
    'the Ombudsman’s mail, and the days that they set, stand first in Due and lead on',
    visit('36b-ombudsman-in-due', async (page) => {
      const [first, second, third] = await page.locator('h2.group').allTextContents();
      expect([first, second, third]).toEqual([
        'From the Ombudsman 1 not decided',
        'Wanted by the Ombudsman 1',
        'Overdue 1, in working days',
      ]);
      await button(page, /^Request for evidence/).click();
      await button(page, 'Not a complaint').waitFor();
      await button(page, /^Send the Ombudsman the complaint file/).click();
      await page.getByRole('heading', { name: 'What it is about' }).waitFor();
    }),
  );

  test(
    'a colleague is asked; a decision takes it off the list; a second look is taken',
    visit('20-to-decide', async (page) => {
      await page.getByLabel('Who decides?').selectOption('Priya Nair');
      await page.getByLabel('Note').fill('You know the house.');
      await button(page, 'Ask').last().click();
      await page.getByText('waiting for Priya Nair').waitFor();
      await button(page, 'Not a complaint').click();
      await expect.poll(() => undecided(page)).toEqual(['Sewage in the hall']);
      await button(page, 'I agree').first().click();
      await page.getByText('£75: Fares (not accepted yet)').waitFor();
    }),
  );

  test(
    'each figure opens its cases',
    visit('20b-counts', async (page) => {
      await page
        .getByRole('heading', { name: /^Received/ })
        .last()
        .waitFor();
      expect(await page.locator('section .rows li').count()).toBe(3);
      const [table] = await Promise.all([page.waitForEvent('download'), button(page, 'Counts as CSV').click()]);
      expect(table.suggestedFilename()).toBe('duly-counts-2026-03-25.csv');
      const [cases] = await Promise.all([page.waitForEvent('download'), button(page, 'All cases as CSV').click()]);
      const lines = readFileSync(await cases.path(), 'utf8')
        .trim()
        .split('\r\n');
      expect(lines[0]).toContain('reference,name,subject');
      // One that is open with nothing due is among them.
      expect(lines).toHaveLength(4);
      await page.locator('section .rows button').first().click();
      await page.getByRole('heading', { name: 'What it is about' }).waitFor();
    }),
  );

  test(
    'what is held about a person is handed over as a file, and erased with a reason; the counts stay',
    visit('20b-counts', async (page) => {
      const received = await page.locator('.counts li').first().textContent();
      await button(page, 'More').click();
      await button(page, 'A person’s data').click();
      await page.getByLabel('Name or address of mail').fill('hannah adeyemi');
      await page.keyboard.press('Enter');
      await page.getByText(/^1 case, 0 messages seen and not logged, \d drafts? kept\.$/).waitFor();
      const [held] = await Promise.all([page.waitForEvent('download'), button(page, 'Save everything held').click()]);
      expect(readFileSync(await held.path(), 'utf8')).toContain('Hannah Adeyemi');
      await button(page, /^Erase the personal data of 1 case/).click();
      await button(page, 'Erase for good').click();
      await page.getByText(/^Erased: the personal data of 1 case/).waitFor();
      const events = await page.evaluate(async () => window.gallery.world.register.eventsOf('case-hannah'));
      expect(events.at(-1)?.type).toBe('erased');
      expect(JSON.stringify(events)).not.toContain('Hannah Adeyemi');
      await button(page, 'More').click();
      await button(page, 'Counts').click();
      await expect.poll(() => page.locator('.counts li').first().textContent()).toBe(received);
    }),
  );

  test(
    'a backup that erases names the cases, and does it only where that is typed; what was entered about them goes too',
    visit('28-settings', async (page) => {
      const caseId = 'case-hannah';
      const of = await page.evaluate(async (id) => {
        await window.gallery.world.ports.store.save(`draft:case/${id}`, { text: 'Dear Hannah' });
        return (await window.gallery.world.register.eventsOf(id)).map((event) => event.id);
      }, caseId);
      const other = memoryRegister({ source: testSource(), rowOf, deviceId: 'somebody-elses' });
      await other.append([{ ...draft('erased', '2026-03-26T09:00:00+00:00', { of, basis: 'x' }, {}), caseId }]);
      const buffer = Buffer.from((await linesOf(other)).join(''));
      await page.setInputFiles('input[type=file]', { name: 'duly.jsonl', mimeType: 'application/jsonl', buffer });
      await page.getByText('It erases the personal data of 1 case for good').waitFor();
      await page.getByText('Hannah Adeyemi').waitFor();
      await button(page, 'Erase, and bring it in').click();
      await page.getByText('Type “erase” to go on. Nothing was brought in.').waitFor();
      const events = () =>
        page.evaluate(async (id) => JSON.stringify(await window.gallery.world.register.eventsOf(id)), caseId);
      expect(await events()).toContain('Hannah');
      await page.getByLabel('Type “erase”').fill('Erase');
      await button(page, 'Erase, and bring it in').click();
      await page.getByText('Brought in: 1 entry.').waitFor();
      expect(await events()).not.toContain('Hannah');
      expect(await page.evaluate(() => window.gallery.world.ports.store.keys())).not.toContain(`draft:case/${caseId}`);
    }),
  );
});
