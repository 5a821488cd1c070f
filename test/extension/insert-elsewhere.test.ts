import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Draft, DraftOutcome } from '../../core/host.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import { openSavedPage, perform, savedPage, savedPages } from '../support/saved-page.ts';

/* Drafts in the editors of Outlook on the web and Zendesk; insert-draft.test.ts does Gmail's. */

const DRAFT: Draft = {
  subject: 'Your complaint 7RK-4MD',
  html:
    '<p>Dear resident,</p><p>Thank you for telling us. We have logged your complaint as <strong>7RK-4MD</strong>.</p>' +
    '<p>You can go to the Housing Ombudsman at any time.</p>',
  text:
    'Dear resident,\n\nThank you for telling us. We have logged your complaint as 7RK-4MD.\n\n' +
    'You can go to the Housing Ombudsman at any time.',
};

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

const outlookPages = savedPages('outlook-web').filter(({ compose }) => compose);

describe('in Outlook on the web the draft is noticed by the editor and comes out with one Ctrl+Z', () => {
  test.each(outlookPages)('$name', async (saved) => {
    const page = await openSavedPage(browser.context, 'outlook-web', saved);
    expect(await insert(page, DRAFT)).toEqual({ kind: 'inserted', undo: 'Ctrl+Z in the reply takes it out' });
    const box = page.locator(saved.compose?.selector ?? '').last();
    expect(await box.innerText()).toContain('We have logged your complaint as 7RK-4MD.');
    await expect.poll(async () => Number(await box.getAttribute('data-probe-model-length'))).toBeGreaterThan(100);
    expect(await box.getAttribute('data-probe-model-head')).toContain('Dear resident,');
    // Nobody was added or taken away.
    const well = page.locator('[role=textbox][aria-multiline=false]').last();
    expect(await well.innerText()).not.toContain('Dear resident');
    await box.click();
    await page.keyboard.press('Control+z');
    expect(await box.innerText()).not.toContain('Dear resident');
  });
});

test('in Outlook Reply is found without its icon and in any words, and never Reply all', async () => {
  const saved = savedPage('outlook-web', 'outlook-reading-pane-en');
  const named = async (words: readonly string[], hasCopies: boolean): Promise<readonly [string, string | null]> => {
    const page = await openSavedPage(browser.context, 'outlook-web', saved);
    await page.evaluate(
      ([labels, copies]) => {
        for (const icon of document.querySelectorAll('[data-icon-name]')) icon.removeAttribute('data-icon-name');
        for (const tool of document.querySelectorAll('[role=toolbar] button')) tool.setAttribute('aria-label', '');
        if (!copies) document.querySelector('[id$=_CC]')?.remove();
        const row = document.querySelector('.tb');
        row?.replaceChildren(
          ...labels.map((label) => {
            const button = document.createElement('button');
            button.textContent = label;
            button.dataset['act'] = 'reply';
            button.addEventListener('click', () => Object.assign(document.body.dataset, { pressed: label }));
            return button;
          }),
        );
      },
      [words, hasCopies] as const,
    );
    const { kind } = await insert(page, DRAFT);
    const pressed = await page.evaluate(() => document.body.dataset['pressed'] ?? null);
    await page.close();
    return [kind, pressed];
  };
  expect(await named(['ตอบกลับทั้งหมด', 'ตอบกลับ', 'ส่งต่อ'], true)).toEqual(['inserted', 'ตอบกลับ']);
  expect(await named(['Jibu', 'Jibu wote', 'Peleka'], true)).toEqual(['inserted', 'Jibu']);
  expect(await named(['Jibu', 'Peleka'], false)).toEqual(['inserted', 'Jibu']);
  // It may be the answer to all of them.
  expect(await named(['Jibu', 'Peleka'], true)).toEqual(['refused', null]);
});

test('in Outlook an open reply to somebody else gets nothing', async () => {
  const saved = savedPage('outlook-web', 'outlook-reading-pane-en');
  const page = await openSavedPage(browser.context, 'outlook-web', saved);
  await perform(page, saved.actions ?? []);
  const well = page.locator('[role=textbox][aria-multiline=false]');
  await well.evaluate((element) => {
    element.textContent = 'Somebody Else<else@example.com>';
  });
  expect(await insert(page, DRAFT)).toEqual({
    kind: 'refused',
    reason: 'The open reply is to somebody else. Press Reply under this message, then Insert again.',
  });
  expect(await page.locator('[role=textbox][aria-multiline=true]').innerText()).not.toContain('Dear');
});

test('in Outlook another conversation than the one that was read gets nothing', async () => {
  const saved = savedPage('outlook-web', 'outlook-conversation-us');
  const page = await openSavedPage(browser.context, 'outlook-web', saved);
  const key = await keyOf(page);
  await perform(page, saved.states?.at(-1)?.actions ?? []);
  expect(await browser.ask(page, 'insert-draft', { draft: DRAFT, key })).toEqual({ kind: 'message-changed' });
});

describe('in Zendesk', () => {
  test('the draft reaches the editor’s own model, in the ticket in front', async () => {
    const saved = savedPage('zendesk', 'zendesk-ticket');
    const page = await openSavedPage(browser.context, 'zendesk', saved);
    await browser.reach(page);
    expect((await insert(page, DRAFT)).kind).toBe('inserted');
    const box = page.locator(saved.compose?.selector ?? '');
    expect(await box.getAttribute('data-probe-model-head')).toContain('Dear resident,');
    expect(Number(await box.getAttribute('data-probe-reverted'))).toBe(0);
    expect(await box.innerText()).toContain('Housing Ombudsman');
    // A second press leaves it as it is.
    const once = await box.innerText();
    expect((await insert(page, DRAFT)).kind).toBe('inserted');
    expect(await box.innerText()).toBe(once);
    const other = page.locator('[data-is-active=false] [contenteditable=true]');
    expect(await other.textContent()).not.toContain('Dear');
  });

  test('an internal note takes no letter', async () => {
    const page = await openSavedPage(browser.context, 'zendesk', savedPage('zendesk', 'zendesk-ticket'));
    await browser.reach(page);
    await page
      .locator('[data-is-active=true] [data-test-id=omnichannel-channel-switcher-button]')
      .evaluate((button) => {
        button.textContent = 'Internal note';
      });
    expect((await insert(page, DRAFT)).kind).toBe('refused');
    // Its switch alone, in a language whose word isn't known to be public.
    for (const word of [
      '社内メモ',
      '非公開',
      'Sisäinen muistiinpano',
      'İç not',
      'Εσωτερική σημείωση',
      'ملاحظة داخلية',
      '',
    ]) {
      await page
        .locator('[data-is-active=true] [data-test-id=omnichannel-channel-switcher-button]')
        .evaluate((button, text) => {
          button.textContent = text;
          button.closest('[data-is-active=true]')?.querySelector('[contenteditable]')?.setAttribute('aria-label', text);
        }, word);
      expect([word, (await insert(page, DRAFT)).kind]).toEqual([word, 'refused']);
    }
  });

  test('another ticket than the one that was read gets nothing', async () => {
    const saved = savedPage('zendesk', 'zendesk-ticket');
    const page = await openSavedPage(browser.context, 'zendesk', saved);
    await browser.reach(page);
    const key = await keyOf(page);
    await perform(page, saved.states?.at(-1)?.actions ?? []);
    expect(await browser.ask(page, 'insert-draft', { draft: DRAFT, key })).toEqual({ kind: 'message-changed' });
  });
});

async function keyOf(page: Page): Promise<string> {
  const current = await browser.ask(page, 'current-message', { mapping: null });
  if (current.kind !== 'message') throw new Error(`no message is open but ${JSON.stringify(current)}`);
  return current.key;
}

async function insert(page: Page, draft: Draft): Promise<DraftOutcome> {
  return browser.ask(page, 'insert-draft', { draft, key: await keyOf(page) });
}
