import { expect, test } from 'vitest';

import { toInstant, toIsoDate } from '../../../core/dates.ts';
import { look } from '../../../core/look.ts';
import { emptyMessage, type Message } from '../../../core/message.ts';
import { NO_EDITS } from '../../../core/panel/desk.ts';
import { ownDate, ownDateDrafts, ownDateOf } from '../../../core/panel/own-date.ts';
import type { Looked } from '../../../core/panel/state.ts';
import { NO_SETTINGS } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';

const OMBUDSMAN: Message = {
  ...emptyMessage(),
  from: { name: 'Housing Ombudsman Service', address: 'casework@housing-ombudsman.example' },
  subject: 'Request for evidence: 202699001, Mrs M Quist',
  text: 'Please send us the complaint file for this case by 9 April 2026.',
  receivedAt: toInstant('2026-03-25T08:05:00+00:00'),
  receivedAtSource: 'displayed',
};

async function lookedAt(message: Message): Promise<Looked> {
  const [policy, floor] = (await Promise.all(
    ['west-kent', FLOOR].map((id) => policyOn(id, toIsoDate('2026-03-25'))),
  )) as [Looked['rules']['policy'], Looked['rules']['policy']];
  const read = look(message, { settings: NO_SETTINGS, policy, known: new Set(), neural: null });
  return {
    ...read,
    rules: { policy, floor, calendar: calendarOf(policy), laws: [] },
    cases: [],
    found: null,
    registerFailed: null,
    second: 'none',
  };
}

const entered = async (message: Message, answerBy: '' | ReturnType<typeof toIsoDate> | null) => {
  const looked = await lookedAt(message);
  const context = {
    caseId: 'case',
    message,
    reading: looked.reading,
    verdict: looked.verdict,
    policy: looked.rules.policy,
    actor: { name: 'Joanna Marsh' },
    now: toInstant('2026-03-25T09:26:00+00:00'),
  };
  const desk = { edits: { ...NO_EDITS, answerBy } };
  return { day: ownDate(desk, looked), drafts: ownDateDrafts(desk, looked, context) };
};

test('the Ombudsman’s own day and reference are entered with their mail', async () => {
  const { day, drafts } = await entered(OMBUDSMAN, null);
  expect(day).toBe('2026-04-09');
  expect(drafts).toMatchObject([
    { type: 'referred-to-ombudsman', data: { ombudsmanReference: '202699001' } },
    { type: 'date-set', data: { due: '2026-04-09', asker: 'ombudsman' }, personal: { what: 'Answer the Ombudsman' } },
  ]);
});

test('a person may say another day, or none', async () => {
  expect((await entered(OMBUDSMAN, toIsoDate('2026-04-07'))).drafts.at(-1)).toMatchObject({
    data: { due: '2026-04-07' },
  });
  expect((await entered(OMBUDSMAN, '')).drafts.map(({ type }) => type)).toEqual(['referred-to-ombudsman']);
});

test('working days are counted from receipt; where two days are named none is taken', async () => {
  const within = { ...OMBUDSMAN, text: 'Please send us your evidence within 10 working days.' };
  // Fri 2026-04-03 and Mon 2026-04-06 are bank holidays.
  expect((await entered(within, null)).day).toBe('2026-04-10');
  const two = { ...OMBUDSMAN, text: 'Send the log by 9 April 2026 and the letters by 16 April 2026.' };
  expect((await entered(two, null)).day).toBeNull();
});

test('a resident’s wish for a day is no date of the register', async () => {
  const resident = {
    ...OMBUDSMAN,
    from: { name: 'Ruth Amankwah', address: 'ruth@mail.example' },
    subject: 'Bathroom floor',
  };
  expect(ownDateOf(await lookedAt(resident))).toBeNull();
  expect((await entered(resident, null)).drafts).toEqual([]);
});
