import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { verifyChains } from '../../../core/case/chain-check.ts';
import { newChain, seal, withoutPersonal } from '../../../core/case/chain.ts';
import { caseFile, currentStage } from '../../../core/case/case-file.ts';
import { parseEvent, type CaseEvent } from '../../../core/case/event.ts';
import { identityOf, sameMessage } from '../../../core/case/match.ts';
import { referenceOf, toReference } from '../../../core/case/reference.ts';
import { toInstant } from '../../../core/dates.ts';
import { emptyMessage } from '../../../core/message.ts';
import { acknowledged, draft, entered, fileOf, opening, RECEIVED, testSource } from '../../support/case.ts';

describe('the chain', () => {
  const events = entered([...opening(), acknowledged('2026-03-25T10:00:00+00:00')]);
  const at = (index: number): CaseEvent => {
    const event = events[index];
    if (!event) throw new Error('no such event');
    return event;
  };

  test('holds as it was entered, in any order', () => {
    expect(() => verifyChains(events)).not.toThrow();
    expect(() => verifyChains([...events].reverse())).not.toThrow();
    expect(() => verifyChains([...events, at(1)])).not.toThrow();
  });

  test('holds when personal data was erased', () => {
    expect(() => verifyChains([withoutPersonal(at(0)), ...events.slice(1)])).not.toThrow();
    expect(JSON.stringify(withoutPersonal(at(0)))).not.toContain('Ruth');
  });

  test.each([
    {
      name: 'a changed date',
      spoilt: () => [{ ...at(0), occurredAt: toInstant('2026-03-23T18:42:00+00:00') }, at(1), at(2)],
      says: 'number 1): was changed',
    },
    {
      name: 'a changed word of the message',
      spoilt: () => [{ ...at(0), personal: { ...at(0).personal, subject: 'Thanks' } } as CaseEvent, at(1), at(2)],
      says: 'number 1): its personal data was changed',
    },
    { name: 'one lost from the middle', spoilt: () => [at(0), at(2)], says: 'number 3): number 2 is missing' },
    {
      name: 'one put in another’s place',
      spoilt: () => [at(0), { ...at(1), previousHash: 'x' }, at(2)],
      says: 'number 2): doesn’t follow',
    },
    {
      name: 'one there twice with different content',
      spoilt: () => [...events, { ...at(1), hash: 'x' }],
      says: 'is there twice',
    },
  ])('finds $name', ({ spoilt, says }) => {
    expect(() => verifyChains(spoilt())).toThrow(says);
  });

  test('goes on where it ended', () => {
    const source = testSource();
    const first = seal(opening(), newChain('device-1'), source);
    const second = seal([acknowledged('2026-03-25T10:00:00+00:00')], first.tip, source);
    expect(second.events[0]?.sequence).toBe(3);
    expect(() => verifyChains([...first.events, ...second.events])).not.toThrow();
  });

  test('an event survives being written and read', () => {
    expect(events.map((event) => parseEvent(JSON.parse(JSON.stringify(event))))).toEqual(events);
  });

  test.each([
    { name: 'an unknown type', input: { id: 'x', type: 'abolished' }, says: 'event x: unknown type "abolished"' },
    { name: 'no object', input: 'text', says: 'an event without an id: unknown type' },
    { name: 'a field of the wrong kind', input: { ...events[0], sequence: 'one' }, says: 'sequence' },
    { name: 'a day that isn’t one', input: { ...events[0], occurredAt: 'Tuesday' }, says: 'occurredAt' },
  ])('refuses $name', ({ input, says }) => {
    expect(() => parseEvent(input)).toThrow(says);
  });
});

describe('the case file', () => {
  test('begins with what was received and logged', () => {
    const file = fileOf(...opening());
    expect(file).toMatchObject({
      kind: 'complaint',
      receivedAt: RECEIVED,
      handler: 'Priya Nair',
      wants: 'A date for the floor to be finished',
      closed: null,
    });
    expect(currentStage(file)).toMatchObject({ stage: 'stage-1', enteredAt: RECEIVED, enteredBy: 'complaint' });
    expect(file.points.map(({ text, answered }) => [text, answered])).toEqual([
      ['The floor was taken up on 23 February.', false],
      ['Nobody came back.', false],
    ]);
  });

  test('an undone logging leaves no case', () => {
    const events = entered(opening());
    const undone = draft('undone', RECEIVED, { of: events.map(({ id }) => id) }, {});
    expect(() =>
      caseFile([...events, ...seal([undone], { deviceId: 'device-1', sequence: 2, hash: '' }, testSource()).events]),
    ).toThrow('its first message is missing');
  });

  test('an undone undoing counts again', () => {
    const source = testSource();
    const first = seal([...opening(), acknowledged('2026-03-25T10:00:00+00:00')], newChain('device-1'), source);
    const undo = seal([draft('undone', RECEIVED, { of: [first.events[2]?.id ?? ''] }, {})], first.tip, source);
    const redo = seal([draft('undone', RECEIVED, { of: [undo.events[0]?.id ?? ''] }, {})], undo.tip, source);
    expect(currentStage(caseFile([...first.events, ...undo.events]))?.acknowledgements).toHaveLength(0);
    expect(currentStage(caseFile([...first.events, ...undo.events, ...redo.events]))?.acknowledgements).toHaveLength(1);
  });

  test('a correction moves the day of receipt, and the clocks with it; the entry stands', () => {
    const source = testSource();
    const first = seal(opening(), newChain('device-1'), source);
    const correction = draft(
      'corrected',
      RECEIVED,
      { of: first.events[0]?.id ?? '', occurredAt: toInstant('2026-03-20T09:00:00+00:00'), fields: {} },
      { fields: {}, reason: 'stamped on Friday' },
    );
    const events = [...first.events, ...seal([correction], first.tip, source).events];
    expect(caseFile(events).receivedAt).toBe('2026-03-20T09:00:00+00:00');
    expect(events[0]?.occurredAt).toBe(RECEIVED);
    // The message still bears its own day; the letter names it.
    expect(caseFile(events).messages[0]?.datedAt).toBe(RECEIVED);
  });

  test('a correction that makes no sense in its event is refused', () => {
    const source = testSource();
    const first = seal(opening(), newChain('device-1'), source);
    const correction = draft(
      'corrected',
      RECEIVED,
      { of: first.events[0]?.id ?? '', occurredAt: null, fields: { channel: 'pigeon' } },
      { fields: {}, reason: '' },
    );
    expect(() => caseFile([...first.events, ...seal([correction], first.tip, source).events])).toThrow('data.channel');
  });

  const life = [
    draft('contact-tried', '2026-03-26T09:00:00+00:00', { stage: 'stage-1', channel: 'phone' }, { note: 'no answer' }),
    draft('contact-made', '2026-03-27T09:00:00+00:00', { stage: 'stage-1', channel: 'phone' }, { note: '' }),
    acknowledged('2026-03-30T09:00:00+01:00'),
    draft(
      'extension-agreed',
      '2026-04-10T09:00:00+01:00',
      { stage: 'stage-1', newDate: '2026-04-20' as never, exceptional: false, ombudsmanDetailsGiven: true },
      { reason: 'surveyor' },
    ),
    draft(
      'response-sent',
      '2026-04-17T09:00:00+01:00',
      { stage: 'stage-1', channel: 'email', letterDate: null, outcome: 'upheld' },
      { text: 'Dear' },
    ),
    draft(
      'action-promised',
      '2026-04-17T09:00:00+01:00',
      { action: 'a1', by: '2026-05-01' as never },
      { what: 'Lay the floor', who: 'Repairs' },
    ),
    draft('compensation-offered', '2026-04-17T09:00:00+01:00', { offer: 'o1', pence: 4500 }, { reason: 'bus fares' }),
    draft(
      'escalated',
      '2026-04-24T09:00:00+01:00',
      {
        route: { to: 'stage:stage-2', route: 'stage-2', stage: 'stage-2', rule: 'escalation', clauses: [] },
        from: 'stage-1',
        reasonsGiven: false,
      },
      { points: [], wants: null },
    ),
    draft('reviewer-assigned', '2026-04-25T09:00:00+01:00', { stage: 'stage-2' }, { name: 'Owen Blackwood' }),
    draft('compensation-accepted', '2026-04-26T09:00:00+01:00', { offer: 'o1' }, {}),
    draft('compensation-paid', '2026-04-27T09:00:00+01:00', { offer: 'o1', pence: 4500 }, {}),
    draft('action-done', '2026-04-28T09:00:00+01:00', { action: 'a1' }, { note: '' }),
    draft('resolved', '2026-05-20T09:00:00+01:00', { stage: 'stage-2', outcome: 'upheld' }, { note: '' }),
  ];

  test('keeps the whole life of a case', () => {
    const file = fileOf(...opening(), ...life);
    expect(file.stages).toHaveLength(2);
    expect(file.stages[0]).toMatchObject({
      contactMade: '2026-03-27T09:00:00+00:00',
      contactTries: ['2026-03-26T09:00:00+00:00'],
      response: { sentAt: '2026-04-17T09:00:00+01:00' },
    });
    expect(file.stages[1]).toMatchObject({
      stage: 'stage-2',
      enteredBy: 'escalation',
      enteredAt: '2026-04-24T09:00:00+01:00',
      reviewer: 'Owen Blackwood',
      handler: null,
    });
    expect(file.compensation).toEqual([
      { id: 'o1', pence: 4500, reason: 'bus fares', acceptedAt: '2026-04-26T09:00:00+01:00', paidPence: 4500 },
    ]);
    expect(file.actions[0]?.doneAt).toBe('2026-04-28T09:00:00+01:00');
    expect(file.closed).toMatchObject({ how: 'resolved', reason: 'upheld' });
  });

  test('folds to the same whatever the order in which the events are handed in', () => {
    const events = entered([...opening(), ...life]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...events], { minLength: events.length }), (shuffled) => {
        expect(caseFile(shuffled)).toEqual(caseFile(events));
      }),
      { numRuns: 20 },
    );
  });

  test('erased personal data leaves words that say so, never a blank', () => {
    const [received, ...rest] = entered(opening());
    const file = caseFile([...(received ? [withoutPersonal(received)] : []), ...rest]);
    expect(file.messages[0]).toMatchObject({ text: 'erased', subject: 'erased', from: null });
  });
});

describe('the reference', () => {
  const reference = referenceOf('0195c7a0-0000-7000-8000-000000000001');

  test('is eight characters and a check, in threes, the same for the same case', () => {
    expect(reference).toMatch(/^[2-9CDFGHJKMPQRTVWX]{3}-[2-9CDFGHJKMPQRTVWX]{3}-[2-9CDFGHJKMPQRTVWX]{3}$/);
    expect(referenceOf('0195c7a0-0000-7000-8000-000000000001')).toBe(reference);
  });

  test('is read however it is typed', () => {
    expect(toReference(` ${reference.toLowerCase().replaceAll('-', ' ')} `)).toBe(reference);
  });

  test('every single wrong character and every exchange of two is found', () => {
    const characters = Array.from(reference.replaceAll('-', ''));
    for (let index = 0; index < characters.length; index++) {
      for (const other of '23456789CDFGHJKMPQRTVWX') {
        const wrong = characters.with(index, other).join('');
        if (other !== characters[index]) expect(toReference(wrong)).toBeNull();
      }
      for (let second = index + 1; second < characters.length; second++) {
        const exchanged = characters
          .with(index, characters[second] ?? '')
          .with(second, characters[index] ?? '')
          .join('');
        if (characters[index] !== characters[second]) expect(toReference(exchanged)).toBeNull();
      }
    }
  });

  test.each(['', '7RK-4MD', 'OIL-IOI-OOO', '7RK-4MD-2X9-1'])('%j is none', (text) => {
    expect(toReference(text)).toBeNull();
  });
});

describe('the same message', () => {
  const message = {
    ...emptyMessage(),
    from: { name: 'Ruth', address: 'Ruth@mail.example' },
    subject: 'Bathroom  floor',
    receivedAt: toInstant('2026-03-24T18:42:10Z'),
  };
  const identity = identityOf(message, 'Nobody came.');

  test.each([
    {
      name: 'read again to the minute, with other white space',
      other: identityOf(
        { ...message, subject: 'Bathroom floor', receivedAt: toInstant('2026-03-24T18:42:59Z') },
        'Nobody\ncame. ',
      ),
      expected: 'sender-subject-minute-text',
    },
    { name: 'another text', other: identityOf(message, 'Nobody came again.'), expected: null },
    {
      name: 'another minute',
      other: identityOf({ ...message, receivedAt: toInstant('2026-03-24T18:43:00Z') }, 'Nobody came.'),
      expected: null,
    },
    {
      name: 'the same id on the page',
      other: identityOf({ ...message, siteMessageId: '1a' }, 'x'),
      mine: identityOf({ ...message, siteMessageId: '1a' }, 'y'),
      expected: 'site-message-id',
    },
    {
      name: 'the same Message-ID',
      other: identityOf({ ...message, messageId: '<a@b>' }, 'x'),
      mine: identityOf({ ...message, messageId: '<a@b>' }, 'y'),
      expected: 'message-id',
    },
    {
      name: 'the same words sent twice: two Message-IDs',
      other: identityOf({ ...message, messageId: '<a@b>' }, 'x'),
      mine: identityOf({ ...message, messageId: '<c@d>' }, 'x'),
      expected: null,
    },
  ])('$name', ({ other, mine = identity, expected }) => {
    expect(sameMessage(mine, other)).toBe(expected);
  });
});
