import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { parsePolicy, PolicyError } from '../../../core/policy/policy.ts';
import { inForce, policyVersions } from '../../../core/policy/versions.ts';
import { checkTemplates } from '../../../core/letters/template.ts';
import { loadPolicy } from '../../../policies/index.ts';
import { smallPolicy, smallPolicyWith } from '../../support/small-policy.ts';

function parse(
  document: object,
  { version = 'undated', templates = {} }: { version?: string; templates?: Record<string, string> } = {},
) {
  return parsePolicy({ version, document, clauses: { '1': { quote: 'We answer.', from: 'small.txt' } }, templates });
}

const [timer] = smallPolicy().timers;

describe('a policy that can’t be used says where', () => {
  test.each([
    { name: 'an unknown key', at: ['colour'], value: 'green', path: 'colour' },
    { name: 'an unknown key deep within', at: ['timers', 0, 'withn'], value: 1, path: 'timers[0].withn' },
    { name: 'a timer on an unknown event', at: ['timers', 0, 'on'], value: 'complaint-recieved', path: 'timers[0].on' },
    { name: 'a clause that doesn’t exist', at: ['timers', 0, 'clause'], value: ['9'], path: 'timers[0].clause' },
    { name: 'an element without a clause', at: ['routes', 0, 'clause'], value: [], path: 'routes[0].clause' },
    { name: 'a stage that doesn’t exist', at: ['routes', 0, 'to'], value: 'stage:stage-9', path: 'routes[0].to' },
    {
      name: 'a word that is no signal',
      at: ['routes', 0, 'when'],
      value: { all: ['disatisfaction'] },
      path: 'routes[0].when.all[0]',
    },
    { name: 'a destination that is none', at: ['routes', 0, 'to'], value: 'bin', path: 'routes[0].to' },
    { name: 'an id given twice', at: ['timers', 1], value: timer, path: 'timers[1].id' },
    {
      name: 'a reading given twice',
      at: ['readings'],
      value: [
        { code: 'X-1', text: 'One way' },
        { code: 'X-1', text: 'Another' },
      ],
      path: 'readings[1].code',
    },
    {
      name: 'a field kept twice',
      at: ['records'],
      value: [
        { field: 'learning', clause: ['1'] },
        { field: 'learning', clause: ['1'] },
      ],
      path: 'records[1].field',
    },
    {
      name: 'projected from a timer that isn’t there',
      at: ['timers', 0, 'projectFrom'],
      value: 'nothing',
      path: 'timers[0].projectFrom',
    },
    { name: 'late against no date', at: ['timers', 0, 'late'], value: 'earlier', path: 'timers[0].late' },
    { name: 'a reading that isn’t there', at: ['timers', 0, 'ambiguous'], value: 'X-1', path: 'timers[0].ambiguous' },
    {
      name: 'one of several readings that isn’t there',
      at: ['stages', 0, 'ambiguous'],
      value: ['X-1', 'X-2'],
      path: 'stages[0].ambiguous',
    },
    ...(
      [
        ['a need that is none', { needs: ['aproved-by:Director'] }, 'needs[0]'],
        ['a need with a choice that it doesn’t know', { needs: ['authority:email'] }, 'needs[0]'],
        ['a need without what it takes', { needs: ['approved-by'] }, 'needs[0]'],
        ['a need that takes nothing', { needs: ['reason:good'] }, 'needs[0]'],
        ['a need that mixes one of and all of', { needs: ['members:A+B|C'] }, 'needs[0]'],
        ['a need for a letter that isn’t there', { needs: ['letter:closure'] }, 'needs[0]'],
        ['a need for a field that isn’t kept', { needs: ['record:lead-service'] }, 'needs[0]'],
        ['a count that is none', { needs: ['count:incidents>2'] }, 'needs[0]'],
        ['a need for a stage that isn’t there', { needs: ['handler-not-of:stage-9'] }, 'needs[0]'],
        ['an action that is none', { before: 'acept' }, 'before'],
        ['an action on a stage that isn’t there', { before: 'assign:stage-9' }, 'before'],
        ['an action on a letter that isn’t there', { before: 'letter:closure' }, 'before'],
        ['an action that is done to nothing', { before: 'panel:stage-1' }, 'before'],
      ] as const
    ).map(([name, wrong, path]) => ({
      name,
      at: ['rules', 0],
      value: { id: 'rule', clause: ['1'], before: 'refuse', needs: ['reason'], ...wrong },
      path: `rules[0].${path}`,
    })),
    {
      name: 'a negative count',
      at: ['timers', 0, 'within'],
      value: { count: -1, unit: 'day' },
      path: 'timers[0].within.count',
    },
  ])('$name', ({ at, value, path }) => {
    const spoilt = smallPolicyWith(at, value);
    expect(() => parse(spoilt)).toThrow(PolicyError);
    expect(() => parse(spoilt)).toThrow(`policy small, ${path}:`);
  });

  test.each([
    {
      name: 'an unknown field',
      words: '== response-date\nBy {{ dates.answerBy }}',
      reason: 'there is no field dates.answerBy',
    },
    {
      name: 'an unknown filter',
      words: '== response-date\n{{ dates.respondBy | date: "%Y" }}',
      reason: 'there is no filter',
    },
    {
      name: 'a tag that reads other files',
      words: '== response-date\n{% include "x" %}',
      reason: 'there is no tag include; there are if, unless and for (line 2, column 1 of the letter)',
    },
    {
      name: 'a block that the policy demands is missing',
      words: '== greeting\nHello',
      reason: 'lacks the block response-date',
    },
    {
      name: 'a block without words, not even the Code’s',
      words: '== response-date\nA\n== greeting',
      reason: 'block greeting has no words',
    },
    { name: 'a block given twice', words: '== response-date\nA\n== response-date\nB', reason: 'is there twice' },
    { name: 'words before the first block', words: 'Hello\n== response-date\nA', reason: 'belong to no block' },
    {
      name: 'a template that doesn’t parse',
      words: '== response-date\n{% if points %}',
      reason: '{% if points %} isn’t closed (line 2, column 1 of the letter)',
    },
  ])('a letter with $name', ({ words, reason }) => {
    const policy = parse(smallPolicy(), { templates: { acknowledgement: words } });
    expect(() => checkTemplates(policy, policy)).toThrow('policy small, letters/acknowledgement.liquid');
    expect(() => checkTemplates(policy, policy)).toThrow(reason);
  });

  test('an id that is no policy', async () => {
    await expect(loadPolicy('north-kent')).rejects.toThrow('policy north-kent, id: is no policy');
  });
});

describe('versions', () => {
  const first = parse(smallPolicy());
  const second = parse(smallPolicyWith(['effectiveFrom'], '2026-04-01'), { version: '2026-04-01' });
  const versions = policyVersions([second, first]);

  test.each([
    { name: 'the day before the second begins', date: '2026-03-31', expected: 'undated' },
    { name: 'the day on which it begins', date: '2026-04-01', expected: '2026-04-01' },
    { name: 'long before any', date: '1999-01-01', expected: 'undated' },
  ])('in force on $name', ({ date, expected }) => {
    expect(inForce(versions, toIsoDate(date)).version).toBe(expected);
  });

  test('an earlier date than the first version’s own uses the first', () => {
    expect(inForce(policyVersions([second]), toIsoDate('2020-01-01')).version).toBe('2026-04-01');
  });

  test('two that begin on one day overlap', () => {
    expect(() => policyVersions([second, second])).toThrow('they overlap');
    expect(() => policyVersions([first, first])).toThrow('they overlap');
  });
});
