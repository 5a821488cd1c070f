import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { button, entered, primary, useGallery } from './use-gallery.ts';

/* What the panel does when somebody uses it: nothing happens unasked, nothing twice, nothing to the wrong person. */

const visit = useGallery();

const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

describe.concurrent('logging', () => {
  test(
    'one press logs; the focus goes to the dates; Undo takes it back by an entry',
    visit('01-verdict-clear', async (page) => {
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
      expect(await entered(page)).toEqual(['received', 'logged']);
      expect(await focused(page)).toBe('Dates');
      await button(page, 'Undo').click();
      await page.getByText('Undone. Nothing was logged.').first().waitFor();
      expect(await entered(page)).toEqual(['received', 'logged', 'undone']);
      await page.getByRole('heading', { name: 'This is a complaint' }).waitFor();
      expect(await primary(page).textContent()).toBe('Log complaint');
    }),
  );

  test(
    'two quick presses log once, however slow the register is',
    visit('01-verdict-clear', async (page) => {
      await page.evaluate(() => {
        window.gallery.world.slow = 200;
        const press = document.querySelector<HTMLButtonElement>('.dock .primary');
        press?.click();
        press?.click();
      });
      await primary(page).press('Control+Enter');
      await page.getByText('Logged as').first().waitFor();
      expect(await entered(page)).toEqual(['received', 'logged']);
    }),
  );

  test(
    'Ctrl+Enter presses the primary from a text field',
    visit('01-verdict-clear', async (page) => {
      await button(page, /^Edit/).click();
      await page.getByLabel('Outcome wanted').fill('The floor by Easter.');
      await page.keyboard.press('Control+Enter');
      await page.getByText('Logged as').first().waitFor();
      expect(await entered(page)).toEqual(['received', 'logged']);
    }),
  );

  test(
    'a message that another panel has logged meanwhile isn’t logged twice',
    visit('01-verdict-clear', async (page) => {
      await page.evaluate(async () => {
        const { gallery: g } = window;
        await g.seed(g.world, 'ruth', { caseId: 'case-ruth', at: '2026-03-25T09:20:00+00:00' });
        document.querySelector<HTMLButtonElement>('.dock .primary')?.click();
      });
      await page.getByRole('heading', { name: /Already logged as/ }).waitFor();
      expect(await entered(page)).toEqual([]);
    }),
  );

  test(
    'a register that fails loses nothing, and says so',
    visit('01-verdict-clear', async (page) => {
      await button(page, /^Edit/).click();
      await page.getByLabel('Outcome wanted').fill('The floor by Easter.');
      await page.evaluate(() => (window.gallery.world.fail = 'full'));
      await primary(page).click();
      await page.getByText('The disk is full. Nothing was logged; your entries are still here.').waitFor();
      expect(await page.getByLabel('Outcome wanted').inputValue()).toBe('The floor by Easter.');
      expect(await entered(page)).toEqual([]);
      await page.evaluate(() => (window.gallery.world.fail = null));
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
    }),
  );

  test(
    'a danger reported before it is logged is entered with the case',
    visit('02-verdict-hazard', async (page) => {
      await button(page, 'I’ve reported it').click();
      await page.getByText('Reported at 09:26').waitFor();
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
      expect(await entered(page)).toEqual(['received', 'logged', 'hazard-reported']);
    }),
  );

  test(
    'an unclear day must be chosen first, and what follows from each is said',
    visit('12-edit-details', async (page) => {
      await primary(page).click();
      expect(await entered(page)).toEqual([]);
      await page.getByText('Acknowledgement was due Tue 10 Feb, overdue by 31 working days.').waitFor();
      await page.getByLabel('Mon 2 Mar').check();
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
      await page.getByText('Mon 2 Mar').first().waitFor();
      expect(await page.getByText('12:00').count()).toBe(0);
      // Of what a colleague passed on, the day on which it was sent to them is offered, and none is marked.
      await page.evaluate(() => {
        const { world, shown } = window.gallery;
        const ruth = shown('ruth');
        if (ruth.kind !== 'message') return;
        const from = { name: 'Marcus Bell', address: 'marcus.bell@landlord.example' };
        const text = `One for you?\n\n---------- Forwarded message ---------\nFrom: Irena Kowal <irena.kowal@mail.example>\nDate: Thu, 19 Mar 2026 at 19:15\nSubject: Bins\nTo: Marcus Bell\n\nThe bins haven’t been emptied for three weeks. I want to make a formal complaint.`;
        world.host.open({
          kind: 'message',
          key: 'gmail/irena',
          message: { ...ruth.message, from, subject: 'Fwd: Bins', text },
        });
      });
      await page.getByText('Clocks run from the day any of our staff first had it.').waitFor();
      await button(page, 'Choose the day').click();
      await page.getByLabel('Tue 24 Mar, when it was passed on').waitFor();
      await page.getByLabel('Thu 19 Mar, when it was sent to a colleague').check();
      await page.getByText('Acknowledge by Thu 26 Mar').first().waitFor();
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
      expect(await entered(page)).toEqual([
        ...['received', 'logged'],
        ...['received', 'logged', 'choice-offered', 'choice-answered'],
      ]);
    }),
  );

  test(
    'nothing is marked under Unsure, and Continue asks',
    visit('04-verdict-unsure', async (page) => {
      expect(await page.locator('input:checked').count()).toBe(0);
      await primary(page).click();
      await page.getByText('Choose one to go on').waitFor();
      await page.getByLabel(/^A service request/).check();
      await primary(page).click();
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
      expect(await entered(page)).toEqual(['received', 'logged', 'service-request-recorded']);
    }),
  );
});

describe.concurrent('the open message', () => {
  test(
    'changes between show and press: nothing is logged, and the panel says whose is open',
    visit('01-verdict-clear', async (page) => {
      await page.evaluate(() => {
        const { world, shown } = window.gallery;
        world.host.open(shown('femi'), { told: false });
      });
      await primary(page).click();
      await page.getByRole('heading', { name: 'You opened another message' }).waitFor();
      expect(await entered(page)).toEqual([]);
      expect(await page.locator('.strip h1').textContent()).toBe('Dripping tap');
      await button(page, 'Read the open message').click();
      await page.getByRole('heading', { name: 'A service request, not a complaint' }).waitFor();
    }),
  );

  test(
    'changes between the letter and Insert: nothing is inserted, the draft is kept for its own',
    visit('33-message-changed', async (page) => {
      expect(await page.evaluate(() => window.gallery.world.host.drafts.length)).toBe(0);
      expect(await page.getByText('Nothing was inserted.').count()).toBe(1);
      await page.evaluate(() => {
        const { world, shown } = window.gallery;
        world.host.open(shown('ruth'));
      });
      await page.getByLabel('Handler').waitFor();
      expect(await page.getByLabel('Handler').inputValue()).toBe('Priya Nair');
      await button(page, 'Insert in reply').click();
      await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
      expect(await page.evaluate(() => window.gallery.world.host.drafts.map(({ key }) => key))).toEqual(['gmail/ruth']);
    }),
  );

  test(
    'Undo of one message’s logging does nothing beside another',
    visit('13-logged', async (page) => {
      await page.evaluate(() => {
        const { world, shown } = window.gallery;
        world.host.open(shown('femi'), { told: false });
      });
      await button(page, 'Undo').click();
      await page.getByRole('heading', { name: 'You opened another message' }).waitFor();
      expect(await entered(page)).toEqual(['received', 'logged']);
    }),
  );

  test(
    'a draft waits for its message, and survives the panel being closed',
    visit('33b-kept-draft', async (page) => {
      expect(await page.getByText('The floor finished by Easter.').count()).toBe(0);
      await page.evaluate(() => window.gallery.reopen());
      await page.getByText('Draft kept').waitFor();
      await page.evaluate(() => {
        const { world, shown } = window.gallery;
        world.host.open(shown('ruth'));
      });
      await page.getByText('Ruth Amankwah').first().waitFor();
      expect(await page.getByLabel('Outcome wanted').inputValue()).toBe('The floor finished by Easter.');
    }),
  );

  test(
    'Esc goes back and loses nothing',
    visit('01-verdict-clear', async (page) => {
      await button(page, /^Edit/).click();
      await page.getByLabel('Outcome wanted').fill('The floor by Easter.');
      await page.keyboard.press('Escape');
      await page.getByRole('heading', { name: 'This is a complaint' }).waitFor();
      await page.getByText('The floor by Easter.').waitFor();
    }),
  );

  test(
    'a hostile message is text',
    visit('hostile-message', async (page) => {
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
      await button(page, 'Write the acknowledgement').click();
      await page.getByLabel('Handler').selectOption('Priya Nair');
      await button(page, 'Insert in reply').click();
      await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
      expect(await page.title()).toBe('Duly');
      expect(await page.locator('main img, main script, main style, main a[href^="javascript"]').count()).toBe(0);
      const html = await page.evaluate(() => window.gallery.world.host.drafts[0]?.draft.html ?? '');
      expect(html).toContain('&lt;a href=');
      expect(html).toContain('{{ officer.phone }}');
      // What keeps a reference in one piece is ours.
      expect(html.replaceAll(/<span style="white-space:nowrap">|<\/span>/g, '')).not.toMatch(
        /<(?!\/?(?:p|ol|ul|li|br)\b)/,
      );
    }),
  );

  test(
    'a fault on one message doesn’t stand in the way of the next',
    visit('broken', async (page) => {
      await page.evaluate(() => {
        const { world, shown } = window.gallery;
        world.host.open(shown('ingrid'));
      });
      await page.getByRole('heading', { name: 'Nothing to log' }).waitFor();
    }),
  );

  test(
    'nothing moves the focus when another message opens; a screen reader hears the danger first',
    visit('01-verdict-clear', async (page) => {
      await button(page, /^More/).focus();
      await page.evaluate(() => {
        const { world, shown } = window.gallery;
        world.host.open(shown('marek'));
      });
      await page.getByRole('heading', { name: 'Danger now: carbon monoxide' }).waitFor();
      expect(await focused(page)).toContain('More');
      expect(await page.locator('[role=alert]').last().textContent()).toContain('Danger now: carbon monoxide');
      expect(await page.locator('.vh[role=status]').textContent()).toBe(
        'Marek Dąbrowski: it’s also a complaint, clear',
      );
    }),
  );
});

describe.concurrent('the letter', () => {
  test(
    'lacks nothing when it goes: a missing field is asked for, and kept on the case',
    visit('14-letter-missing', async (page) => {
      await button(page, 'Add the outcome wanted').click();
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('letter-wants');
      await button(page, 'Write “I will ring you to ask”').click();
      await button(page, 'Choose the handler').click();
      await page.getByLabel('Handler').selectOption('Owen Blackwood');
      await button(page, 'Insert in reply').click();
      await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
      const types = await page.evaluate(async () =>
        (await window.gallery.world.register.eventsOf('case-tomasz')).map(({ type }) => type),
      );
      expect(types.slice(-3)).toEqual(['corrected', 'handler-assigned', 'letter-inserted']);
      await button(page, 'I’ve sent it').click();
      await page.getByText('Acknowledgement recorded').first().waitFor();
      const acknowledged = await page.evaluate(async () =>
        (await window.gallery.world.register.eventsOf('case-tomasz'))
          .filter(({ type }) => type === 'acknowledged' || type === 'choice-offered')
          .map(({ type, data }) => ({ type, data })),
      );
      expect(acknowledged).toEqual([
        {
          type: 'acknowledged',
          data: {
            stage: 'stage-1',
            channel: 'email',
            known: 'as-inserted',
            promisedBy: '2026-04-10',
            corrects: null,
          },
        },
        { type: 'choice-offered', data: { how: 'in-letter' } },
      ]);
    }),
  );

  test(
    'refused by the page: it is copied, and the person is told what to do',
    visit('16b-copied', async (page) => {
      await page.getByText('press Reply, then paste').first().waitFor();
      expect(await page.evaluate(() => navigator.clipboard.readText())).toContain('Dear Ruth Amankwah');
      await page.getByLabel('Time').fill('09:05');
      await button(page, 'It was sent then').click();
      await page.getByText('Wed 25 Mar, 09:05').waitFor();
    }),
  );

  test(
    'for the post it is printed or saved for a word processor, and its day of posting is entered',
    visit('15c-letter-post', async (page) => {
      // What is printed is looked at; the browser's own window for it isn't opened.
      await page.evaluate(() => {
        const open = window.open.bind(window);
        window.open = (...asked) => {
          const view = open(...asked);
          if (view) view.print = () => (document.title = 'printed');
          return view;
        };
      });
      const opened = page.waitForEvent('popup');
      await button(page, 'Print').click();
      const paper = await opened;
      await page.waitForFunction(() => document.title === 'printed');
      await page.evaluate(() => (document.title = 'Duly'));
      expect(await paper.locator('address').innerText()).toBe('Ruth Amankwah\n4 Quay Street\nSevenoaks\nTN13 1AA');
      expect(await paper.locator('address').evaluate((element) => getComputedStyle(element).fontStyle)).toBe('normal');
      await paper.close();
      await page.getByRole('heading', { name: 'Not posted yet' }).waitFor();
      await page.getByText('it counts as received on Fri 27 Mar').waitFor();
      await button(page, 'Posted on another day…').click();
      await button(page, 'It was posted then').click();
      await page.getByText('Acknowledgement recorded').first().waitFor();
      const entries = await page.evaluate(async () => {
        const all = [];
        for await (const { type, data } of window.gallery.world.register.allEvents()) all.push({ type, data });
        return all.slice(-3);
      });
      expect(entries).toMatchObject([
        { type: 'letter-inserted', data: { way: 'post' } },
        { type: 'acknowledged', data: { channel: 'post', promisedBy: '2026-04-10' } },
        { type: 'choice-offered', data: { how: 'in-letter' } },
      ]);
      await button(page, 'Correct the acknowledgement…').click();
      const saved = page.waitForEvent('download');
      await button(page, 'Word file').click();
      expect((await saved).suggestedFilename()).toMatch(/-letter\.docx$/);
    }),
  );

  test(
    'a day later the date is counted again before it goes',
    visit('15-letter-ready', async (page) => {
      await page.evaluate(() => {
        window.gallery.world.clock.now = '2026-03-26T09:00:00+00:00' as never;
      });
      await button(page, 'Insert in reply').click();
      await page.getByText('It is a new day').waitFor();
      expect(await page.evaluate(() => window.gallery.world.host.drafts.length)).toBe(0);
      await page.getByText('Monday 13 April 2026').waitFor();
    }),
  );
});

describe.concurrent('due', () => {
  test(
    'follows what another panel enters',
    visit('19-due-empty', async (page) => {
      await page.evaluate(async () => {
        const { gallery: g } = window;
        await g.seed(g.world, 'ruth', { caseId: 'case-ruth', at: '2026-03-25T09:20:00+00:00' });
      });
      await page.getByText('Ruth Amankwah').first().waitFor();
    }),
  );

  test(
    'is one tab stop with arrows; a row opens and its act is entered',
    visit('17-due', async (page) => {
      await page.locator('summary[data-row]').first().focus();
      await page.keyboard.press('ArrowDown');
      expect(await focused(page)).toContain('Hannah Adeyemi');
      await page.keyboard.press('End');
      expect(await focused(page)).toContain('Respond');
      await page.keyboard.press('Home');
      expect(await page.locator('summary[data-row][tabindex="0"]').count()).toBe(1);
      await button(page, 'Contact made').click();
      await page.getByText('Contact recorded').first().waitFor();
      await page.waitForFunction(() => document.querySelector('.group')?.textContent.startsWith('Today'));
    }),
  );

  test(
    'shows pages of a long list, and jumps',
    visit('18-due-many', async (page) => {
      await page.locator('[aria-posinset="1"]').first().waitFor();
      const rows = await page.locator('.row').count();
      expect(rows).toBeLessThanOrEqual(120);
      await page.getByRole('navigation', { name: 'How urgent' }).getByRole('button', { name: /Later/ }).click();
      await page.locator('.group').first().waitFor();
      await page.waitForFunction(() => document.querySelector('.group')?.textContent.startsWith('Later'));
    }),
  );
});

describe.concurrent('a case whose message isn’t open', () => {
  test(
    'its letter is written beside the copy that the case keeps, and copied: no page’s reply is touched',
    visit('21-case', async (page) => {
      await button(page, 'Write the acknowledgement').click();
      await page.getByText('As the case keeps it.').waitFor();
      await button(page, 'Write “I will ring you to ask”').click();
      await page.getByLabel('Handler').selectOption('Priya Nair');
      await page.locator('.dock').getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
      expect(await page.evaluate(() => window.gallery.world.host.drafts.length)).toBe(0);
      await button(page, 'Close').click();
      await page.getByRole('heading', { name: 'Nothing to log' }).waitFor();
    }),
  );

  test(
    'another day is never the page’s day until it is said which',
    visit('01-verdict-clear', async (page) => {
      await button(page, /^Edit/).click();
      await page.getByLabel('Another day').check();
      await primary(page).click();
      await page.getByText('Fill in the day it was received').waitFor();
      expect(await entered(page)).toEqual([]);
      await page.getByLabel('Day', { exact: true }).fill('31');
      await page.getByLabel('Month').fill('2');
      await page.getByLabel('Year').fill('2026');
      await page.getByText('There is no such day').waitFor();
      await page.getByLabel('Month').fill('3');
      await page.getByText('That day is still to come').waitFor();
      await primary(page).click();
      expect(await entered(page)).toEqual([]);
      await page.getByLabel('Day', { exact: true }).fill('20');
      await page.getByText('Acknowledge by Fri 27 Mar (7.2).').waitFor();
      expect(await page.getByText('That day is still to come').count()).toBe(0);
      await primary(page).click();
      await page.getByText('Logged as').first().waitFor();
      await page.getByText('Fri 20 Mar').first().waitFor();
    }),
  );
});

describe.concurrent('without a page to read', () => {
  test(
    'a pasted message is read, logged and answered by copy',
    visit('paste-host', async (page) => {
      await button(page, 'Paste a message').click();
      await page
        .getByLabel('The message')
        .fill(
          'I have written twice since Christmas about the handrail on the back steps and had no answer to either letter. I want to complain.',
        );
      await page.getByLabel('Who is it from?').fill('Dilys Pritchard-Llewelyn');
      await page.getByLabel('Subject').fill('Handrail');
      await page.getByLabel('Day').fill('12');
      await page.getByLabel('Month').fill('3');
      await page.getByLabel('Year').fill('2026');
      await button(page, 'Read what I pasted').click();
      await page.locator('.verdict h2').waitFor();
      expect(await page.locator('.strip').textContent()).toContain('Thu 12 Mar');
      expect(await page.locator('.strip').textContent()).not.toContain('12:00');
      await button(page, 'Log complaint').click();
      await page.getByText('Logged as').first().waitFor();
      await button(page, 'Write the acknowledgement').click();
      await page.getByLabel('Handler').selectOption('Priya Nair');
      if ((await page.getByLabel('Outcome wanted').count()) > 0)
        await page.getByLabel('Outcome wanted').fill('The handrail mended.');
      await page.locator('.dock').getByRole('button', { name: 'Copy' }).click();
      await page.getByRole('heading', { name: 'Not sent yet' }).waitFor();
      await button(page, 'I’ve sent it').click();
      await page.getByText('Acknowledgement recorded').first().waitFor();
      expect(await entered(page)).toContain('acknowledged');
    }),
  );

  test(
    'a saved email is taken apart',
    visit('29b-paste', async (page) => {
      await page.locator('input[type=file]').setInputFiles({
        name: 'saved.eml',
        mimeType: 'message/rfc822',
        buffer: Buffer.from(
          'From: Femi Oyelaran <femi@mail.example>\r\nTo: help@landlord.example\r\nSubject: The tap\r\n' +
            'Date: Mon, 23 Mar 2026 08:31:00 +0000\r\nMessage-ID: <one@mail.example>\r\n\r\nNobody came about the tap.\r\n',
        ),
      });
      await page.waitForFunction(
        () => document.querySelector<HTMLInputElement>('#paste-name')?.value === 'Femi Oyelaran',
      );
      expect(await page.getByLabel('Day').inputValue()).toBe('23');
      await button(page, 'Read what I pasted').click();
      await page.locator('.verdict h2').waitFor();
      expect(await page.locator('.strip').textContent()).toContain('Mon 23 Mar, 08:31');
    }),
  );
});

test(
  'first run keeps what was filled in, and leads to the message',
  visit('26-first-run', async (page) => {
    await page.getByLabel('Your name').fill('Joanna Marsh');
    await page.getByLabel('Landlord').selectOption({ label: 'West Kent Housing Association' });
    await button(page, 'Start').click();
    await page.getByRole('heading', { name: 'Open a message' }).waitFor();
    await page.evaluate(() => window.gallery.reopen());
    await page.getByRole('heading', { name: 'Open a message' }).waitFor();
  }),
);

test(
  'a number that is unset is never printed; the banner leads to Settings',
  visit('02c-number-unset', async (page) => {
    // The gas networks' own line is the same for everybody.
    const national = '[href="tel:0800111999"]';
    expect(await page.locator(`.banner a[href^="tel"]:not(${national})`).count()).toBe(0);
    await button(page, 'Set it').click();
    await page.getByLabel('Emergency repairs number').fill('01632 960199');
    await button(page, 'Message').click();
    await page.getByRole('link', { name: '01632 960199' }).waitFor();
  }),
);
