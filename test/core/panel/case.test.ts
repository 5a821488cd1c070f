import { beforeAll, describe, expect, test } from 'vitest';

import { caseFile } from '../../../core/case/case-file.ts';
import { newChain, seal } from '../../../core/case/chain.ts';
import type { CaseEvent, EventDraft } from '../../../core/case/event.ts';
import { toInstant, type IsoDate } from '../../../core/dates.ts';
import { actDrafts, ActError, type ActContext } from '../../../core/panel/case-acts.ts';
import { datesView } from '../../../core/panel/dates-view.ts';
import { NO_LETTER_EDITS, type Placed } from '../../../core/panel/desk.ts';
import { letterChanges } from '../../../core/panel/letter-view.ts';
import { nextStep } from '../../../core/panel/next-step.ts';
import { postedAt } from '../../../core/panel/posted.ts';
import { rowMaker } from '../../../core/panel/row-maker.ts';
import type { OpenCase, Rules } from '../../../core/panel/state.ts';
import { calendarOf, FLOOR, lawsOn, LAWS, loadPolicy, policyIds, policyOn } from '../../../policies/index.ts';
import { draft, opening, testSource } from '../../support/case.ts';

const NOW = toInstant('2026-03-25T09:26:00+00:00');
const ACT: ActContext = {
  actor: { name: 'Joanna Marsh' },
  now: NOW,
  reportedTo: '01632 960155',
  placed: null,
  policy: null,
};

let rules: Rules;
beforeAll(async () => {
  const day = '2026-03-25' as IsoDate;
  const policy = await policyOn('west-kent', day);
  rules = { policy, floor: await policyOn(FLOOR, day), calendar: calendarOf(policy), laws: await lawsOn(day) };
});

/** A case from drafts, entered one after another. */
function opened(drafts: readonly EventDraft[]): OpenCase {
  const events: readonly CaseEvent[] = seal(drafts, newChain('device'), testSource()).events;
  return { events, file: caseFile(events), rules };
}

describe('the dates of a case', () => {
  test('what is due next, what hangs on the acknowledgement, and what acting today would give', () => {
    const { rows } = datesView(opened(opening()), NOW);
    expect(rows.map(({ mark, what, when, left, hint }) => [mark, what, when, left, hint])).toEqual([
      ['past', 'Received', 'Tue 24 Mar, 18:42', 'day 0, by email', null],
      ['next', 'Make contact', 'Fri 27 Mar', 'in 2 working days · 7.1', null],
      ['due', 'Acknowledge', 'Tue 31 Mar', 'in 4 working days · 7.2', null],
      [
        'waits',
        'Respond',
        'by Thu 16 Apr',
        'fixed when acknowledged · 7.3',
        'If acknowledged today: Fri 10 Apr. Tomorrow: Mon 13 Apr.',
      ],
      ['waits', 'Resident may ask for the next stage', 'waiting', '20 working days from our response · 7.6', null],
    ]);
  });

  test('a date that hangs on the acknowledgement is overdue once it is past, as in the due list', () => {
    const { rows } = datesView(opened(opening()), toInstant('2026-04-20T09:26:00+01:00'));
    expect(rows.map(({ mark, what, left }) => [mark, what, left]).slice(1, 4)).toEqual([
      ['over', 'Make contact', 'overdue by 14 working days · 7.1'],
      ['over', 'Acknowledge', 'overdue by 12 working days · 7.2'],
      ['over', 'Respond', 'overdue by 2 working days · fixed when acknowledged · 7.3'],
    ]);
  });

  test('a danger’s clock stands among them, under the law', () => {
    const { rows } = datesView(opened(opening({ signals: ['dissatisfaction', 'emergency-hazard'] })), NOW);
    expect(rows.find(({ what }) => what === 'Make safe')).toMatchObject({
      when: 'Wed 25 Mar, 18:42',
      left: 'in 9 hours · Awaab’s Law',
      mark: 'next',
    });
  });

  test('past the calendar a date is not computed; those before it still are', () => {
    const late = opened(opening({ receivedAt: '2028-12-11T18:42:00+00:00' }));
    const { rows, uncovered } = datesView(late, toInstant('2028-12-13T09:26:00+00:00'));
    expect(rows.map(({ what, when }) => [what, when])).toEqual([
      ['Received', 'Mon 11 Dec, 18:42'],
      ['Make contact', 'Thu 14 Dec'],
      ['Acknowledge', 'Mon 18 Dec'],
      ['Respond', 'not computed'],
    ]);
    expect(uncovered?.error.coverage.to).toBe('2028-12-31');
  });
});

describe('recording', () => {
  test('“I’ve sent it” is the acknowledgement, with the date that the letter promised', () => {
    const placed = {
      how: 'inserted',
      kind: 'acknowledgement',
      text: 'Dear Ruth',
      promisedBy: '2026-04-10' as IsoDate,
      offersChoice: true,
      hint: '',
      at: NOW,
    } as const;
    const drafts = actDrafts({ kind: 'acknowledged', at: null }, opened(opening()).file, { ...ACT, placed });
    expect(drafts.map(({ type, data }) => [type, data])).toEqual([
      [
        'acknowledged',
        { stage: 'stage-1', channel: 'email', known: 'as-inserted', promisedBy: '2026-04-10', corrects: null },
      ],
      ['choice-offered', { how: 'in-letter' }],
    ]);
  });

  test.each([
    { name: 'in the future', at: '2026-03-25T09:27:00+00:00' },
    { name: 'before the message came', at: '2026-03-24T18:41:00+00:00' },
  ])('nothing was sent $name', ({ at }) => {
    const file = opened(opening()).file;
    expect(() => actDrafts({ kind: 'acknowledged', at: toInstant(at) }, file, ACT)).toThrow(ActError);
  });

  test('an enquiry is given to somebody although it is at no stage', () => {
    const drafts = opening().map((event): EventDraft => {
      if (event.type !== 'logged') return event;
      const route = { to: 'enquiry', route: 'enquiry', stage: null, rule: 'mp', clauses: [] };
      return { ...event, data: { ...event.data, route }, personal: { ...event.personal, handler: null } };
    });
    const { file } = opened(drafts);
    expect(file).toMatchObject({ kind: 'enquiry', handler: null });
    const assigned = actDrafts({ kind: 'assigned', name: 'Priya Nair' }, file, ACT);
    expect(opened([...drafts, ...assigned]).file.handler).toBe('Priya Nair');
  });

  test('the next step follows what is recorded', () => {
    const base = opening();
    expect(nextStep(opened(base).file, rules)).toBe('acknowledge');
    const sent = [...base, ...actDrafts({ kind: 'acknowledged', at: null }, opened(base).file, ACT)];
    expect(nextStep(opened(sent).file, rules)).toBe('contact');
    const met = [...sent, ...actDrafts({ kind: 'contact-made' }, opened(sent).file, ACT)];
    expect(nextStep(opened(met).file, rules)).toBeNull();
  });
});

describe('what was changed in a letter comes onto the case', () => {
  const who = { actor: { name: 'Joanna Marsh' }, now: NOW };

  test('nothing changed, nothing entered', () => {
    expect(letterChanges(opened(opening()), NO_LETTER_EDITS, who)).toEqual([]);
  });

  test('the outcome and the handler', () => {
    const before = opened(opening());
    const edits = { ...NO_LETTER_EDITS, wants: 'A date.', handler: 'Owen Blackwood' };
    const drafts = letterChanges(before, edits, who);
    expect(drafts.map(({ type }) => type)).toEqual(['corrected', 'handler-assigned']);
    const after = opened([...opening(), ...drafts]);
    expect(after.file).toMatchObject({ wants: 'A date.', handler: 'Owen Blackwood' });
  });

  test('a point that joined later is put right in its own entry, one taken out is undone', () => {
    const joined: EventDraft[] = ['3', '4'].map((id) => ({
      caseId: opening()[0]?.caseId ?? '',
      actor: who.actor,
      occurredAt: NOW,
      type: 'point-added',
      data: {},
      personal: { point: { id, text: `Point ${id}`, quoted: true } },
    }));
    const before = opened([...opening(), ...joined]);
    const points = before.file.points
      .filter(({ id }) => id !== '4')
      .map(({ answered: _answered, ...point }) => (point.id === '3' ? { ...point, text: 'Changed' } : point));
    const drafts = letterChanges(before, { ...NO_LETTER_EDITS, points }, who);
    expect(drafts.map(({ type }) => type).sort()).toEqual(['corrected', 'corrected', 'undone']);
    const after = opened([...opening(), ...joined, ...drafts]);
    expect(after.file.points.map(({ text }) => text)).toEqual([
      'The floor was taken up on 23 February.',
      'Nobody came back.',
      'Changed',
    ]);
  });
});

describe('a letter by post', () => {
  const byPost = (): readonly EventDraft[] => {
    const [received, ...rest] = opening();
    if (received?.type !== 'received') throw new Error('a case begins with a message');
    return [{ ...received, data: { ...received.data, channel: 'letter' } }, ...rest];
  };
  const PLACED: Placed = {
    how: 'printed',
    kind: 'stage-1-acknowledgement',
    text: '',
    promisedBy: null,
    offersChoice: false,
    hint: '',
    at: NOW,
  };
  const channelOf = ([entry]: readonly EventDraft[]): unknown =>
    entry?.data && 'channel' in entry.data && entry.data.channel;
  const sent = (drafts: readonly EventDraft[], placed: Placed | null): unknown =>
    channelOf(actDrafts({ kind: 'acknowledged', at: null }, opened(drafts).file, { ...ACT, placed }));

  test('is entered as posted where it was made for the post, or where they wrote by post and nothing else is known', () => {
    expect(sent(opening(), PLACED)).toBe('post');
    expect(sent(opening(), { ...PLACED, how: 'document' })).toBe('post');
    expect(sent(opening(), null)).toBe('email');
    expect(sent(byPost(), null)).toBe('post');
    expect(sent(byPost(), { ...PLACED, how: 'copied' })).toBe('email');
  });

  test('made in an earlier session is still known for what it was', () => {
    const made = (way: { way?: 'post' }): EventDraft =>
      draft(
        'letter-inserted',
        NOW,
        { kind: 'stage-1-acknowledgement', stage: 'stage-1', promisedBy: null, ...way },
        { text: 'Dear Ruth' },
      );
    expect(sent([...opening(), made({ way: 'post' })], null)).toBe('post');
    expect(sent([...byPost(), made({})], null)).toBe('email');
  });

  test('posted on a day of which no hour is known: noon, not before what it answers, not after now', () => {
    const receivedAt = toInstant('2026-03-24T18:42:00+00:00');
    const on = (day: string): string | null => postedAt(day as IsoDate, { receivedAt, now: NOW });
    expect(on('2026-03-23')).toBe('2026-03-23T12:00:00+00:00');
    expect(on('2026-03-24')).toBe(receivedAt);
    expect(on('2026-03-25')).toBe(NOW);
  });

  test('puts the address that was typed for it on the case, where the case knew none', () => {
    const edits = { ...NO_LETTER_EDITS, entries: { 'postal.address': ' 4 Quay Street\nTN13 1AA ' } };
    const unknown = opening().map((event): EventDraft =>
      event.type === 'logged'
        ? { ...event, personal: { ...event.personal, complainant: { name: 'Ruth Amankwah', address: '' } } }
        : event,
    );
    const changes = (drafts: readonly EventDraft[]): unknown =>
      letterChanges(opened(drafts), edits, { actor: ACT.actor, now: NOW }).map(({ personal }) => personal);
    expect(changes(unknown)).toMatchObject([
      { fields: { complainant: { name: 'Ruth Amankwah', address: '4 Quay Street\nTN13 1AA' } } },
    ]);
    expect(changes(opening())).toEqual([]);
  });
});

describe('rows', () => {
  test('of a case have the landlord’s dates and the law’s', async () => {
    const rowOf = await rowMaker({ ids: policyIds, laws: LAWS, load: loadPolicy, calendarOf });
    const { file } = opened(opening({ signals: ['dissatisfaction', 'emergency-hazard'] }));
    const row = rowOf(file);
    expect(row.uncomputed).toBeNull();
    expect(row.duties.map(({ obligation, day }) => [obligation, day])).toEqual([
      ['contact', '2026-03-27'],
      ['acknowledge', '2026-03-31'],
      ['respond', '2026-04-16'],
      ['make-safe', '2026-03-25'],
    ]);
  });

  test('of a case whose policy isn’t there have none, and say so', async () => {
    const rowOf = await rowMaker({
      ids: policyIds,
      laws: LAWS,
      load: (id) => (id === 'west-kent' ? Promise.reject(new Error('damaged')) : loadPolicy(id)),
      calendarOf,
    });
    const { file } = opened(opening({ signals: ['dissatisfaction', 'emergency-hazard'] }));
    expect(rowOf(file)).toMatchObject({ duties: [], uncomputed: 'its policy is not loaded' });
  });
});
