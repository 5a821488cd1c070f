import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { letter, type LetterRequest } from '../../../core/letters/letter.ts';
import { preSendCheck, type Finding } from '../../../core/letters/pre-send-check.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { ANSWERED } from '../../support/any-letter.ts';
import { fileOf, moment } from '../../support/case.ts';
import { eventsOfScenario } from '../../support/letter-case.ts';
import type { LetterCase } from '../../support/scenario.ts';

/*
 * Letters as staff type them, and what the check says of each: `severity id`, in its order. The case is Ruth Amankwah’s,
 * received on Tuesday 24 March 2026; the letter goes out the day after, so that the answer is due on Friday 10 April.
 */

const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);
const policy = await policyOn('west-kent', DAY);
const settings = parseSettings({
  officer: {
    name: 'Joanna Marsh',
    team: 'Customer Services',
    phone: '01632 960412',
    email: 'j.marsh@landlord.example',
  },
  landlord: { domains: ['landlord.example'] },
  referenceFormats: ['WK-######', 'R-AA####'],
});

const CASE: LetterCase = {
  receivedAt: '2026-03-24T18:42:00+00:00',
  points: ['The floor was taken up on 23 February.', 'Nobody came back.'],
  wants: 'A date for the floor to be finished',
  handler: 'Priya Nair',
};

function request({
  kind = 'acknowledgement',
  given = {},
  now = '2026-03-25T09:30:00+00:00',
  of = policy,
  entries = {},
}: {
  readonly kind?: string;
  readonly given?: Partial<LetterCase>;
  readonly now?: string;
  readonly of?: typeof policy;
  readonly entries?: Readonly<Record<string, string>>;
} = {}): LetterRequest {
  const file = fileOf(...eventsOfScenario({ ...CASE, ...given }, of));
  return { kind, file, policy: of, floor, calendar: calendarOf(of), settings, now: moment(now), entries };
}

function check(text: string, asked: Parameters<typeof request>[0] = {}): readonly Finding[] {
  const findings = preSendCheck({ ...request(asked), text });
  for (const { found } of findings) for (const span of found) expect(text.slice(span.start, span.end)).toBe(span.text);
  return findings;
}

const ids = (findings: readonly Finding[]) => findings.map(({ severity, id }) => `${severity} ${id}`);

const TYPED = `Dear Ruth Amankwah

Thanks very much for your email, which we received on 24 March 2026. I'm sorry you have had to chase this. It's now with us as a stage 1 complaint (ref K5F-K92-3T2).

You told us that the floor was taken up on 23 February and that nobody came back. You would like a date for the floor to be finished. All of that is for us to answer, as far as I can see. If part of it turns out to be somebody else's, I'll tell you which.

Priya Nair is looking into it and will give you a ring by Friday 27th March. You'll have our answer by Fri 10/04/26. It's up to you whether this is a complaint, so do say if you'd rather it wasn't.

You can speak to the Housing Ombudsman at any time, free: 0300 111 3000, www.housing-ombudsman.org.uk, or PO Box 1484, Unit D, Preston PR2 0ET.

Kind regards
Joanna Marsh`;

const with_ = (from: string, to: string): string => {
  expect(TYPED).toContain(from);
  return TYPED.replace(from, to);
};

describe('a letter of ours, and one that somebody typed in their own words', () => {
  test('ours has nothing to be put right', () => {
    expect(check(letter(request()).draft?.text ?? '')).toEqual([]);
  });

  test('theirs neither', () => {
    expect(check(TYPED)).toEqual([]);
  });

  test('an empty one lacks everything, and each paragraph comes with it', () => {
    const findings = check('');
    expect(ids(findings)).toEqual([
      'must point-missing',
      'must point-missing',
      'must answer-date-missing',
      'must block-missing',
      'must block-missing',
      'must block-missing',
      'must block-missing',
      'should greeting',
      'should received-missing',
    ]);
    expect(findings.filter(({ insert }) => insert === null)).toEqual([]);
    expect(findings.find(({ id }) => id === 'answer-date-missing')).toMatchObject({
      clauses: ['west-kent/7.2#content', 'west-kent/7.3'],
      insert: 'We will answer you by Friday 10 April 2026.',
    });
  });
});

describe('days', () => {
  test.each([
    {
      name: 'another day than the one counted',
      text: with_('Fri 10/04/26', 'Mon 13/04/26'),
      ids: ['must answer-date-wrong'],
      found: 'Mon 13/04/26',
      insert: 'Friday 10 April 2026',
    },
    {
      name: 'a day that is past',
      text: with_('by Fri 10/04/26', 'by 10 March 2026'),
      ids: ['must date-past', 'must answer-date-wrong'],
      found: '10 March 2026',
      insert: 'Friday 10 April 2026',
    },
    {
      name: 'last year',
      text: with_('Fri 10/04/26', '10 April 2025'),
      ids: ['must date-past', 'must answer-date-wrong'],
      found: '10 April 2025',
      insert: 'Friday 10 April 2026',
    },
    {
      name: 'a bank holiday',
      text: with_('by Fri 10/04/26', 'by Good Friday, 3 April'),
      ids: ['must answer-date-wrong'],
      found: 'Friday, 3 April',
      insert: 'Friday 10 April 2026',
    },
    {
      name: 'the wrong weekday',
      text: with_('Fri 10/04/26', 'Thursday 10 April 2026'),
      ids: ['must weekday-wrong'],
      found: 'Thursday 10 April 2026',
      insert: 'Friday 10 April 2026',
    },
    {
      name: 'a day that there isn’t',
      text: with_('Fri 10/04/26', '31 April 2026'),
      ids: ['must no-such-date', 'must answer-date-missing'],
      found: '31 April 2026',
      insert: null,
    },
    {
      name: 'a number of days',
      text: with_('by Fri 10/04/26', 'within 10 working days'),
      ids: ['must answer-date-missing', 'should date-in-days'],
      found: undefined,
      insert: 'We will answer you by Friday 10 April 2026.',
    },
    {
      name: 'a call on a Sunday',
      text: with_('by Friday 27th March', 'by Sunday 29 March'),
      ids: ['should not-a-working-day'],
      found: 'Sunday 29 March',
      insert: null,
    },
    {
      name: 'a call that should have been',
      text: with_('by Friday 27th March', 'by 20 March 2026'),
      ids: ['must date-past'],
      found: '20 March 2026',
      insert: null,
    },
    {
      name: 'the wrong day of receipt',
      text: with_('received on 24 March 2026', 'received on 25 March 2026'),
      ids: ['must received-wrong'],
      found: '25 March 2026',
      insert: 'Tuesday 24 March 2026',
    },
  ])('$name', ({ text, ids: expected, found, insert }) => {
    const findings = check(text);
    expect(ids(findings)).toEqual(expected);
    expect(findings[0]?.found[0]?.text).toBe(found);
    expect(
      findings.at(-1)?.id === 'date-in-days'
        ? findings[0]?.insert
        : findings[expected.length > 1 && found !== '31 April 2026' ? 1 : 0]?.insert,
    ).toBe(insert);
  });

  test('says why a day is none: Good Friday', () => {
    expect(check(with_('by Fri 10/04/26', 'by 3 April 2026'))[0]?.message).toBe(
      'The answer is due by Friday 10 April 2026; Friday 3 April 2026 is no working day: Good Friday.',
    );
  });

  test('the day was right yesterday: sent a day later it is another', () => {
    expect(ids(check(TYPED, { now: '2026-03-26T09:30:00+00:00' }))).toEqual(['must answer-date-wrong']);
  });

  test('the new date of an extension, and the old one beside it', () => {
    const given = {
      then: [
        { at: '2026-03-25T10:00:00+00:00', acknowledged: 'stage-1' },
        {
          at: '2026-04-08T10:00:00+01:00',
          proposed: { stage: 'stage-1', newDate: '2026-04-17', reason: 'The report comes on 14 April.' },
        },
      ],
    };
    const text = `Dear Ruth Amankwah\n\nWe said we would answer by 10 April. We can't yet, because the surveyor's report comes on 14 April. We will answer you by 17 April 2026. If you do not agree, tell me.\n\nHousing Ombudsman: 0300 111 3000, www.housing-ombudsman.org.uk, PO Box 1484, Unit D, Preston PR2 0ET.`;
    const asked = { kind: 'extension', given, now: '2026-04-08T11:00:00+01:00' };
    expect(ids(check(text, asked))).toEqual([]);
    expect(ids(check(text.replace('17 April 2026', '24 April 2026'), asked))).toEqual(['must answer-date-wrong']);
  });
});

describe('the Ombudsman', () => {
  const paragraph = TYPED.split('\n\n')[4] ?? '';

  test.each([
    { name: 'not named', to: '', ids: ['must block-missing'], clauses: ['west-kent/8.1', 'hos-code-2024/3.7'] },
    {
      name: 'by email alone, which no longer works',
      to: 'You can write to the Housing Ombudsman: info@housing-ombudsman.org.uk.',
      ids: ['must ombudsman-old', 'must ombudsman-incomplete'],
      clauses: ['hos-code-2024/3.7', 'hos-code-2024/scheme#contact'],
    },
    {
      name: 'at an address that it left',
      to: paragraph.replace('PO Box 1484, Unit D, Preston PR2 0ET', 'PO Box 152, Liverpool L33 7WQ'),
      ids: ['must ombudsman-old', 'should ombudsman-incomplete'],
      clauses: ['hos-code-2024/3.7'],
    },
    {
      name: 'without its web address',
      to: paragraph.replace(' www.housing-ombudsman.org.uk,', ''),
      ids: ['must ombudsman-incomplete'],
      clauses: ['west-kent/8.1', 'hos-code-2024/3.7'],
    },
    {
      name: 'without its postal address',
      to: paragraph.replace(', or PO Box 1484, Unit D, Preston PR2 0ET', ''),
      ids: ['should ombudsman-incomplete'],
      clauses: ['west-kent/8.1', 'hos-code-2024/3.7'],
    },
    {
      name: 'its number with other spaces',
      to: paragraph.replace('0300 111 3000', '0300 1113000'),
      ids: [],
      clauses: undefined,
    },
    {
      name: 'after eight weeks, as the law once was',
      to: `${paragraph} You have to wait eight weeks first, or ask a designated person.`,
      ids: ['must filter-ended'],
      clauses: ['hos-code-2024/3.7'],
    },
  ])('$name', ({ to, ids: expected, clauses }) => {
    const findings = check(with_(paragraph, to));
    expect(ids(findings)).toEqual(expected);
    expect(findings[0]?.clauses).toEqual(clauses);
  });

  test('the old email address was right before January 2026', () => {
    const text = with_('or PO Box 1484', 'info@housing-ombudsman.org.uk or PO Box 1484');
    const before = check(text, {
      given: { receivedAt: '2025-10-07T10:00:00+01:00' },
      now: '2025-10-08T10:00:00+01:00',
    });
    expect(ids(before)).not.toContain('must ombudsman-old');
    expect(ids(check(text))).toContain('must ombudsman-old');
  });
});

describe('words', () => {
  test.each([
    ['Your formal complaint is logged.', 'should formal', 'formal'],
    ['We cannot accept your complaint.', 'must refusal', 'cannot accept your complaint'],
    ['This is outside our complaints policy.', 'must refusal', 'outside our complaints policy'],
    ['We consider this matter closed.', 'must refusal', 'We consider this matter closed'],
    ['Ring the Ombudsman on 0300 111 3001.', 'must ombudsman-number', '0300 111 3001'],
    ['We apologise for any inconvenience caused.', 'should phrase', 'any inconvenience'],
    ['You allege that nobody came.', 'should phrase', 'You allege'],
    ['Someone will be in touch.', 'should phrase', 'Someone will be in touch'],
    ['This is due to your lifestyle.', 'must blame', 'lifestyle'],
    ['Please complete the attached complaint form.', 'must asks-for-a-form', 'complete the attached complaint form'],
    [
      'Before we can look into it we need photos as proof.',
      'should asks-for-evidence-first',
      'Before we can look into it we need photos as proof',
    ],
    ['Please tell us why you are unhappy with our answer.', 'must asks-for-reasons', 'Please tell us why'],
    ['We got this wrong.', 'should finding-too-early', 'We got this wrong'],
    ['Our ASB team will ring you.', 'should abbreviation', 'ASB'],
    ['DO NOT REPLY to this email.', 'should capitals', 'DO NOT REPLY'],
    ['Write to noreply@landlord.example.', 'must no-reply', 'noreply@'],
    ['Your surveyor is [name of surveyor].', 'must gap', '[name of surveyor]'],
    ['Your surveyor comes on TBC.', 'must gap', 'TBC'],
  ])('%s', (sentence, expected, words) => {
    const findings = check(`${TYPED}\n\n${sentence}`);
    expect(ids(findings)).toEqual([expected]);
    expect(findings[0]?.found.map(({ text }) => text)).toEqual([words]);
  });

  test.each([
    'You do not have to fill in a form or give reasons.',
    'You can use the form on our website if you like.',
    'If I need photos, I will ask you for them.',
    'You wrote: “It is a formal complaint about my lifestyle and any inconvenience.”',
    'We will look at it within our complaints process.',
    'The FLOOR is up.',
  ])('is nothing to be put right: %s', (sentence) => {
    expect(ids(check(`${TYPED}\n\n${sentence}`))).toEqual([]);
  });
});

describe('somebody else’s data', () => {
  test.each([
    { name: 'a reference of ours of another case', to: `${TYPED}\n\nSee also 7RK-4MD-2X8.`, ids: [] },
    {
      name: 'a reference of the landlord’s that isn’t on this case',
      to: `${TYPED}\n\nThe job is WK-123456.`,
      ids: ['must other-reference'],
    },
    {
      name: 'another greeting',
      to: with_('Dear Ruth Amankwah', 'Dear Colin Adebayo-Hurst'),
      ids: ['must greets-another'],
    },
    {
      name: 'another email address',
      to: `${TYPED}\n\nI have copied in colin.hurst@mail.example.`,
      ids: ['must other-address'],
    },
    {
      name: 'another postcode',
      to: `${TYPED}\n\nThe flat at 7 Mill Lane, TN15 6AB is done.`,
      ids: ['must other-address'],
    },
    { name: 'the officer’s own address', to: `${TYPED}\nj.marsh@landlord.example`, ids: [] },
    { name: 'no name', to: with_('Dear Ruth Amankwah', 'Dear resident'), ids: ['should greeting'] },
    {
      name: 'a title that nobody gave',
      to: with_('Dear Ruth Amankwah', 'Dear Mrs Amankwah'),
      ids: ['should greeting'],
    },
    { name: 'the surname alone', to: with_('Dear Ruth Amankwah', 'Dear Amankwah'), ids: [] },
  ])('$name', ({ to, ids: expected }) => {
    expect(ids(check(to))).toEqual(expected);
  });

  test('a mistyped reference is no reference; a real one of another case is', async () => {
    const { referenceOf } = await import('../../../core/case/reference.ts');
    const other = referenceOf('0195c7a0-0000-7000-8000-00000000000f');
    const findings = check(`${TYPED}\n\nAs in ${other}.`);
    expect(ids(findings)).toEqual(['must other-reference']);
    expect(findings[0]?.found.map(({ text }) => text)).toEqual([other]);
    expect(findings[0]?.insert).toBe('K5F-K92-3T2');
  });

  test('a reference that the resident wrote themselves is theirs to read again', () => {
    const given = { points: ['WK-123456 was closed.', 'Nobody came back.'] };
    expect(ids(check(with_('the floor was taken up on 23 February', 'WK-123456 was closed'), { given }))).toEqual([]);
  });
});

describe('answers', () => {
  const given = { then: ANSWERED };
  const ANSWER = `Dear Ruth Amankwah

This is our answer at stage 1 to the complaint we received on 24 March 2026.

The floor was taken up on 23 February. You are right about that, and we got this wrong: the order was closed by mistake, against our own repairs policy.

Nobody came back. We found that a surveyor called on 2 March and left a card.

You wanted a date for the floor to be finished. Marcus Hill lays the floor by 24 April 2026, and I am sorry for the five weeks without one.

If you are not happy, tell me by 28 April 2026 and we will take it to stage two. You need not say why.

Housing Ombudsman: 0300 111 3000, www.housing-ombudsman.org.uk, PO Box 1484, Unit D, Preston PR2 0ET.`;
  const asked = { kind: 'stage-1-response', given, now: '2026-03-27T11:00:00+00:00' };

  test('one that answers every point, in its own words, has nothing to be put right', () => {
    expect(ids(check(ANSWER, asked))).toEqual([]);
  });

  test.each([
    {
      name: 'a point left out',
      from: 'Nobody came back. We found that a surveyor called on 2 March and left a card.',
      to: '',
      expected: 'must point-missing',
    },
    {
      name: 'a point without a decision',
      from: 'We found that a surveyor called on 2 March and left a card.',
      to: 'A surveyor called on 2 March.',
      expected: 'must decision-missing',
    },
    {
      name: 'the wrong day for the next stage',
      from: 'by 28 April 2026 and we',
      to: 'by 10 April 2026 and we',
      expected: 'must window-wrong',
    },
    {
      name: 'no day for the next stage',
      from: 'tell me by 28 April 2026 and we',
      to: 'tell me and we',
      expected: 'must window-wrong',
    },
    {
      name: 'no next stage',
      from: 'If you are not happy, tell me by 28 April 2026 and we will take it to stage two. You need not say why.',
      to: '',
      expected: 'must window-wrong must block-missing',
    },
    { name: 'another stage', from: 'at stage 1', to: 'at stage 2', expected: 'must stage-wrong' },
    {
      name: 'work without a day',
      from: 'Marcus Hill lays the floor by 24 April 2026',
      to: 'We will lay the floor',
      expected: 'should action-without-date',
    },
    {
      name: 'reasons asked for',
      from: 'You need not say why.',
      to: 'You must explain why you are unhappy.',
      expected: 'must asks-for-reasons',
    },
  ])('$name', ({ from, to, expected }) => {
    expect(ANSWER).toContain(from);
    expect(ids(check(ANSWER.replace(from, to), asked)).join(' ')).toBe(expected);
  });

  test('who decided before may not decide again', () => {
    const then = [
      { at: '2026-03-27T10:00:00+00:00', sent: 'stage-1' },
      { at: '2026-03-30T10:00:00+01:00', escalated: 'stage-2' },
    ];
    const again = request({
      kind: 'stage-2-acknowledgement',
      given: { then, handler: 'Owen Blackwood' },
      now: '2026-03-31T10:00:00+01:00',
    });
    const findings = preSendCheck({ ...again, text: letter(again).draft?.text ?? '' });
    expect(findings.map(({ id, clauses }) => [id, clauses])).toEqual([
      ['same-person', ['west-kent/7.7', 'hos-code-2024/6.13']],
    ]);
  });

  test('a second acknowledgement that doesn’t say so', () => {
    const then = [{ at: '2026-03-25T09:40:00+00:00', acknowledged: 'stage-1' }];
    expect(ids(check(TYPED, { given: { then }, now: '2026-03-25T14:00:00+00:00' }))).toEqual([
      'must second-acknowledgement',
    ]);
  });
});

describe('the text is never a pattern, and is read in linear time', () => {
  test.each([
    '(a+)+$'.repeat(2_000),
    '“'.repeat(50_000),
    '['.repeat(50_000),
    'we will '.repeat(20_000),
    'please tell '.repeat(15_000),
    'Dear '.repeat(30_000),
    '0'.repeat(100_000),
    'A'.repeat(100_000),
    'a@'.repeat(50_000),
    'by 10 April 2026 we will answer '.repeat(5_000),
    '. '.repeat(80_000),
    '_ '.repeat(60_000),
  ])('%#', (text) => {
    const asked = request();
    const began = process.cpuUsage().user;
    preSendCheck({ ...asked, text });
    expect(process.cpuUsage().user - began).toBeLessThan(4_000_000);
  });

  test('a case whose own words are patterns', () => {
    const points = ['(.*)+[a-z', '\\d{3}$&', '{{ officer.phone }}'];
    const asked = { given: { points, wants: '$1 ^', handler: '.*' } };
    expect(ids(check(letter(request(asked)).draft?.text ?? '', asked))).toEqual(expect.arrayContaining([]));
    expect(check('', asked).filter(({ id }) => id === 'point-missing')).toHaveLength(3);
  });
});

describe('the paragraph that one press puts in', () => {
  const offered = (text: string, asked: Parameters<typeof request>[0]) =>
    check(text, asked).map(({ insert }) => insert);

  test('is a whole sentence', () => {
    const inserts = offered('Dear Ruth Amankwah\n\nThis is with us as a stage one complaint.', {});
    expect(inserts).toContain('We heard from you on Tuesday 24 March 2026.');
    expect(inserts).toContain('You told us: “Nobody came back.”');
  });

  test('says nothing of what is put right while a point is open, and what was decided once none is', () => {
    const open = { kind: 'stage-1-response', now: '2026-03-27T11:00:00+00:00' };
    const text = 'Dear Ruth Amankwah\n\nWe uphold your complaint about the floor.';
    const lacking = check(text, open).filter(({ insert }) => /put right/.test(insert ?? ''));
    expect(lacking).toEqual([]);
    const entries = Object.fromEntries(
      request().file.points.map(({ id }) => [`point.${id}.decision`, 'not-upheld'] as const),
    );
    expect(offered(text, { ...open, entries }).some((insert) => insert?.includes('nothing to put right'))).toBe(true);
  });
});
