import { describe, expect, test } from 'vitest';
import { messageFromEml } from '../../../core/reading/eml.ts';
import { read } from '../../../core/reading/read.ts';
import { alderholt } from './a-message.ts';
import { mailOf } from './mail-of.ts';

const typed = (type: string, body: string): Uint8Array =>
  mailOf(['From: a@b.example', `Content-Type: ${type}`, '', body]);

describe('the letters of a mail', () => {
  test.each([
    ['windows-1252', 'text/plain; charset=windows-1252', 'It\x92s out \x96 \x93again\x94', 'It’s out – “again”'],
    ['what is called iso-8859-1', 'text/plain; charset="iso-8859-1"', 'It\x92s caf\xe9', 'It’s café'],
    ['what has no name', 'text/plain', 'It\x92s caf\xe9', 'It’s café'],
    ['windows-1252 called UTF-8', 'text/plain; charset=utf-8', 'It\x92s \xa34', 'It’s £4'],
    ['a broken letter in UTF-8', 'text/plain; charset=utf-8', 'It\xe2\x80\x99s \x96 out', 'It’s – out'],
    ['UTF-8 called ASCII', 'text/plain; charset=us-ascii', 'It\xe2\x80\x99s caf\xc3\xa9', 'It’s café'],
    ['windows-1252 in HTML', 'text/html; charset=utf-8', '<p>It\x92s \xa34</p>', 'It’s £4'],
    ['other alphabets', 'text/plain; charset=koi8-r', '\xcb\xcf\xd4', 'кот'],
  ])('%s', async (_, type, body, expected) => {
    expect((await messageFromEml(typed(type, body))).text.trim()).toBe(expected);
  });

  test('of headers that say nothing of them', async () => {
    const message = await messageFromEml(mailOf(['From: Zo\xeb <a@b.example>', 'Subject: It\x92s out', '', 'x']));
    expect([message.from?.name, message.subject]).toEqual(['Zoë', 'It’s out']);
  });

  test('of a mail without any content type, in quoted-printable', async () => {
    const lines = ['From: a@b.example', 'Content-Transfer-Encoding: quoted-printable', '', 'It=92s =A34'];
    expect((await messageFromEml(mailOf(lines))).text.trim()).toBe('It’s £4');
  });
});

describe('plain text beside HTML', () => {
  const both = (plain: string, html: string): Uint8Array =>
    typed(
      'multipart/alternative; boundary=x',
      ['--x', 'Content-Type: text/plain', '', plain, '--x', 'Content-Type: text/html', '', html, '--x--'].join('\r\n'),
    );

  test.each([
    ['that only stands in for it', 'This email needs an HTML reader.', '<p>The lamp is out.</p>', 'The lamp is out.'],
    [
      'that is a small part of it',
      'Hello.',
      `<p>${'The lamp is out. '.repeat(20)}</p>`,
      'The lamp is out. '.repeat(20).trim(),
    ],
    ['that says the same', 'The lamp\r\nis out.', '<p>The lamp <b>is out</b>.</p>', 'The lamp\nis out.'],
  ])('%s', async (_, plain, html, expected) => {
    expect((await messageFromEml(both(plain, html))).text.trim()).toBe(expected);
  });
});

describe('a mail attached to a mail', () => {
  const forwarded = (disposition: string, from = 'Una Petrie <una@letterbox.example>'): Uint8Array =>
    mailOf([
      'From: Priya Sandal <priya.sandal@alderholt.example>',
      'To: help@alderholt.example',
      'Subject: FW: Back gate',
      'Content-Type: multipart/mixed; boundary=x',
      '',
      '--x\r\n\r\nPlease see attached.',
      `--x\r\nContent-Type: message/rfc822\r\n${disposition}`,
      `From: ${from}\r\nTo: priya.sandal@alderholt.example\r\nSubject: Back gate\r\n`,
      'The gate has been broken for a month and nobody has come.',
      '--x--',
    ]);

  test.each([
    ['as a file', 'Content-Disposition: attachment; filename="Back gate.eml"\r\n'],
    ['in line', ''],
  ])('%s is read as passed on', async (_, disposition) => {
    const message = await messageFromEml(forwarded(disposition));
    const reading = read(message, alderholt);
    expect(reading.newText).toContain('nobody has come');
    expect(reading.writtenBy).toEqual({ name: 'Una Petrie', address: 'una@letterbox.example' });
    expect([message.attachments, reading.unreadable]).toEqual([[], null]);
  });

  test('that is empty is named', async () => {
    const bytes = typed(
      'multipart/mixed; boundary=x',
      '--x\r\n\r\nSee attached.\r\n--x\r\nContent-Type: message/rfc822; name=a.eml\r\n\r\nFrom: a@b.example\r\n\r\n\r\n--x--',
    );
    expect((await messageFromEml(bytes)).attachments).toEqual(['a.eml']);
  });
});
