import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { againstCode } from '../../../core/policy/against-code.ts';
import type { FindingKind } from '../../../core/policy/finding.ts';
import { parsePolicy, type Policy } from '../../../core/policy/policy.ts';
import { calendarOf, FLOOR, landlords, LAWS, policyOn } from '../../../policies/index.ts';
import { smallPolicy } from '../../support/small-policy.ts';

const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);
const policies = await Promise.all((await landlords()).map(({ id }) => policyOn(id, DAY)));
const found = new Map(policies.map((policy) => [policy.id, againstCode(policy, floor, calendarOf(policy))]));

/** The landlords of whom something is found, with how many times. */
function whoHas(kind: FindingKind): Record<string, number> {
  const counts = [...found].map(([id, findings]) => [id, findings.filter((one) => one.kind === kind).length] as const);
  return Object.fromEntries(counts.filter(([, count]) => count > 0));
}

/* The same comparison as a person made it, policy by policy and line by line. Care is outside the Code. */
describe('the landlords’ policies against the Code', () => {
  test.each<{ asked: string; kind: FindingKind; expected: Record<string, number> }>([
    { asked: 'more than two formal stages (5.3)', kind: 'third-stage', expected: { wrekin: 1 } },
    {
      asked: 'a named informal stage (5.2)',
      kind: 'informal-stage',
      expected: { connect: 1, 'east-kent': 1, kirklees: 1, wrekin: 1 },
    },
    {
      asked: 'an acknowledgement after more than 5 working days (6.2, 6.11)',
      kind: 'later-acknowledgement',
      expected: {},
    },
    { asked: 'no acknowledgement (6.11)', kind: 'no-acknowledgement', expected: { wrekin: 1 } },
    { asked: 'a later answer (6.3, 6.14): all count from receipt, or as the Code', kind: 'later-answer', expected: {} },
    {
      asked: 'more time without a limit (6.4, 6.15)',
      kind: 'extension-without-limit',
      expected: { 'east-kent': 2, wrekin: 1 },
    },
    { asked: 'more than 10 or 20 working days more', kind: 'longer-extension', expected: { kirklees: 1 } },
    {
      asked: 'no Ombudsman’s details when more time is told (6.5, 6.16)',
      kind: 'ombudsman-not-in-extension',
      expected: { 'east-kent': 2, kirklees: 2, 'west-kent': 2, wrekin: 1 },
    },
    { asked: 'the same person at the second stage (6.13)', kind: 'same-person', expected: {} },
    { asked: 'an age bar under twelve months (2.3)', kind: 'age-limit', expected: { wrekin: 1 } },
    { asked: 'an age bar that awareness doesn’t move (2.3)', kind: 'awareness', expected: { 'west-kent': 1 } },
    { asked: 'in writing only (1.2)', kind: 'in-writing', expected: { connect: 1 } },
    { asked: 'the contractor first (5.4)', kind: 'contractor-first', expected: { 'east-kent': 1 } },
    { asked: 'no lawyers (3.6)', kind: 'no-lawyers', expected: { 'east-kent': 1 } },
    {
      asked: 'exclusions that nothing has weighed case by case (2.5); West Kent’s 5.1 leaves each to discretion',
      kind: 'blanket-exclusion',
      expected: { 'east-kent': 1, kirklees: 1, wrekin: 1 },
    },
    {
      asked: 'anonymous complaints outside the policy (2.5)',
      kind: 'anonymous-excluded',
      expected: { connect: 1, kirklees: 1 },
    },
    {
      asked: 'what an MP or councillor sends for a resident is no complaint (1.3); East Kent’s 7.1 takes it as one',
      kind: 'member-not-complaint',
      expected: { connect: 1, 'west-kent': 1 },
    },
    {
      asked: 'a designated person or eight weeks (law since 1 October 2022)',
      kind: 'way-to-ombudsman',
      expected: { connect: 1, 'east-kent': 1, wrekin: 1 },
    },
    { asked: 'the Ombudsman by email (13 January 2026)', kind: 'ombudsman-contact', expected: { 'west-kent': 1 } },
    { asked: 'reasons asked for (6.12)', kind: 'reasons-asked', expected: { connect: 1, kirklees: 1 } },
    {
      asked: 'the choice not offered (1.3)',
      kind: 'choice-not-offered',
      expected: { 'east-kent': 1, kirklees: 1, wrekin: 1 },
    },
    {
      asked: 'a time in which to ask for the next stage',
      kind: 'window',
      expected: { connect: 1, kirklees: 1, 'west-kent': 1, wrekin: 1 },
    },
  ])('$asked', ({ kind, expected }) => {
    expect(whoHas(kind)).toEqual(expected);
  });

  test('each finding shows the words of both: where the landlord says nothing, those nearest to it', () => {
    for (const finding of [...found.values()].flat()) {
      expect(finding.code.length, finding.says).toBeGreaterThan(0);
      expect(finding.code.every(({ words, isQuote }) => words !== '' && !isQuote)).toBe(true);
      expect(finding.own.every(({ words, isQuote }) => words !== '' && isQuote)).toBe(true);
      expect(finding.own.length > 0 || finding.weight === 'unsaid').toBe(true);
      expect(finding.nearest.length > 0, finding.says).toBe(finding.own.length === 0);
      expect(finding.nearest.every(({ words, isQuote }) => words !== '' && isQuote)).toBe(true);
    }
  });

  test.each([FLOOR, ...LAWS])('%s isn’t compared', async (id) => {
    const policy = await policyOn(id, DAY);
    expect(againstCode(policy, floor, calendarOf(policy))).toEqual([]);
  });
});

const [stage] = smallPolicy().stages;
const [respond] = smallPolicy().timers;

/** A made-up policy of two stages, with some of it changed. */
function made(change: object): Policy {
  return parsePolicy({
    version: 'undated',
    clauses: { '1': { quote: 'We answer.', from: 'small.txt' } },
    templates: {},
    document: {
      ...smallPolicy(),
      stages: [
        {
          ...stage,
          next: { clause: ['1'], stage: 'stage-2', when: ['not-satisfied-with-response'] },
          handler: { clause: ['1'], roles: ['Officer'] },
        },
        {
          ...stage,
          id: 'stage-2',
          name: 'Stage two',
          order: 2,
          handler: { clause: ['1'], roles: ['Director'] },
          then: ['housing-ombudsman'],
        },
      ],
      ...change,
    },
  });
}

const timer = (more: object) => ({ ...respond, ...more });
const acknowledge = timer({ id: 'ack', does: 'acknowledge', within: { count: 5, unit: 'working-day' } });

describe('a made-up policy', () => {
  test.each<{ name: string; change: object; kind: FindingKind; sample?: object }>([
    {
      name: '15 working days from receipt: later than the Code where it is acknowledged at once',
      change: { timers: [acknowledge, timer({ within: { count: 15, unit: 'working-day' } })] },
      kind: 'later-answer',
    },
    {
      name: 'calendar days across Christmas',
      change: { timers: [acknowledge, timer({ within: { count: 30, unit: 'day' } })] },
      kind: 'later-answer',
    },
    {
      name: 'an acknowledgement after a week and a day',
      change: { timers: [{ ...acknowledge, within: { count: 6, unit: 'working-day' } }, respond] },
      kind: 'later-acknowledgement',
    },
    { name: 'no acknowledgement', change: {}, kind: 'no-acknowledgement' },
    {
      name: 'the same roles at both stages',
      change: {
        stages: made({}).stages.map((one) => ({ ...one, handler: { clause: ['1'], roles: ['Officer'] } })),
      },
      kind: 'same-person',
    },
    {
      name: 'eleven months',
      change: {
        timers: [
          timer({
            id: 'age',
            on: 'incident',
            does: 'complain-by',
            within: { count: 48, unit: 'week' },
            stage: undefined,
          }),
        ].map(({ stage: _stage, ...rest }) => rest),
      },
      kind: 'age-limit',
    },
  ])('$name', ({ change, kind }) => {
    const policy = made(change);
    const kinds = againstCode(policy, floor, calendarOf(policy)).map((one) => one.kind);
    expect(kinds).toContain(kind);
  });

  const [takeAll] = smallPolicy().routes;
  const keptOut = (signals: readonly string[], more: object = {}) => ({
    routes: [{ id: 'kept-out', clause: ['1'], when: { all: signals }, to: 'excluded', ...more }, takeAll],
  });
  const refusal = { letters: [{ id: 'refusal', must: [{ block: 'considered', clause: ['1'] }] }] };
  const EXCLUSIONS: ReadonlySet<FindingKind> = new Set([
    'blanket-exclusion',
    'anonymous-excluded',
    'member-not-complaint',
  ]);
  test.each<{ name: string; change: object; kinds: readonly FindingKind[] }>([
    { name: 'rent, always', change: keptOut(['rent-level']), kinds: ['blanket-exclusion'] },
    { name: 'rent, as staff think right', change: keptOut(['rent-level'], { discretion: true }), kinds: [] },
    {
      name: 'rent, and the refusal says how the case was looked at',
      change: { ...keptOut(['rent-level']), ...refusal },
      kinds: [],
    },
    {
      name: 'rent, sent elsewhere once staff confirm it',
      change: keptOut(['rent-level'], { to: 'elsewhere', confirm: 'staff' }),
      kinds: ['blanket-exclusion'],
    },
    { name: 'a first report, sent elsewhere', change: keptOut(['asb-report'], { to: 'elsewhere' }), kinds: [] },
    { name: 'what somebody is employed for', change: keptOut(['employment']), kinds: [] },
    { name: 'no name', change: keptOut(['anonymous']), kinds: ['anonymous-excluded'] },
    {
      name: 'no name, as staff think right',
      change: keptOut(['anonymous'], { discretion: true }),
      kinds: ['anonymous-excluded'],
    },
    {
      name: 'a councillor’s is an enquiry',
      change: keptOut(['councillor'], { to: 'enquiry' }),
      kinds: ['member-not-complaint'],
    },
    { name: 'an MP’s goes to a person', change: keptOut(['mp'], { to: 'decide' }), kinds: [] },
    {
      name: 'a councillor’s that isn’t dissatisfied is an enquiry',
      change: {
        routes: [takeAll, { id: 'enquiry', clause: ['1'], when: { any: ['councillor'] }, to: 'enquiry' }],
      },
      kinds: [],
    },
  ])('kept out: $name', ({ change, kinds }) => {
    const policy = made(change);
    const found = againstCode(policy, floor, calendarOf(policy));
    expect(found.map(({ kind }) => kind).filter((kind) => EXCLUSIONS.has(kind))).toEqual(kinds);
  });

  test('who is kept out is named', () => {
    const policy = made(keptOut(['councillor'], { to: 'enquiry' }));
    const member = againstCode(policy, floor, calendarOf(policy)).find(({ kind }) => kind === 'member-not-complaint');
    expect(member?.says).toContain('What a councillor sends');
    expect(member?.code.map(({ clause }) => clause)).toEqual(['hos-code-2024/1.3']);
  });

  test('the Code’s own times are no finding', () => {
    const policy = made({
      timers: [acknowledge, timer({ on: 'acknowledged', projectFrom: 'ack', late: 'earlier' })],
    });
    const kinds = againstCode(policy, floor, calendarOf(policy)).map((one) => one.kind);
    expect(kinds.filter((kind) => kind.startsWith('later'))).toEqual([]);
  });

  test('a later date is shown on a day on which it is', () => {
    const policy = made({ timers: [acknowledge, timer({ within: { count: 20, unit: 'working-day' } })] });
    const later = againstCode(policy, floor, calendarOf(policy)).find(({ kind }) => kind === 'later-answer');
    expect(later?.sample && later.sample.own > later.sample.code).toBe(true);
  });
});
