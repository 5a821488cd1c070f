import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { acknowledgementKindOf, responseKindOf } from '../../../core/letters/kinds.ts';
import { letter, LetterError, type Letter, type LetterRequest } from '../../../core/letters/letter.ts';
import { textOf } from '../../../core/letters/markup.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { fileOf, moment } from '../../support/case.ts';
import { eventsOfScenario } from '../../support/letter-case.ts';
import type { LetterCase } from '../../support/scenario.ts';

const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);
const settings = parseSettings({
  officer: { name: 'Joanna Marsh', phone: '01632 960412' },
  emergencyNumber: '01632 960155',
});

const CASE: LetterCase = {
  receivedAt: '2026-03-24T18:42:00+00:00',
  points: ['The floor was taken up on 23 February.'],
  wants: 'A date for the floor to be finished',
  handler: 'Priya Nair',
};

async function asked(
  kind: string,
  given: Partial<LetterCase>,
  more: Partial<LetterRequest> & { of?: string } = {},
): Promise<LetterRequest> {
  const { of = 'west-kent', ...rest } = more;
  const policy = await policyOn(of, DAY);
  const file = fileOf(...eventsOfScenario({ ...CASE, ...given }, policy));
  const now = moment('2026-03-25T09:30:00+00:00');
  return { kind, file, policy, floor, calendar: calendarOf(policy), settings, now, ...rest };
}

async function write(...args: Parameters<typeof asked>): Promise<Letter> {
  return letter(await asked(...args));
}

const at = '2026-03-25T09:27:00+00:00';

describe('contact that was owed', () => {
  const late = { now: moment('2026-04-02T09:30:00+01:00') };
  test('is what is said sorry for, and is still promised without a day', async () => {
    const text = (await write('acknowledgement', {}, late)).draft?.text ?? '';
    expect(text).toContain('You should have heard from us by Friday 27 March 2026. I am sorry that you did not.');
    expect(text).toContain('will look into it and will contact you as soon as possible to talk it through.');
  });

  test('goes the way that was asked for', async () => {
    const text =
      (await write('acknowledgement', { then: [{ at, adjustment: 'Please do not phone after 12' }] })).draft?.text ??
      '';
    expect(text).toContain('by Friday 27 March 2026 in the way that you asked for to talk it through.');
  });
});

describe('a representative whose authority isn’t known', () => {
  test.each(['west-kent', 'kirklees', 'connect', 'east-kent', 'wrekin'])(
    'is promised no talk about the details, and isn’t asked whether they complain: %s',
    async (of) => {
      const representative = { name: 'Grace Amankwah', authority: 'none' as const };
      const text = (await write('acknowledgement', { then: [{ at, representative }] }, { of })).draft?.text ?? '';
      expect(text).toContain('Before I can talk to you about the details');
      expect(text).not.toMatch(/talk it through|speak to you first|Making a complaint is your choice|days that I have/);
      expect(text).toMatch(/Whether to complain is for .+ to choose\./);
    },
  );
});

describe('a letter about what is put right without a stage', () => {
  test.each(['kirklees', 'connect', 'east-kent', 'wrekin'])(
    '%s: whoever writes for the resident isn’t told that it is for them to decide',
    async (of) => {
      const representative = { name: 'Grace Amankwah', authority: 'written' as const };
      const informal = (await policyOn(of, DAY)).stages.find(({ formal }) => !formal)?.id ?? '';
      const stage = { stage: informal };
      const text = (await write('informal', { ...stage, then: [{ at, representative }] }, { of })).blocks
        .filter(({ names }) => names.includes('choice'))
        .map(({ parts }) => textOf(parts))
        .join('');
      expect(text).toMatch(/decides that, and either of you can tell me/);
      expect(text).not.toMatch(/for you to decide|you would rather/);
      const own = (await write('informal', stage, { of })).blocks
        .filter(({ names }) => names.includes('choice'))
        .map(({ parts }) => textOf(parts))
        .join('');
      expect(own).toMatch(/tell me/i);
      expect(own).not.toMatch(/either of you/);
    },
  );
});

describe('the message that is answered', () => {
  test('is named by its own day where another was settled as that of receipt, and the clocks run from that', async () => {
    const request = await asked('acknowledgement', {});
    const dated = (datedAt: string): LetterRequest => ({
      ...request,
      file: {
        ...request.file,
        messages: request.file.messages.map((message) => ({ ...message, datedAt: moment(datedAt) })),
      },
    });
    const thanks = 'Thank you for your email of Tuesday 24 March 2026';
    expect(letter(request).draft?.text).toContain(`${thanks}. `);
    expect(letter(dated('2026-03-24T09:00:00+00:00')).draft?.text).toContain(`${thanks}. `);
    const other = letter(dated('2026-03-21T20:15:00+00:00'));
    expect(other.draft?.text).toContain(
      'Thank you for your email of Saturday 21 March 2026, which reached us on Tuesday 24 March 2026.',
    );
    expect(other.promisedBy).toBe(letter(request).promisedBy);
  });

  test('is the request for the stage, not what came first by another way', async () => {
    const request = await asked('acknowledgement', {});
    const [first] = request.file.messages;
    if (!first) throw new Error('no message');
    const earlier = { ...first, channel: 'letter' as const, receivedAt: moment('2026-02-02T10:00:00+00:00') };
    const both = { ...request, file: { ...request.file, messages: [earlier, first] } };
    expect(letter(both).draft?.text).toContain('Thank you for your email of Tuesday 24 March 2026');
  });

  test.each([
    ['Office of Jane Marlow MP', 'Dear Jane Marlow MP'],
    ['the office of the Leader', 'Dear Leader'],
    ['Jane Marlow’s Office', 'Dear Jane Marlow'],
    ['Officer Jane Marlow', 'Dear Officer Jane Marlow'],
  ])('%s is greeted as a person', async (name, greeting) => {
    expect((await write('acknowledgement', { name })).draft?.text).toContain(`${greeting}\n`);
  });
});

describe('somebody writes for the resident', () => {
  const grace = { at, representative: { name: 'Grace Amankwah', authority: 'none' as const } };

  test('is addressed, and the resident is named', async () => {
    const text = (await write('acknowledgement', { then: [grace] })).draft?.text ?? '';
    expect(text).toContain('Dear Grace Amankwah');
    expect(text).toContain('You wrote for Ruth Amankwah.');
    expect(text).toContain(
      'You are welcome to act for Ruth Amankwah. Before I can talk to you about the details, I need to know that they agree',
    );
  });

  test('is asked for no authority that is held', async () => {
    const then = [{ at, representative: { name: 'Grace Amankwah', authority: 'written' as const } }];
    expect((await write('acknowledgement', { then })).draft?.text).not.toContain('I need to know that they agree');
  });

  test('where nobody knows yet for whom, the acknowledgement says so and doesn’t wait', async () => {
    const text = (await write('acknowledgement', { name: 'Grace Amankwah', then: [grace] })).draft?.text ?? '';
    expect(text).toContain('You wrote for somebody else.');
    expect(text).toContain('You are welcome to act for them.');
  });

  test('but the request for authority names the resident', async () => {
    const request = { name: 'Grace Amankwah', then: [grace] };
    expect((await write('authority-request', request)).missing.map(({ path, label }) => [path, label])).toEqual([
      ['resident.name', 'Resident’s name'],
    ]);
    const entries = { 'resident.name': 'Ruth Amankwah' };
    expect((await write('authority-request', request, { entries })).draft?.text).toContain(
      'I need to know that Ruth Amankwah agrees.',
    );
  });
});

describe('a group, and a resident who died', () => {
  test('a group is asked for everybody’s agreement, and no day waits for it', async () => {
    const text = (await write('acknowledgement', { signals: ['group'] })).draft?.text ?? '';
    expect(text).toContain(
      'please send us a line from each person that they agree to the complaint and that you speak for them. Nothing is held up meanwhile',
    );
    expect(text).toContain('We will answer you by Friday 10 April 2026.');
  });

  test('whoever writes for somebody who died is met with condolence, before anything else', async () => {
    const text = (await write('acknowledgement', { signals: ['deceased'] })).draft?.text ?? '';
    expect(text.split('\n\n')[1]).toBe('I am very sorry for your loss.');
    expect(text).toContain('the grant of probate or the letters of administration');
  });
});

describe('what the resident asked us to do differently', () => {
  const adjustments = (what: string) => [{ at, adjustment: what }];

  test('is in the letter, and the question about it goes on', async () => {
    const text =
      (await write('acknowledgement', { then: adjustments('Ring me first, I cannot read well') })).draft?.text ?? '';
    expect(text).toContain(
      'I have noted what you asked us to do differently:\n\n- Ring me first, I cannot read well\n\nWe will ring you before we write. If there is anything else that would help, tell me.',
    );
    expect(text).not.toContain('such as large print');
  });

  test('large print makes the page and the document larger', async () => {
    expect((await write('acknowledgement', { then: adjustments('Large print please') })).sheet.isLargePrint).toBe(true);
    expect((await write('acknowledgement', {})).sheet.isLargePrint).toBe(false);
  });

  test('somebody who may need help is offered it, and nothing is said about them', async () => {
    const text = (await write('acknowledgement', { flags: ['vulnerable'] })).draft?.text ?? '';
    expect(text).toContain('If you would like somebody to help you with this or to speak for you, they are welcome.');
    expect(text).not.toMatch(/vulnerab/i);
  });

  test('who has said that it is a complaint isn’t asked whether it is one', async () => {
    const request = await asked('acknowledgement', {});
    const file = { ...request.file, choice: { offeredAt: null, answer: 'complain' as const } };
    expect(letter({ ...request, file }).draft?.text).not.toContain('Making a complaint is your choice');
  });
});

describe('which letter a case is owed', () => {
  test.each([
    ['west-kent', {}, 'acknowledgement', 'stage-1-response'],
    ['west-kent', { stage: 'stage-2' }, 'stage-2-acknowledgement', 'stage-2-response'],
    ['west-kent', { route: 'request' }, 'service-request', null],
    ['west-kent', { route: 'enquiry', signals: ['mp'] }, 'enquiry', null],
    ['east-kent', { signals: ['health-safety'] }, 'health-and-safety-acknowledgement', 'stage-1-response'],
    ['east-kent', { stage: 'first-point' }, 'informal', null],
    ['east-kent', { route: 'elsewhere', rule: 'contractor' }, 'contractor-first', null],
    ['kirklees', { signals: ['health-safety'] }, 'acknowledgement', 'stage-1-response'],
    ['wrekin', { stage: 'stage-3', track: 'housing' }, 'stage-3-acknowledgement', 'stage-3-response'],
    ['wrekin', { stage: 'care-2', track: 'care' }, 'stage-2-acknowledgement', 'stage-2-response'],
  ] as const)('%s %j: %s, then %s', async (of, given, first, answer) => {
    const { file, policy } = await asked('acknowledgement', given, { of });
    expect([acknowledgementKindOf(file, policy), responseKindOf(file, policy)]).toEqual([first, answer]);
  });

  test('asked for by its plain name, it is that of the stage and of the track', async () => {
    const care = { stage: 'care-2', track: 'care', signals: ['care'] };
    expect((await write('acknowledgement', care, { of: 'wrekin' })).kind).toBe('care-stage-2-acknowledgement');
    expect((await write('acknowledgement', { stage: 'stage-2' })).kind).toBe('stage-2-acknowledgement');
  });

  test('a letter of another stage is none', async () => {
    await expect(write('stage-2-response', {})).rejects.toThrow(LetterError);
    await expect(write('stage-2-response', {})).rejects.toThrow(
      'The case is at stage one: there is no “stage 2 response” to write',
    );
    await expect(write('poem', {})).rejects.toThrow('West Kent Housing Association has no words for the letter “poem”');
  });
});

describe('what is typed', () => {
  test('counts only where the case doesn’t hold it', async () => {
    const entries = {
      wants: 'Money',
      'dates.respondBy': 'tomorrow',
      'handler.name': 'Nobody',
      'landlord.name': 'Elsewhere',
    };
    const text = (await write('acknowledgement', {}, { entries })).draft?.text ?? '';
    expect(text).not.toMatch(/Money|tomorrow|Nobody|Elsewhere/);
  });

  test('a day that can’t be read is still missing', async () => {
    const entries = { 'meeting.on': '31 April', 'meeting.time': '10', 'meeting.place': 'here' };
    const written = await write('meeting', {}, { entries });
    expect(written.missing.map(({ path }) => path)).toEqual(['meeting.on']);
    expect(written.asks.map(({ path, input, typed, isMissing }) => [path, input, typed, isMissing])).toEqual([
      ['meeting.on', 'date', '31 April', true],
      ['meeting.time', 'line', '10', false],
      ['meeting.place', 'line', 'here', false],
    ]);
  });

  test('actions, a line each: what, who, by when; one without a day is named', async () => {
    const entries = {
      'point.1.decision': 'upheld',
      'point.1.reasons': 'The order was closed.\nNobody saw it.',
      remedy: 'We lay it.',
      actions: 'Lay the floor | Marcus Hill | 2026-04-24\nRing you | Priya Nair\nPaint',
      offers: '£1,250.50 | five weeks\n20 | the calls\nnothing',
      'compensation.payBy': '2026-04-17',
    };
    const written = await write('stage-1-response', {}, { entries });
    expect(written.missing.map(({ path, label }) => [path, label])).toEqual([
      ['action.typed-2.by', 'By when, action 2'],
      ['action.typed-3.who', 'Who does it, action 3'],
      ['action.typed-3.by', 'By when, action 3'],
    ]);
    const full = await write(
      'stage-1-response',
      {},
      {
        entries: {
          ...entries,
          'action.typed-2.by': '2026-04-01',
          'action.typed-3.who': 'Marcus Hill',
          'action.typed-3.by': '2026-04-27',
        },
      },
    );
    expect(full.draft?.text).toContain('- Ring you: Priya Nair, by Wednesday 1 April 2026.');
    expect(full.draft?.text).toContain(
      'We will pay you £1,270.50 by Friday 17 April 2026:\n\n- £1,250.50 for five weeks\n- £20 for the calls',
    );
    expect(full.draft?.text).toContain('We uphold this: we got it wrong. The order was closed.\n   Nobody saw it.');
    expect(full.draft?.html).toContain('The order was closed.<br>Nobody saw it.');
  });

  test('whatever is asked for is labelled with what it is about', async () => {
    const written = await write('stage-1-response', {});
    expect(written.asks.slice(0, 2).map(({ path, label }) => [path, label])).toEqual([
      ['point.1.decision', 'Decision, point 1, The floor was taken up on 23 February.'],
      ['point.1.reasons', 'Reasons, point 1, The floor was taken up on 23 February.'],
    ]);
  });
});
