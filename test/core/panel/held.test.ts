import { describe, expect, test } from 'vitest';

import type { EventDraft } from '../../../core/case/event.ts';
import { toInstant, toIsoDate } from '../../../core/dates.ts';
import { actNamed } from '../../../core/panel/acts/acts.ts';
import { heldBack, IS_SO, needId, problemsOf } from '../../../core/panel/acts/check.ts';
import { entriesOf } from '../../../core/panel/acts/enter.ts';
import { actDrafts } from '../../../core/panel/case-acts.ts';
import { NOTHING_GIVEN } from '../../../core/panel/desk.ts';
import { withNeed, withOverride } from '../../../core/panel/given.ts';
import { caseChecklists, heldByAct, heldByLetter, heldBySharing } from '../../../core/panel/held-acts.ts';
import type { OpenCase } from '../../../core/panel/state.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { draft, fileOf, opening } from '../../support/case.ts';

const NOW = toInstant('2026-05-12T09:26:00+01:00');
const BY_HAND = { actor: { name: 'Joanna Marsh' }, now: NOW, reportedTo: '', placed: null, policy: null };
const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);

async function opened(id: string, ...drafts: readonly EventDraft[]): Promise<OpenCase> {
  const policy = await policyOn(id, DAY);
  const own = drafts.map((one) =>
    one.type === 'logged' ? { ...one, data: { ...one.data, policy: { id, version: policy.version } } } : one,
  );
  return { file: fileOf(...own), events: [], rules: { policy, floor, calendar: calendarOf(policy), laws: [] } };
}

const atStageTwo = [
  ...opening(),
  draft(
    'escalated',
    '2026-05-11T10:00:00+01:00',
    {
      route: { to: 'stage:stage-2', route: 'stage-2', stage: 'stage-2', rule: 'escalation', clauses: [] },
      from: 'stage-1',
      reasonsGiven: false,
    },
    { points: [], wants: null },
  ),
];

describe('what the policy wants before an act', () => {
  test('who handled stage one isn’t given stage two, until a reason is entered for it', async () => {
    const act = { kind: 'assigned', name: 'Priya Nair' } as const;
    const before = await opened('west-kent', ...atStageTwo);
    const list = heldByAct(before, act, NOW);
    expect(list).toMatchObject({ action: 'assign:stage-2', isHeldBack: true });
    expect(heldByAct(before, { ...act, name: 'Owen Blackwood' }, NOW)).toBeNull();
    const [rule] = list?.rules ?? [];
    if (!rule || !list) throw new Error('no rule');
    const given = withOverride(NOTHING_GIVEN, rule, { action: list.action, reason: 'Nobody else is here.' });
    const entered = actDrafts({ kind: 'given', given }, before.file, BY_HAND);
    expect(heldByAct(await opened('west-kent', ...atStageTwo, ...entered), act, NOW)).toBeNull();
  });

  test('a rule is passed over only with a reason', async () => {
    const before = await opened('west-kent', ...atStageTwo);
    const list = heldByAct(before, { kind: 'assigned', name: 'Priya Nair' }, NOW);
    const [rule] = list?.rules ?? [];
    if (!rule || !list) throw new Error('no rule');
    const given = withOverride(NOTHING_GIVEN, rule, { action: list.action, reason: ' ' });
    expect(actDrafts({ kind: 'given', given }, before.file, BY_HAND)).toEqual([]);
  });

  test('a letter waits for what is to be confirmed, and goes once it is', async () => {
    const about = await opened('connect', ...opening());
    const asked = { kind: null, given: NOTHING_GIVEN, now: NOW };
    const [list] = heldByLetter(about, asked);
    expect(list).toMatchObject({ action: 'insert', isHeldBack: true, rules: [{ rule: 'confidential' }] });
    const need = list?.rules[0]?.needs[0]?.need ?? '';
    const given = withNeed(NOTHING_GIVEN, { rule: 'confidential', need }, []);
    expect(heldByLetter(about, { ...asked, given }).some(({ isHeldBack }) => isHeldBack)).toBe(false);
  });

  test('the case shows what may come up at its stage, and nothing of another', async () => {
    const { usual } = caseChecklists(await opened('kirklees', ...opening()), { given: NOTHING_GIVEN, now: NOW });
    expect(usual.map(({ action }) => action)).toEqual(['assign:stage-1', 'close:stage-1']);
  });

  test.each(['east-kent', 'west-kent', 'hos-code-2024'])(
    '%s: whoever handled stage one is given stage two only with a reason',
    async (id) => {
      const before = await opened(id, ...atStageTwo);
      const list = heldByAct(before, { kind: 'assigned', name: 'Priya Nair' }, NOW);
      expect(list).toMatchObject({ action: 'assign:stage-2', isHeldBack: true });
      expect(heldByAct(before, { kind: 'assigned', name: 'Owen Blackwood' }, NOW)).toBeNull();
      const about = { ...before, settings: NO_SETTINGS, now: NOW, others: [] };
      for (const act of ['handler-assigned', 'reviewer-assigned'].map(actNamed)) {
        expect(act && problemsOf(act, { name: 'Owen Blackwood' }, about)).toEqual([]);
        const rule = list?.rules.find(({ holdsBack }) => holdsBack)?.rule ?? '';
        expect(act && problemsOf(act, { name: 'Priya Nair' }, about)).toMatchObject([{ field: `override ${rule}` }]);
      }
    },
  );

  const forSomebody = draft(
    'representative-recorded',
    '2026-03-26T10:00:00+00:00',
    { authority: 'none' },
    { name: 'Ann Marsh', address: '', relationship: 'niece' },
  );

  test.each(['connect', 'kirklees', 'west-kent', 'wrekin'])(
    '%s: an answer goes to whoever writes for the resident once there is authority; the acknowledgement goes at once',
    async (id) => {
      const asked = { given: NOTHING_GIVEN, now: NOW };
      const disclosed = (about: OpenCase, kind: string | null): boolean =>
        heldByLetter(about, { ...asked, kind }).some(
          ({ action, isHeldBack }) => action === 'disclose-to-representative' && isHeldBack,
        );
      const without = await opened(id, ...opening(), forSomebody);
      expect(disclosed(without, 'stage-1-response')).toBe(true);
      expect(disclosed(without, null)).toBe(false);
      expect(heldByAct(without, { kind: 'response-sent', at: null, channel: 'email' }, NOW)).toMatchObject({
        action: 'disclose-to-representative',
      });
      const written = { ...forSomebody, data: { authority: 'written' } } as typeof forSomebody;
      expect(disclosed(await opened(id, ...opening(), forSomebody, written), 'stage-1-response')).toBe(false);
      expect(disclosed(await opened(id, ...opening()), 'stage-1-response')).toBe(false);
      const act = actNamed('response-sent');
      const about = { ...without, settings: NO_SETTINGS, now: NOW, others: [] };
      const fields = act ? problemsOf(act, { channel: 'email', text: 'Dear Ann Marsh' }, about) : [];
      expect(fields.map(({ field }) => field)).toContain('override representative'.replace(...ofAuthority(id)));
    },
  );

  const byPhone = opening().map((one) =>
    one.type === 'received' ? { ...one, data: { ...one.data, channel: 'phone' as const } } : one,
  );

  test.each([
    { id: 'connect', drafts: byPhone, action: 'open:stage-1', rule: 'form' },
    {
      id: 'west-kent',
      drafts: opening({ signals: ['dissatisfaction', 'deceased'] }),
      action: 'accept',
      rule: 'deceased',
    },
  ])('$id: logged at once, and what $action waits for is wanted before the answer', async ({ id, drafts, ...want }) => {
    const about = await opened(id, ...drafts);
    const held = { action: want.action, isHeldBack: true, rules: [{ rule: want.rule }] };
    const of = (kind: string | null) =>
      heldByLetter(about, { kind, given: NOTHING_GIVEN, now: NOW }).filter(({ action }) => action === want.action);
    expect(of('stage-1-response')).toMatchObject([held]);
    // The acknowledgement has a clock of its own and says that the paper is wanted.
    expect(of(null)).toEqual([]);
    expect(heldByAct(about, { kind: 'response-sent', at: null, channel: 'email' }, NOW)).toMatchObject(held);
  });

  test('a complaint in writing needs no form, also where the first word of it came by phone', async () => {
    const about = await opened('connect', ...opening());
    const lists = heldByLetter(about, { kind: 'stage-1-response', given: NOTHING_GIVEN, now: NOW });
    expect(lists.find(({ action }) => action === 'open:stage-1')?.isHeldBack).toBe(false);
  });

  test('Kirklees: the letter that invites to a meeting waits for a booked appointment, an officer and a venue', async () => {
    const about = await opened('kirklees', ...opening());
    const lists = heldByLetter(about, { kind: 'meeting', given: NOTHING_GIVEN, now: NOW });
    const held = lists.find(({ action }) => action === 'appointment');
    expect(held?.rules[0]?.needs.map(({ isMet }) => isMet)).toEqual([false, false, false]);
  });

  test('West Kent: details go to the MP who asked, and in a file to nobody until somebody says to whom', async () => {
    const asked = { kind: 'enquiry', given: NOTHING_GIVEN, now: NOW };
    const shared = async (...signals: string[]) =>
      heldByLetter(await opened('west-kent', ...opening({ signals })), asked).find(({ action }) => action === 'share');
    expect(await shared('mp')).toMatchObject({ isHeldBack: false });
    expect(await shared('dissatisfaction')).toMatchObject({ isHeldBack: true });
    const about = await opened('west-kent', ...opening());
    const list = heldBySharing(about, NOW);
    expect(list).toMatchObject({ action: 'share', rules: [{ rule: 'sharing' }] });
    const need = list?.rules[0]?.needs[0]?.need ?? '';
    const given = withNeed(NOTHING_GIVEN, { rule: 'sharing', need }, ['housing-ombudsman']);
    const entered = actDrafts({ kind: 'given', given }, about.file, BY_HAND);
    expect(heldBySharing(await opened('west-kent', ...opening(), ...entered), NOW)).toBeNull();
    expect(heldBySharing(await opened('connect', ...opening()), NOW)).toBeNull();
  });

  test('a request becomes a complaint once it is said that the work on it goes on, or why not', async () => {
    const request = opening({ signals: ['first-request'] }).map((one) =>
      one.type === 'logged'
        ? {
            ...one,
            data: { ...one.data, route: { to: 'request', route: 'request', stage: null, rule: null, clauses: [] } },
          }
        : one,
    );
    const act = actNamed('service-request-became-complaint');
    if (!act) throw new Error('no act');
    const about = { ...(await opened('west-kent', ...request)), settings: NO_SETTINGS, now: NOW, others: [] };
    const answers = { points: 'The tap drips again' };
    const [rule] = heldBack(act, answers, about);
    expect(rule?.rule).toBe('service-request');
    expect(problemsOf(act, answers, about)).toMatchObject([{ field: 'override service-request' }]);
    const ticked = { ...answers, [needId('service-request', rule?.needs[0]?.need ?? '')]: IS_SO };
    expect(problemsOf(act, ticked, about)).toEqual([]);
    const hand = { actor: { name: 'Joanna Marsh' }, newId: () => 'x' };
    expect(entriesOf(act, ticked, about, hand).map(({ type }) => type)).toEqual([
      'need-recorded',
      'service-request-became-complaint',
      'point-added',
    ]);
  });

  test('leaving out a claim waits for what its route waits for', async () => {
    const act = actNamed('excluded');
    const held = async (...signals: string[]): Promise<readonly string[]> => {
      const about = await opened('connect', ...opening({ signals }));
      const all = act
        ? heldBack(act, { reason: 'A claim' }, { ...about, settings: NO_SETTINGS, now: NOW, others: [] })
        : [];
      return all.map(({ rule }) => rule);
    };
    expect(await held('dissatisfaction', 'insurance-claim')).toEqual(['insurer']);
    expect(await held('dissatisfaction')).toEqual([]);
  });
});

function ofAuthority(id: string): readonly [string, string] {
  return id === 'kirklees' ? ['representative', 'authority'] : ['', ''];
}
