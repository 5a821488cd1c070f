import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { letter, type LetterRequest } from '../../../core/letters/letter.ts';
import { preSendCheck } from '../../../core/letters/pre-send-check.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyIds, LAWS, policyOn } from '../../../policies/index.ts';
import { fileOf, moment } from '../../support/case.ts';
import { eventsOfScenario } from '../../support/letter-case.ts';
import type { LetterCase } from '../../support/scenario.ts';

/* What a letter leaves out rather than promise a day that is past, or say what nobody knows. */

const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);
const settings = parseSettings({
  officer: { name: 'Joanna Marsh', phone: '01632 960412' },
  landlord: { name: 'Quay Homes' },
});

async function asked(of: string, given: Partial<LetterCase>, more: Partial<LetterRequest>): Promise<LetterRequest> {
  const policy = await policyOn(of, DAY);
  const base = {
    receivedAt: '2026-03-03T09:00:00+00:00',
    points: ['The floor was taken up on 23 February.'],
    wants: 'A date for the floor to be finished',
    handler: 'Priya Nair',
  };
  const file = fileOf(...eventsOfScenario({ ...base, ...given }, policy));
  const now = moment('2026-03-30T09:30:00+01:00');
  return { kind: 'acknowledgement', file, policy, floor, calendar: calendarOf(policy), settings, now, ...more };
}

describe('an acknowledgement that goes out after its day', () => {
  test('says sorry by the policy’s own day, and promises no day that is past', async () => {
    const late = letter(await asked('west-kent', {}, {}));
    expect(late.missing.map(({ path }) => path)).toEqual(['dates.respondBy']);
    expect(late.asks.find(({ path }) => path === 'dates.respondBy')).toMatchObject({ input: 'date', isMissing: true });
    expect([late.draft, late.promisedBy, late.holds]).toEqual([null, null, null]);

    const entries = { 'dates.respondBy': '2026-04-10' };
    const request = await asked('west-kent', {}, { entries });
    const { draft, promisedBy } = letter(request);
    expect(draft?.text).toContain(
      'You should have heard from us by Friday 6 March 2026. I am sorry that you did not. Our answer was due by Tuesday 24 March 2026. I am sorry that you do not have it yet.',
    );
    expect(draft?.text).toContain('We will answer you by Friday 10 April 2026.');
    expect(promisedBy).toBe('2026-04-10');
    expect(preSendCheck({ ...request, text: draft?.text ?? '' })).toEqual([]);
  });

  test('by one day: the answer’s own day still holds', async () => {
    const receivedAt = '2026-03-20T09:00:00+00:00';
    const { draft } = letter(await asked('west-kent', { receivedAt }, {}));
    expect(draft?.text).toContain(
      'You should have heard from us by Wednesday 25 March 2026. I am sorry that you did not.\n',
    );
    expect(draft?.text).not.toContain('Our answer was due');
  });

  test('in time, it says nothing of it', async () => {
    const receivedAt = '2026-03-25T09:00:00+00:00';
    expect(letter(await asked('west-kent', { receivedAt }, {})).draft?.text).not.toContain('should have heard');
  });

  test('a day that is past is found in what staff typed, and so is that no day is there', async () => {
    const request = await asked('west-kent', {}, { entries: { 'dates.respondBy': '2026-04-10' } });
    const text = letter(request).draft?.text ?? '';
    const past = text.replace('answer you by Friday 10 April 2026', 'answer you by Tuesday 24 March 2026');
    const untyped = { ...request, entries: {} };
    expect(preSendCheck({ ...untyped, text: past }).map(({ id }) => id)).toContain('date-past');
    expect(preSendCheck({ ...untyped, text }).map(({ id }) => id)).not.toContain('answer-date-missing');
    const none = text.replace('We will answer you by Friday 10 April 2026.', 'We will answer you.');
    expect(preSendCheck({ ...untyped, text: none }).map(({ id }) => id)).toContain('answer-date-missing');
  });

  test('an enquiry’s too', async () => {
    const given = { route: 'enquiry', signals: ['mp'] };
    expect(letter(await asked('west-kent', given, { kind: 'enquiry' })).missing.map(({ path }) => path)).toEqual([
      'dates.enquiryBy',
    ]);
    const entries = { 'dates.enquiryBy': '2026-04-02' };
    expect(letter(await asked('west-kent', given, { kind: 'enquiry', entries })).draft?.text).toContain(
      'Our answer was due by Tuesday 17 March 2026. I am sorry that you do not have it yet.',
    );
  });
});

describe('that somebody new to it looks at it at the next stage', () => {
  const landlords = policyIds.filter((id) => !LAWS.includes(id));
  const stage2 = { receivedAt: '2026-03-24T09:00:00+00:00', stage: 'stage-2' };
  const kind = 'stage-2-acknowledgement';
  const NEW = 'Priya Nair has not dealt with it before.';

  test.each(landlords)(
    '%s: is not said where nobody knows who dealt with it before, and is named as wanting',
    async (id) => {
      const request = await asked(id, stage2, { kind });
      const { draft, lacking, asks } = letter(request);
      expect(draft?.text).not.toMatch(/not dealt with|had no part/);
      expect(lacking.map(({ block }) => block)).toEqual(['other-reviewer']);
      expect(lacking[0]?.clauses).toContain('hos-code-2024/6.13');
      expect(asks.map(({ path }) => path)).toContain('previous.handler');
      expect(preSendCheck({ ...request, text: draft?.text ?? '' }).map(({ message }) => message)).toEqual([
        'It doesn’t say that somebody who has not dealt with it before looks at it.',
      ]);
    },
  );

  test.each([
    ['by who is named as having done so', 'Owen Blackwood', true],
    ['nor of the same person, however spelt', 'priya  NAIR', false],
  ])('%s', async (_, name, isSaid) => {
    const { draft, lacking } = letter(await asked('kirklees', stage2, { kind, entries: { 'previous.handler': name } }));
    expect([draft?.text.includes(NEW), lacking.length === 0]).toEqual([isSaid, isSaid]);
  });

  test('as the case shows it: whoever had the first stage, even for a day, is not new to it', async () => {
    const at = '2026-03-25T10:00:00+00:00';
    const given = { receivedAt: '2026-03-03T09:00:00+00:00', then: [{ at, escalated: 'stage-2' }] };
    const request = await asked('west-kent', given, { kind, now: moment('2026-03-26T09:00:00+00:00') });
    const { draft, asks } = letter(request);
    expect(draft?.text).toContain('Owen Blackwood has not dealt with it before.');
    expect(asks.map(({ path }) => path)).not.toContain('previous.handler');
    const [first, ...others] = request.file.stages;
    if (!first) throw new Error('no stage');
    const shared = [{ ...first, handledBy: ['Owen Blackwood', 'Priya Nair'] }, ...others];
    const both = { ...request, file: { ...request.file, stages: shared } };
    expect(letter(both).draft?.text).not.toContain('has not dealt with it before');
  });
});

test('that all was answered isn’t said of a complaint that still waits for its answer', async () => {
  const entries = {
    'restriction.decidedBy': 'Helen Ford',
    'restriction.what': 'Please write to us.',
    'restriction.reason': 'On 3 March you shouted.',
    'restriction.criteria': '5.',
    'restriction.contact': 'Priya Nair',
    'policy.link': 'landlord.example',
  };
  const { draft, lacking } = letter(await asked('wrekin', { track: 'housing' }, { kind: 'restriction', entries }));
  expect(draft?.text).not.toContain('answered all of your complaints');
  expect(lacking.map(({ block }) => block)).toEqual(['fully-addressed', 'no-further-discussion']);
});

test('a place on the web that has no address is no link', async () => {
  expect(letter(await asked('kirklees', {}, { kind: 'policy-copy' })).missing.map(({ path }) => path)).toEqual([
    'policy.link',
  ]);
});
