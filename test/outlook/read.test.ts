import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';

import { openOutlook, type OpenedPane, type OutlookBrowser } from './outlook-browser.ts';
import { eventsIn, logIt, press, verdictOn } from './pane.ts';
import { simulatedItem } from './simulated-item.ts';
import { METHODS, PROFILES } from './simulated-outlook.ts';

/* What is read of an open item, and what is said of one that can't be read. */

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

test('every part of the message is read and logged: people, conversation, ids, receipt from the header, attachments', async () => {
  const item = simulatedItem({
    cc: [{ name: 'Amina Begum', address: 'amina@advice.example' }],
    attachments: [
      { name: 'floor.jpg', isInline: false },
      { name: 'logo.png', isInline: true },
    ],
    // The mailbox took it in later than the landlord's server did: moved, or brought back.
    created: '2026-03-24T20:00:00Z',
  });
  opened = await browser.open(PROFILES.web, item);
  await verdictOn(opened.pane, 'Bathroom floor');
  await logIt(opened.pane);
  const received = (await eventsIn(opened.pane)).find((event) => event.type === 'received');
  expect(received).toMatchObject({
    occurredAt: '2026-03-24T18:42:10+00:00',
    data: {
      channel: 'email',
      receivedAtSource: 'header',
      siteMessageId: 'AAMkAGfloor1=',
      threadId: 'conversation-1',
    },
    personal: {
      messageId: '<floor-1@mail.example>',
      from: { name: 'Ruth Amankwah', address: 'ruth.amankwah@mail.example' },
      to: [{ name: 'Complaints', address: 'complaints@landlord.example' }],
      cc: [{ name: 'Amina Begum', address: 'amina@advice.example' }],
      subject: 'Bathroom floor',
      attachments: ['floor.jpg'],
      text: [
        'I want to make a complaint. The flooring in my bathroom was taken up on 23 February and the fitter said he’d be back that Friday. Nobody came.',
        'I rang on 2, 9 and 16 March and each time I was promised a call back that never came. I want it finished.',
        'Ruth Amankwah',
      ].join('\n\n'),
    },
  });
});

test('without headers the mailbox’s own time counts, and it is said that it does', async () => {
  opened = await browser.open(PROFILES.web, simulatedItem({ headers: null }));
  await verdictOn(opened.pane, 'Bathroom floor');
  // Nothing says whose words they are: a person does, before anything is logged.
  await opened.pane.getByText('Outlook gives no headers of this message').waitFor();
  expect(await opened.pane.locator('#dock-for').innerText()).toMatch(
    /^Is it this one\? Ruth Amankwah’s email of Tue 24 Mar, 18:42, “Bathroom floor”, which begins “I want to make a complaint\./,
  );
  await press(opened.pane, 'Yes, this message');
  await logIt(opened.pane);
  const [received] = await eventsIn(opened.pane);
  expect(received).toMatchObject({ occurredAt: '2026-03-24T18:42:10+00:00', data: { receivedAtSource: 'host' } });
});

test('quoted mail below the message is told from it', async () => {
  const html =
    '<div>The leak is back and nobody has rung me. I am not happy with this.</div>' +
    '<blockquote><div>Dear Ms Amankwah, there is a smell of gas in your road.</div></blockquote>';
  opened = await browser.open(PROFILES.web, simulatedItem({ html, text: 'not used' }));
  await verdictOn(opened.pane, 'Bathroom floor');
  await opened.pane.getByText('What Duly read').click();
  const read = await opened.pane.locator('.strip').innerText();
  expect(read).toContain('The leak is back');
  expect(read).toMatch(/quoted message/);
  expect(await opened.pane.locator('main').innerText()).not.toContain('Danger now');
});

test('a plain-text message keeps its lines', async () => {
  const text = 'I am unhappy with the repair.\r\nNobody came.\r\n\r\n> You wrote:\r\n> there is a smell of gas';
  opened = await browser.open(PROFILES.web, simulatedItem({ html: `<pre>${text}</pre>`, text }));
  await verdictOn(opened.pane, 'Bathroom floor');
  expect(await opened.pane.locator('main').innerText()).not.toContain('Danger now');
});

test('what isn’t a message, or can’t be read, says so, and that nothing was checked', async () => {
  opened = await browser.open(PROFILES.web, null);
  for (const [says, change] of [
    ['It is encrypted', { itemClass: 'IPM.Note.SMIME' }],
    ['a meeting request', { itemClass: 'IPM.Schedule.Meeting.Request' }],
    ['It is encrypted', { attachments: [{ name: 'message.rpmsg', isInline: false }] }],
    ['a report about the delivery', { itemClass: 'REPORT.IPM.Note.NDR' }],
    ['an appointment', { kind: 'appointment' }],
    ['This isn’t a message', { itemClass: 'IPM.Contact' }],
  ] as const) {
    await opened.outlook.select(simulatedItem(change));
    await opened.pane.getByText(says).waitFor();
    const shown = await opened.pane.locator('main').innerText();
    expect(shown).toContain('Duly can’t read this message');
    expect(shown).toContain('Nothing was checked, hazards included.');
  }
});

test('a signed message is read', async () => {
  opened = await browser.open(PROFILES.web, simulatedItem({ itemClass: 'IPM.Note.SMIME.MultipartSigned' }));
  await verdictOn(opened.pane, 'Bathroom floor');
});

test('Outlook refuses the text: its number is shown, nothing was checked, and trying again reads it', async () => {
  const item = simulatedItem();
  opened = await browser.open(PROFILES.web, null);
  await opened.pane.getByRole('heading', { name: 'Open a message' }).waitFor();
  opened.outlook.failing.set(METHODS.getBody, 9042);
  await opened.outlook.select(item);
  await opened.pane.getByText('Outlook didn’t give the text of the message (9042).').waitFor();
  expect(await opened.pane.locator('main').innerText()).toContain('Nothing was checked, hazards included.');
  opened.outlook.failing.clear();
  await opened.pane.getByRole('button', { name: 'Try again' }).click();
  await verdictOn(opened.pane, 'Bathroom floor');
});

test('slow answers: reading is said, and the verdict comes', async () => {
  opened = await browser.open(PROFILES.web, null);
  await opened.pane.getByRole('heading', { name: 'Open a message' }).waitFor();
  opened.outlook.delay = 700;
  await opened.outlook.select(simulatedItem());
  await verdictOn(opened.pane, 'Bathroom floor');
});

test('storage that is refused is said before anything is logged', async () => {
  opened = await browser.open(PROFILES.web, simulatedItem(), { isElsewhere: true });
  await opened.pane.getByRole('heading', { name: 'Duly can’t keep anything here' }).waitFor();
  expect(await opened.pane.locator('main').innerText()).toContain('Nothing was checked');
});
