import { describe, expect, test } from 'vitest';

import { bankHolidaysOf, DIVISIONS } from '../../policies/index.ts';
import { button, entered, primary, useGallery } from './use-gallery.ts';

/* What an officer does by the policy: further stages, what isn't taken up, what the policy wants first, the policy itself. */

const visit = useGallery();

describe.concurrent('by the policy', () => {
  test(
    'a further stage is asked for on the case that is there',
    visit('07-verdict-escalation', async (page) => {
      await primary(page).click();
      await page.getByText('Added to').first().waitFor();
      const types = await page.evaluate(async () =>
        (await window.gallery.world.register.eventsOf('case-colin')).map(({ type }) => type),
      );
      expect(types.slice(-2)).toEqual(['joined', 'escalated']);
      expect(await entered(page)).toEqual([]);
    }),
  );

  test(
    'who handled the stage before reviews it only with a reason, which is entered',
    visit('07c-same-reviewer', async (page) => {
      await page.getByLabel(/^Why without it/).fill('Nobody else is at work this week.');
      await primary(page).click();
      await page.getByText('Added to').first().waitFor();
      const events = await page.evaluate(() => window.gallery.world.register.eventsOf('case-colin'));
      expect(events.slice(-4).map(({ type }) => type)).toEqual([
        'joined',
        'escalated',
        'handler-assigned',
        'rule-overridden',
      ]);
      expect(events.at(-1)).toMatchObject({
        data: { rule: 'stage-2-person', action: 'assign:stage-2', clauses: ['west-kent/7.7'] },
        personal: { reason: 'Nobody else is at work this week.' },
      });
    }),
  );

  test(
    'a request with dissatisfaction in it becomes a complaint once they choose so, from the original message',
    visit('06c-request-choice', async (page) => {
      await button(page, 'They want to complain').click();
      await page.getByText('Chose to complain').waitFor();
      expect((await entered(page)).slice(-3)).toEqual([
        'choice-offered',
        'choice-answered',
        'service-request-became-complaint',
      ]);
      await page.getByText('Fri 27 Mar').first().waitFor();
      expect(await primary(page).textContent()).toBe('Write the acknowledgement');
    }),
  );

  test(
    'a message that the policy can’t judge is kept under To decide, with its arrival',
    visit('30-policy-failed', async (page) => {
      await page.getByText('It arrived Tue 24 Mar, 18:42: its dates will count from then.').waitFor();
      await button(page, 'Keep for later').click();
      await page.getByText('Kept under To decide.').first().waitFor();
      const kept = await page.evaluate(() => window.gallery.world.register.seen.undecided());
      expect(kept).toMatchObject([
        {
          subject: 'Bathroom floor',
          reading: { confidence: 'not-judged', heading: 'Not judged: the policy didn’t load' },
        },
      ]);
      expect(await primary(page).textContent()).toBe('Try again');
    }),
  );

  test(
    'what the policy wants first is ticked on the case, and entered',
    visit('21b-checklist', async (page) => {
      await page.getByLabel('Work on the request goes on').check();
      await button(page, 'Record it').click();
      await page.getByText('all there').first().waitFor();
      expect((await entered(page)).at(-1)).toBe('need-recorded');
    }),
  );

  test(
    'a policy’s file with a mistake is refused by its line, and nothing of it is kept',
    visit('30b-policy-file-wrong', async (page) => {
      await page
        .getByText(/^Line \d+, column \d+$/)
        .first()
        .waitFor();
      await page
        .getByText(/max\.count/)
        .first()
        .waitFor();
      expect(await page.evaluate(() => [...window.gallery.world.stored.keys()])).not.toContain('own-policies');
    }),
  );

  test(
    'a policy’s file without one is kept when a person says so, and the panel opens afresh by it',
    visit('30c-policy-file-usable', async (page) => {
      expect(await page.evaluate(() => [...window.gallery.world.stored.keys()])).not.toContain('own-policies');
      await button(page, 'Use this policy').click();
      await page.waitForFunction(() => window.gallery.world.restarts === 1);
      expect(await page.evaluate(() => window.gallery.world.stored.get('own-policies'))).toMatchObject([
        { id: 'small-homes' },
      ]);
    }),
  );

  test(
    'a closed day and GOV.UK’s list are weighed before they are kept: the days, the cases and the dates that move',
    visit('27e-calendar-moves', async (page) => {
      await page
        .getByText(/^Acknowledge: .* becomes /)
        .first()
        .waitFor();
      // GOV.UK's list comes to it, with a day that nobody knew of.
      const list = Object.fromEntries(
        DIVISIONS.map((division) => {
          const held = bankHolidaysOf(division).days.filter(({ date }) => date.startsWith('2026'));
          const events = [
            ...held,
            ...(division === 'england-and-wales' ? [{ date: '2026-04-15', name: 'Day of mourning' }] : []),
          ].map(({ date, name }) => ({ title: name, date, notes: '', bunting: false }));
          return [division, { division, events }];
        }),
      );
      await page.setInputFiles('#calendar-file', {
        name: 'bank-holidays.json',
        mimeType: 'application/json',
        buffer: Buffer.from(JSON.stringify(list)),
      });
      await page.getByText('New: Wed 15 Apr, Day of mourning').waitFor();
      await button(page, 'Keep it').click();
      await page.waitForFunction(() => window.gallery.world.restarts === 1);
      expect(await page.evaluate(() => window.gallery.world.stored.get('calendar-changes'))).toMatchObject({
        read: [{ division: 'england-and-wales' }, { division: 'scotland' }, { division: 'northern-ireland' }],
        days: [{ kind: 'closure', name: 'Staff day', reason: 'Decided by the board' }],
      });
    }),
  );

  test(
    'declining needs a person’s reason',
    visit('08-verdict-may-decline', async (page) => {
      await page.getByLabel(/^Decline it under/).check();
      await primary(page).click();
      await button(page, 'Record the decision').click();
      await page.getByText('Choose one to go on').waitFor();
      await page.getByLabel(/^The whole message/).check();
      await primary(page).click();
      await page.getByText('Declining needs your reason').waitFor();
      await page.getByLabel('Why, in this case?').fill('The claim is before the county court.');
      await page.getByLabel('What did you weigh?').fill('The court decides all of it.');
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
      expect(await entered(page)).toEqual(['received', 'logged', 'excluded']);
    }),
  );

  test(
    'a refusal has its letter, inserted and sent like an acknowledgement',
    visit('08e-refusal-letter', async (page) => {
      expect(await page.locator('.letter').textContent()).toContain('The claim is before the county court.');
      expect(await page.locator('.letter').textContent()).toContain('Housing Ombudsman');
      await button(page, 'Insert in reply').click();
      await button(page, 'I’ve sent it').click();
      await page.getByText('Letter recorded').first().waitFor();
      expect((await entered(page)).slice(-2)).toEqual(['letter-inserted', 'letter-sent']);
      expect(await primary(page).count()).toBe(0);
    }),
  );
});
