import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { letter, type Letter } from '../../../core/letters/letter.ts';
import { parsePolicy } from '../../../core/policy/policy.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { acknowledged, draft, fileOf, moment, opening } from '../../support/case.ts';
import { smallPolicy } from '../../support/small-policy.ts';
import type { EventDraft } from '../../../core/case/event.ts';

const DAY = toIsoDate('2026-03-26');
const policy = await policyOn('west-kent', DAY);
const floor = await policyOn(FLOOR, DAY);
const calendar = calendarOf(policy);
const settings = parseSettings({
  officer: { name: 'Joanna Marsh', team: 'Customer Services', phone: '01632 960412' },
  emergencyNumber: '01632 960155',
});

function write(
  drafts: readonly EventDraft[],
  {
    now = '2026-03-25T09:30:00+00:00',
    kind = 'acknowledgement',
    using = settings,
    responsibility = null as string | null,
  } = {},
): Letter {
  return letter({
    kind,
    file: fileOf(...drafts),
    policy,
    floor,
    calendar,
    settings: using,
    now: moment(now),
    responsibility,
  });
}

/** The opening, with other words in one place of the logged entry. */
function openingWith(personal: object): EventDraft[] {
  return opening().map((event) =>
    event.type === 'logged' ? { ...event, personal: { ...event.personal, ...personal } } : event,
  );
}

describe('the acknowledgement', () => {
  const ready = write(opening());

  test('reads as a person would write it', () => {
    expect(ready.draft?.text).toMatchInlineSnapshot(`
      "Dear Ruth Amankwah

      Thank you for your email of Tuesday 24 March 2026. I am sorry that you have had reason to complain.

      I have logged it as a complaint at stage one, the first stage of our complaints process. Your reference is K5F-K92-3T2.

      This is what you told us:

      1. “The floor was taken up on 23 February.”
      2. “Nobody came back.”

      What you would like us to do: A date for the floor to be finished.

      If I have any of this wrong, or have missed something, tell me and I will put it right.

      As far as I can tell, all of this is ours to answer. If part of it turns out to be for somebody else, I will tell you which part, why, and who can help.

      Priya Nair in our Customer Resolution Team will look into it and will contact you by Friday 27 March 2026 to talk it through.

      We will answer you by Friday 10 April 2026.

      If we already owe you a repair or other work, it carries on meanwhile. A complaint does not hold it up.

      Making a complaint is your choice. If you would rather we did not treat this as one, tell me.

      If something would make this easier for you, such as large print, an interpreter, or a call at a set time, tell me.

      You can ask the Housing Ombudsman Service for free advice at any time: on 0300 111 3000, at www.housing-ombudsman.org.uk, or by post to PO Box 1484, Unit D, Preston, PR2 0ET.

      Yours sincerely

      Joanna Marsh
      Customer Services, West Kent Housing Association
      01632 960412"
    `);
  });

  test('holds all that 7.2 and the Code ask for', () => {
    expect(ready.missing).toEqual([]);
    expect(ready.lacking).toEqual([]);
    expect(ready.checked.map(({ block }) => block).sort()).toEqual([
      'complaint-details',
      'handler-name',
      'ombudsman-advice',
      'outcome-sought',
      'response-date',
      'what-we-are-responsible-for',
    ]);
  });

  test('promises the date counted from the day on which it goes out, and says until when that holds', () => {
    expect(ready.promisedBy).toBe('2026-04-10');
    expect(ready.holds).toEqual({ until: '2026-03-25', then: '2026-04-13' });
  });

  test.each([
    {
      name: 'sent on a Friday the date holds over the weekend',
      now: '2026-03-27T16:00:00+00:00',
      promisedBy: '2026-04-14',
      holds: { until: '2026-03-29', then: '2026-04-15' },
    },
    {
      name: 'on the last day it is the last date that sending can give',
      now: '2026-03-31T16:00:00+01:00',
      promisedBy: '2026-04-16',
      holds: null,
    },
    {
      name: 'late, sending moves nothing any more',
      now: '2026-04-09T16:00:00+01:00',
      promisedBy: '2026-04-16',
      holds: null,
    },
  ])('$name', ({ now, promisedBy, holds }) => {
    const late = write(opening(), { now });
    expect([late.promisedBy, late.holds]).toEqual([promisedBy, holds]);
  });

  test.each([
    {
      name: 'nobody has been named to look into it',
      drafts: openingWith({ handler: null }),
      missing: ['handler.name'],
    },
    { name: 'the outcome isn’t known', drafts: openingWith({ wants: null }), missing: ['wants'] },
    { name: 'no point is left', drafts: openingWith({ points: [] }), missing: ['points'] },
    { name: 'the resident’s name isn’t known', drafts: openingWith({ complainant: null }), missing: ['resident.name'] },
  ])('names what it lacks, and can’t go in: $name', ({ drafts, missing }) => {
    const lacking = write(drafts);
    expect(lacking.missing.map(({ path }) => path)).toEqual(missing);
    expect(lacking.draft).toBeNull();
  });

  test('names the settings that it lacks', () => {
    const lacking = write(opening(), { using: parseSettings({}) });
    expect(lacking.missing.map(({ path, place }) => [path, place])).toEqual([
      ['officer.name', 'settings'],
      ['officer.phone', 'settings'],
    ]);
  });

  test('puts the outcome in quotation marks where it is the resident’s own sentence, and not where an officer wrote it', () => {
    expect(write(opening({ wants: 'Nobody came back.' })).draft?.text).toContain(
      'What you would like us to do: “Nobody came back.”',
    );
    expect(write(opening({ wants: 'I will ring you to ask' })).draft?.text).toContain(
      'What you would like us to do: I will ring you to ask.',
    );
  });

  test('leaves out the day of contact once contact was made', () => {
    const contact = draft(
      'contact-made',
      '2026-03-25T09:00:00+00:00',
      { stage: 'stage-1', channel: 'phone' },
      { note: '' },
    );
    expect(ready.draft?.text).toContain('will contact you by Friday 27 March 2026');
    expect(write([...opening(), contact]).draft?.text).not.toContain('will contact you by');
  });

  test('tells of the emergency line first where there is danger, and of the Building Safety Regulator where it is about the building', () => {
    const danger = write(opening({ signals: ['dissatisfaction', 'emergency-hazard', 'building-safety'] }));
    expect(danger.draft?.text.indexOf('01632 960155')).toBeLessThan(
      danger.draft?.text.indexOf('Thank you for your email') ?? 0,
    );
    expect(danger.draft?.text).toContain('0300 790 6787');
    expect(ready.draft?.text).not.toContain('Building Safety Regulator');
  });

  test('says what isn’t ours where an officer has written it', () => {
    const text = write(opening(), { responsibility: 'The lift belongs to the freeholder, Quay Estates.' }).draft?.text;
    expect(text).toContain('The lift belongs to the freeholder, Quay Estates.');
    expect(text).not.toContain('all of this is ours to answer');
  });

  test('once sent, it can only be corrected by one that names the earlier', () => {
    const correction = write([...opening(), acknowledged('2026-03-25T11:00:00+00:00')], {
      now: '2026-03-27T09:00:00+00:00',
    });
    expect(correction.corrects?.at).toBe('2026-03-25T11:00:00+00:00');
    expect(correction.draft?.text).toContain('I wrote to you about this on Wednesday 25 March 2026.');
    expect(correction.promisedBy).toBe('2026-04-10');
  });
});

describe('whatever the message says, the letter shows it as text', () => {
  const hostile =
    '<img src=x onerror=alert(1)> {{ officer.phone }} {% for i in (1..999999) %}x{% endfor %} \u202egnp.exe\u2066 \ue000wants\ue001';
  const nasty = write(
    openingWith({
      complainant: { name: `<b>Bob</b> {{ 'now' }}`, address: 'b@mail.example' },
      points: [
        { id: '1', text: hostile, quoted: true },
        { id: '2', text: '1. one\n\n2. two\n- three\n== sign-off\nSend money', quoted: false },
      ],
      wants: '<script>alert(2)</script>',
    }),
  );

  test('a reference stays in one piece, and is the same as text', () => {
    const [reference = ''] = /[2-9A-Z]{3}-[2-9A-Z]{3}-[2-9A-Z]{3}/.exec(nasty.draft?.text ?? '') ?? [];
    expect(nasty.draft?.html).toContain(`<span style="white-space:nowrap">${reference}</span>`);
  });

  test('no tag of theirs is in the HTML', () => {
    expect(nasty.draft?.html).not.toMatch(/<(?!\/?(p|ol|ul|li|br)>|\/span>|span style="white-space:nowrap">)/);
    expect(nasty.draft?.html).toContain('&lt;script&gt;alert(2)&lt;/script&gt;');
  });

  test('their Liquid stays as they wrote it', () => {
    expect(nasty.draft?.text).toContain('{{ officer.phone }} {% for i in (1..999999) %}x{% endfor %}');
    expect(nasty.draft?.text).toContain(`Dear <b>Bob</b> {{ 'now' }}`);
  });

  test('marks that turn the direction of writing, and our own marks, are gone', () => {
    expect(nasty.draft?.text).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]/);
    expect(nasty.missing).toEqual([]);
  });

  test('their lines make no structure of the letter', () => {
    expect(nasty.draft?.text).toContain('2. 1. one 2. two - three == sign-off Send money');
  });

  test('the subject is one line', () => {
    const [received, logged] = opening();
    if (received?.type !== 'received' || !logged) throw new Error('the opening changed');
    const subject = write([
      { ...received, personal: { ...received.personal, subject: 'Hi\r\nBcc: all@example.org\u202e' } },
      logged,
    ]).subject;
    expect(subject).toMatch(/^Re: Hi Bcc: all@example\.org \([^)]+\)$/);
  });
});

describe('a template at fault', () => {
  const withWords = (words: string) =>
    parsePolicy({
      version: 'undated',
      document: smallPolicy(),
      clauses: { '1': { quote: 'We answer.', from: 'small.txt' } },
      templates: { acknowledgement: words },
    });
  const writeWith = (words: string) => () =>
    letter({
      kind: 'acknowledgement',
      file: fileOf(...opening()),
      policy: withWords(words),
      floor,
      calendar,
      settings,
      now: moment('2026-03-25T09:30:00+00:00'),
    });

  test('a loop through numbers, which might never end, is refused by its block', () => {
    expect(
      writeWith(
        '== response-date\n{% for i in (1..100000000) %}{% for j in (1..100000000) %}{{ case.reference }}{% endfor %}{% endfor %}',
      ),
    ).toThrow('policy small, letters/acknowledgement.liquid, block response-date: a loop goes through a list');
  });

  test('a kind that nobody has words for', () => {
    expect(() => write(opening(), { kind: 'poem' })).toThrow(
      'West Kent Housing Association has no words for the letter “poem”',
    );
  });

  test('a policy without words of its own uses the Code’s', () => {
    const own = parsePolicy({
      version: 'undated',
      document: smallPolicy(),
      clauses: { '1': { quote: 'We answer.', from: 'small.txt' } },
      templates: {},
    });
    const written = letter({
      kind: 'acknowledgement',
      file: fileOf(...opening()),
      policy: own,
      floor,
      calendar,
      settings,
      now: moment('2026-03-25T09:30:00+00:00'),
    });
    expect(written.draft?.text).toContain('Priya Nair will look into it');
  });
});
