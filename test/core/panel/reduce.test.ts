import { beforeAll, describe, expect, test } from 'vitest';

import { caseFile } from '../../../core/case/case-file.ts';
import { supposed } from '../../../core/case/chain.ts';
import { toInstant } from '../../../core/dates.ts';
import { emptyMessage, type Message } from '../../../core/message.ts';
import type { Action } from '../../../core/panel/actions.ts';
import { acceptedRoute, routeNow } from '../../../core/panel/decide.ts';
import { logDrafts } from '../../../core/panel/log-drafts.ts';
import { deskFor, parseDesk, settledMessage, type Desk } from '../../../core/panel/desk.ts';
import { destinationsOf } from '../../../core/panel/destinations.ts';
import { dockView } from '../../../core/panel/dock-view.ts';
import { look } from '../../../core/look.ts';
import { reduce } from '../../../core/panel/reduce.ts';
import { NO_SETUP } from '../../../core/panel/setup.ts';
import { letterOwed, nextStep } from '../../../core/panel/next-step.ts';
import { headingOf } from '../../../core/panel/verdict-words.ts';
import { initialState, type Looked, type PanelState, type Rules } from '../../../core/panel/state.ts';
import { decide } from '../../../core/triage/triage.ts';
import type { Findings } from '../../../core/triage/verdict.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import type { IsoDate } from '../../../core/dates.ts';

const NOW = toInstant('2026-03-25T09:26:00+00:00');
const RUTH: Message = {
  ...emptyMessage(),
  from: { name: 'Ruth Amankwah', address: 'ruth@mail.example' },
  subject: 'Bathroom floor',
  text: 'Nobody came back to finish my bathroom floor. I have rung three times and I want to make a complaint.',
  receivedAt: toInstant('2026-03-24T18:42:00+00:00'),
  receivedAtSource: 'displayed',
};

let rules: Rules;
beforeAll(async () => {
  const policy = await policyOn('west-kent', '2026-03-25' as IsoDate);
  const floor = await policyOn(FLOOR, '2026-03-25' as IsoDate);
  rules = { policy, floor, calendar: calendarOf(policy), laws: [] };
});

function lookedAt(message: Message, more: Partial<Looked['verdict']> = {}): Looked {
  const { reading, verdict } = look(message, {
    settings: NO_SETTINGS,
    policy: rules.policy,
    known: new Set(),
    neural: null,
  });
  // What the words are worth is another's test: here they are dissatisfaction, and nothing else.
  const found: Findings = {
    ...verdict,
    dissatisfaction: { found: true, probability: 0.99 },
    intent: 'complaint',
    confidence: 'clear',
    signals: new Set(['dissatisfaction']),
  };
  return {
    reading,
    verdict: { ...decide(found, rules.policy), ...more },
    rules,
    cases: [],
    found: null,
    registerFailed: null,
    second: 'none',
  };
}

/** The panel with a message open and read. */
function withMessage(message: Message = RUTH, more: Partial<Looked['verdict']> = {}): PanelState {
  const state = { ...initialState({ kind: 'extension', name: 'Gmail' }, NOW), setup: { ...NO_SETUP, isDone: true } };
  return run(
    state,
    {
      type: 'message-shown',
      open: { kind: 'message', source: 'host', key: 'a', message, looked: null, slow: false, failed: null },
      desk: deskFor('a', message),
      name: 'Gmail',
    },
    { type: 'looked', key: 'a', looked: lookedAt(message, more) },
  );
}

function run(state: PanelState, ...actions: readonly Action[]): PanelState {
  return actions.reduce(reduce, state);
}

const logging = { caseId: 'case-1', actor: { name: 'Joanna Marsh' }, now: NOW };

describe('pressing Log', () => {
  test('a second press while the first is under way changes nothing', () => {
    const once = run(withMessage(), { type: 'log' });
    expect(once.busy).toBe('log');
    expect(run(once, { type: 'log' })).toEqual(once);
  });

  test('an unclear day of receipt is asked for instead', () => {
    const asked = run(withMessage({ ...RUTH, receivedAt: null, receivedAtSource: null }), { type: 'log' });
    expect(asked).toMatchObject({
      busy: null,
      missingChoice: 'received',
      desk: { step: 'edit' },
      focus: { target: 'field-received' },
    });
    const at = toInstant('2026-03-02T12:00:00+00:00');
    expect(run(asked, { type: 'received-chosen', at }, { type: 'log' }).busy).toBe('log');
  });

  test('under Unsure it asks for the choice, and nothing is chosen before', () => {
    const unsure = withMessage(RUTH, { confidence: 'unsure' });
    expect(unsure.desk?.pick).toBeNull();
    expect(run(unsure, { type: 'log' })).toMatchObject({ busy: null, missingChoice: 'choice' });
    const chosen = run(unsure, { type: 'picked', id: 'request' }, { type: 'continued' });
    expect(chosen.desk).toMatchObject({ route: 'request', step: 'check' });
    expect(run(chosen, { type: 'log' }).busy).toBe('log');
  });

  test('declining asks for how much, why, and what was weighed, one after the other', () => {
    const declining = run(
      withMessage(),
      { type: 'routes-opened' },
      { type: 'picked', id: 'decide/legal' },
      { type: 'continued' },
    );
    expect(declining).toMatchObject({ missingChoice: null, desk: { route: 'decide/legal', step: 'decline' } });
    const pressed = (state: PanelState): PanelState => run(state, { type: 'log' });
    expect(pressed(declining)).toMatchObject({ busy: null, missingChoice: 'scope' });
    const scoped = run(declining, { type: 'decline-edited', change: { scope: 'all' } });
    expect(pressed(scoped)).toMatchObject({ busy: null, missingChoice: 'reason' });
    const explained = run(scoped, { type: 'reason-typed', text: 'The claim is at court.' });
    expect(pressed(explained)).toMatchObject({ busy: null, missingChoice: 'considered' });
    const reasoned = run(explained, { type: 'decline-edited', change: { considered: 'Nothing else is open.' } });
    expect(pressed(reasoned).busy).toBe('log');
    const { desk, open } = reasoned;
    if (!desk || open.kind !== 'message' || !open.looked) throw new Error('nothing is open');
    const { drafts } = logDrafts({ desk, message: open.message, looked: open.looked }, logging);
    expect(drafts.map(({ type }) => type)).toEqual(['received', 'logged', 'excluded']);
    expect(drafts[1]).toMatchObject({ data: { overruled: true }, personal: { reason: 'The claim is at court.' } });
    expect(drafts[2]).toMatchObject({
      data: { rule: 'legal' },
      personal: { reason: 'The claim is at court.', considered: 'Nothing else is open.' },
    });
    const file = caseFile(supposed(drafts, NOW));
    expect(file).toMatchObject({ closed: { how: 'excluded' }, refusal: { isPart: false, rule: 'legal' } });
    expect(nextStep(file, rules)).toBe('write-letter');
    expect(letterOwed(file, rules)).toBe('refusal');
  });

  test('a part is declined: the rest is a complaint with its clocks, and two letters are owed', () => {
    const declining = run(
      withMessage(),
      {
        type: 'edited',
        change: { points: ['The floor', 'The flood'].map((text, at) => ({ id: String(at + 1), text, quoted: false })) },
      },
      { type: 'routes-opened' },
      { type: 'picked', id: 'decide/legal' },
      { type: 'continued' },
      {
        type: 'decline-edited',
        change: { scope: 'part', points: ['1', '2'], considered: 'The floor is another matter.' },
      },
      { type: 'reason-typed', text: 'The flood is at court.' },
    );
    expect(run(declining, { type: 'log' })).toMatchObject({ busy: null, missingChoice: 'accepted' });
    const { desk, open } = run(declining, { type: 'decline-edited', change: { points: ['2'] } });
    if (!desk || open.kind !== 'message' || !open.looked) throw new Error('nothing is open');
    const { drafts } = logDrafts({ desk, message: open.message, looked: open.looked }, logging);
    const file = caseFile(supposed(drafts, NOW));
    expect(file).toMatchObject({
      kind: 'complaint',
      closed: null,
      points: [{ text: 'The floor' }],
      stages: [{ stage: 'stage-1' }],
      refusal: { isPart: true, reason: 'The flood is at court.' },
    });
    expect(nextStep(file, rules)).toBe('acknowledge');
    expect(letterOwed(file, rules)).toBe('refusal');
  });
});

describe('a desk', () => {
  test('belongs to its message: another that opens brings its own', () => {
    const typed = run(withMessage(), { type: 'edited', change: { wants: 'The floor by Easter.' } });
    expect(typed.desk?.changedAt).toBe(NOW);
    const other = { ...RUTH, subject: 'Another matter' };
    const next = run(typed, {
      type: 'message-shown',
      open: { kind: 'message', source: 'host', key: 'b', message: other, looked: null, slow: false, failed: null },
      desk: deskFor('b', other),
      name: 'Gmail',
    });
    expect(next.desk).toMatchObject({ key: 'b', edits: { wants: null }, changedAt: null });
  });

  test('is read back from storage as it was, and only for its own message', () => {
    const { desk } = run(withMessage(), { type: 'edited', change: { wants: 'The floor by Easter.' } });
    const stored: unknown = JSON.parse(JSON.stringify(desk));
    expect(parseDesk(stored, 'a')).toEqual(desk);
    expect(parseDesk(stored, 'b')).toBeNull();
    expect(parseDesk({ ...(stored as Desk), version: 99 }, 'a')).toBeNull();
    expect(parseDesk({ ...(stored as Desk), received: 'yesterday' }, 'a')).toBeNull();
    expect(parseDesk('nonsense', 'a')).toBeNull();
  });

  test('Cancel goes back to what it was, Esc keeps what was typed', () => {
    const typed = run(withMessage(), { type: 'edit-opened' }, { type: 'edited', change: { wants: 'Easter' } });
    expect(run(typed, { type: 'edit-left', keep: false }).desk?.edits.wants).toBeNull();
    expect(run(typed, { type: 'escaped' }).desk).toMatchObject({ step: 'verdict', edits: { wants: 'Easter' } });
  });
});

describe('a verdict that comes late', () => {
  test('for a message that isn’t open any more is dropped', () => {
    const state = withMessage();
    expect(run(state, { type: 'looked', key: 'z', looked: lookedAt(RUTH) })).toEqual(state);
  });

  test('and comes to something else is heard once, and no more than that', () => {
    const awaited = run(withMessage(), {
      type: 'looked',
      key: 'a',
      looked: { ...lookedAt(RUTH), second: 'awaited' },
    });
    expect(awaited.spoken.polite).toBe('Ruth Amankwah: this is a complaint, clear');
    const closer = { ...lookedAt(RUTH, { confidence: 'likely' }), second: 'done' } as const;
    const heard = run(awaited, { type: 'looked', key: 'a', looked: closer });
    expect(heard.spoken.polite).toBe('Ruth Amankwah: probably a complaint, likely');
    const told = { ...heard, spoken: { alert: '', polite: 'Copied' } };
    expect(run(told, { type: 'looked', key: 'a', looked: closer }).spoken).toBe(told.spoken);
  });

  test('a toast of one message goes when another opens', () => {
    const toasted = run(withMessage(), {
      type: 'logged',
      key: 'a',
      caseId: 'case-1',
      toast: { words: 'Logged as', reference: '7RK-4MD-2X9', undo: ['e1'], caseId: 'case-1', key: 'a' },
    });
    expect(toasted.toast?.undo).toEqual(['e1']);
    const open = {
      kind: 'message',
      source: 'host',
      key: 'b',
      message: RUTH,
      looked: null,
      slow: false,
      failed: null,
    } as const;
    expect(run(toasted, { type: 'message-shown', open, desk: deskFor('b', RUTH), name: 'Gmail' }).toast).toBeNull();
  });
});

test('the focus comes to the letter once what writes it has loaded', () => {
  const cards = {
    LetterCard: () => {
      throw new Error('not shown here');
    },
    PlacedCard: () => null,
  };
  const asked = run(withMessage(), { type: 'write-letter' });
  const loaded = run(asked, {
    type: 'letters-loaded',
    write: () => {
      throw new Error('not written here');
    },
    cards,
  });
  expect(loaded.focus).toEqual({ target: 'letter', number: asked.focus.number + 1 });
  const elsewhere = run(asked, { type: 'letter-left' });
  expect(
    run(elsewhere, {
      type: 'letters-loaded',
      write: () => {
        throw new Error('nor here');
      },
      cards,
    }).focus,
  ).toBe(elsewhere.focus);
});

describe('what is logged', () => {
  const draftsOf = (state: PanelState) => {
    const { desk, open } = state;
    if (!desk || open.kind !== 'message' || !open.looked) throw new Error('nothing is open');
    return logDrafts({ desk, message: open.message, looked: open.looked }, logging).drafts;
  };

  test('points left as they were stay quotations, changed and new ones don’t', () => {
    const state = withMessage(RUTH, {
      points: [{ text: 'Nobody came back to finish my bathroom floor.', start: 0, end: 45, short: '' }],
    });
    const points = [
      { id: '1', text: 'Nobody came back to finish my bathroom floor.', quoted: true },
      { id: '2', text: 'No call backs.', quoted: false },
      { id: '3', text: '  ', quoted: false },
    ];
    const [, logged] = draftsOf(run(state, { type: 'edited', change: { points } }));
    expect(logged).toMatchObject({ personal: { points: points.slice(0, 2) } });
  });

  test('a danger reported before is entered at its own moment', () => {
    const hazard = { kind: 'gas', urgency: 'now', text: 'floor', start: 39, end: 44 } as const;
    const reported = run(withMessage(RUTH, { hazards: [hazard] }), { type: 'report-hazard' });
    const later = { ...reported, now: toInstant('2026-03-25T10:00:00+00:00') };
    expect(draftsOf(later).at(-1)).toMatchObject({
      type: 'hazard-reported',
      occurredAt: NOW,
      data: { kinds: ['gas'] },
    });
  });

  test('a settled day is the day of receipt, and known to be a person’s', () => {
    const at = toInstant('2026-03-02T12:00:00+00:00');
    const [received] = draftsOf(run(withMessage(), { type: 'received-chosen', at }));
    expect(received).toMatchObject({ occurredAt: at, data: { receivedAtSource: 'person' } });
  });
});

test('every destination that the policy has can be chosen, each leading where it says', () => {
  const looked = lookedAt(RUTH);
  const all = destinationsOf(rules.policy, { signals: looked.verdict.signals, ageMonths: null });
  expect(all.map(({ id }) => id)).toEqual([
    'stage:stage-1',
    'stage:stage-2',
    'request',
    'attach',
    'enquiry',
    'contact',
    ...['deceased', 'abusive', 'considered', 'legal', 'employment', 'policy', 'not-ours', 'old'].map(
      (id) => `decide/${id}`,
    ),
    'none',
  ]);
  for (const { id } of all) {
    const route = routeNow({ ...deskFor('a', RUTH), route: id }, looked);
    expect(id === 'none' || id.startsWith(route.to)).toBe(true);
  }
});

test('accepted by a person, a message that Duly didn’t read is a complaint by the definition, not by a later rule', () => {
  const { verdict, ...looked } = lookedAt(RUTH);
  const unread = { ...looked, verdict: { ...verdict, confidence: 'not-read' as const, signals: new Set<never>() } };
  expect(acceptedRoute(unread)?.clauses).toEqual(['west-kent/3.1', 'west-kent/3.3', 'west-kent/3.4']);
});

test('the heading says that the Ombudsman asks only by the sender’s address', () => {
  const { verdict } = lookedAt(RUTH);
  expect(headingOf({ ...verdict, speaker: 'ombudsman' }, null)).toBe('This is a complaint');
  expect(headingOf({ ...verdict, signals: new Set(['ombudsman']) }, null)).toBe('The Ombudsman is asking');
  expect(headingOf({ ...verdict, signals: new Set(['ombudsman']) }, null, 'Thu 9 Apr')).toBe(
    'It is wanted by Thu 9 Apr',
  );
});

test('first run comes once, and a page left for Due isn’t taken away by a message', () => {
  const fresh = run(initialState({ kind: 'extension', name: 'Gmail' }, NOW), {
    type: 'setup-loaded',
    setup: NO_SETUP,
    landlords: [],
    kept: [],
    forms: [],
  });
  expect(fresh.screen).toBe('first-run');
  const started = run(fresh, { type: 'setting-typed', field: 'name', text: ' Joanna Marsh ' }, { type: 'setup-done' });
  expect(started).toMatchObject({
    screen: 'message',
    setup: { isDone: true, settings: { officer: { name: 'Joanna Marsh' } } },
  });
  const due = run(started, { type: 'went', screen: 'due' });
  const open = {
    kind: 'message',
    source: 'host',
    key: 'b',
    message: RUTH,
    looked: null,
    slow: false,
    failed: null,
  } as const;
  expect(run(due, { type: 'message-shown', open, desk: deskFor('b', RUTH), name: 'Gmail' }).screen).toBe('due');
});

test('a message that is opened takes the first-run page away while nothing is typed there, the one before it doesn’t', () => {
  const setUp = { type: 'setup-loaded', setup: NO_SETUP, landlords: [], kept: [], forms: [] } as const;
  const show = (key: string) =>
    ({
      type: 'message-shown',
      open: { kind: 'message', source: 'host', key, message: RUTH, looked: null, slow: false, failed: null },
      desk: deskFor(key, RUTH),
      name: 'Gmail',
    }) as const;
  const fresh = run(initialState({ kind: 'extension', name: 'Gmail' }, NOW), setUp, show('a'));
  expect(fresh.screen).toBe('first-run');
  expect(run(fresh, show('b')).screen).toBe('message');
  expect(run(fresh, { type: 'setting-typed', field: 'name', text: 'Jo' }, show('b')).screen).toBe('first-run');
});

test('a message that can’t be judged is kept for later once, however often it is read again', () => {
  const failed = { what: 'policy', because: 'line 214', alarms: null } as const;
  const before = run(withMessage(), { type: 'look-failed', key: 'a', failed });
  const dock = (state: PanelState): string | undefined => dockView(state)?.primary.label;
  expect(dock(before)).toBe('Keep for later');
  const kept = run(before, { type: 'kept-for-later', key: 'a' }, { type: 'look-failed', key: 'a', failed });
  expect(dock(kept)).toBe('Try again');
  expect(kept.desk).toBe(before.desk);
});

describe('the day of receipt that a person settles', () => {
  const own = RUTH.receivedAt;
  const other = toInstant('2026-03-20T12:00:00+00:00');

  test('leaves the message the day that it bears', () => {
    expect(settledMessage(RUTH, { received: other })).toMatchObject({ receivedAt: other, datedAt: own });
    expect(settledMessage(RUTH, { received: own })).not.toHaveProperty('datedAt');
    expect(settledMessage(RUTH, { received: null })).not.toHaveProperty('datedAt');
  });

  describe('of what a colleague passed on', () => {
    const passedOn: Message = {
      ...RUTH,
      from: { name: 'Marcus Bell', address: 'marcus@alderholt.example' },
      to: [{ name: '', address: 'hello@alderholt.example' }],
      subject: 'Fwd: Bathroom floor',
      text: `One for you?\n\n---------- Forwarded message ---------\nFrom: Ruth Amankwah <ruth@mail.example>\nDate: Thu, 19 Mar 2026 at 19:15\nSubject: Bathroom floor\nTo: Marcus Bell\n\n${RUTH.text}`,
    };
    const written = toInstant('2026-03-19T12:00:00+00:00');
    const open = (message: Message): PanelState => run(withMessage(message), looked(message));
    const draftsOf = ({ open: shown, desk }: PanelState) => {
      if (shown.kind !== 'message' || !shown.looked || !desk) throw new Error('no message is open');
      return logDrafts({ desk, message: shown.message, looked: shown.looked }, logging).drafts;
    };
    const looked = (message: Message): Action => ({ type: 'looked', key: 'a', looked: lookedAt(message) });

    test('is asked for before anything is logged', () => {
      const asked = run(open(passedOn), { type: 'log' });
      expect(asked).toMatchObject({ busy: null, missingChoice: 'received', desk: { received: 'passed-on' } });
      expect(asked.desk?.changedAt).toBeNull();
    });

    test('may be the day that the passed-on header bears, which is the letter’s day too', () => {
      const [received] = draftsOf(run(open(passedOn), { type: 'received-chosen', at: written }));
      expect(received).toMatchObject({ occurredAt: written, data: { receivedAtSource: 'person' } });
      expect(received?.data).not.toHaveProperty('datedAt');
    });

    test.each([
      ['the day of passing on', own],
      ['another day', other],
    ])('may be %s: the letter names the day that the resident wrote', (_, at) => {
      const [received] = draftsOf(run(open(passedOn), { type: 'received-chosen', at }));
      expect(received).toMatchObject({ occurredAt: at, data: { datedAt: written } });
    });

    test('stays settled when the message is read again with it', () => {
      const settled = run(open(passedOn), { type: 'received-chosen', at: written });
      const again = run(settled, looked(settledMessage(passedOn, { received: written })));
      expect(again.desk?.received).toBe(written);
      expect(draftsOf(again)[0]?.occurredAt).toBe(written);
    });

    test('is asked for still when the message is read again without it', () => {
      const again = run(open(passedOn), looked(settledMessage(passedOn, { received: 'passed-on' })));
      expect(again.desk?.received).toBe('passed-on');
    });

    test('is its own day where it was passed on the day it came', () => {
      const message = { ...passedOn, text: passedOn.text.replace('Thu, 19 Mar', 'Tue, 24 Mar') };
      expect(open(message).desk?.received).toBeNull();
    });

    test('where its date can’t be read, no day of its own goes into the letter but the one that was said', () => {
      const message = { ...passedOn, text: passedOn.text.replace('Thu, 19 Mar 2026', '03/02/2026') };
      expect(open(message).desk?.received).toBe('passed-on');
      const [received] = draftsOf(run(open(message), { type: 'received-chosen', at: other }));
      expect(received?.data).not.toHaveProperty('datedAt');
    });
  });

  test('but a date that can be read in two ways is none that it bears', () => {
    const unclear = { ...RUTH, receivedAtChoices: [other] };
    expect(settledMessage(unclear, { received: other })).not.toHaveProperty('datedAt');
  });
});

test.each([
  ['the case’s own copy, left with its letter', 'case', 'due', 'case'],
  ['the same, where its letter is written from the case', 'case', 'message', 'message'],
  ['the same, where an act leads on to its letter', 'case', 'act', 'message'],
  ['its message in the mailbox', 'host', 'due', 'message'],
] as const)('a case opened while %s is in front', (_, source, screen, shown) => {
  const state: PanelState = {
    ...initialState({ kind: 'extension', name: 'Gmail' }, NOW),
    screen,
    open: { kind: 'message', source, key: 'case/1', message: RUTH, looked: null, slow: false, failed: null },
    desk: { ...deskFor('case/1', RUTH), caseId: '1' },
  };
  expect(reduce(state, { type: 'case-opened', caseId: '1' }).screen).toBe(shown);
});
