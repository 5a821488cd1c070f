import { describe, expect, test } from 'vitest';
import { localDate, toIsoDate } from '../../../core/dates.ts';
import { answerIfAcknowledged, deadlines, isOwed } from '../../../core/deadlines/deadlines.ts';
import { dueRow } from '../../../core/deadlines/due-row.ts';
import { workingInWords } from '../../../core/deadlines/words.ts';
import type { EventDraft } from '../../../core/case/event.ts';
import { calendarOf, policyOn } from '../../../policies/index.ts';
import { acknowledged, draft, fileOf, moment, opening } from '../../support/case.ts';

const policy = await policyOn('west-kent', toIsoDate('2026-03-26'));
const calendar = calendarOf(policy);

/** One line a date: what, when, whether provisional, met, lapsed. */
function datesOf(...drafts: readonly EventDraft[]): readonly string[] {
  return deadlines(fileOf(...drafts), policy, calendar).dates.map(
    ({ obligation, day, provisional, metAt, lapsed, stage }) =>
      [
        obligation,
        day,
        stage === 'stage-1' ? '' : stage,
        provisional ? 'provisional' : '',
        metAt ? 'met' : '',
        lapsed ? 'lapsed' : '',
      ]
        .filter(Boolean)
        .join(' '),
  );
}

const contact = draft(
  'contact-made',
  '2026-03-26T09:00:00+00:00',
  { stage: 'stage-1', channel: 'phone' },
  { note: '' },
);
const response = draft(
  'response-sent',
  '2026-04-10T15:00:00+01:00',
  { stage: 'stage-1', channel: 'post', letterDate: null, outcome: null },
  { text: '' },
);
const escalation = draft(
  'escalated',
  '2026-04-20T09:00:00+01:00',
  {
    route: { to: 'stage:stage-2', route: 'stage-2', stage: 'stage-2', rule: 'escalation', clauses: [] },
    from: 'stage-1',
    reasonsGiven: false,
  },
  { points: [], wants: null },
);
const extension = (newDate: string, exceptional = false, at = '2026-04-09T09:00:00+01:00'): EventDraft =>
  draft(
    'extension-agreed',
    at,
    { stage: 'stage-1', newDate: toIsoDate(newDate), exceptional, ombudsmanDetailsGiven: true },
    { reason: '' },
  );

describe('the dates of a case', () => {
  test.each([
    {
      name: 'logged: the answer is projected',
      drafts: [],
      expected: ['contact 2026-03-27', 'acknowledge 2026-03-31', 'respond 2026-04-16 provisional'],
    },
    {
      name: 'contact made',
      drafts: [contact],
      expected: ['contact 2026-03-27 met', 'acknowledge 2026-03-31', 'respond 2026-04-16 provisional'],
    },
    {
      name: 'acknowledged early: the answer comes forward',
      drafts: [acknowledged('2026-03-25T11:00:00+00:00')],
      expected: ['contact 2026-03-27', 'acknowledge 2026-03-31 met', 'respond 2026-04-10'],
    },
    {
      name: 'acknowledged late: the answer doesn’t move',
      drafts: [acknowledged('2026-04-02T11:00:00+01:00')],
      expected: ['contact 2026-03-27', 'acknowledge 2026-03-31 met', 'respond 2026-04-16'],
    },
    {
      name: 'extended within the cap',
      drafts: [acknowledged('2026-03-25T11:00:00+00:00'), extension('2026-04-20')],
      expected: ['contact 2026-03-27', 'acknowledge 2026-03-31 met', 'respond 2026-04-20'],
    },
    {
      name: 'extended past the cap: the cap stands',
      drafts: [acknowledged('2026-03-25T11:00:00+00:00'), extension('2026-05-20')],
      expected: ['contact 2026-03-27', 'acknowledge 2026-03-31 met', 'respond 2026-04-24'],
    },
    {
      name: 'a second extension gets no new cap',
      drafts: [acknowledged('2026-03-25T11:00:00+00:00'), extension('2026-04-20'), extension('2026-05-01')],
      expected: ['contact 2026-03-27', 'acknowledge 2026-03-31 met', 'respond 2026-04-24'],
    },
    {
      name: 'exceptional further time: the day that was agreed',
      drafts: [acknowledged('2026-03-25T11:00:00+00:00'), extension('2026-05-20', true)],
      expected: ['contact 2026-03-27', 'acknowledge 2026-03-31 met', 'respond 2026-05-20'],
    },
    {
      name: 'told once the date had passed: the missed date stays missed, the day that was told stands beside it',
      drafts: [
        acknowledged('2026-03-25T11:00:00+00:00'),
        extension('2026-04-20', false, '2026-04-13T09:00:00+01:00'),
        extension('2026-04-30', true, '2026-04-21T09:00:00+01:00'),
      ],
      expected: [
        'contact 2026-03-27',
        'acknowledge 2026-03-31 met',
        'respond 2026-04-10',
        'extended-respond-by 2026-04-30',
      ],
    },
    {
      name: 'answered by post: the window runs from two working days later',
      drafts: [contact, acknowledged('2026-03-25T11:00:00+00:00'), response],
      expected: [
        'contact 2026-03-27 met',
        'acknowledge 2026-03-31 met',
        'respond 2026-04-10 met',
        'escalate-by 2026-05-13',
      ],
    },
    {
      name: 'escalated: stage two has dates of its own, stage one owes nothing more',
      drafts: [acknowledged('2026-03-25T11:00:00+00:00'), response, escalation],
      expected: [
        'contact 2026-03-27 lapsed',
        'acknowledge 2026-03-31 met lapsed',
        'respond 2026-04-10 met lapsed',
        'contact 2026-04-23 stage-2',
        'acknowledge 2026-04-27 stage-2',
        'escalate-by 2026-05-13 lapsed',
        'respond 2026-05-27 stage-2 provisional',
      ],
    },
    {
      name: 'withdrawn: nothing is owed',
      drafts: [draft('withdrawn', '2026-03-26T09:00:00+00:00', {}, { reason: '' })],
      expected: ['contact 2026-03-27 lapsed', 'acknowledge 2026-03-31 lapsed', 'respond 2026-04-16 provisional lapsed'],
    },
  ])('$name', ({ drafts, expected }) => {
    expect(datesOf(...opening(), ...drafts)).toEqual(expected);
  });

  test('run from receipt, however late it was logged', () => {
    expect(datesOf(...opening({ receivedAt: '2026-02-02T09:00:00+00:00' }))[1]).toBe('acknowledge 2026-02-09');
  });

  test('what can’t be counted yet waits, and says for what', () => {
    const { waiting } = deadlines(fileOf(...opening()), policy, calendar);
    expect(waiting.map(({ obligation, for: event, clauses }) => [obligation, event, clauses])).toEqual([
      ['escalate-by', 'response-received', ['west-kent/7.6']],
    ]);
  });

  test('an MP’s enquiry has its own date (WK-10)', () => {
    const [received, logged] = opening({ signals: ['mp'] });
    if (!received || logged?.type !== 'logged') throw new Error('the opening changed');
    const enquiry = {
      ...logged,
      data: { ...logged.data, route: { to: 'enquiry', route: 'enquiry', stage: null, rule: 'mp', clauses: [] } },
    };
    expect(datesOf(received, enquiry)).toEqual(['enquiry-respond 2026-04-09']);
  });
});

describe('if it were acknowledged', () => {
  const file = fileOf(...opening());
  test.each([
    { name: 'today', at: '2026-03-25T10:00:00+00:00', expected: '2026-04-10' },
    { name: 'tomorrow', at: '2026-03-26T10:00:00+00:00', expected: '2026-04-13' },
    { name: 'on the last day', at: '2026-03-31T23:00:00+01:00', expected: '2026-04-16' },
    { name: 'a week late: no more time', at: '2026-04-07T10:00:00+01:00', expected: '2026-04-16' },
  ])('$name', ({ at, expected }) => {
    expect(answerIfAcknowledged(file, policy, calendar, moment(at))?.day).toBe(expected);
  });
});

describe('the working of a date', () => {
  test('names each day that didn’t count, and the clause’s reading', () => {
    const date = deadlines(
      fileOf(...opening(), acknowledged('2026-03-25T11:00:00+00:00')),
      policy,
      calendar,
    ).dates.find(({ obligation }) => obligation === 'respond');
    if (!date) throw new Error('no date to respond');
    expect(workingInWords(date, localDate(moment('2026-03-25T11:00:00+00:00'))).slice(0, 2)).toEqual([
      '10 working days after Wed 25 Mar, the day it was acknowledged.',
      'Not counted: Fri 3 Apr, Good Friday; Mon 6 Apr, Easter Monday; two weekends.',
    ]);
  });
});

describe('the due row', () => {
  test('lists what is owed, most urgent first by its keys', () => {
    const row = dueRow(fileOf(...opening()), [{ policy, calendar }]);
    expect(row.duties.map(({ obligation, day }) => [obligation, day])).toEqual([
      ['contact', '2026-03-27'],
      ['acknowledge', '2026-03-31'],
      ['respond', '2026-04-16'],
    ]);
    const id = row.caseId;
    expect(row.keys).toEqual([`2026-03-27T24:00 ${id} 0`, `2026-03-31T24:00 ${id} 1`, `2026-04-16T24:00 ${id} 2`]);
    expect(row).toMatchObject({ name: 'Ruth Amankwah', stage: 'Stage one', handler: 'Priya Nair', uncomputed: null });
  });

  test('a case past the calendar is there, with the reason and without a date', () => {
    const row = dueRow(fileOf(...opening({ receivedAt: '2028-12-20T09:00:00+00:00' })), [{ policy, calendar }]);
    expect(row.keys).toEqual([]);
    expect(row.uncomputed).toContain('bank holidays are known from 2011-01-01 to 2028-12-31');
  });

  test('a date that a person set, and an action promised, are owed too', () => {
    const row = dueRow(
      fileOf(
        ...opening(),
        draft(
          'date-set',
          '2026-03-25T09:00:00+00:00',
          { date: 'd1', due: toIsoDate('2026-04-09'), clauses: [] },
          { what: 'Evidence for the Ombudsman' },
        ),
        draft(
          'action-promised',
          '2026-03-25T09:00:00+00:00',
          { action: 'a1', by: toIsoDate('2026-04-01') },
          { what: 'Lay the floor', who: 'Repairs' },
        ),
      ),
      [{ policy, calendar }],
    );
    expect(row.duties.filter(({ obligation }) => obligation === null).map(({ what, day }) => [what, day])).toEqual([
      ['Evidence for the Ombudsman', '2026-04-09'],
      ['Lay the floor', '2026-04-01'],
    ]);
  });

  test('the letter about what wasn’t taken up is a task until it has gone, also where the case is closed', () => {
    const excluded = draft(
      'excluded',
      '2026-03-25T09:30:00+00:00',
      { rule: 'legal', clauses: ['5.1#legal'] },
      { reason: 'The claim is before the court.' },
    );
    const sent = draft(
      'letter-sent',
      '2026-03-26T10:00:00+00:00',
      { kind: 'refusal', stage: null, channel: 'post' },
      { text: '' },
    );
    const tasks = (...drafts: readonly EventDraft[]): readonly unknown[] =>
      dueRow(fileOf(...opening(), ...drafts), [{ policy, calendar }]).tasks.map(({ kind, what, clauses }) => [
        kind,
        what,
        ...clauses,
      ]);
    expect(tasks(excluded)).toEqual([['letter', 'refusal', '5.1#legal']]);
    expect(tasks(excluded, sent)).toEqual([]);
    expect(tasks()).toEqual([]);
  });

  test('what is met or lapsed is not owed', () => {
    const { dates } = deadlines(fileOf(...opening(), contact), policy, calendar);
    expect(dates.filter(isOwed).map(({ obligation }) => obligation)).toEqual(['acknowledge', 'respond']);
  });
});
