import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { button, primary, useGallery } from './use-gallery.ts';

/* What is entered about a case: by the keyboard, with its day, put right and taken back by further entries. */

const visit = useGallery();

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

/** The types of a case's entries, in the order of entry. */
function types(page: Page, caseId: string): Promise<readonly string[]> {
  return page.evaluate(
    async (id) => (await window.gallery.world.register.eventsOf(id)).map(({ type }) => type),
    caseId,
  );
}

describe.concurrent('a form', () => {
  test(
    'is entered with its day, and Undo takes it back by an entry',
    visit('21d-act', async (page) => {
      await page.getByLabel('Day', { exact: true }).fill('23');
      await page.getByLabel('Month', { exact: true }).fill('3');
      await page.getByLabel('Year').fill('2026');
      await page.getByLabel('What was said?').fill('Wants the nights seen to first.');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Contact recorded').first().waitFor();
      // Back at the case: the date is met, on its day.
      await page.getByText('Mon 23 Mar').first().waitFor();
      expect(await page.locator('.dates .over').count()).toBe(0);
      expect((await types(page, 'case-tomasz')).at(-1)).toBe('contact-made');
      await button(page, 'Undo').click();
      await page.getByText('Undone.').first().waitFor();
      expect((await types(page, 'case-tomasz')).at(-1)).toBe('undone');
      await page.locator('.dates .over').waitFor();
    }),
  );

  test(
    'that lacks something enters nothing, says what, and puts the focus there',
    visit('21e-act-missing', async (page) => {
      expect(await types(page, 'case-tomasz')).not.toContain('compensation-offered');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('act-pounds');
      await page.getByLabel('How much?').fill('75.50');
      expect(await page.getByText('Write it as 75 or 75.50').count()).toBe(0);
      await page.getByLabel('What for?').fill('Bus fares');
      await primary(page).click();
      await page.getByText('Offer recorded').first().waitFor();
      expect(await types(page, 'case-tomasz')).toContain('compensation-offered');
    }),
  );

  test(
    'loses nothing by Esc: what was typed is there again',
    visit('21e-act-missing', async (page) => {
      await page.getByLabel('What for?').fill('Bus fares');
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: 'What happened?' }).waitFor();
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: 'What it is about' }).waitFor();
      await button(page, 'Enter what happened…').click();
      await button(page, 'Offer compensation').click();
      expect(await page.getByLabel('What for?').inputValue()).toBe('Bus fares');
    }),
  );

  test(
    'that the register doesn’t take stays as it is, and says so',
    visit('21d-act', async (page) => {
      await page.getByText('Now', { exact: true }).click();
      await page.evaluate(() => (window.gallery.world.fail = 'full'));
      await primary(page).click();
      await page.getByText('The disk is full.').first().waitFor();
      await page.evaluate(() => (window.gallery.world.fail = null));
      await primary(page).click();
      await page.getByText('Contact recorded').first().waitFor();
    }),
  );

  test(
    'that a rule of the policy holds back wants a reason, which is kept',
    visit('21h-closing-held', async (page) => {
      await page.getByLabel('The outcome').selectOption('upheld');
      await primary(page).click();
      await page.getByText('Say why you go on without it').first().waitFor();
      expect(await types(page, 'case-hannah')).not.toContain('resolved');
      for (const reason of await page.getByLabel('Why do you go on without it?').all())
        await reason.fill('The lead agreed');
      await primary(page).click();
      await page.getByText('Case closed').first().waitFor();
      const entered = await types(page, 'case-hannah');
      expect(entered).toContain('rule-overridden');
      expect(entered.at(-1)).toBe('resolved');
    }),
  );
});

describe.concurrent('an entry', () => {
  test(
    'is put right by another, and stands as it was made',
    visit('21g-put-right', async (page) => {
      await page.getByLabel('Day').last().fill('24');
      await page.getByLabel('Why is it put right?').fill('It went the day before.');
      await primary(page).click();
      await page.getByText('Correction entered').first().waitFor();
      await page.getByText('Tue 24 Feb, 15:00').first().waitFor();
      expect((await types(page, 'case-hannah')).at(-1)).toBe('corrected');
    }),
  );

  test(
    'is taken back later, and let stand again',
    visit('21b-case-history', async (page) => {
      await button(page, /^Take back.*Contact made by phone/).click();
      await page.getByText('Taken back', { exact: true }).first().waitFor();
      const gone = page.locator('.events li', { hasText: '. Taken back' });
      await gone.filter({ hasText: 'Contact made' }).first().waitFor();
      expect((await types(page, 'case-hannah')).at(-1)).toBe('undone');
      await button(page, /^Let it stand again/).click();
      // The contact counts again; it is the taking back that counts no more.
      await gone.filter({ hasText: 'Taken back: Contact made' }).first().waitFor();
      const file = await types(page, 'case-hannah');
      expect(file.filter((type) => type === 'undone').length).toBe(2);
    }),
  );
});

test(
  'a case is saved as one file for the Ombudsman, and as dates for a calendar',
  visit('21b-case-history', async (page) => {
    const saved = async (name: string): Promise<readonly [string, string]> => {
      const [download] = await Promise.all([page.waitForEvent('download'), button(page, name).click()]);
      return [download.suggestedFilename(), readFileSync(await download.path(), 'utf8')];
    };
    // What leaves the landlord waits for what the policy asks of it.
    await button(page, 'Evidence bundle').click();
    await page.getByText('No file was made yet').waitFor();
    await page.locator('.held input[type="checkbox"]:visible').first().check();
    await button(page, 'Record it').click();
    await page.getByText('Recorded').first().waitFor();
    const [name, html] = await saved('Evidence bundle');
    expect(name).toMatch(/-evidence\.html$/);
    expect(html).toContain('Hannah Adeyemi');
    expect(html).toContain('Contact made by phone.');
    const [calendar, dates] = await saved('Dates for a calendar');
    expect(calendar).toMatch(/-dates\.ics$/);
    expect(dates).toContain('SUMMARY:Respond');
    expect(dates).not.toContain('Hannah');
  }),
);

describe.concurrent('an extension', () => {
  test(
    'moves the date when its letter is sent, not before',
    visit('22c-extension-letter', async (page) => {
      expect((await types(page, 'case-hannah')).slice(-2)).toEqual(['extension-proposed', 'note-added']);
      const respond = () =>
        page.evaluate(
          async () =>
            (await window.gallery.world.register.row('case-hannah'))?.duties.find(
              ({ obligation }) => obligation === 'respond',
            )?.day,
        );
      expect(await respond()).toBe('2026-03-25');
      const lacking = page.locator('.dock .primary');
      for (let steps = 0; steps < 6 && (await lacking.textContent()) !== 'Copy'; steps++) {
        await lacking.click();
        await page.keyboard.type('Gareth Bevan, 01632 960400');
        await page.keyboard.press('Tab');
      }
      await lacking.click();
      await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
      expect(await respond()).toBe('2026-03-25');
      await button(page, 'I’ve sent it').click();
      await page.getByText('Letter recorded').first().waitFor();
      expect(await types(page, 'case-hannah')).toContain('extension-agreed');
      expect(await respond()).toBe('2026-04-01');
    }),
  );

  test(
    'isn’t given after the date; the response is written instead, and is late',
    visit('23-extension-refused', async (page) => {
      await page.getByText('Send the response now').click();
      await primary(page).click();
      await page.getByRole('heading', { name: 'Response' }).waitFor();
      expect(await types(page, 'case-hannah')).not.toContain('extension-proposed');
      expect(await focused(page)).toContain('Response');
    }),
  );
});

describe('a draft that was sent', () => {
  const wentOut = (page: Page, change: string) =>
    page.evaluate((added) => {
      const { host, clock } = window.gallery.world;
      clock.set('2026-03-25T09:40:00+00:00');
      const text = host.drafts.at(-1)?.draft.text ?? '';
      host.sent = { text: added === '' ? text : text.replace(/\w+day \d+ April 2026/g, added), at: clock.now };
    }, change);
  const last = (page: Page) =>
    page.evaluate(async () => {
      const { register } = window.gallery.world;
      for await (const event of register.allEvents())
        if (event.type === 'acknowledged' && event.occurredAt > '2026-03-25T09:3') return event;
      return null;
    });

  test(
    'is recorded with the words that went and their time, once the person says that it is the one',
    visit('16-inserted', async (page) => {
      await wentOut(page, '');
      await page.getByText('A reply went out, Wed 25 Mar, 09:40').waitFor({ timeout: 8_000 });
      await page.getByText('Word for word as it was inserted.').waitFor();
      expect(await last(page)).toBeNull();
      await button(page, 'This is it: record it as sent').click();
      await expect
        .poll(() => last(page))
        .toMatchObject({ data: { known: 'as-sent' }, occurredAt: '2026-03-25T09:40:00+00:00' });
      expect((await last(page))?.data).not.toMatchObject({ promisedBy: null });
    }),
  );

  test(
    'whose answer date was changed asks which one it promises now',
    visit('16-inserted', async (page) => {
      await wentOut(page, 'the end of the month');
      await button(page, 'Say which day it promises…').click();
      await page.getByRole('heading', { name: 'Acknowledgement sent' }).waitFor();
      expect(await page.getByLabel('What was sent').inputValue()).toContain('the end of the month');
      expect(await last(page)).toBeNull();
    }),
  );
});
