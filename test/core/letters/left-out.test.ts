import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { letter, type LetterRequest } from '../../../core/letters/letter.ts';
import { textOf } from '../../../core/letters/markup.ts';
import { preSendCheck } from '../../../core/letters/pre-send-check.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { ANSWERED, caseFor, TYPED } from '../../support/any-letter.ts';
import { fileOf, moment } from '../../support/case.ts';
import { eventsOfScenario } from '../../support/letter-case.ts';
import type { Step } from '../../support/scenario.ts';

/* A paragraph that a policy wants is taken out of the letter; the check says so. */

const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);
const settings = parseSettings({
  officer: { name: 'Joanna Marsh', team: 'Customer Services', phone: '01632 960412' },
  landlord: { name: 'Quay Homes', phone: '01632 960400' },
  emergencyNumber: '01632 960155',
});

async function asked(id: string, kind: string, then: readonly Step[] = []): Promise<LetterRequest> {
  const policy = await policyOn(id, DAY);
  const base = caseFor(kind, policy);
  const answered = kind.endsWith('-response') ? ANSWERED : [];
  const file = fileOf(...eventsOfScenario({ ...base, then: [...(base.then ?? []), ...then, ...answered] }, policy));
  const now = moment('2026-03-30T09:30:00+01:00');
  return { kind, file, policy, floor, calendar: calendarOf(policy), settings, now, entries: TYPED };
}

test.each([
  ['east-kent', 'stage-1-response', 'stage', 'must block-missing'],
  ['kirklees', 'stage-1-response', 'stage', 'must block-missing'],
  ['wrekin', 'stage-2-response', 'how-to-escalate', 'must block-missing'],
  ['wrekin', 'restriction', 'single-contact', 'must block-missing'],
  ['west-kent', 'stage-1-response', 'ombudsman', 'should ombudsman-incomplete'],
])('%s %s without its paragraph on %s', async (id, kind, block, expected) => {
  const request = await asked(id, kind);
  const written = letter(request);
  const text = written.draft?.text ?? '';
  expect(preSendCheck({ ...request, text })).toEqual([]);
  const paragraph = written.blocks.find(({ names }) => names.some((name) => name.startsWith(block)));
  const cut = textOf(paragraph?.parts ?? [])
    .split('\n')
    .filter((line) => line.trim() !== '')
    .reduce((left, line) => left.replace(line.trim(), ''), text);
  expect(cut).not.toBe(text);
  expect(preSendCheck({ ...request, text: cut }).map((one) => `${one.severity} ${one.id}`)).toContain(expected);
});

describe('an extension that nobody recorded', () => {
  const ACKNOWLEDGED: readonly Step[] = [{ at: '2026-03-26T10:00:00+00:00', acknowledged: 'stage-1' }];
  const SAYS = 'We need more time, because we are waiting for the surveyor’s report. ';
  test.each([
    ['We will answer you as soon as we can.', 'must answer-date-missing'],
    ['We will answer you by Friday 15 May 2026.', 'must beyond-the-cap'],
    ['We will answer you by Monday 6 April 2026.', 'should not-a-working-day'],
    ['We will answer you by Friday 20 March 2026.', 'must date-past'],
  ])('%s', async (words, expected) => {
    const request = { ...(await asked('west-kent', 'extension', ACKNOWLEDGED)), entries: {} };
    const all = preSendCheck({ ...request, text: `Dear Ruth\n\n${SAYS}${words}\n` });
    expect(all.map(({ severity, id }) => `${severity} ${id}`)).toContain(expected);
  });

  test.each([
    { id: 'west-kent', needs: 'exceptional circumstances, and the resident’s agreement', cap: '27 April 2026' },
    { id: 'kirklees', needs: 'a manager who overrides that, with a reason', cap: '8 May 2026' },
    { id: 'connect', needs: 'a manager who overrides that, with a reason', cap: 'knows no extension' },
  ])('$id: a day past the most that is allowed, beside one that was recorded: what it needs', async (one) => {
    const proposed = {
      at: '2026-03-30T10:00:00+01:00',
      proposed: { stage: 'stage-1', newDate: '2026-04-17', reason: 'The surveyor’s report' },
    };
    for (const steps of [ACKNOWLEDGED, one.id === 'connect' ? ACKNOWLEDGED : [...ACKNOWLEDGED, proposed]]) {
      const request = { ...(await asked(one.id, 'extension', steps)), entries: {} };
      const all = preSendCheck({ ...request, text: `Dear Ruth\n\n${SAYS}We will answer you by Friday 29 May 2026.\n` });
      const [past] = all.filter(({ id }) => id === 'beyond-the-cap');
      expect(past).toMatchObject({ severity: 'must' });
      expect(past?.message).toContain(one.needs);
      expect(past?.message).toContain(one.cap);
      expect(all.map(({ message }) => message).join(' ')).not.toContain('is due by');
    }
  });

  test.each(['west-kent', 'kirklees', 'hos-code-2024'])(
    '%s: a reason that can’t be told for one is asked about',
    async (id) => {
      const request = { ...(await asked(id, 'extension', ACKNOWLEDGED)), entries: {} };
      const of = (text: string): readonly string[] =>
        preSendCheck({ ...request, text })
          .filter(({ message }) => message.includes('why it takes longer'))
          .map(({ severity }) => severity);
      expect(of('Dear Ruth\n\nWe need more time. We will answer you by Friday 17 April 2026.\n')).toEqual(['must']);
      expect(of(`Dear Ruth\n\n${SAYS}We will answer you by Friday 17 April 2026.\n`)).toEqual(['should']);
    },
  );
});
