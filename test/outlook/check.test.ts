import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { logIt, PATIENT, verdictOn } from './pane.ts';
import { reply, simulatedItem, type SimulatedItem } from './simulated-item.ts';
import { PROFILES } from './simulated-outlook.ts';

/* The check beside a reply that is being written, over the register that the reading pane logged into. */

let browser: OutlookBrowser;
let opened: OpenedPane;
let writing: OpenedPane | null = null;
beforeAll(async () => {
  browser = await openOutlook();
});
afterEach(async () => {
  await writing?.close();
  writing = null;
  await opened.close();
  expect(browser.errors()).toEqual([]);
});
afterAll(() => browser.close());

/** Logs the complaint beside its message, then opens the pane beside a reply to it. */
async function replyTo(item: SimulatedItem): Promise<OpenedPane> {
  opened = await browser.open(PROFILES.web, simulatedItem());
  await verdictOn(opened.pane, 'Bathroom floor');
  await logIt(opened.pane);
  writing = await browser.open(PROFILES.web, item, { beside: opened });
  await writing.pane.getByRole('heading', { name: 'Check before sending' }).waitFor();
  return writing;
}

const SHORT = 'Dear Ruth Amankwah,\n\nThank you. We will look at it.\n\nKind regards\nJoanna Marsh';

test('what an acknowledgement lacks is listed, and a missing paragraph goes in by one press', async () => {
  const item = reply({ html: `<p>${SHORT.replaceAll('\n', '<br>')}</p>`, text: SHORT });
  const { pane } = await replyTo(item);
  await pane.getByRole('heading', { name: /^Must be put right/ }).waitFor();
  const before = await pane.locator('main li').count();
  const first = pane.locator('main li').filter({ hasText: 'Insert at the cursor' }).first();
  const words = await first.locator('bdi').last().innerText();
  await first.getByRole('button').click();
  await pane.getByText('The paragraph is where the cursor was').waitFor();
  expect(item.text).toContain(words.slice(0, 40));
  await expect.poll(() => pane.locator('main li').count(), PATIENT).toBeLessThan(before);
  // The pinned pane stays while another draft is opened, to somebody who has no case, and Outlook forgets to tell.
  const other = reply({
    id: 'AAMkAGreply2=',
    conversationId: 'conversation-2',
    to: [{ name: 'Jo Bell', address: 'jo@mail.example' }],
  });
  await writing?.outlook.select(other, { told: false });
  await first.getByRole('button').click();
  await pane.getByText('This isn’t the reply that was checked, or it goes to others now.').waitFor();
  expect(other.text).toBe('');
  await pane.getByText('Nobody that this reply goes to has an open case here.').waitFor();
  // Told or not, what is open then is checked.
  await writing?.outlook.select(item);
  await pane.getByRole('heading', { name: /^Must be put right/ }).waitFor();
});
