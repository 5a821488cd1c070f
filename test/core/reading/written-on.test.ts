import { describe, expect, test } from 'vitest';

import { toInstant, toIsoDate } from '../../../core/dates.ts';
import { emptyMessage, type Message } from '../../../core/message.ts';
import { hadBefore } from '../../../core/reading/first-had.ts';
import { read } from '../../../core/reading/read.ts';
import { writtenOnIn } from '../../../core/reading/written-on.ts';
import { parseSettings } from '../../../core/settings.ts';

const FORWARDED_ON = toIsoDate('2026-04-07');

test.each([
  ['Outlook, UK', 'Thursday, 2 April 2026 19:15', '2026-04-02'],
  ['Outlook, UK, without the weekday', '02 April 2026 19:15', '2026-04-02'],
  ['Outlook, US', 'Thursday, April 2, 2026 7:15 PM', '2026-04-02'],
  ['Gmail, UK', 'Thu, 2 Apr 2026 at 19:15', '2026-04-02'],
  ['Gmail, US', 'Thu, Apr 2, 2026 at 7:15 PM', '2026-04-02'],
  ['Apple Mail', '2 April 2026 at 19:15:04 BST', '2026-04-02'],
  ['Apple Mail, US', 'April 2, 2026 at 7:15:04 PM GMT+1', '2026-04-02'],
  ['a mail header: the day in London', 'Thu, 02 Apr 2026 23:30:00 +0000', '2026-04-03'],
  ['an attribution', 'On Thu, 2 Apr 2026 at 19:15, Irena Kowal <irena@letterbox.example> wrote:', '2026-04-02'],
  ['Apple Mail’s attribution', 'On 2 Apr 2026, at 19:15, Irena Kowal <irena@letterbox.example> wrote:', '2026-04-02'],
  ['September in four letters', 'Tue, 16 Sept 2025 at 09:00', '2025-09-16'],
  ['a system’s date', '2026-04-02 19:15', '2026-04-02'],
  ['numbers that are a date in one order only', '23/03/2026 19:15', '2026-03-23'],
  ['numbers whose other order is still to come', '05/04/2026 19:15', '2026-04-05'],
  ['numbers that the weekday settles', 'Thu 02/04/2026 19:15', '2026-04-02'],
  ['numbers that are the same in both orders', '02/02/2026', '2026-02-02'],
  ['numbers with dots have the day first', '02.04.2026 19:15', '2026-04-02'],
])('the day of a passed-on header: %s', (_, dated, expected) => {
  expect(writtenOnIn(dated, FORWARDED_ON)).toBe(expected);
});

test.each([
  ['numbers that could be 2 April or 4 February', '02/04/2026 19:15'],
  ['a weekday that isn’t that day’s', 'Friday, 2 April 2026 19:15'],
  ['a weekday that isn’t that day’s, in a mail header', 'Fri, 02 Apr 2026 19:15:00 +0100'],
  ['no such day', '31 April 2026'],
  ['a day after it was passed on', 'Wed, 8 Apr 2026 at 19:15'],
  ['two days', '1 April 2026, 2 April 2026'],
  ['no year', 'Thu, 2 Apr at 19:15'],
  ['a year of two figures', '02/04/26'],
  ['another language', 'jeudi 2 avril 2026 à 19:15'],
  ['nothing', ''],
])('none is read for certain: %s', (_, dated) => {
  expect(writtenOnIn(dated, FORWARDED_ON)).toBeNull();
});

describe('whether staff had it before', () => {
  const settings = parseSettings({ landlord: { domains: ['alderholt.example'] } });
  const words = 'This is the third week that the bins haven’t been emptied.';
  const colleague = { name: 'Marcus Bell', address: 'marcus.bell@alderholt.example' };
  const gmail = (date: string): string =>
    `One for you I think?\n\n---------- Forwarded message ---------\nFrom: Irena Kowal <irena@letterbox.example>\n${date}Subject: Bins\nTo: Marcus Bell\n\n${words}`;

  function had(text: string, from: Message['from'] = colleague) {
    const receivedAt = toInstant('2026-04-07T14:30:00+01:00');
    const to = [{ name: '', address: 'hello@alderholt.example' }];
    return hadBefore(read({ ...emptyMessage(), from, to, subject: 'Fwd: Bins', text, receivedAt }, settings));
  }

  test.each([
    ['Gmail', gmail('Date: Thu, 2 Apr 2026 at 19:15\n')],
    [
      'Outlook',
      `Can you pick this up?\n\nFrom: Irena Kowal <irena@letterbox.example>\nSent: 02 April 2026 19:15\nTo: Marcus Bell\nSubject: Bins\n\n${words}`,
    ],
    [
      'Outlook in bold',
      `Can you pick this up?\n\n*From:* Irena Kowal\n*Sent:* Thursday, April 2, 2026 7:15 PM\n*To:* Marcus Bell\n\n${words}`,
    ],
    [
      'Apple Mail',
      `One for you\n\nBegin forwarded message:\n\n> From: Irena Kowal <irena@letterbox.example>\n> Date: 2 April 2026 at 19:15:04 BST\n> To: Marcus Bell\n> Subject: Bins\n>\n> ${words}`,
    ],
    [
      'a reply to a colleague with the resident’s mail below',
      `One for you\n\nOn Thu, 2 Apr 2026 at 19:15, Irena Kowal\n<irena@letterbox.example> wrote:\n\n> ${words}`,
    ],
  ])('on the day that the header bears: %s', (_, text) => {
    expect(had(text)).toEqual({ writtenOn: '2026-04-02' });
  });

  test('on a day that nobody can tell', () => {
    expect(had(gmail(''))).toEqual({ writtenOn: null });
    expect(had(gmail('Date: 02/04/2026\n'))).toEqual({ writtenOn: null });
  });

  test.each([
    ['passed on the same day', gmail('Date: Tue, 7 Apr 2026 at 09:15\n'), colleague],
    ['passed on by an MP’s office', gmail('Date: Thu, 2 Apr 2026 at 19:15\n'), { name: '', address: 'a@voss.example' }],
    ['handed on by the landlord’s own form', gmail(''), { name: '', address: 'webform@alderholt.example' }],
    ['written by the sender', words, { name: 'Irena Kowal', address: 'irena@letterbox.example' }],
  ])('its own day counts: %s', (_, text, from) => {
    expect(had(text, from)).toBeNull();
  });

  test('the day is read whoever passed it on', () => {
    const from = { name: '', address: 'a@voss.example' };
    const text = gmail('Date: Thu, 2 Apr 2026 at 19:15\n');
    expect(read({ ...emptyMessage(), from, subject: 'Fwd: Bins', text }, settings).writtenOn).toBe('2026-04-02');
  });
});
