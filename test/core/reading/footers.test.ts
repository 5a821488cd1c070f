import { describe, expect, test } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { alderholt, aMessage } from './a-message.ts';

const newText = (text: string, rest = {}): string => read(aMessage(text, rest), alderholt).newText;

const LETTER = 'Dear all\n\nThe lamp in the yard is out.\n\nKind regards\nUna Petrie';

describe('left out at the end', () => {
  test.each([
    ['a device’s signature', 'Sent from my iPhone'],
    ...[
      'Von meinem iPhone gesendet',
      'Von meinem Samsung Galaxy Smartphone gesendet.',
      'Envoyé de mon iPhone',
      'Enviado desde mi iPhone',
      'Enviado do meu iPhone',
      'Inviato da iPhone',
      'Inviata dal mio iPhone',
      'Wysłane z iPhone’a',
      'Trimis de pe iPhone-ul meu',
      'Verstuurd vanaf mijn iPhone',
      'Verzonden met Outlook voor Android',
      'Sendt fra min iPhone',
      'Skickat från min iPhone',
      'Lähetetty iPhonesta',
      'Odesláno z iPhonu',
      'iPhone’umdan gönderildi',
      'Στάλθηκε από το iPhone μου',
      'Отправлено с iPhone',
      'Надіслано з iPhone',
      'Išsiųsta iš mano „iPhone“',
      'أُرسلت من الـ iPhone',
      'iPhoneから送信',
      '发自我的iPhone',
      '나의 iPhone에서 보냄',
      'Anfonwyd o fy iPhone',
    ].map((line): [string, string] => [line, line]),
    ['one in two languages', 'Anfonwyd o fy iPhone / Sent from my iPhone'],
    ['a mail program’s advertisement', 'Get Outlook for Android'],
    ['an excuse for the telephone', 'Please excuse typos'],
    ['a disclaimer', 'This email and any attachments are confidential and intended solely for the addressee.'],
    [
      'a disclaimer of several lines',
      '*****\nThis message may contain privileged information. If you are not the\nintended recipient you should not keep it or act upon it and\nought to tell us at once.\n*****',
    ],
    ['a registered office', 'Petrie & Daughters is registered in England. Registered office: 4 Quay. VAT no 0.'],
    ['an image', '[cid:image001.png@01DB0000.11112222]'],
    ['title and organisation', 'Support Worker\nTollgate Advice Trust\n01632 960111'],
    ['title and organisation under the name again', '\nUna Petrie | Support Worker | Tollgate Advice'],
    ['what follows two dashes', '-- \nUna Petrie\nTollgate Advice'],
  ])('%s', (_, footer) => {
    expect(newText(`${LETTER}\n${footer}`)).toBe(LETTER);
  });
});

describe('kept at the end', () => {
  test.each([
    [
      'a sentence that begins like such a line',
      'Dear all\n\nThe lamp is out.\nPoslano s nama je pismo o svjetlu. Nitko nije zvao.',
    ],
    ['a private address', 'Dear all\n\nThe lamp is out.\n\nUna Petrie\n4 Quay Cottages'],
    ['a telephone number', 'Dear all\n\nThe lamp is out.\n\nUna Petrie\n07700 900123'],
    ['a capacity', 'Dear all\n\nThe lamp is out.\n\nUna Petrie (daughter)'],
    ['whom it is for', 'The lamp is out.\n\nU. Petrie\non behalf of 2, 4 and 6'],
    ['a last sentence about an officer', 'Hello\nplease get the housing officer to ring me'],
    ['a team in place of a person', 'The lamp is out.\n\nBest,\nKeyworker team'],
    ['the only name with its title', 'The lamp is out.\n\nUna Petrie, Support Worker'],
  ])('%s', (_, text) => {
    expect(newText(text)).toBe(text);
  });

  test('a postscript below a signature block', () => {
    expect(newText(`${LETTER}\nSupport Worker, Tollgate Advice\n\nPS the gate too`)).toBe(`${LETTER}\nPS the gate too`);
  });

  test('the words of a disclaimer within the letter', () => {
    const text =
      'You wrote "do not reply to this mailbox" and I am replying. It was private and confidential and you read it out.\n\nWilf';
    expect(newText(text)).toBe(text);
  });
});

describe('left out at the beginning', () => {
  test.each([
    ['a warning about outside mail', 'CAUTION: This email came from outside the organisation.'],
    ['a machine that announces itself', 'This is an automated message. Please do not reply.'],
    ['the announcement of a form', 'A new response has been submitted.'],
  ])('%s', (_, banner) => {
    expect(newText(`${banner}\n\nThe lamp is out.`)).toBe('The lamp is out.');
  });

  test('the question of a texting service', () => {
    expect(newText('Question sent 3/6: "How did we do?"\n\nReply received 3/6 16:04:\n"came, looked, went"')).toBe(
      '"came, looked, went"',
    );
  });
});

test('what is left out is said, with where it stands', () => {
  const reading = read(aMessage(`${LETTER}\nSupport Worker\nTollgate Advice\n\nSent from my iPad`), alderholt);
  expect(reading.leftOut.map(({ kind, start, end }) => [kind, reading.message.text.slice(start, end)])).toEqual([
    ['signature', 'Support Worker\nTollgate Advice'],
    ['device-signature', 'Sent from my iPad'],
  ]);
});
