import { describe, expect, test } from 'vitest';

import { belongings } from '../../../core/case/belongs.ts';
import { referencesIn } from '../../../core/case/reference-forms.ts';
import { homesIn, phonesIn, postcodesIn } from '../../../core/case/traces.ts';
import { caseFile, type CaseFile } from '../../../core/case/case-file.ts';
import { emptyMessage, type Message } from '../../../core/message.ts';
import { read } from '../../../core/reading/read.ts';
import { NO_SETTINGS, parseSettings } from '../../../core/settings.ts';
import { entered, opening } from '../../support/case.ts';

const RUTH = { name: 'Ruth Amankwah', address: 'ruth.amankwah@mail.example' };
const HOME = 'I am at 14 Elm Close, WA7 3QJ, ring me on 07700 900123. Repair WK-104233.';

/** Ruth's case: her first message, with what a test wants in it. */
function ruths(change: Partial<CaseFile['messages'][number]> = {}): CaseFile {
  const file = caseFile(entered(opening()));
  return { ...file, messages: file.messages.map((one) => ({ ...one, from: RUTH, text: HOME, ...change })) };
}

function tiesOf(file: CaseFile, change: Partial<Message>, settings = NO_SETTINGS): readonly string[] {
  const message = { ...emptyMessage(), to: [{ name: '', address: 'help@landlord.example' }], ...change };
  return belongings([file], read(message, settings), settings).flatMap(({ ties }) => ties.map(({ kind }) => kind));
}

describe('which case a message belongs to', () => {
  const someone = { name: 'Kofi Boateng', address: 'kofi@mail.example' };
  const text = 'Nobody has been.';

  test.each([
    { name: 'the same sender, by address and name', change: { from: RUTH, text }, ties: ['sender', 'name'] },
    {
      name: 'the same sender by name alone',
      change: { from: { ...RUTH, address: 'other@mail.example' }, text },
      ties: ['name'],
    },
    { name: 'somebody else about something else', change: { from: someone, text }, ties: [] },
    {
      name: 'somebody else, from the same home',
      change: { from: someone, text: `${text} We live at 14 Elm Close, WA7 3QJ.` },
      ties: ['home', 'postcode'],
    },
    {
      name: 'another home in the same street',
      change: { from: someone, text: `${text} We live at 41 Elm Close.` },
      ties: [],
    },
    {
      name: 'the same telephone, in the signature',
      change: { from: someone, text: `${text}\n\n--\nKofi\nTel +44 7700 900123` },
      ties: ['phone'],
    },
    {
      name: 'a telephone that only the history shows',
      change: { from: someone, text: `${text}\n\nOn Tue, 24 Mar 2026 at 10:00, Help wrote:\n> Ring 07700 900123` },
      ties: [],
    },
    { name: 'an answer in the same thread', change: { inReplyTo: '<first@mail.example>', text }, ties: ['thread'] },
    { name: 'the same conversation of the page', change: { threadId: 'thread-1', text }, ties: ['thread'] },
    {
      name: 'a colleague who passes on somebody’s words is nobody’s complainant',
      change: {
        from: { name: 'Ruth Amankwah', address: 'ruth@landlord.example' },
        subject: 'FW: floor',
        text: 'Please see below.\n\nFrom: Kofi Boateng <kofi@mail.example>\nSent: 24 March 2026 10:00\nTo: help\nSubject: floor\n\nNobody has been.',
      },
      ties: [],
    },
  ])('$name', ({ change, ties }) => {
    expect(tiesOf(ruths({ messageId: '<first@mail.example>', threadId: 'thread-1' }), change)).toEqual(ties);
  });

  test('our reference, in the subject or quoted, as we write it or run together', () => {
    const file = ruths();
    const bare = file.reference.replaceAll('-', '').toLowerCase();
    expect(tiesOf(file, { subject: `Re: ${file.reference}`, text })).toEqual(['reference']);
    expect(tiesOf(file, { text: `My case is ${bare}. ${text}` })).toEqual(['reference']);
    expect(tiesOf(file, { text: `My case is 222-333-444. ${text}` })).toEqual([]);
  });

  test('the landlord’s own references and streets, where the settings say how they look', () => {
    const settings = parseSettings({ referenceFormats: ['WK-######'], streets: ['The Butts'] });
    const file = ruths({ text: 'At 9 The Butts. WK-104233' });
    expect(tiesOf(file, { text: `It’s wk-104233 again. ${text}` }, settings)).toEqual(['their-reference']);
    expect(tiesOf(file, { text: `I’m at 9 the butts. ${text}` }, settings)).toEqual(['home']);
    expect(tiesOf(file, { text: `I’m at 9 the butts, WK-104233. ${text}` })).toEqual([]);
  });

  test('what ties closest comes first; a name alone isn’t sure', () => {
    const [one, other] = [ruths(), { ...ruths({ threadId: 'thread-2' }), id: 'other' }];
    const message = { ...emptyMessage(), from: RUTH, threadId: 'thread-2', text };
    const found = belongings([one, other], read(message, NO_SETTINGS), NO_SETTINGS);
    expect(found.map(({ caseId, isSure }) => [caseId, isSure])).toEqual([
      ['other', true],
      [one.id, true],
    ]);
    const named = { ...message, threadId: null, from: { ...RUTH, address: '' } };
    expect(belongings([one], read(named, NO_SETTINGS), NO_SETTINGS).map(({ isSure }) => isSure)).toEqual([false]);
  });
});

describe('traces', () => {
  test('postcodes, telephones and homes in one form', () => {
    expect(postcodesIn(['wa7 3qj and WA73QJ'])).toEqual(['WA73QJ']);
    expect(phonesIn(['07700 900 123, +44 (0)1632 960155, £07700900123'])).toEqual(['07700900123', '01632960155']);
    expect(homesIn(['Flat 3, 12 Elm Ct and 9a Mill Rd', 'no number in Elm Close'])).toEqual([
      'flat 3 12 elm court',
      '9a mill road',
    ]);
    expect(referencesIn('see R-AB1234.', ['R-AA####', ''])).toEqual(['R-AB1234']);
  });

  test.each(['07 ', 'Flat 1 ', '1 Aa Bb Cc ', 'AA1 ', '+44 (0)'])('long repeats of %s take no time', (piece) => {
    const text = piece.repeat(200_000);
    const began = performance.now();
    homesIn([text], ['The Butts']);
    phonesIn([text]);
    postcodesIn([text]);
    referencesIn(text.slice(0, 40_000), ['WK-######']);
    expect(performance.now() - began).toBeLessThan(500);
  });
});
