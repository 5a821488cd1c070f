import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import type { Signal } from '../../../core/policy/signals.ts';
import { read } from '../../../core/reading/read.ts';
import { decide, findings } from '../../../core/triage/triage.ts';
import { policyOn } from '../../../policies/index.ts';
import { alderholt, aMessage } from '../reading/a-message.ts';

const nothing = findings(read(aMessage(''), alderholt), { settings: alderholt, neural: null });
const saying = (...signals: Signal[]) => ({ ...nothing, signals: new Set(signals) });
const policy = await policyOn('west-kent', toIsoDate('2026-03-24'));

describe('what a policy makes of findings', () => {
  test('is the first of its rules that holds, with its clauses', () => {
    const { route } = decide(saying('dissatisfaction'), policy);
    expect([route.to, route.route, route.clauses[0]]).toEqual(['stage:stage-1', 'stage-1', 'west-kent/3.1']);
  });

  test('changes with what the register knows', () => {
    expect(decide(saying('dissatisfaction'), policy, new Set(['already-open'])).route.to).toBe('attach');
  });

  test('keeps the register’s signals among the verdict’s', () => {
    expect([...decide(saying('dissatisfaction'), policy, new Set(['already-open'])).signals]).toEqual([
      'dissatisfaction',
      'already-open',
    ]);
  });

  test('is nothing where no rule holds', () => {
    expect(decide(saying(), policy).route).toMatchObject({ to: 'none', route: 'none', clauses: [] });
  });
});

describe('alternatives', () => {
  test('of a complaint: a request, if they aren’t dissatisfied with us', () => {
    const { alternatives } = decide(saying('dissatisfaction'), policy);
    expect(alternatives).toContainEqual(
      expect.objectContaining({ to: 'request', because: 'If they ask for something and aren’t dissatisfied with us.' }),
    );
  });

  test('of a request: a complaint, if they are', () => {
    const { alternatives } = decide(saying('first-request'), policy);
    expect(alternatives).toContainEqual(expect.objectContaining({ to: 'stage:stage-1' }));
  });

  test('never the route itself, none twice, and each says why', () => {
    const { route, alternatives } = decide(saying('dissatisfaction', 'still-dissatisfied', 'mp', 'rent-level'), policy);
    const places = [route, ...alternatives].map(({ to, route: plain }) => `${to} ${plain}`);
    expect(new Set(places).size).toBe(places.length);
    expect(alternatives.every(({ because }) => because.length > 10)).toBe(true);
  });

  test('of nothing there are none but what would be dissatisfaction', () => {
    expect(decide(saying(), policy).alternatives).toEqual([]);
  });
});
