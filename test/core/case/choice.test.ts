import { describe, expect, test } from 'vitest';

import { answerDrafts, choiceOf, complainDrafts } from '../../../core/case/choice.ts';
import type { EventDraft } from '../../../core/case/event.ts';
import { asksChoice } from '../../../core/case/log-case.ts';
import { toInstant, toIsoDate } from '../../../core/dates.ts';
import { deadlines } from '../../../core/deadlines/deadlines.ts';
import type { Policy } from '../../../core/policy/policy.ts';
import { routeTo } from '../../../core/policy/route.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { draft, fileOf, opening } from '../../support/case.ts';

const floor = await policyOn(FLOOR, toIsoDate('2026-03-26'));

/** A message with dissatisfaction in it that was logged as a request, or as an enquiry. */
function loggedAs(to: 'request' | 'enquiry', policy: string, version: string): EventDraft[] {
  const route = { to, route: to === 'request' ? 'service-request' : 'enquiry', stage: null, rule: null, clauses: [] };
  return opening().map((event) =>
    event.type === 'logged' ? { ...event, data: { ...event.data, policy: { id: policy, version }, route } } : event,
  );
}

describe('the choice to complain', () => {
  test('is open wherever dissatisfaction was found, by the landlord’s clause or the Code’s', async () => {
    const westKent = await policyOn('west-kent', toIsoDate('2026-03-26'));
    const eastKent = await policyOn('east-kent', toIsoDate('2026-03-26'));
    const request = fileOf(...loggedAs('request', 'west-kent', 'undated'));
    expect(choiceOf(request, westKent, floor)).toMatchObject({
      clauses: ['west-kent/3.4'],
      offeredAt: null,
      answer: null,
    });
    expect(choiceOf(request, eastKent, floor)?.clauses[0]).toMatch(/^hos-code-2024\/1\.3/);
  });

  test('is no question at a later stage, nor of what was declined', async () => {
    const westKent = await policyOn('west-kent', toIsoDate('2026-03-26'));
    const declined = draft(
      'excluded',
      '2026-03-25T10:00:00+00:00',
      { rule: 'legal', clauses: [] },
      { reason: 'At court' },
    );
    expect(choiceOf(fileOf(...opening(), declined), westKent, floor)).toBeNull();
  });

  test('is no question about an office’s enquiry, unless the policy’s route asks it or it was offered', async () => {
    const westKent = await policyOn('west-kent', toIsoDate('2026-03-26'));
    const drafts = loggedAs('enquiry', 'west-kent', 'undated');
    expect(choiceOf(fileOf(...drafts), westKent, floor)).toBeNull();
    const asking = drafts.map((event) =>
      event.type === 'logged'
        ? { ...event, data: { ...event.data, route: { ...event.data.route, rule: 'mp' } } }
        : event,
    );
    const routes = westKent.routes.map((rule) => (rule.id === 'mp' ? { ...rule, offer: 'choice' } : rule));
    expect(choiceOf(fileOf(...asking), westKent, floor)).toBeNull();
    expect(choiceOf(fileOf(...asking), { ...westKent, routes }, floor)).toMatchObject({ answer: null });
    const offered = draft('choice-offered', '2026-03-25T10:00:00+00:00', { how: 'asked' }, {});
    expect(choiceOf(fileOf(...drafts, offered), westKent, floor)?.offeredAt).not.toBeNull();
  });

  test.each([
    { name: 'where it is offered to all, from the original message (WK-5)', policy: 'west-kent', from: '2026-03-24' },
    { name: 'under the Code too', policy: 'hos-code-2024', from: '2026-03-24' },
    { name: 'elsewhere from the day on which a complaint was asked for (GEN-5)', policy: 'wrekin', from: '2026-04-07' },
  ])('once they want to complain the clocks run: $name', async ({ policy: id, from }) => {
    const policy = await policyOn(id, toIsoDate('2026-03-26'));
    const drafts = loggedAs('request', policy.id, policy.version);
    const at = toInstant('2026-04-07T10:00:00+01:00');
    const [first] = drafts;
    const base = { caseId: first?.caseId ?? '', actor: { name: 'Joanna Marsh' }, occurredAt: at };
    const after = fileOf(...drafts, ...complainDrafts(fileOf(...drafts), policy, base));
    expect(after).toMatchObject({ kind: 'complaint', choice: { answer: 'complain' } });
    const [stage] = after.stages;
    expect(stage?.enteredAt.slice(0, 10)).toBe(from);
    expect(deadlines(after, policy, calendarOf(policy)).dates.length).toBeGreaterThan(0);
  });

  test.each([
    { policy: 'east-kent', informal: 'first-point', formal: 'stage-1', dates: ['2026-04-09', '2026-04-21'] },
    { policy: 'kirklees', informal: 'early-resolution', formal: 'stage-1', dates: ['2026-04-14', '2026-04-21'] },
    { policy: 'connect', informal: 'informal', formal: 'stage-1', dates: ['2026-04-09', '2026-04-21'] },
    { policy: 'wrekin', informal: 'dissatisfaction', formal: 'stage-1', dates: ['2026-04-08', '2026-04-14'] },
    { policy: 'wrekin', informal: 'care-1', formal: 'care-2', dates: ['2026-04-14', '2026-05-02'] },
  ])('$policy: on from $informal to $formal once they want to complain', async ({ policy: id, ...expected }) => {
    const policy = await policyOn(id, toIsoDate('2026-03-26'));
    const drafts = atStage(expected.informal, policy);
    const file = fileOf(...drafts);
    const base = { ...of(drafts), occurredAt: toInstant('2026-04-07T10:00:00+01:00') };
    expect(choiceOf(file, policy, floor)).toMatchObject({ offeredAt: null, answer: null });
    const offered = draft('choice-offered', '2026-04-07T10:00:00+01:00', { how: 'asked' }, {});
    const after = fileOf(...drafts, offered, ...answerDrafts(file, 'complain', policy, base));
    expect(after.stages.map(({ stage }) => stage)).toEqual([expected.informal, expected.formal]);
    expect(choiceOf(after, policy, floor)).toMatchObject({ answer: 'complain', offeredAt: base.occurredAt });
    const { dates } = deadlines(after, policy, calendarOf(policy));
    expect(dates.filter(({ stage }) => stage === expected.formal).map(({ day }) => day)).toEqual(expected.dates);

    const declined = fileOf(...drafts, ...answerDrafts(file, 'not-now', policy, base));
    expect(declined).toMatchObject({ closed: null, choice: { answer: 'not-now' } });
  });

  test.each([
    { policy: 'east-kent', to: 'stage:stage-1', expected: true },
    { policy: 'east-kent', to: 'stage:first-point', expected: false },
    { policy: 'kirklees', to: 'stage:stage-2', expected: false },
    { policy: 'wrekin', to: 'stage:care-2', expected: true },
    { policy: 'wrekin', to: 'stage:care-1', expected: false },
    { policy: 'wrekin', to: 'stage:stage-2', expected: false },
    { policy: 'west-kent', to: 'stage:stage-1', expected: true },
    { policy: 'west-kent', to: 'enquiry', expected: false },
  ])('that the message makes itself: $policy, $to: $expected', async ({ policy: id, to, expected }) => {
    const policy = await policyOn(id, toIsoDate('2026-03-26'));
    expect(asksChoice(routeTo(policy, to, { signals: new Set(), ageMonths: null }), policy)).toBe(expected);
  });

  test('that they don’t make leaves a request open, and closes what has only the choice left', async () => {
    const policy = await policyOn('west-kent', toIsoDate('2026-03-26'));
    const closedBy = (drafts: EventDraft[]): string | undefined =>
      fileOf(
        ...drafts,
        ...answerDrafts(fileOf(...drafts), 'not-now', policy, {
          ...of(drafts),
          occurredAt: toInstant('2026-04-07T10:00:00+01:00'),
        }),
      ).closed?.how;
    expect(closedBy(loggedAs('request', 'west-kent', 'undated'))).toBeUndefined();
    expect(closedBy(opening())).toBe('not-now');
  });

  test('that they don’t make leaves what they asked for open as a request, with its own date and no stage’s', async () => {
    const policy = await policyOn('west-kent', toIsoDate('2026-03-26'));
    const drafts = opening();
    const base = { ...of(drafts), occurredAt: toInstant('2026-04-07T10:00:00+01:00') };
    const checkBackOn = toIsoDate('2026-04-21');
    const after = fileOf(...drafts, ...answerDrafts(fileOf(...drafts), { checkBackOn }, policy, base));
    expect(after).toMatchObject({ closed: null, kind: 'service-request', stages: [], choice: { answer: 'not-now' } });
    expect(after.handDates).toMatchObject([{ due: '2026-04-21', metAt: null }]);
    expect(deadlines(after, policy, calendarOf(policy)).dates).toEqual([]);
    const chose = fileOf(
      ...drafts,
      ...answerDrafts(fileOf(...drafts), { checkBackOn }, policy, base),
      ...complainDrafts(after, policy, base),
    );
    expect(chose).toMatchObject({ kind: 'complaint', stages: [{ stage: 'stage-1' }] });
  });
});

/** A case at one of a policy's stages. */
function atStage(stage: string, policy: Policy): EventDraft[] {
  const route = { to: `stage:${stage}`, route: 'informal', stage, rule: null, clauses: [] };
  const signals = stage.startsWith('care') ? ['dissatisfaction', 'care'] : ['dissatisfaction'];
  return opening().map((event) =>
    event.type === 'logged'
      ? {
          ...event,
          data: {
            ...event.data,
            policy: { id: policy.id, version: policy.version },
            route,
            reading: event.data.reading && { ...event.data.reading, signals },
          },
        }
      : event,
  );
}

function of([first]: readonly EventDraft[]) {
  return { caseId: first?.caseId ?? '', actor: { name: 'Joanna Marsh' } };
}

describe('an enquiry', () => {
  test('that a person takes for one has its date although the words don’t show who asks', async () => {
    const policy = await policyOn('west-kent', toIsoDate('2026-03-26'));
    const { dates } = deadlines(fileOf(...loggedAs('enquiry', 'west-kent', 'undated')), policy, calendarOf(policy));
    // Ten working days after Tue 24 Mar, over Good Friday and Easter Monday: Thu 9 Apr.
    expect(dates.map(({ obligation, day }) => [obligation, day])).toEqual([['enquiry-respond', '2026-04-09']]);
  });
});
