import type { Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';

import type { CurrentMessage } from '../../core/host.ts';
import { pathPattern } from '../../extension/record/mapping.ts';
import { EXTENSION_UNDER_TEST, HOST_PAGE, launchExtension, type ExtensionBrowser } from '../support/extension.ts';
import { openSavedPage, savedPage } from '../support/saved-page.ts';

const DRAFT = { subject: '', html: '<p>Thank you for your message.</p>', text: 'Thank you for your message.' };
const THREAD_A = 'tr.zA[data-open="FMfcgzHNLmFntvrGMmPqBxnKWTXtzCMl"]';

let browser: ExtensionBrowser;
let sidePanel: Page | undefined;

const launch = async (): Promise<void> => {
  browser = await launchExtension({ folder: EXTENSION_UNDER_TEST });
};
const close = async (): Promise<void> => {
  await browser.close();
  sidePanel = undefined;
};

describe('the host in the real side panel', () => {
  beforeAll(launch);
  afterEach(async () => {
    for (const page of browser.context.pages().slice(1)) await page.close();
  });
  afterAll(close);

  test('reads the tab in front and says when another is', async () => {
    const mail = await openGmail('gmail-thread-en');
    const panel = await openHost(mail);
    expect(subjectOf(await current(panel))).toBe(
      'Formal complaint - damp and mould at 14 Harbour View, still not fixed',
    );
    expect(await panel.evaluate(() => [host.kind, host.name])).toEqual(['extension', 'Gmail']);

    const other = await browser.context.newPage();
    await other.bringToFront();
    await changed(panel, 0);
    expect(await current(panel)).toEqual({ kind: 'paste-only', page: 'unpressed' });

    const before = await changes(panel);
    await mail.bringToFront();
    await changed(panel, before);
    expect((await current(panel)).kind).toBe('message');
  });

  test('reads what the mailbox answered, where the conversation shows it', async () => {
    const mail = await openGmail('gmail-conversation');
    const panel = await openHost(mail);
    const before = await current(panel);
    const asked = (key: string) => panel.evaluate(async (one) => (await host.sentReply?.(one)) ?? null, key);
    // Below the last message from outside stands a colleague's remark, and no answer.
    expect(before.kind === 'message' && (await asked(before.key))).toBeNull();
    for (const part of [':nth-child(2) .adf', ':nth-child(1) .adf', ':nth-child(1) .a3s'])
      await mail.locator(`[role=list] > ${part}`).first().click();
    await expect
      .poll(async () => (await current(panel)).kind === 'message' && keyOf(await current(panel)))
      .not.toBe(keyOf(before));
    const sent = await asked(keyOf(await current(panel)));
    expect(sent?.text).toContain('The contractor tells us that the bins were emptied on 8 July.');
    expect(sent?.at).toMatch(/^2026-07-09T15:40(?::00)?(?:\.000)?Z$/);
    expect(await asked('gmail/another/message')).toBeNull();
  });

  test('reads what the mailbox answered in Outlook on the web, and no draft for it', async () => {
    const mail = await openSavedPage(
      browser.context,
      'outlook-web',
      savedPage('outlook-web', 'outlook-conversation-us'),
    );
    await mail.bringToFront();
    const panel = await openHost(mail);
    const key = keyOf(await current(panel));
    const asked = (one: string) => panel.evaluate(async (of) => (await host.sentReply?.(of)) ?? null, one);
    expect(await asked(key)).toBeNull();
    // The next day's answer and the draft of another, as Outlook adds messages to an open conversation.
    await mail.evaluate(() => {
      const [pane] = document.querySelectorAll('#ReadingPaneContainerId [data-app-section="ConversationContainer"]');
      const cards = [...(pane?.querySelectorAll('.aVla3') ?? [])];
      const add = (id: string, sender: string, date: string, text: string): void => {
        const card = cards.at(-1)?.cloneNode(true) as HTMLElement;
        for (const one of card.querySelectorAll('[id^="MSG_"]')) one.id = one.id.replace(/^MSG_[^_]+/, `MSG_${id}`);
        const from = card.querySelector(`#MSG_${id}_FROM`);
        for (const one of from?.querySelectorAll('span') ?? []) one.setAttribute('aria-label', `From: ${sender}`);
        const words = from?.querySelector('span span');
        if (words) words.textContent = sender;
        const when = card.querySelector(`#MSG_${id}_DATETIME`);
        if (when) when.textContent = date;
        const body = card.querySelector('[id^="UniqueMessageBody"]');
        if (body) {
          body.id = `UniqueMessageBody_${id}`;
          body.replaceChildren(
            ...text.split('\n').map((line) => Object.assign(document.createElement('p'), { textContent: line })),
          );
        }
        cards.at(-1)?.parentElement?.append(card);
      };
      const priya = 'Priya Wolstenholme<priya.wolstenholme@tarnbeckhomes.example>';
      add(
        'own1',
        priya,
        'Fri 9/18/2026 9:12 AM',
        'Dear Ms Lockheart,\nYou will have our answer by Friday 2 October 2026.',
      );
      add('own2', `[Draft] ${priya}`, 'Fri 9/18/2026 9:40 AM', 'Not sent yet.');
    });
    const sent = await asked(key);
    expect(sent?.text).toContain('You will have our answer by Friday 2 October 2026.');
    expect(sent?.text).not.toContain('Not sent yet');
    expect(sent?.at && new Date(sent.at).toISOString()).toBe('2026-09-18T08:12:00.000Z');
    expect(await asked('another')).toBeNull();
    // The message that is answered is still the resident's.
    expect(keyOf(await current(panel))).toBe(key);
  });

  test('follows a page that changes without loading', async () => {
    const mail = await openGmail('gmail-spa-two-threads');
    const panel = await openHost(mail);
    expect(await current(panel)).toEqual({ kind: 'none' });
    await mail.locator(THREAD_A).click();
    await changed(panel, 0);
    await expect
      .poll(async () => subjectOf(await current(panel)))
      .toBe('No heating or hot water since Tuesday - 3 Quay Mews');
    const before = await changes(panel);
    await mail.locator('#tb-thread [act="19"]').click();
    await changed(panel, before);
    expect(await current(panel)).toEqual({ kind: 'none' });
  });

  test('a page that stays as it is keeps quiet, also while a reply is typed', async () => {
    const mail = await openGmail('gmail-thread-en');
    const panel = await openHost(mail);
    await mail.locator('span.ams.bkH').click();
    await mail.locator('[g_editable=true]').click();
    await mail.keyboard.type('I will look into it.');
    await mail.waitForTimeout(500);
    expect(await changes(panel)).toBe(0);
  });

  test('puts the draft into the tab in front, and into none that has taken its place', async () => {
    const mail = await openGmail('gmail-thread-en');
    const panel = await openHost(mail);
    const read = await current(panel);
    const key = read.kind === 'message' ? read.key : '';
    const draft = async () =>
      panel.evaluate(async ([words, name]) => host.draftReply(words, name), [DRAFT, key] as const);
    expect(await draft()).toEqual({ kind: 'inserted', undo: 'Ctrl+Z in the reply takes it out' });
    await openGmail('gmail-polish');
    expect(await draft()).toEqual({ kind: 'message-changed' });
    await browser.context.newPage();
    expect(await draft()).toEqual({ kind: 'message-changed' });
    await mail.close();
    expect(await draft()).toEqual({ kind: 'message-changed' });
    expect(await current(panel)).toEqual({ kind: 'paste-only', page: 'unpressed' });
  });

  test('places that the administrator has set are read; what is pointed at here goes before them', async () => {
    const saved = savedPage('any-page', 'crm-generic');
    const crm = await openSavedPage(browser.context, 'any-page', saved);
    await browser.reach(crm);
    const panel = await openHost(crm);
    const place = (selector: string) => ({ role: 'cell', name: null, label: null, selector, within: [] });
    const { origin, pathname } = new URL(saved.url);
    const mapping = {
      origin,
      path: pathPattern(pathname),
      fields: { reference: [place('#case-ref')], stage: [place('h1')] },
    };
    await panel.evaluate(
      (text) => {
        // No policy can be set for a test's browser: this is what one brings.
        for (const one of [
          chrome.storage.managed,
          (globalThis as unknown as { browser?: typeof chrome }).browser?.storage.managed,
        ])
          if (one) Object.defineProperty(one, 'get', { value: () => Promise.resolve({ mappings: text }) });
      },
      JSON.stringify({ format: 'duly-mappings-1', mappings: [mapping] }),
    );
    const valuesOf = async () => {
      const read = await current(panel);
      if (read.kind !== 'record') throw new Error(`no record but ${read.kind}`);
      return Object.fromEntries(read.values.map(({ field, by }) => [field, by]));
    };
    const set = await valuesOf();
    expect([set['reference'], set['stage']]).toEqual(['pointed at: selector #case-ref', 'pointed at: selector h1']);
    await panel.evaluate(async (file) => chrome.storage.local.set({ mappings: file }), {
      format: 'duly-mappings-1',
      mappings: [{ ...mapping, fields: { stage: [place('title')] } }],
    });
    expect((await valuesOf())['reference']).toBe('pointed at: selector #case-ref');
    expect((await valuesOf())['stage']).not.toBe('pointed at: selector h1');
  });

  test('a record and a mail in two tabs stay apart, and only what was allowed is read without a press', async () => {
    const record = savedPage('dynamics', 'dynamics-case');
    const crm = await openSavedPage(browser.context, 'dynamics', record);
    await browser.reach(crm);
    const mail = await openGmail('gmail-thread-en');
    const panel = await openHost(mail);
    const read = await current(panel);
    const key = read.kind === 'message' ? read.key : '';
    const before = await changes(panel);
    await crm.bringToFront();
    await changed(panel, before);
    const beside = await current(panel);
    expect(beside).toMatchObject({ kind: 'record', page: 'Dynamics 365', isAllowed: true });
    expect(JSON.stringify(beside)).not.toContain('Adaeze');
    // What was meant for the mail goes nowhere while another tab is in front.
    expect(
      await panel.evaluate(async ([words, name]) => host.draftReply(words, name), [DRAFT, key] as const),
    ).not.toEqual(expect.objectContaining({ kind: 'inserted' }));
    const page = await panel.evaluate(async () => host.records?.fillPage() ?? null);
    expect(page).toMatchObject({ name: 'org.crm11.dynamics.com', targets: [] });
    await mail.bringToFront();
    await expect.poll(async () => subjectOf(await current(panel))).toContain('Formal complaint');
    expect(await panel.evaluate(async () => host.records?.fillPage() ?? null)).toBeNull();
  });

  test('a frame of another site is closed until it is allowed; then it is read, pointed at and followed', async () => {
    const saved = savedPage('any-page', 'crm-generic');
    const site = 'forms.supplier.example';
    const crm = await openSavedPage(browser.context, 'any-page', saved);
    const form = (ref: string) => `<p>Tenancy ref: <b>${ref}</b></p><label>Rent account <input value="RA-77"></label>`;
    await crm.route(`https://${site}/**`, (route) =>
      route.fulfill({ contentType: 'text/html', body: form(new URL(route.request().url()).pathname.slice(1)) }),
    );
    const around = '<iframe style="width: 500px; height: 300px" src="https://forms.supplier.example/TR-1001"></iframe>';
    await crm.evaluate((html) => document.body.insertAdjacentHTML('afterbegin', html), around);
    await browser.reach(crm);
    const panel = await openHost(crm);
    const record = async () => {
      const read = await current(panel);
      if (read.kind !== 'record') throw new Error(`no record but ${read.kind}`);
      const found = Object.fromEntries(read.values.map(({ field, value, by }) => [field, [value, by]]));
      return { found, key: read.key, toAllow: read.framesToAllow, closed: read.closedFrames };
    };
    const before = await record();
    expect(before).toMatchObject({ toAllow: [site], closed: undefined });
    expect(before.found['rentAccount']).toBeUndefined();
    await browser.allow(`https://${site}/*`);
    await crm.bringToFront();
    await expect
      .poll(async () => (await record()).found['rentAccount'])
      .toEqual(['RA-77', `frame ${site}: guess: label “Rent account”`]);
    const allowed = await record();
    expect(allowed).toMatchObject({ toAllow: undefined, closed: undefined });
    expect(allowed.key).not.toBe(before.key);
    // Pointed at in the frame: kept for pages like the frame, and the page around it listens no more.
    const pointed = panel.evaluate(async (key) => host.records?.pointAt('reference', key), allowed.key);
    const inFrame = crm.frameLocator('iframe').locator('b');
    await expect
      .poll(async () => {
        await inFrame.click();
        return Promise.race([pointed, new Promise((done) => setTimeout(done, 300))]);
      })
      .toBe('pointed');
    expect((await record()).found['reference']?.[0]).toBe('TR-1001');
    const seen = await changes(panel);
    await crm.evaluate(() => {
      const frame = document.querySelector('iframe');
      if (frame) frame.src = frame.src.replace('1001', '1002');
    });
    await changed(panel, seen);
    await expect.poll(async () => (await record()).found['reference']?.[0]).toBe('TR-1002');
    expect((await record()).key).not.toBe(allowed.key);

    // Its fields are filled too, after a look, and only while it shows what was looked at.
    const look = () => panel.evaluate(async () => (await host.records?.fillPage()) ?? null);
    const key = (await look())?.key ?? '';
    const chosen = panel.evaluate(async (shown) => host.records?.pointToFill('reference', shown), key);
    const box = crm.frameLocator('iframe').locator('input');
    await expect
      .poll(async () => {
        await box.click();
        return Promise.race([chosen, new Promise((done) => setTimeout(done, 300))]);
      })
      .toBe('pointed');
    expect((await look())?.targets).toMatchObject([{ part: 'reference', holds: 'RA-77', takes: 'line' }]);
    const fill = (text: string, holds: string) =>
      panel.evaluate(async (filling) => host.records?.fill(filling), { key, part: 'reference', holds, text } as const);
    expect(await fill('7RK-4MD', 'something else')).toEqual({ kind: 'message-changed' });
    expect(await fill('7RK-4MD', 'RA-77')).toEqual({ kind: 'filled' });
    expect(await box.inputValue()).toBe('7RK-4MD');
    await crm.evaluate(() => {
      const frame = document.querySelector('iframe');
      if (frame) frame.src = frame.src.replace('1002', '1003');
    });
    await crm.frameLocator('iframe').getByText('TR-1003').waitFor();
    expect(await fill('other', 'RA-77')).toEqual({ kind: 'message-changed' });
    expect(await box.inputValue()).toBe('RA-77');
  });

  test('words that were selected and sent by the menu reach the panel of their window, once', async () => {
    const mail = await openGmail('gmail-thread-en');
    const panel = await openHost(mail);
    await panel.evaluate(() => {
      const words: string[] = [];
      Object.assign(globalThis, { words });
      host.onHandedOver?.((text) => words.push(text));
    });
    await mail.evaluate(() => {
      const [paragraph] = document.querySelectorAll('.a3s div');
      if (paragraph) getSelection()?.selectAllChildren(paragraph);
    });
    await (
      await browser.worker()
    ).evaluate(async (url) => {
      // Tests before this one left tabs with the same page.
      const tab = (await chrome.tabs.query({})).findLast((one) => one.url === url);
      // The menu itself can't be pressed without a display; this is what it calls.
      const { onClicked } = chrome.contextMenus as unknown as {
        onClicked: { dispatch(info: object, tab: object): void };
      };
      onClicked.dispatch({ menuItemId: 'log-with-duly', selectionText: 'on one line', frameId: 0 }, tab ?? {});
    }, mail.url());
    const heard = () => panel.evaluate(() => (globalThis as unknown as { words: readonly string[] }).words);
    await expect.poll(async () => (await heard()).length).toBe(1);
    // The page's own lines, which the menu has lost.
    expect((await heard())[0]).toContain('\n');
    await panel.reload();
    expect(await panel.evaluate(async () => Object.keys(await chrome.storage.session.get('handed-over')))).toEqual([]);
  });

  test('stays with its own window', async () => {
    const mail = await openGmail('gmail-thread-en');
    const panel = await openHost(mail);
    await (await browser.worker()).evaluate(async () => chrome.windows.create({ url: 'about:blank', focused: true }));
    expect((await current(panel)).kind).toBe('message');
  });

  test('on Outlook’s page nothing is open until something is', async () => {
    const page = await browser.context.newPage();
    await page.route('https://outlook.office.com/**', (route) =>
      route.fulfill({ contentType: 'text/html', body: '<h1>Mail</h1>' }),
    );
    await page.goto('https://outlook.office.com/mail/');
    const panel = await openHost(page);
    expect(await current(panel)).toEqual({ kind: 'none' });
    expect(await panel.evaluate(() => host.name)).toBe('Outlook on the web');
  });

  test('an error page of a mail host is unreadable, not empty', async () => {
    const page = await browser.context.newPage();
    await page.route('https://mail.google.com/**', (route) => route.abort());
    await page.goto('https://mail.google.com/mail/').catch(() => undefined);
    const panel = await openHost(page);
    // While the tab is still loading, it is on its way.
    await expect
      .poll(() => current(panel))
      .toMatchObject({ kind: 'unreadable', page: 'Gmail', missing: ['the page: reload it'] });
  });
});

describe('a browser of its own', () => {
  beforeEach(launch);
  afterEach(close);

  test('in a plain tab the host takes pasted messages only', async () => {
    const page = await browser.context.newPage();
    await page.goto(`chrome-extension://${browser.id}/${HOST_PAGE}`);
    await ready(page);
    expect(await page.evaluate(() => host.kind)).toBe('paste');
    expect(await current(page)).toEqual({ kind: 'paste-only' });
  });

  test('after an update the open page answers again, and the old script is still', async () => {
    const mail = await openGmail('gmail-thread-en');
    expect((await browser.ask(mail, 'current-message', { mapping: null })).kind).toBe('message');
    const errors: string[] = [];
    mail.on('pageerror', (error) => errors.push(error.message));
    mail.on('console', (message) => errors.push(message.text()));
    await browser.update();
    await expect
      .poll(async () => (await browser.ask(mail, 'current-message', { mapping: null })).kind, { timeout: 10_000 })
      .toBe('message');
    // Both scripts see this; only the new one may speak.
    await mail.evaluate(() => {
      location.hash = 'inbox';
    });
    await mail.waitForTimeout(600);
    expect(errors).toEqual([]);
  });

  test('a page can’t see that Duly is there', async () => {
    const mail = await openGmail('gmail-thread-en');
    await browser.ask(mail, 'current-message', { mapping: null });
    const seen = await mail.evaluate(async (id) => {
      const fetched = await fetch(`chrome-extension://${id}/manifest.json`).then(
        () => true,
        () => false,
      );
      return {
        fetched,
        here: 'isDulyHere' in window,
        marks: document.documentElement.outerHTML.toLowerCase().includes('duly'),
      };
    }, browser.id);
    expect(seen).toEqual({ fetched: false, here: false, marks: false });
  });
});

async function openGmail(name: string): Promise<Page> {
  const page = await openSavedPage(browser.context, 'gmail', savedPage('gmail', name));
  await page.bringToFront();
  return page;
}

async function openHost(page: Page): Promise<Page> {
  // The page script comes a moment after the page's address.
  await page.waitForLoadState('load');
  // One window has one panel: it stays while pages come and go.
  const panel = (sidePanel ??= await browser.openPanel(page));
  await panel.goto(`chrome-extension://${browser.id}/${HOST_PAGE}`);
  await ready(panel);
  return panel;
}

async function ready(page: Page): Promise<void> {
  await page.waitForFunction(() => 'host' in globalThis);
}

async function current(panel: Page): Promise<CurrentMessage> {
  return panel.evaluate(async () => host.currentMessage());
}

function keyOf(message: CurrentMessage): string {
  return message.kind === 'message' ? message.key : '';
}

async function changes(panel: Page): Promise<number> {
  return panel.evaluate(() => globalThis.changes);
}

async function changed(panel: Page, since: number): Promise<void> {
  await panel.waitForFunction((count) => globalThis.changes > count, since);
}

function subjectOf(message: CurrentMessage): string {
  return message.kind === 'message' ? message.message.subject : message.kind;
}
