import { describe, expect, test } from 'vitest';
import { EmlError } from '../../../core/reading/eml-error.ts';
import { messageFromEml } from '../../../core/reading/eml.ts';
import { htmlToText } from '../../../core/reading/html-text.ts';
import { cpuTime } from './cpu-time.ts';

const bytes = (lines: readonly string[]): Uint8Array => new TextEncoder().encode(lines.join('\r\n'));

const HEADERS = [
  'Received: from edge.alderholt.example by mail.alderholt.example; Tue, 3 Jun 2025 23:30:05 +0000 (UTC)',
  'Received: from letterbox.example by edge.alderholt.example; Tue, 3 Jun 2025 20:00:00 +0000',
  'From: Una Petrie <una.petrie@letterbox.example>',
  'To: Help <help@alderholt.example>, second@alderholt.example',
  'Subject: =?utf-8?q?Caf=C3=A9_lamp?=',
  'Date: Tue, 3 Jun 2025 20:59:00 +0100',
  'Message-ID: <1@letterbox.example>',
  'In-Reply-To: <0@alderholt.example>',
  'References: <a@alderholt.example> <0@alderholt.example>',
];

describe('a message from an .eml file', () => {
  test('has what the headers say', async () => {
    const message = await messageFromEml(
      bytes([...HEADERS, 'Content-Type: text/plain; charset=utf-8', '', 'The lamp is out.', 'Una']),
    );
    expect(message).toMatchObject({
      channel: 'email',
      from: { name: 'Una Petrie', address: 'una.petrie@letterbox.example' },
      to: [
        { name: 'Help', address: 'help@alderholt.example' },
        { name: '', address: 'second@alderholt.example' },
      ],
      subject: 'Café lamp',
      messageId: '<1@letterbox.example>',
      inReplyTo: '<0@alderholt.example>',
      references: ['<a@alderholt.example>', '<0@alderholt.example>'],
    });
    expect(message.text.trim()).toBe('The lamp is out.\nUna');
  });

  test('was received when the topmost server says, in London', async () => {
    const message = await messageFromEml(bytes([...HEADERS, '', 'x']));
    expect([message.receivedAt, message.receivedAtSource]).toEqual(['2025-06-04T00:30:05+01:00', 'header']);
  });

  test('was received when it was sent, where no server says', async () => {
    const message = await messageFromEml(bytes([...HEADERS.slice(2), '', 'x']));
    expect(message.receivedAt).toBe('2025-06-03T20:59:00+01:00');
  });

  test('has no moment where none is named with its offset', async () => {
    const message = await messageFromEml(bytes(['From: a@b.example', 'Date: yesterday', '', 'x']));
    expect([message.receivedAt, message.receivedAtSource]).toEqual([null, null]);
  });

  test('names its attachments and reads none', async () => {
    const message = await messageFromEml(
      bytes([
        'From: a@b.example',
        'Content-Type: multipart/mixed; boundary=x',
        '',
        '--x',
        'Content-Type: text/plain',
        '',
        'See attached.',
        '--x',
        'Content-Type: application/pdf; name="letter.pdf"',
        'Content-Disposition: attachment; filename="letter.pdf"',
        '',
        'JVBERi0=',
        '--x--',
      ]),
    );
    expect(message.attachments).toEqual(['letter.pdf']);
  });

  test('that is HTML only becomes text', async () => {
    const message = await messageFromEml(
      bytes([
        'From: a@b.example',
        'Content-Type: text/html; charset=utf-8',
        '',
        '<p>The lamp is <b>out</b>.</p><blockquote>All done.</blockquote>',
      ]),
    );
    expect(message.text).toBe('The lamp is out.\n\n> All done.');
  });

  test('that is no mail is refused', async () => {
    await expect(messageFromEml(bytes(['']))).rejects.toThrow(EmlError);
  });
});

describe('text from HTML', () => {
  test.each([
    ['blocks and line breaks', '<div>One</div><div>Two<br>Three</div>', 'One\nTwo\nThree'],
    ['a blank line between paragraphs', '<p>One</p><p>Two</p>', 'One\n\nTwo'],
    ['nested quotation', '<blockquote>a<blockquote>b</blockquote></blockquote>c', '> a\n> > b\nc'],
    ['lists', '<ul><li>gate</li><li>lamp</li></ul>', '- gate\n- lamp'],
    ['entities', 'Fish &amp; chips &#39;now&#39;&nbsp;&pound;4', "Fish & chips 'now' £4"],
    ['no scripts, styles or heads', '<head><title>x</title></head><style>p{}</style><script>alert(1)</script>ok', 'ok'],
    ['a folded line', 'one\n   two', 'one two'],
    ['nothing hidden', '<div style="color:red; DISPLAY : none !important">a<div>b</div>c</div>d', 'd'],
    ['nothing with the hidden attribute', 'a<span hidden>b</span>c', 'ac'],
    ['nothing hidden from Outlook', '<p style="mso-hide:all">a</p><p>b</p>', 'b'],
    ['lines of their own', 'a<pre>b\r\n> c\n\nd</pre>e', 'a\nb\n> c\n\nd\ne'],
    ['quoted lines of their own', 'a<blockquote>b<pre>c\nd</pre></blockquote>e', 'a\n> b\n> c\n> d\ne'],
    ['no hidden quotation', '<blockquote style="display:none">a<blockquote>b</blockquote></blockquote>c', 'c'],
    ['what follows a hidden picture', '<img hidden style="display:none">a', 'a'],
    ['all of it where what is hidden has no end', '<div style="display:none">a<p>b', 'a\n\nb'],
    ['what a rule only names', '<p style="font-family:x-display:none-y" data-x="display:none">a</p>', 'a'],
    ['table cells', '<table><tr><td>a</td><td>b</td></tr></table>', 'a b'],
  ])('%s', (_, html, expected) => {
    expect(htmlToText(html)).toBe(expected);
  });

  test.each([
    [
      'deep quotation, open tags, entities',
      '<blockquote>'.repeat(50_000) + '<p'.repeat(100_000) + '&amp'.repeat(100_000),
    ],
    ['brackets', '<'.repeat(200_000)],
    ['entities', '&amp;'.repeat(200_000)],
    ['cells of one row', '<td>a'.repeat(200_000)],
    ['hidden elements', '<div hidden>'.repeat(100_000)],
    ['a style without end', `<p style="${'&amp;a:b;'.repeat(100_000)}">`],
  ])('of hostile HTML in a moment: %s', (_, html) => {
    expect(
      cpuTime(() => {
        htmlToText(html);
      }),
    ).toBeLessThan(1_500);
  });
});
