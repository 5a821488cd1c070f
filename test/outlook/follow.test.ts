import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { eventsIn, logIt, press, verdictOn, writeLetter } from './pane.ts';
import { otherItem, simulatedItem } from './simulated-item.ts';
import { PROFILES } from './simulated-outlook.ts';

/* The pinned pane follows the selection, and never acts on another message than the one that it names. */

let browser: OutlookBrowser;
let opened: OpenedPane;
beforeAll(async () => {
  browser = await openOutlook();
});
afterEach(async () => {
  await opened.close();
  expect(browser.errors()).toEqual([]);
});
afterAll(() => browser.close());

test('the pane follows the selection, to nothing and back; what was typed waits for its message', async () => {
  const ruth = simulatedItem();
  opened = await browser.open(PROFILES.web, ruth);
  const { pane, outlook } = opened;
  await verdictOn(pane, 'Bathroom floor');
  await outlook.select(otherItem(3));
  await verdictOn(pane, 'Repair 3');
  await outlook.select(null);
  await pane.getByRole('heading', { name: 'Open a message' }).waitFor();
  await outlook.select(ruth);
  await verdictOn(pane, 'Bathroom floor');
});

test('the button names whom it touches: sender, time and subject', async () => {
  opened = await browser.open(PROFILES.web, simulatedItem());
  await verdictOn(opened.pane, 'Bathroom floor');
  const button = opened.pane.getByRole('button', { name: 'Log complaint' });
  const named = await button.evaluate((one) => {
    const line = document.getElementById(one.getAttribute('aria-describedby') ?? '');
    return line?.textContent;
  });
  expect(named).toBe('Logs Ruth Amankwah’s email of Tue 24 Mar, 18:42, “Bathroom floor”');
});

test('another message was opened and Outlook forgot to tell: logging is refused, nothing is entered', async () => {
  opened = await browser.open(PROFILES.web, simulatedItem());
  const { pane, outlook } = opened;
  await verdictOn(pane, 'Bathroom floor');
  await outlook.select(otherItem(), { told: false });
  await press(pane, 'Log complaint');
  await pane.getByText('You opened another message').waitFor();
  expect(await pane.locator('main').innerText()).toContain('Nothing was logged');
  expect(await eventsIn(pane)).toEqual([]);
  // Nothing of the new message is shown as the old one's, nor the other way round.
  await press(pane, 'Read the open message');
  await pane.getByText('Outlook shows another message than it tells Duly').waitFor();
  await outlook.select(otherItem());
  await verdictOn(pane, 'Repair 2');
});

test('another message was opened before the letter goes in: no reply is opened', async () => {
  opened = await browser.open(PROFILES.web, simulatedItem());
  const { pane, outlook } = opened;
  await verdictOn(pane, 'Bathroom floor');
  await logIt(pane);
  await writeLetter(pane);
  await outlook.select(otherItem(), { told: false });
  await press(pane, 'Insert in reply');
  await pane.getByText('You opened another message').waitFor();
  expect(outlook.replies).toEqual([]);
  expect((await eventsIn(pane)).map(({ type }) => type)).not.toContain('letter-inserted');
});

test(
  '100 presses while messages change at random: every entry is of the message that was named',
  { timeout: 240_000 },
  async () => {
    const random = seeded(20260325);
    const items = [0, 1, 2, 3].map((number) => otherItem(number));
    const bySubject = new Map(items.map((item) => [item.subject, item]));
    const pick = <Value>(list: readonly Value[]): Value => list[Math.floor(random() * list.length)] as Value;
    opened = await browser.open(PROFILES.web, items[0] ?? null);
    const { pane, outlook } = opened;
    await verdictOn(pane, 'Repair 0');
    // The presses are made in the page itself, so that a change can come at any moment of what they do.
    await pane.evaluate(() => {
      const log: string[] = [];
      Object.assign(window, { presses: log });
      const act = (): void => {
        const button = document.querySelector<HTMLButtonElement>('.dock .primary');
        const line = document.querySelector('.dock .for')?.textContent ?? '';
        const name = button?.textContent ?? '';
        if (!button || name.startsWith('Open ')) return;
        log.push(`${name}: ${line}`);
        button.click();
      };
      Object.assign(window, { act });
    });
    outlook.delay = () => Math.floor(random() * 15);
    const pressed = (): Promise<readonly string[]> =>
      pane.evaluate(() => (window as unknown as { presses: string[] }).presses);
    for (let round = 0; round < 1_500 && (await pressed()).length < 100; round++) {
      const change = async (): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, random() * 40));
        await outlook.select(random() < 0.1 ? null : pick(items), { told: random() < 0.7 });
      };
      const act = async (): Promise<void> => {
        await new Promise((resolve) => setTimeout(resolve, random() * 40));
        await pane.evaluate(() => (window as unknown as { act(): void }).act());
      };
      await Promise.all(random() < 0.5 ? [change(), act()] : [act(), change(), change()]);
      await pane.waitForTimeout(random() * 30);
    }
    await pane.waitForTimeout(300);
    const events = await eventsIn(pane);
    const logged = events.filter((event) => event.type === 'received' || event.type === 'joined');
    for (const event of logged) {
      const item = bySubject.get(event.personal?.subject ?? '');
      expect(event).toMatchObject({
        data: { messageId: null, siteMessageId: item?.id, threadId: item?.conversationId },
        personal: { messageId: item?.messageId, from: item?.from, text: item?.text },
      });
    }
    // What else was entered belongs to a case that one of them began.
    const cases = new Map(logged.map((event) => [event.caseId, event]));
    for (const event of events) expect(cases.has(event.caseId)).toBe(true);
    expect(await pressed()).toHaveLength(100);
    expect(logged.length).toBeGreaterThan(0);
    // A case is logged once a message, whatever was pressed how often.
    expect(new Set(logged.map((event) => event.personal?.subject)).size).toBe(logged.length);
    // A letter in a reply is the reply's own.
    for (const { toItem, html } of outlook.replies) {
      const item = items.find(({ id }) => id === toItem);
      expect(html).toContain(item?.from.name);
    }
  },
);

/** Chance that can be had again (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
