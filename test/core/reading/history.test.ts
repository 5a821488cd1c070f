import { describe, expect, test } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { alderholt, aMessage, fromColleague } from './a-message.ts';

const newText = (text: string, rest = {}): string => read(aMessage(text, rest), alderholt).newText;

const OWN = 'The gate is still off.\n\nWilf';

/** The keys above a quoted message, as Outlook has them in its languages. */
const OUTLOOK_HEADERS: readonly (readonly [string, readonly string[]])[] = [
  ['French', ['De :', 'Envoyé :', 'À :', 'Objet :']],
  ['German', ['Von:', 'Gesendet:', 'An:', 'Betreff:']],
  ['Spanish', ['De:', 'Enviado:', 'Para:', 'Asunto:']],
  ['Italian', ['Da:', 'Inviato:', 'A:', 'Oggetto:']],
  ['Dutch', ['Van:', 'Verzonden:', 'Aan:', 'Onderwerp:']],
  ['Polish', ['Od:', 'Wysłane:', 'Do:', 'Temat:']],
  ['Portuguese', ['De:', 'Enviado:', 'Para:', 'Assunto:']],
  ['Portuguese of Brazil', ['De:', 'Enviada em:', 'Para:', 'Assunto:']],
  ['Welsh', ['Oddi wrth:', 'Anfonwyd:', 'At:', 'Pwnc:']],
  ['Romanian', ['De la:', 'Trimis:', 'Către:', 'Subiect:']],
  ['Turkish', ['Gönderen:', 'Gönderildi:', 'Kime:', 'Konu:']],
  ['Hungarian', ['Feladó:', 'Elküldve:', 'Címzett:', 'Tárgy:']],
  ['Czech', ['Od:', 'Odesláno:', 'Komu:', 'Předmět:']],
  ['Slovak', ['Od:', 'Odoslané:', 'Komu:', 'Predmet:']],
  ['Finnish', ['Lähettäjä:', 'Lähetetty:', 'Vastaanottaja:', 'Aihe:']],
  ['Lithuanian', ['Nuo:', 'Išsiųsta:', 'Kam:', 'Tema:']],
  ['Swedish', ['Från:', 'Skickat:', 'Till:', 'Ämne:']],
  ['Danish', ['Fra:', 'Sendt:', 'Til:', 'Emne:']],
  ['Bulgarian', ['От:', 'Изпратено:', 'До:', 'Относно:']],
  ['Ukrainian', ['Від:', 'Надіслано:', 'Кому:', 'Тема:']],
  ['Greek', ['Από:', 'Στάλθηκε:', 'Προς:', 'Θέμα:']],
  ['Arabic', ['من:', 'تم الإرسال:', 'إلى:', 'الموضوع:']],
  ['Japanese', ['差出人:', '送信日時:', '宛先:', '件名:']],
  ['Chinese', ['发件人：', '发送时间：', '收件人：', '主题：']],
  ['Korean', ['보낸 사람:', '보낸 날짜:', '받는 사람:', '제목:']],
];

describe('what stands below an answer is history', () => {
  test.each([
    ['Gmail', 'On Tue, 3 Jun 2025 at 09:14, Help <help@alderholt.example> wrote:\n> Dear Mr Garrity\n> All done.'],
    [
      'Gmail, wrapped after the name',
      'On Tue, 3 Jun 2025 at 09:14, Help Desk\n<help@alderholt.example> wrote:\n\n> All done.',
    ],
    ['Gmail, wrapped twice', 'On Jun 3, 2025, at 9:14 AM, Help Desk\n<help@alderholt.example>\nwrote:\n\n> All done.'],
    ['Apple Mail without marks', 'On 3 Jun 2025, at 09:14, Help <help@alderholt.example> wrote:\n\nAll done.'],
    [
      'Outlook',
      'From: Help <help@alderholt.example>\nSent: 03 June 2025 09:14\nTo: Wilf Garrity\nSubject: Gate\n\nAll done.',
    ],
    [
      'Outlook with a line',
      '________________________________\nFrom: Help\nSent: 03 June 2025 09:14\nSubject: Gate\n\nAll done.',
    ],
    ['Outlook in bold', '*From:* Help\n*Sent:* 3 June 2025\n*Subject:* Gate\n\nAll done.'],
    ['Outlook, quoted', '> -----Original Message-----\n> From: Help\n> Sent: 3 June 2025\n>\n> All done.'],
    [
      'Samsung',
      '-------- Original message --------\nFrom: Help\nDate: 03/06/2025 09:14 (GMT+00:00)\nSubject: Gate\n\nAll done.',
    ],
    ['Zoho', '---- On Tue, 03 Jun 2025 09:14:00 +0100 help@alderholt.example wrote ----\n\nAll done.'],
    ['Polish', 'W dniu wt., 3 cze 2025 o 09:14 Help <help@alderholt.example> napisał(a):\n> All done.'],
    ['French', 'Le mar. 3 juin 2025 à 09:14, Help <help@alderholt.example> a écrit :\n> All done.'],
    ['German', 'Am 03.06.2025 um 09:14 schrieb Help:\n> All done.'],
    ['Romanian', 'În mar., 3 iun. 2025 la 09:14, Help <help@alderholt.example> a scris:\n> All done.'],
    ['Welsh', 'Ar Maw, 3 Meh 2025 am 09:14, ysgrifennodd Help:\n> All done.'],
    ['a language nobody listed', '3. 6. 2025 klo 9:14 Help <help@alderholt.example>:\nAll done.'],
    ...OUTLOOK_HEADERS.flatMap(([language, keys]): [string, string][] => {
      const said = ['Help Desk', '3. 6. 2025 09:14', 'Wilf Garrity', 'Gate'];
      const header = keys.map((key, at) => `${key} ${said[at] ?? ''}`).join('\n');
      return [
        [`Outlook in ${language}`, `${header}\n\nAll done.`],
        [`Outlook in ${language}, under a line`, `${'_'.repeat(32)}\n${header}\n\nAll done.`],
      ];
    }),
    [
      'Outlook in a language nobody listed, under a line',
      `${'_'.repeat(32)}\nNyob: Help\nXa: 3 Jun 2025 09:14\nRau: Wilf\nTxog: Gate\n\nAll done.`,
    ],
    [
      'Outlook in a language nobody listed, with an address',
      'Nyob: Help <help@alderholt.example>\nXa: 3 Jun 2025 09:14\nRau: Wilf\nTxog: Gate\n\nAll done.',
    ],
    ['marks without any introduction', '> Your gate is mended.'],
    ['a portal', 'Earlier in this conversation\n02/06 You: any news?'],
  ])('%s', (_, history) => {
    expect(newText(`${OWN}\n\n${history}`)).toBe(OWN);
  });
});

describe('where the new words stand', () => {
  test('below the quotation', () => {
    expect(newText(`On 3 Jun 2025 at 09:14 help@alderholt.example wrote:\n> All done.\n\n${OWN}`)).toBe(OWN);
  });

  test('between its lines', () => {
    const reading = read(
      aMessage('> 1. Was the gate hung?\n\nNo.\n\n> 2. May we close the job?\n\nNo again.\nWilf'),
      alderholt,
    );
    expect(reading.parts.map(({ text }) => text)).toEqual(['No.', 'No again.\nWilf']);
  });
});

describe('what only looks like history stays', () => {
  test.each([
    ['a memorandum', 'From: Mrs Pell, Room 4\nTo: Scheme manager\nInfo: The warden\n\n1. The urn is broken.'],
    ['a sentence with "wrote"', 'On 12 March your Mr Pike wrote:\nthat it was done. It was not.'],
    ['a diary', 'Mon 3 - quiet\nTue 4 - drums until 01.00\n---\nThat is all.'],
    ['a path in a form', 'Report > Repairs > Gates\nIt fell off.'],
  ])('%s', (_, text) => {
    expect(newText(text)).toBe(text);
  });
});

describe('a message passed on', () => {
  const forwarded =
    'From: Una Petrie <una.petrie@letterbox.example>\nSent: 2 June 2025 20:10\nTo: Priya Sandal\nSubject: Rats\n\nThe rats are back. You said they were gone.\nUna';

  test('by a colleague for action: covering line and the resident’s words', () => {
    const reading = read(
      aMessage(`Can you pick this up?\n\nPriya Sandal\nNeighbourhood Officer\n\n${forwarded}`, {
        ...fromColleague,
        subject: 'FW: Rats',
      }),
      alderholt,
    );
    expect(reading.parts.map(({ text }) => text)).toEqual([
      'Can you pick this up?\n\nPriya Sandal',
      'The rats are back. You said they were gone.\nUna',
    ]);
    expect(reading.writtenBy).toEqual({ name: 'Una Petrie', address: 'una.petrie@letterbox.example' });
    expect(reading.leftOut.map(({ kind }) => kind)).toEqual(['signature', 'forward-header']);
  });

  test('by a colleague, quoted line by line', () => {
    const reading = read(
      aMessage('One for you\n\n> From: Una Petrie\n> Date: 2 June 2025\n>\n> The rats are back.\n> Una', {
        ...fromColleague,
        subject: 'Fwd: Rats',
      }),
      alderholt,
    );
    expect(reading.parts.map(({ text }) => text)).toEqual(['One for you', 'The rats are back.', 'Una']);
  });

  test.each([
    ['it is logged already', 'FYI, this has been logged as C-204, nothing needed from you.'],
    ['a colleague is asked for facts', 'I need from you by Friday: who went out, and when.'],
    ['a colleague is asked for a view', 'Can I have your view on this one please.'],
  ])('by a colleague, but %s: the covering line only', (_, covering) => {
    expect(newText(`${covering}\n\n${forwarded}`, { ...fromColleague, subject: 'FW: Rats' })).toBe(covering);
  });

  test('by an MP’s office', () => {
    const message = {
      from: { name: 'Office of Nia Voss MP', address: 'casework@niavoss.example' },
      subject: 'Fwd: help',
    };
    expect(newText(`Please advise.\n\n---------- Forwarded message ---------\n${forwarded}`, message)).toBe(
      'Please advise.\nThe rats are back. You said they were gone.\nUna',
    );
  });

  test.each([
    [
      'Outlook',
      'From: Jill Tate\nSent: 3 June 2025 08:15\nTo: Priya Sandal\nSubject: FW: Rats\n\nCame to me by mistake.\n\n',
    ],
    ['Outlook, without a word', 'From: Jill Tate\nSent: 3 June 2025 08:15\nTo: Priya Sandal\nSubject: FW: Rats\n\n'],
    [
      'Gmail',
      '---------- Forwarded message ---------\nFrom: Jill Tate <jill@alderholt.example>\nDate: Tue, 3 Jun 2025 at 08:15\nSubject: Fwd: Rats\nTo: Priya Sandal <p@alderholt.example>\n\nHave a look\n\n---------- Forwarded message ---------\n',
    ],
  ])('by a colleague to whom another had passed it on, %s', (_, between) => {
    const reading = read(
      aMessage(`One to log.\n\n${between}${forwarded}`, { ...fromColleague, subject: 'FW: Rats' }),
      alderholt,
    );
    expect(reading.newText).toContain('The rats are back. You said they were gone.');
    expect(reading.writtenBy?.name).toBe('Una Petrie');
    expect(reading.isByStaff).toBe(true);
  });

  test('by a colleague, with the answer that another gave to it: what was answered is history', () => {
    const answered =
      'From: Jill Tate\nSent: 3 June 2025 08:15\nTo: Una Petrie\nSubject: RE: Rats\n\nDear Una, we will look.\n\n';
    const text = newText(`One to log.\n\n${answered}${forwarded}`, { ...fromColleague, subject: 'FW: Rats' });
    expect(text).not.toContain('The rats are back');
  });

  test('by a resident who sends the landlord its own letter', () => {
    const letter = 'From: Help <help@alderholt.example>\nSent: 2 June 2025\nSubject: Gate\n\nYour gate is mended.';
    expect(newText(`What gate?\n\n${letter}`, { subject: 'Fwd: Gate' })).toBe('What gate?');
  });

  test('by a resident who sends an own earlier mail again', () => {
    const earlier = 'From: Wilf Garrity <wilf.garrity@letterbox.example>\nDate: 2 May 2025\n\nMy gate fell off.';
    expect(newText(`See below.\n\n${earlier}`, { subject: 'Fwd: Gate' })).toBe('See below.');
  });

  test('with nothing above it: the words are its writer’s', () => {
    const reading = read(aMessage(forwarded, { ...fromColleague, subject: 'FW: Rats' }), alderholt);
    expect(reading.newText).toBe('The rats are back. You said they were gone.\nUna');
    expect(reading.writtenBy?.name).toBe('Una Petrie');
  });
});
