import { beforeAll, describe, expect, test } from 'vitest';

import { caseFile } from '../../../core/case/case-file.ts';
import { newChain, seal } from '../../../core/case/chain.ts';
import type { CaseEvent, EventDraft } from '../../../core/case/event.ts';
import { EVENT_TYPES } from '../../../core/case/event-types.ts';
import { toInstant, toIsoDate, type IsoDate } from '../../../core/dates.ts';
import { deadlines } from '../../../core/deadlines/deadlines.ts';
import type { ActCase, Answers } from '../../../core/panel/acts/act.ts';
import { actNamed, actOfEntry, ACTS, offeredActs } from '../../../core/panel/acts/acts.ts';
import { problemsOf } from '../../../core/panel/acts/check.ts';
import { answersOfEntry, asItCounts, correctionOf, entriesOf, startOf } from '../../../core/panel/acts/enter.ts';
import { penceOf, poundsOf } from '../../../core/panel/acts/fields.ts';
import { told, written } from '../../../core/panel/acts/told.ts';
import type { Rules } from '../../../core/panel/state.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import { calendarOf, FLOOR, lawsOn, policyOn } from '../../../policies/index.ts';
import { acknowledged, draft, opening, testSource } from '../../support/case.ts';

const NOW = toInstant('2026-04-08T09:26:00+01:00');
/** Entered after the case: another moment, and so other ids. */
const LATER = toInstant('2026-04-08T09:30:00+01:00');
const ACTOR = { name: 'Joanna Marsh' };

let rules: Rules;
let wrekin: Rules;
const policies = new Map<string, Rules>();
beforeAll(async () => {
  const day = '2026-03-25' as IsoDate;
  const of = async (id: string): Promise<Rules> => {
    const policy = await policyOn(id, day);
    return { policy, floor: await policyOn(FLOOR, day), calendar: calendarOf(policy), laws: await lawsOn(day) };
  };
  rules = await of('west-kent');
  wrekin = await of('wrekin');
  for (const id of ['west-kent', 'kirklees', 'connect', 'east-kent', 'wrekin', 'hos-code-2024'])
    policies.set(id, await of(id));
});

let nextId = 0;
const HAND = { actor: ACTOR, newId: () => `new-${String(++nextId)}` };

/** A case from drafts, as a form sees it. */
function about(drafts: readonly EventDraft[], more: Partial<ActCase> = {}): ActCase {
  const events: readonly CaseEvent[] = seal(drafts, newChain('device'), testSource(more.now ?? NOW)).events;
  return { events, file: caseFile(events), rules, settings: NO_SETTINGS, now: NOW, others: [], ...more };
}

const BASE = (): EventDraft[] => [...opening(), acknowledged('2026-03-27T15:00:00+00:00')];
const AT = '2026-03-30T10:00:00+01:00';
const answeredCase = (): EventDraft[] => [
  ...BASE(),
  draft('response-sent', AT, { stage: 'stage-1', channel: 'email', letterDate: null, outcome: null }, { text: '' }),
];
const dangerous = (): EventDraft[] => [
  ...opening({ signals: ['dissatisfaction', 'emergency-hazard'] }),
  draft('hazard-reported', AT, { kinds: ['gas'] }, { to: 'repairs' }),
];
const request = (): EventDraft[] =>
  opening().map((event): EventDraft => {
    if (event.type !== 'logged') return event;
    const route = { to: 'request', route: 'service-request', stage: null, rule: null, clauses: [] };
    return { ...event, data: { ...event.data, route } };
  });

/** For every act: a case in which it makes sense, and what a person answers. */
const SAMPLES: Readonly<Record<string, readonly [cases: () => EventDraft[], answers: Answers]>> = {
  'contact-made': [BASE, { channel: 'phone', note: 'Spoke of the floor.' }],
  'contact-tried': [BASE, { channel: 'visit', note: '' }],
  acknowledged: [() => opening(), { channel: 'post', promised: '2026-04-16', text: 'Dear Ruth Amankwah' }],
  joined: [BASE, { channel: 'phone', subject: 'The floor', text: 'Still nobody came.', when: 'now' }],
  'choice-offered': [BASE, { how: 'asked' }],
  'choice-answered': [() => [...BASE(), draft('choice-offered', AT, { how: 'asked' }, {})], { answer: 'complain' }],
  'informal-resolution-agreed': [request, { what: 'The fitter comes on Friday.', by: '2026-04-10' }],
  'point-added': [BASE, { text: 'The bath leaks too.', whose: 'theirs' }],
  'point-answered': [BASE, { point: '1', outcome: 'upheld', answer: 'Nobody came back.' }],
  'response-sent': [BASE, { channel: 'post', letterDate: '2026-04-07', outcome: 'upheld', text: 'Dear Ruth' }],
  'response-received': [answeredCase, {}],
  'extension-proposed': [BASE, { reason: 'The report is awaited.', 'new-date': '2026-04-21', talked: 'agrees' }],
  'extension-agreed': [BASE, { 'other-date': '2026-04-20', reason: 'The report.', ombudsman: 'yes', talked: 'agrees' }],
  'extension-refused': [
    () => [
      ...BASE(),
      draft('extension-proposed', AT, { stage: 'stage-1', newDate: toIsoDate('2026-04-20') }, { reason: 'Report' }),
    ],
    { reason: 'The report came.' },
  ],
  'handler-assigned': [BASE, { name: 'Owen Blackwood' }],
  'reviewer-assigned': [
    () => [
      ...answeredCase(),
      draft(
        'escalated',
        AT,
        {
          route: { to: 'stage:stage-2', route: 'stage-2', stage: 'stage-2', rule: null, clauses: [] },
          from: 'stage-1',
          reasonsGiven: false,
        },
        { points: [], wants: null },
      ),
    ],
    { name: 'Gareth Bevan' },
  ],
  escalated: [answeredCase, { reasons: 'yes', points: 'Nobody says when.', wants: 'A date' }],
  'service-request-became-complaint': [request, { points: 'Nobody came.\nNobody rang.' }],
  'service-request-reviewed': [request, { note: 'The fitter is booked.', again: '2026-04-15' }],
  'action-promised': [BASE, { what: 'Lay the floor', who: 'Northbank', by: '2026-04-17' }],
  'action-done': [
    () => [
      ...BASE(),
      draft('action-promised', AT, { action: 'a', by: null }, { what: 'Lay the floor', who: 'Northbank' }),
    ],
    { action: 'a', note: '' },
  ],
  'compensation-offered': [BASE, { pounds: '75.50', reason: 'Bus fares' }],
  'compensation-accepted': [
    () => [...BASE(), draft('compensation-offered', AT, { offer: 'o', pence: 7500 }, { reason: 'Fares' })],
    { offer: 'o' },
  ],
  'compensation-paid': [
    () => [...BASE(), draft('compensation-offered', AT, { offer: 'o', pence: 7500 }, { reason: 'Fares' })],
    { offer: 'o', pounds: '75' },
  ],
  'date-set': [BASE, { what: 'Ring the contractor', due: '2026-04-14' }],
  'date-met': [
    () => [
      ...BASE(),
      draft('date-set', AT, { date: 'd', due: toIsoDate('2026-04-14'), clauses: [] }, { what: 'Ring' }),
    ],
    { date: 'd' },
  ],
  'hazard-reported': [() => opening(), { kinds: 'gas\nfire', to: '01632 960155', when: 'now' }],
  'made-safe': [dangerous, { how: 'Supply capped', when: 'now' }],
  'hazard-investigated': [dangerous, { confirmed: 'yes', note: 'A loose joint.' }],
  'hazard-summary-sent': [
    () => [...dangerous(), draft('hazard-investigated', AT, { confirmed: true }, { note: '' })],
    { text: 'Summary' },
  ],
  'further-work-started': [
    () => [...dangerous(), draft('hazard-investigated', AT, { confirmed: true }, { note: '' })],
    { what: 'New pipework' },
  ],
  'safeguarding-reported': [BASE, { to: 'the lead', when: 'now' }],
  'adjustment-recorded': [BASE, { what: 'Ring after 6 pm', disability: '' }],
  'representative-recorded': [
    BASE,
    { name: 'Esi Amankwah', relationship: 'Daughter', address: '', authority: 'written' },
  ],
  'restriction-set': [BASE, { what: 'One letter a week', reason: 'Forty calls a day', review: '2026-10-01' }],
  'learning-recorded': [BASE, { what: 'Fitters confirm by text' }],
  'note-added': [BASE, { text: 'Keys with the neighbour' }],
  resolved: [answeredCase, { outcome: 'upheld', note: 'Floor laid' }],
  withdrawn: [BASE, { reason: 'Said it is done.' }],
  refused: [BASE, { what: 'complaint', clause: 'west-kent/5.1#legal', reason: 'Before the county court.' }],
  excluded: [BASE, { clause: 'west-kent/5.1#legal', reason: 'Before the county court.' }],
  'referred-to-ombudsman': [BASE, { reference: '202699001', what: 'The file', due: '2026-04-20' }],
  split: [BASE, { points: '2' }],
  merged: [BASE, { into: 'other' }],
  'field-recorded': [BASE, { text: 'Repairs' }],
};

/** Entered by other parts of the panel or by the register, or made out of nothing a person fills in. */
const ELSEWHERE = [
  'received',
  'original-kept',
  'logged',
  'service-request-recorded',
  'letter-inserted',
  'letter-sent',
  'need-recorded',
  'rule-overridden',
  'corrected',
  'undone',
  'erased',
];

function sample(id: string): {
  readonly act: NonNullable<ReturnType<typeof actNamed>>;
  answers: Answers;
  case: ActCase;
} {
  const act = actNamed(id);
  const found = SAMPLES[id];
  if (!act || !found) throw new Error(`no sample for ${id}`);
  const [drafts, given] = found;
  const other = caseFile(seal(opening(), newChain('other'), testSource()).events);
  let here = about(drafts(), { others: [{ ...other, id: 'other' }] });
  let answers: Answers = { ...startOf(act, here), ...given };
  if (id === 'refused' || id === 'excluded') {
    const clause = act.fields(here, answers).find((field) => field.id === 'clause');
    if (clause?.kind === 'cards') answers = { ...answers, clause: clause.options[0]?.id ?? '' };
  }
  if (id === 'field-recorded') {
    here = { ...here, rules: wrekin };
    const [first] = act.fields(here, answers);
    if (first?.kind === 'list') answers = { ...answers, field: first.options.at(-1)?.id ?? '' };
    const values = act.fields(here, answers).find((field) => field.id === 'values');
    if (values?.kind === 'ticks') answers = { ...answers, values: values.options[0]?.id ?? '' };
  }
  return { act, answers, case: here };
}

/** Rules of the policy that wait for something else are passed over, as a person would, with a reason. */
function unheld(id: string): ReturnType<typeof sample> {
  const one = sample(id);
  const held = problemsOf(one.act, one.answers, one.case).filter(({ field }) => field.startsWith('override '));
  const reasons = Object.fromEntries(held.map(({ field }) => [field, 'Agreed with the lead']));
  return { ...one, answers: { ...one.answers, ...reasons } };
}

describe('every kind of entry', () => {
  test('has an act by which it is entered, or is entered elsewhere', () => {
    const made = new Set<string>();
    for (const id of Object.keys(SAMPLES)) {
      const { act, answers, case: here } = unheld(id);
      for (const { type } of entriesOf(act, answers, here, HAND)) made.add(type);
    }
    const missing = Object.keys(EVENT_TYPES).filter((type) => !made.has(type) && !ELSEWHERE.includes(type));
    expect(missing).toEqual(['panel-arranged', 'form-completed']);
  });

  test.each(Object.keys(SAMPLES))('%s makes sense there, lacks nothing, folds, and is told in words', (id) => {
    const { act, answers, case: here } = unheld(id);
    expect(act.isOffered(here)).toBe(true);
    expect(problemsOf(act, answers, here)).toEqual([]);
    const drafts = entriesOf(act, answers, here, HAND);
    expect(drafts.length).toBeGreaterThan(0);
    const own = drafts.filter(({ caseId }) => caseId === here.file.id);
    const events = [...here.events, ...seal(own, newChain('more'), testSource(LATER)).events];
    const file = caseFile(events);
    for (const event of events) {
      const words = told(event, { file, policy: here.rules.policy, today: toIsoDate('2026-04-08'), events });
      expect(`${words} ${written(event)}`).not.toMatch(/undefined|null|\[object/);
      expect(words.trim()).not.toBe('');
    }
  });

  test.each(Object.keys(SAMPLES))('%s says what is missing while nothing is answered', (id) => {
    const { act, case: here } = sample(id);
    const needed = act
      .fields(here, {})
      .filter(
        (field) => !('isOptional' in field && field.isOptional) && field.kind !== 'note' && field.kind !== 'working',
      );
    const problems = problemsOf(act, {}, here).filter(({ field }) => !field.startsWith('override '));
    expect(problems.map(({ field }) => field)).toEqual(needed.map((field) => field.id));
  });

  test.each(Object.keys(SAMPLES))('%s, put right with the same answers, changes nothing', (id) => {
    const { act, answers, case: here } = unheld(id);
    const drafts = entriesOf(act, answers, here, HAND).filter(({ caseId }) => caseId === here.file.id);
    const events = [...here.events, ...seal(drafts, newChain('more'), testSource(LATER)).events];
    const entry = events.findLast((event) => event.type === drafts.find(({ type }) => type === act.id)?.type);
    if (!entry) return;
    const again = actOfEntry(entry);
    if (!again) return;
    const then = { ...here, events, file: caseFile(events) };
    const correction = correctionOf(again, answersOfEntry(again, entry), { about: then, of: entry, hand: HAND });
    expect(correction?.data).toBeUndefined();
  });

  test('an id is given once', () => {
    expect(new Set(ACTS.map(({ id }) => id)).size).toBe(ACTS.length);
  });
});

describe('what is offered', () => {
  const ids = (here: ActCase): readonly string[] => offeredActs(here).flatMap(({ acts }) => acts.map(({ id }) => id));

  test('a closed case takes no answer and no contact, but what follows after closing', () => {
    const closed = about([
      ...answeredCase(),
      draft('resolved', AT, { stage: 'stage-1', outcome: 'upheld' }, { note: '' }),
    ]);
    const offered = ids(closed);
    for (const id of ['contact-made', 'response-sent', 'extension-proposed', 'resolved', 'handler-assigned'])
      expect(offered).not.toContain(id);
    for (const id of ['action-promised', 'compensation-offered', 'escalated', 'note-added', 'referred-to-ombudsman'])
      expect(offered).toContain(id);
  });

  test('a danger’s acts follow one another', () => {
    expect(ids(about(opening()))).not.toContain('made-safe');
    expect(ids(about(dangerous()))).toContain('made-safe');
    expect(ids(about(dangerous()))).not.toContain('hazard-summary-sent');
  });

  test('the last stage has no next one', () => {
    const [drafts] = SAMPLES['reviewer-assigned'] ?? [];
    expect(ids(about(drafts?.() ?? []))).not.toContain('escalated');
  });
});

describe('when it happened', () => {
  const contact = actNamed('contact-made');
  const answers = { channel: 'phone', when: 'earlier' };
  test.each([
    { name: 'a day to come', at: { 'when-day': '2026-04-09' }, words: 'That is still to come' },
    { name: 'a day before the message', at: { 'when-day': '2026-03-23' }, words: 'That is before the message came' },
    { name: 'no day', at: {}, words: 'Fill in the day' },
    {
      name: 'no time of day',
      at: { 'when-day': '2026-04-01', 'when-time': '26:00' },
      words: 'Write the time as 16:20',
    },
  ])('$name is refused', ({ at, words }) => {
    if (!contact) throw new Error('no act');
    expect(problemsOf(contact, { ...answers, ...at }, about(BASE()))).toMatchObject([{ words }]);
  });

  test.each([
    { name: 'the day of receipt', day: '2026-03-24', at: '2026-03-24T18:42:00+00:00' },
    { name: 'today', day: '2026-04-08', at: '2026-04-08T09:26:00+01:00' },
    { name: 'another day', day: '2026-04-01', at: '2026-04-01T12:00:00+01:00' },
  ])('$name needs no time', ({ day, at }) => {
    if (!contact) throw new Error('no act');
    const [entry] = entriesOf(contact, { ...answers, 'when-day': day }, about(BASE()), HAND);
    expect(entry?.occurredAt).toBe(at);
  });

  test('a clock in hours needs the minute', () => {
    const safe = actNamed('made-safe');
    if (!safe) throw new Error('no act');
    const problems = problemsOf(safe, { when: 'earlier', 'when-day': '2026-04-01' }, about(dangerous()));
    expect(problems).toEqual([{ field: 'when-time', words: 'Write the time as 16:20' }]);
  });
});

test('a wrong day is put right by an entry, and the dates follow', () => {
  const here = about(BASE());
  const entry = here.events.find(({ type }) => type === 'acknowledged');
  const act = entry && actOfEntry(entry);
  if (!entry || !act) throw new Error('no act');
  const respond = (events: readonly CaseEvent[]): string | undefined =>
    deadlines(caseFile(events), rules.policy, rules.calendar).dates.find(({ obligation }) => obligation === 'respond')
      ?.day;
  expect(respond(here.events)).toBe('2026-04-14');
  const answers = { ...answersOfEntry(act, entry), 'when-day': '2026-03-26', 'why-corrected': 'Sent the day before' };
  const correction = correctionOf(act, answers, { about: here, of: entry, hand: HAND });
  expect(correction).toMatchObject({ type: 'corrected', data: { of: entry.id, fields: {} } });
  const events = [...here.events, ...seal(correction ? [correction] : [], newChain('more'), testSource(LATER)).events];
  expect(respond(events)).toBe('2026-04-13');
  // The entry stands as it was made, and counts as corrected.
  expect(events.find(({ id }) => id === entry.id)?.occurredAt).toBe(entry.occurredAt);
  expect(asItCounts(events, entry.id)?.occurredAt).toBe('2026-03-26T15:00:00+00:00');
});

describe('putting the answer off', () => {
  const propose = (answers: Answers, here: ActCase = about(BASE())): readonly string[] => {
    const act = actNamed('extension-proposed');
    if (!act) throw new Error('no act');
    return problemsOf(act, { reason: 'Report', talked: 'agrees', ...answers }, here).map(({ words }) => words);
  };
  test('offers half and the whole of what the policy allows', () => {
    const act = actNamed('extension-proposed');
    const field = act?.fields(about(BASE()), {}).find(({ id }) => id === 'new-date');
    expect(field?.kind === 'cards' ? field.options.map(({ title, note }) => [title, note]) : null).toEqual([
      ['Tue 21 Apr', '5 working days more'],
      ['Tue 28 Apr', '10 working days more. The most clause 7.3 allows.'],
      ['Another date', 'Up to Tue 28 Apr'],
    ]);
  });
  test('within the limit, after talking to them', () => {
    expect(propose({ 'new-date': '2026-04-28' })).toEqual([]);
    expect(propose({ 'new-date': '2026-04-28', talked: 'disagrees' })).toEqual([]);
    expect(propose({ 'new-date': '2026-04-28', talked: 'not-yet' })).toEqual([
      'Talk to them first. What you typed here is kept.',
    ]);
  });
  test('not to the date that it has, nor before it', () => {
    expect(propose({ 'new-date': 'other', 'other-date': '2026-04-14' })).toEqual([
      'Choose a day after Tue 14 Apr, the date it has now',
    ]);
  });
  test('past the limit only as an exception, with a reason and their agreement', () => {
    const past = { 'new-date': 'other', 'other-date': '2026-05-12' };
    expect(propose(past)).toEqual(['Write something here']);
    expect(propose({ ...past, override: 'The contractor is insolvent' })).toEqual([]);
    expect(propose({ ...past, override: 'The contractor is insolvent', talked: 'disagrees' })).toEqual([
      'They must agree to a date so far away. Choose an earlier one.',
    ]);
  });
  test('without their word only with a reason, which is kept with the clauses that want it', () => {
    const act = actNamed('extension-proposed');
    const answers = { reason: 'Report', 'new-date': '2026-04-28', talked: 'not-yet' };
    const here = about(BASE());
    expect(act?.fields(here, { ...answers, talked: 'agrees' }).map(({ id }) => id)).not.toContain('without');
    expect(act?.fields(here, answers).find(({ id }) => id === 'without')).toMatchObject({
      label: 'Or go on without it. Why? (7.3)',
    });
    const without = { ...answers, without: 'They are in hospital.' };
    expect(propose(without)).toEqual([]);
    const entries = act ? entriesOf(act, without, here, HAND) : [];
    expect(entries.at(-1)).toMatchObject({
      type: 'rule-overridden',
      data: { rule: 'extension-consent', action: 'extension', clauses: ['west-kent/7.3#extension'] },
      personal: { reason: 'They are in hospital.' },
    });
    expect(act && entriesOf(act, { ...without, talked: 'agrees' }, here, HAND).map(({ type }) => type)).not.toContain(
      'rule-overridden',
    );
  });
  test('after the day it is refused; what is left is the answer, a letter, or a manager’s override', () => {
    const late = about(BASE(), { now: toInstant('2026-04-15T09:00:00+01:00') });
    expect(actNamed('extension-proposed')?.isOffered(late)).toBe(false);
    const act = actNamed('late-answer');
    expect(act?.isOffered(late)).toBe(true);
    expect(act?.lead?.(late)).toBe(
      'The response was due Tue 14 Apr. It’s overdue by 1 working day. An extension has to be given before the date passes (7.3 and 7.4).',
    );
    expect(act && problemsOf(act, { do: 'respond' }, late)).toEqual([]);
    expect(act && entriesOf(act, { do: 'respond' }, late, HAND)).toEqual([]);
    expect(act?.letter?.({ do: 'respond' }, late)).toBe('stage-1-response');
    expect(
      act &&
        problemsOf(act, { do: 'override', reason: 'x', 'other-date': '2026-04-20' }, late).map(({ field }) => field),
    ).toEqual(['manager', 'override', 'talked']);
    // It is proposed late, with why; that they were told is entered once they were.
    const tell = { do: 'tell', reason: 'The report', 'other-date': '2026-04-20', 'late-reason': 'I was ill' };
    expect(act && problemsOf(act, tell, late).map(({ field }) => field)).toEqual(['talked']);
    const entries = act && entriesOf(act, { ...tell, talked: 'agrees' }, late, HAND);
    expect(entries?.map(({ type, personal }) => [type, personal])).toEqual([
      ['extension-proposed', { reason: 'The report' }],
      ['note-added', { text: 'Talked to the resident about the later date: they agree.' }],
      ['rule-overridden', { reason: 'I was ill' }],
    ]);
  });

  test.each([
    { policy: 'west-kent', wants: ['late-reason', 'override', 'talked'] },
    { policy: 'kirklees', wants: ['late-reason', 'manager', 'override', 'talked'] },
  ])('told late, a date past the cap of $policy asks for all that it asks for in time', ({ policy: id, wants }) => {
    const under = policies.get(id);
    if (!under) throw new Error('no policy');
    const late = about(BASE(), { rules: under, now: toInstant('2026-05-18T09:00:00+01:00') });
    const act = actNamed('late-answer');
    const far = { do: 'tell', reason: 'busy', 'other-date': '2027-12-31' };
    expect(
      act &&
        problemsOf(act, far, late)
          .map(({ field }) => field)
          .sort(),
    ).toEqual(wants);
    const said = { ...far, 'late-reason': 'x', override: 'x', manager: 'x', talked: 'disagrees' };
    expect(act && problemsOf(act, said, late).map(({ field }) => field)).toEqual(['talked']);
  });
});

describe('an extension that was told', () => {
  const IN_TIME = '2026-03-31T09:00:00+01:00';
  const LATE = '2026-05-18T09:00:00+01:00';
  const FAR = { 'other-date': '2026-09-30', reason: 'Busy', ombudsman: 'no' };
  test.each([
    { policy: 'west-kent', at: IN_TIME, wants: ['override', 'without-ombudsman', 'talked'] },
    { policy: 'kirklees', at: IN_TIME, wants: ['manager', 'override', 'without-ombudsman', 'talked'] },
    { policy: 'connect', at: IN_TIME, wants: ['manager', 'override', 'without-ombudsman', 'talked'] },
    { policy: 'east-kent', at: IN_TIME, wants: ['without-ombudsman', 'talked'] },
    { policy: 'wrekin', at: IN_TIME, wants: ['without-ombudsman', 'talked'] },
    { policy: 'hos-code-2024', at: IN_TIME, wants: ['override', 'without-ombudsman', 'talked'] },
    { policy: 'west-kent', at: LATE, wants: ['override', 'late-reason', 'without-ombudsman', 'talked'] },
    { policy: 'kirklees', at: LATE, wants: ['manager', 'override', 'late-reason', 'without-ombudsman', 'talked'] },
    { policy: 'connect', at: LATE, wants: ['manager', 'override', 'late-reason', 'without-ombudsman', 'talked'] },
    { policy: 'east-kent', at: LATE, wants: ['late-reason', 'without-ombudsman', 'talked'] },
    { policy: 'wrekin', at: LATE, wants: ['late-reason', 'without-ombudsman', 'talked'] },
    { policy: 'hos-code-2024', at: LATE, wants: ['override', 'late-reason', 'without-ombudsman', 'talked'] },
  ])('$policy at $at: what is past the policy asks why', ({ policy, at, wants }) => {
    const act = actNamed('extension-agreed');
    const under = policies.get(policy);
    if (!act || !under) throw new Error('no act');
    const here = about([...opening(), acknowledged('2026-03-27T15:00:00+00:00')], {
      rules: under,
      now: toInstant(at),
    });
    const before = respondBy(here.file, under);
    expect(problemsOf(act, FAR, here).map(({ field }) => field)).toEqual(wants);
    const answers = {
      ...FAR,
      ...Object.fromEntries(wants.map((field) => [field, 'Said why'])),
      talked: 'agrees',
    };
    expect(problemsOf(act, answers, here)).toEqual([]);
    const drafts = entriesOf(act, answers, here, HAND);
    expect(drafts.filter(({ type }) => type === 'rule-overridden')).toHaveLength(
      wants.filter((field) => ['manager', 'late-reason', 'without-ombudsman'].includes(field)).length,
    );
    const events = [...here.events, ...seal(drafts, newChain('more'), testSource(toInstant(at))).events];
    expect(respondBy(caseFile(events), under)).toBe(at === LATE ? before : '2026-09-30');
  });

  test('by the day on which it was told, not the one on which it is entered', () => {
    const act = actNamed('extension-agreed');
    const here = about(BASE(), { now: toInstant('2026-04-20T09:00:00+01:00') });
    const answers = { 'other-date': '2026-04-28', reason: 'Report', ombudsman: 'yes', talked: 'agrees' };
    const fields = (more: Answers): readonly string[] =>
      act ? problemsOf(act, { ...answers, ...more }, here).map(({ field }) => field) : ['no act'];
    expect(fields({ when: 'now' })).toEqual(['late-reason']);
    expect(fields({ when: 'earlier', 'when-day': '2026-04-13' })).toEqual([]);
  });

  test('without having talked to them, where the policy wants it, only with why', () => {
    const act = actNamed('extension-agreed');
    const answers = { 'other-date': '2026-04-20', reason: 'Report', ombudsman: 'yes', talked: 'not-yet' };
    expect(act && problemsOf(act, answers, about(BASE())).map(({ field }) => field)).toEqual(['talked']);
  });
});

function respondBy(file: ActCase['file'], { policy, calendar }: Rules): string | undefined {
  return deadlines(file, policy, calendar).dates.find(({ obligation }) => obligation === 'respond')?.day;
}

test.each([
  ['75', 7500],
  ['£1,250.50', 125_050],
  ['75.5', 7550],
  ['0.05', 5],
  ['seventy', null],
  ['75.505', null],
])('%s is so many pence', (text, pence) => {
  expect(penceOf(text)).toBe(pence);
  if (pence !== null) expect(penceOf(poundsOf(pence))).toBe(pence);
});
