import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../core/reading/language.ts';
import { read } from '../../../core/reading/read.ts';
import type { Message } from '../../../core/message.ts';
import { alderholt, aMessage } from './a-message.ts';

const sentences = (text: string, rest: Partial<Message> = {}): string[] =>
  read(aMessage(text, rest), alderholt).sentences.map((sentence) => sentence.text);

describe('sentences', () => {
  test.each([
    ['end at full stops, questions and exclamations', 'It fell. Why? It did!', ['It fell.', 'Why?', 'It did!']],
    ['end at a line’s end', 'It fell off\nnobody came', ['It fell off', 'nobody came']],
    [
      'go on in a line that was only wrapped',
      `The gate that you hung for me in the spring of last year\nhas fallen.`,
      ['The gate that you hung for me in the spring of last year\nhas fallen.'],
    ],
    ['do not end at titles', 'I told Mr. Pike and Dr. Bell. Twice.', ['I told Mr. Pike and Dr. Bell.', 'Twice.']],
    [
      'do not end at times and sums',
      'He came at 9.30 a.m. with a bill for £4.50 only.',
      ['He came at 9.30 a.m. with a bill for £4.50 only.'],
    ],
    ['do not end at initials', 'Ask J. W. Dent. He knows.', ['Ask J. W. Dent.', 'He knows.']],
    [
      'do not end at the shorthand of notes',
      'TT rang, v. unhappy w. contractor, appt. missed. Adv. to ring.',
      ['TT rang, v. unhappy w. contractor, appt. missed.', 'Adv. to ring.'],
    ],
    ['do not end at the number in a list', '1. The gate\n2. The lamp', ['1. The gate', '2. The lamp']],
    ['end where a space was left out', 'Nobody came.He said so.', ['Nobody came.', 'He said so.']],
    ['may be a picture', '👎', ['👎']],
    ['are not rows of dashes', 'Gate.\n-----\nLamp.', ['Gate.', 'Lamp.']],
  ])('%s', (_, text, expected) => {
    expect(sentences(text)).toEqual(expected);
  });

  test('a voicemail without full stops is cut at an "and" or a comma, below 46 words', () => {
    const words = Array.from(
      { length: 12 },
      (_, at) => `hello it is the gate again number ${String(at)} and it fell down`,
    ).join(' ');
    const found = sentences(words, { channel: 'voicemail' });
    expect(found.length).toBeGreaterThan(2);
    expect(Math.max(...found.map((sentence) => sentence.split(' ').length))).toBeLessThanOrEqual(46);
    expect(found[1]).toMatch(/^and /);
  });

  test('every span is a slice of the text, in order, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(
        '\n',
        '> ',
        'On 3 Jun 2025 at 09:14, A <a@b.example> wrote:\n',
        'From: a@b.example\nSent: today\n\n',
        'Visitor: hi\n',
        'Agent Bo: hi\n',
        'Name: Al\n',
        'It fell. ',
        '👎',
        '. ',
        'Sent from my iPhone\n',
        '-- \n',
      ),
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 40 }),
        fc.constantFrom('email', 'chat', 'web-form'),
        (pieces, channel) => {
          const text = pieces.join('');
          const reading = read(aMessage(text, { channel: channel as Message['channel'], subject: 'FW: x' }), alderholt);
          let before = 0;
          for (const span of [...reading.parts, ...reading.sentences, ...reading.fields.map(({ answer }) => answer)]) {
            expect(span.text).toBe(text.slice(span.start, span.end));
          }
          for (const { start, end } of reading.sentences) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            before = end;
          }
          expect(reading.newText).toBe(reading.parts.map((part) => part.text).join('\n'));
          expect(read(aMessage(text, { channel: channel as Message['channel'], subject: 'FW: x' }), alderholt)).toEqual(
            reading,
          );
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('whose words', () => {
  test('of a chat only the visitor’s lines count', () => {
    const text =
      '[10:31] Visitor: the lift is stuck\n[10:32] LiftBot: I can help with rent!\n[10:33] Visitor: LIFT\n[10:34] Agent Bo: Sorry about that.';
    expect(sentences(text)).toEqual(['the lift is stuck', 'LIFT']);
    expect(read(aMessage(text), alderholt).channel).toBe('chat');
  });

  test('of a chat by name, the sender’s', () => {
    const text = 'Fern: u there\nAlderholt (Bo): Hi Fern\nFern: its the lift\nBo: One moment';
    expect(sentences(text, { from: { name: 'Web chat visitor (Fern)', address: '' }, channel: 'chat' })).toEqual([
      'u there',
      'its the lift',
    ]);
  });

  test('of a form the answers, not the labels, nor names and addresses', () => {
    const text =
      'Name: Una Petrie\nAddress: 4 Quay Cottages\nWhat went wrong? Nobody hung my gate.\nHave you told us before? Twice';
    const reading = read(aMessage(text), alderholt);
    expect(reading.sentences.map((sentence) => sentence.text)).toEqual(['Nobody hung my gate.', 'Twice']);
    expect(reading.channel).toBe('web-form');
    expect(reading.newText).toBe(text);
    expect(reading.fields.map(({ label, answer }) => [label, answer.text])).toContainEqual([
      'Have you told us before',
      'Twice',
    ]);
  });
});

describe('language', () => {
  test.each([
    ['en', 'The gate has been off since March and nobody has come to look at it.'],
    ['cy', 'Mae’r drws wedi torri ers wythnos ac nid oes neb wedi dod i’w drwsio.'],
    ['pl', 'Dzień dobry, drzwi są zepsute od tygodnia i nikt jeszcze nie przyszedł.'],
    ['ro', 'Bună ziua, ușa este stricată de o săptămână și nimeni nu a venit să o repare.'],
    ['es', 'Buenas tardes, la puerta está rota desde hace una semana y no ha venido nadie.'],
    ['fr', 'Bonjour, la porte est cassée depuis une semaine et personne ne vient pour la réparer.'],
    ['ar', 'الباب مكسور منذ أسبوع ولم يأت أحد لإصلاحه'],
    ['ur', 'دروازہ ایک ہفتے سے ٹوٹا ہوا ہے اور کوئی نہیں آیا'],
    ['uk', 'Двері зламані вже тиждень, і ніхто не прийшов їх лагодити'],
    ['und', 'Gate'],
  ])('%s', (language, text) => {
    expect(languageOf(text)).toBe(language);
  });

  test('a borrowed greeting makes English no other language', () => {
    expect(languageOf('Bore da, the gate is off its hinge and I would like it hung. Diolch, Ann')).toBe('en');
  });
});

describe('unreadable', () => {
  test.each([
    [
      'a greeting and an attachment',
      'Hello, please see attached letter. Thanks, Wilf',
      { attachments: ['letter.pdf'] },
      'attachment-only',
    ],
    ['nothing and an attachment', '', { attachments: ['scan.jpg'] }, 'attachment-only'],
    ['nothing', '\n\n', {}, 'empty'],
    ['a device’s signature', 'Sent from my phone', {}, 'empty'],
    ['another language', 'Dzień dobry, drzwi są zepsute od tygodnia i nikt jeszcze nie przyszedł.', {}, 'language'],
    [
      'a few words with an attachment',
      'The gate fell on my foot again, photo attached, it is the third time since you hung it in the spring and the latch is gone.',
      { attachments: ['foot.jpg'] },
      null,
    ],
    ['a few words', 'is it heck', {}, null],
  ])('%s', (_, text, rest, expected) => {
    expect(read(aMessage(text, rest), alderholt).unreadable).toBe(expected);
  });
});

describe('length', () => {
  test('of very long text the beginning and the end are weighed', () => {
    const text = `${'The gate fell. '.repeat(4_000)}THE LAST WORD.`;
    const { length, sentences: found } = read(aMessage(text), alderholt);
    expect(length).toEqual({ total: text.length, weighed: 25_000 });
    expect(found.at(-1)?.text).toBe('THE LAST WORD.');
  });

  test('of several parts that are weighed whole nothing is said to be left out', () => {
    const text = 'Hello,\nthe gate fell.\n\n> What did the joiner say?\n\nHe never came.';
    const { length, parts } = read(aMessage(text), alderholt);
    expect(parts.length).toBeGreaterThan(1);
    expect(length.weighed).toBe(length.total);
  });
});
