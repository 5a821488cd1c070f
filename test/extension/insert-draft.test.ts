import { readFileSync } from 'node:fs';

import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';

import type { Draft, DraftOutcome } from '../../core/host.ts';
import { launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import { openPageFile, openSavedPage, perform, savedPage, savedPages } from '../support/saved-page.ts';

const DRAFT: Draft = {
  subject: 'Your complaint 7RK-4MD',
  html:
    '<p>Dear resident,</p><p>Thank you for telling us. We have logged your complaint as <strong>7RK-4MD</strong>.</p>' +
    '<ol><li>We will ring you by Friday 2 October.</li><li>We will answer by Friday 16 October.</li></ol>' +
    '<p>You can go to the <a href="https://www.housing-ombudsman.org.uk">Housing Ombudsman</a> at any time.</p>',
  text:
    'Dear resident,\n\nThank you for telling us. We have logged your complaint as 7RK-4MD.\n\n' +
    '1. We will ring you by Friday 2 October.\n2. We will answer by Friday 16 October.\n\n' +
    'You can go to the Housing Ombudsman at any time.',
};

const CHANGED: Draft = {
  ...DRAFT,
  html: DRAFT.html.replace('Dear resident,', 'Dear Ms Pellow,'),
  text: DRAFT.text.replace('Dear resident,', 'Dear Ms Pellow,'),
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

const withReply = savedPages('gmail').filter(({ compose }) => compose);

describe('a draft goes into the reply, is saved by the page and comes out with one Ctrl+Z', () => {
  test.each(withReply)('$name', async (saved) => {
    const page = await openSavedPage(browser.context, 'gmail', saved);
    // The last action opens the reply; Duly does that itself.
    await perform(page, saved.actions?.slice(0, -1) ?? []);
    const box = page.locator(saved.compose?.selector ?? '');
    const before = (await box.count()) > 0 ? await box.innerHTML() : null;

    expect(await insert(page, DRAFT)).toEqual({ kind: 'inserted', undo: 'Ctrl+Z in the reply takes it out' });

    const text = await box.innerText();
    expect(lines(text).slice(0, 2)).toEqual(lines(DRAFT.text).slice(0, 2));
    expect(await box.locator('li').allInnerTexts()).toEqual([
      'We will ring you by Friday 2 October.',
      'We will answer by Friday 16 October.',
    ]);
    const holds = saved.compose?.holds;
    if (holds !== undefined) expect(text.indexOf(holds)).toBeGreaterThan(text.indexOf('Housing Ombudsman'));
    await page.waitForTimeout(300);
    const form = page.locator('form.bAs', { has: page.locator('[name=body]') }).last();
    expect(lines(await form.locator('[name=body]').inputValue())).toContain('Dear resident,');
    expect(Number(await box.getAttribute('data-probe-trusted-inputs'))).toBeGreaterThan(0);
    expect(await page.evaluate(() => '__ran' in window)).toBe(false);

    await box.click();
    await page.keyboard.press('Control+z');
    const after = await box.innerHTML();
    if (before === null) expect(await box.innerText()).not.toContain('Dear resident');
    else expect(after).toBe(before);
  });
});

test('neither the recipients nor the subject are touched', async () => {
  const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
  await insert(page, DRAFT);
  const form = page.locator('form.bAs').last();
  expect(await form.locator('[name=subjectbox]').inputValue()).toBe(
    'Re: Formal complaint - damp and mould at 14 Harbour View, still not fixed',
  );
  expect(await form.locator('[role=option]').count()).toBe(1);
  expect(await form.locator('[role=option]').getAttribute('data-hovercard-id')).toBe('adaeze.pellow@example.com');
});

describe('a second press of Insert', () => {
  test('with the same draft leaves it as it is', async () => {
    const { page, box } = await inserted();
    const once = await box.innerHTML();
    expect((await insert(page, DRAFT)).kind).toBe('inserted');
    expect(await box.innerHTML()).toBe(once);
  });

  test('with a changed draft replaces it, and one Ctrl+Z brings the first back', async () => {
    const { page, box } = await inserted();
    const once = await box.innerHTML();
    expect((await insert(page, CHANGED)).kind).toBe('inserted');
    expect(await box.innerText()).toContain('Dear Ms Pellow');
    expect(await box.innerText()).not.toContain('Dear resident');
    await box.click();
    await page.keyboard.press('Control+z');
    expect(await box.innerHTML()).toBe(once);
  });

  test('with a shorter draft replaces it too', async () => {
    const { page, box } = await inserted();
    const [start = ''] = DRAFT.html.split('<ol>');
    const [text = ''] = DRAFT.text.split('\n\n1.');
    expect((await insert(page, { ...DRAFT, html: start, text })).kind).toBe('inserted');
    expect(lines(await box.innerText())).toEqual([
      ...lines(text),
      'Priya Wolstenholme',
      'Customer Care, Tarnbeck Homes',
    ]);
  });

  test('after a person has changed the draft says so', async () => {
    const { page, box } = await inserted();
    await box.locator('p').first().click();
    await page.keyboard.type('own words ');
    const once = await box.innerHTML();
    expect(await insert(page, CHANGED)).toEqual({
      kind: 'refused',
      reason: 'You’ve changed the draft in the reply. Take it out, then Insert again.',
    });
    expect(await box.innerHTML()).toBe(once);
  });

  test('after the first was undone puts it in again', async () => {
    const { page, box } = await inserted();
    await box.click();
    await page.keyboard.press('Control+z');
    expect((await insert(page, CHANGED)).kind).toBe('inserted');
    expect(await box.innerText()).toContain('Dear Ms Pellow');
  });

  test('onto an earlier draft that was saved before the page was loaded says so', async () => {
    const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
    await page.locator('span.ams.bkH').click();
    const box = page.locator('[g_editable=true]');
    await box.click();
    for (const line of lines(DRAFT.text)) {
      await page.keyboard.insertText(line);
      await page.keyboard.press('Enter');
    }
    expect(await insert(page, CHANGED)).toEqual({
      kind: 'refused',
      reason: 'The reply already holds an earlier draft. Take it out, then Insert again.',
    });
  });
});

test('a person’s own words stay below the letter', async () => {
  const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
  await page.locator('span.ams.bkH').click();
  const box = page.locator('[g_editable=true]');
  await box.click();
  await page.keyboard.type('I will look into the fan myself.');
  expect((await insert(page, DRAFT)).kind).toBe('inserted');
  expect(lines(await box.innerText()).slice(-2)).toEqual([
    'You can go to the Housing Ombudsman at any time.',
    'I will look into the fan myself.',
  ]);
});

test('another message than the one that was read gets nothing', async () => {
  const saved = savedPage('gmail', 'gmail-spa-two-threads');
  const page = await openSavedPage(browser.context, 'gmail', saved);
  await perform(page, saved.states?.[2]?.actions ?? []);
  const key = await keyOf(page);
  await perform(page, (saved.states?.[3]?.actions ?? []).slice(2));
  expect(await browser.ask(page, 'insert-draft', { draft: DRAFT, key })).toEqual({ kind: 'message-changed' });
  expect(await page.locator('[g_editable=true]').count()).toBe(0);
});

test('the list gets nothing', async () => {
  const saved = savedPage('gmail', 'gmail-spa-two-threads');
  const page = await openSavedPage(browser.context, 'gmail', saved);
  await perform(page, saved.states?.[2]?.actions ?? []);
  const key = await keyOf(page);
  await page.locator('#tb-thread [act="19"]').click();
  expect(await browser.ask(page, 'insert-draft', { draft: DRAFT, key })).toEqual({ kind: 'message-changed' });
});

test('a message that is left while its reply opens gets nothing', async () => {
  const saved = savedPage('gmail', 'gmail-spa-two-threads');
  const page = await openSavedPage(browser.context, 'gmail', saved);
  await perform(page, saved.states?.[2]?.actions ?? []);
  const key = await keyOf(page);
  await page.evaluate(() => {
    document.addEventListener('click', (event) => {
      if ((event.target as Element).closest('.aaq, .ams')) location.hash = 'inbox';
    });
  });
  expect(await browser.ask(page, 'insert-draft', { draft: DRAFT, key })).toEqual({ kind: 'message-changed' });
});

test('the reply’s button is known by its place where its class and its words have changed', async () => {
  const saved = savedPage('gmail', 'gmail-thread-en');
  const html = readFileSync(new URL('../pages/gmail/gmail-thread-en.html', import.meta.url), 'utf8')
    .replaceAll(/\b(aaq|aap|ams|bkH|bkI|bkG|ajy)\b/g, 'new-$1')
    .replaceAll('"Reply"', '"Vastaa"')
    .replaceAll('>Reply', '>Vastaa');
  for (const isOwnThere of [true, false]) {
    const page = await openPageFile(browser.context, '', saved, html);
    if (!isOwnThere) {
      await page.locator('.new-aaq').evaluate((button) => {
        button.remove();
      });
    }
    expect((await insert(page, DRAFT)).kind).toBe('inserted');
    await page.close();
  }
});

test('an open answer that is to somebody else gets nothing', async () => {
  const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
  await page.locator('span.ams.bkH').click();
  await page.locator('.M9 [data-hovercard-id]').first().waitFor({ state: 'attached' });
  await page.locator('.M9').evaluate((answer) => {
    for (const one of answer.querySelectorAll('[data-hovercard-id]')) {
      for (const name of ['data-hovercard-id', 'email']) one.setAttribute(name, 'roofing@contractor.example');
    }
  });
  expect(await insert(page, DRAFT)).toEqual({
    kind: 'refused',
    reason: 'The open reply is to somebody else. Press Reply under this message, then Insert again.',
  });
  expect(await page.locator('.M9 [g_editable]').innerText()).not.toContain('Dear');
});

test('a page without a reply control says what to do by hand', async () => {
  const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
  await page.evaluate(() => {
    document.querySelectorAll('.aaq, .ams').forEach((control) => {
      control.remove();
    });
  });
  expect(await insert(page, DRAFT)).toEqual({
    kind: 'refused',
    reason: 'Press Reply under the message, then Insert again.',
  });
});

test('a reply in plain text takes the letter’s text', async () => {
  const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
  await page.locator('span.ams.bkH').click();
  const box = page.locator('[g_editable=true]');
  await box.evaluate((element) => {
    element.setAttribute('contenteditable', 'plaintext-only');
  });
  expect((await insert(page, DRAFT)).kind).toBe('inserted');
  expect(await box.locator('strong, li, a').count()).toBe(0);
  expect(lines(await box.innerText())).toEqual(lines(DRAFT.text));
});

test('markup that could do something does not reach the page', async () => {
  const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-thread-en'));
  const html =
    '<p onclick="window.__ran=1" style="position:fixed">Kept<img src=x onerror="window.__ran=1"></p><script>window.__ran=1</script>' +
    '<a href="javascript:window.__ran=1">link</a> <a href="mailto:a@example.com">mail</a><iframe src="https://example.com"></iframe>';
  expect((await insert(page, { subject: '', html, text: 'Kept link mail' })).kind).toBe('inserted');
  const box = page.locator('[g_editable=true]');
  expect(await box.innerHTML()).toMatch(
    /^<div><p>Kept<\/p><a>link<\/a> <a href="mailto:a@example\.com">mail<\/a><\/div>$/,
  );
});

async function inserted() {
  const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', 'gmail-signature'));
  expect((await insert(page, DRAFT)).kind).toBe('inserted');
  return { page, box: page.locator('[g_editable=true]') };
}

async function keyOf(page: Page): Promise<string> {
  const current = await browser.ask(page, 'current-message', { mapping: null });
  if (current.kind !== 'message') throw new Error(`no message is open but ${current.kind}`);
  return current.key;
}

async function insert(page: Page, draft: Draft): Promise<DraftOutcome> {
  return browser.ask(page, 'insert-draft', { draft, key: await keyOf(page) });
}

function lines(text: string): readonly string[] {
  return text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]));
}
