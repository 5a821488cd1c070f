import { describe, expect, test } from 'vitest';
import { checklist, checklists } from '../../../core/case/checklist.ts';
import type { EventDraft } from '../../../core/case/event.ts';
import { toIsoDate } from '../../../core/dates.ts';
import { deadlines } from '../../../core/deadlines/deadlines.ts';
import { calendarOf, policyIds, policyOn } from '../../../policies/index.ts';
import { draft, fileOf, moment, opening } from '../../support/case.ts';

const westKent = await policyOn('west-kent', toIsoDate('2026-03-26'));
const now = moment('2026-04-01T09:00:00+01:00');

const overridden = draft(
  'rule-overridden',
  '2026-03-26T09:00:00+00:00',
  { rule: 'refusal', action: 'refuse', clauses: ['5.2'] },
  { reason: 'Decided by the Board' },
);

describe('what an action waits for', () => {
  test('an action that the language doesn’t know is no list without rules: it is refused', () => {
    expect(() => checklist('acept', { file: fileOf(...opening()), policy: westKent, now })).toThrow('not an action');
  });

  test('an override holds for its own action, until it is undone', () => {
    const held = (...drafts: readonly EventDraft[]) =>
      ['refuse', 'refuse:escalation'].map(
        (action) => checklist(action, { file: fileOf(...opening(), ...drafts), policy: westKent, now }).isHeldBack,
      );
    expect(held()).toEqual([true, true]);
    expect(held(overridden)).toEqual([false, true]);
  });

  test('says who went past it, and why', () => {
    const file = fileOf(...opening(), overridden);
    const [rule] = checklist('refuse', { file, policy: westKent, now }).rules;
    expect(rule?.override).toMatchObject({ by: 'Joanna Marsh', reason: 'Decided by the Board' });
    expect(rule).toMatchObject({ holdsBack: false, clauses: ['west-kent/5.2'] });
  });

  test('a need that somebody recorded says who, and when', () => {
    const said = draft(
      'need-recorded',
      '2026-03-27T09:00:00+00:00',
      { rule: 'deceased', need: 'document:grant-of-probate|letters-of-administration', chosen: ['grant-of-probate'] },
      { note: 'Copy on file' },
    );
    const file = fileOf(...opening({ signals: ['deceased'] }), said);
    const [rule] = checklist('accept', { file, policy: westKent, now }).rules;
    expect(rule?.needs[0]).toMatchObject({
      isMet: true,
      from: 'person',
      choices: ['grant-of-probate', 'letters-of-administration'],
      said: { by: 'Joanna Marsh', note: 'Copy on file', at: '2026-03-27T09:00:00+00:00' },
    });
    expect(rule?.readings[0]).toContain('holds back');
  });

  test('nothing that is missing moves a date (GEN-7)', () => {
    const calendar = calendarOf(westKent);
    const days = (signals: string[]) =>
      deadlines(fileOf(...opening({ signals })), westKent, calendar).dates.map(({ obligation, day }) => [
        obligation,
        day,
      ]);
    expect(days(['dissatisfaction', 'deceased', 'group'])).toEqual(days(['dissatisfaction']));
  });
});

describe('every policy', () => {
  test.each(policyIds)('%s: each action that its rules speak of has a list, in words', async (id) => {
    const policy = await policyOn(id, toIsoDate('2026-03-26'));
    const lists = checklists({ file: fileOf(...opening()), policy, now });
    for (const { words, rules } of lists) {
      expect(words).not.toBe('');
      for (const rule of rules) for (const need of rule.needs) expect(need.words).toMatch(/^[A-Z0-9]/);
    }
    expect(new Set(lists.map(({ action }) => action)).size).toBe(lists.length);
  });
});
