import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { FIELDS } from '../../../core/letters/fields.ts';
import { kindsOf } from '../../../core/letters/kinds.ts';
import { letter, type LetterRequest } from '../../../core/letters/letter.ts';
import { preSendCheck } from '../../../core/letters/pre-send-check.ts';
import { printPage } from '../../../core/letters/print.ts';
import type { Policy } from '../../../core/policy/policy.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, LAWS, policyIds, policyOn } from '../../../policies/index.ts';
import { caseFor } from '../../support/any-letter.ts';
import { fileOf, moment } from '../../support/case.ts';
import { eventsOfScenario } from '../../support/letter-case.ts';
import type { Step } from '../../support/scenario.ts';

/*
 * Whatever stands in a message, on a case, in the settings or in a field that somebody typed comes out as text: every
 * field of every letter of every policy, filled with what could be taken for something else.
 */

const NASTY =
  '<img src=x onerror=alert(1)> {{ officer.phone }} {% for i in (1..9) %}x{% endfor %} \u202egnp.exe\u2066 \ue000wants\ue001\ue004 &amp; "\'\n== sign-off\n# Heading\n1. one\n- two\n| three';

const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);
const policies = await Promise.all(policyIds.filter((id) => !LAWS.includes(id)).map((id) => policyOn(id, DAY)));
const settings = parseSettings({
  landlord: { name: NASTY, otherNames: [NASTY], address: NASTY, phone: NASTY, domains: ['(a+)+$'] },
  officer: { name: NASTY, team: NASTY, phone: NASTY, email: NASTY },
  emergencyNumber: NASTY,
  referenceFormats: ['(.*)+', '###'],
});

const at = '2026-03-27T10:00:00+00:00';
const STEPS: readonly Step[] = [
  { at, answered: { point: '1', outcome: NASTY, reasons: NASTY } },
  { at, answered: { point: '2', outcome: 'upheld', reasons: NASTY } },
  { at, promised: { what: NASTY, who: NASTY, by: '2026-04-24' } },
  { at, offered: { pounds: 10, reason: NASTY } },
  { at, agreed: { what: NASTY, by: null } },
  { at, adjustment: NASTY },
  { at, learnt: NASTY },
  { at, restricted: { what: NASTY, reason: NASTY, reviewOn: '2026-06-26' } },
  { at, refused: { what: 'complaint', reason: NASTY, clauses: [NASTY] } },
  { at, representative: { name: NASTY, authority: 'none' } },
];

function request(policy: Policy, kind: string): LetterRequest {
  const given = caseFor(kind, policy);
  const stage = given.route === undefined ? (given.stage ?? '') : '';
  const extended = stage === '' ? [] : [{ at, proposed: { stage, newDate: '2026-04-17', reason: NASTY } }];
  const entries = Object.fromEntries(
    FIELDS.flatMap(({ path, input }) => {
      if (input === undefined) return [];
      return [[path, input === 'date' ? '2026-04-16' : input === 'money' ? `10 | ${NASTY}` : NASTY]];
    }),
  );
  const file = fileOf(
    ...eventsOfScenario(
      { ...given, name: NASTY, points: [NASTY, NASTY], wants: NASTY, handler: NASTY, then: [...STEPS, ...extended] },
      policy,
    ),
  );
  return {
    kind,
    file,
    policy,
    floor,
    calendar: calendarOf(policy),
    settings,
    now: moment('2026-03-30T09:30:00+01:00'),
    entries,
  };
}

describe.each(policies.map((policy) => ({ policy, name: policy.id })))('$name', ({ policy }) => {
  test.each(kindsOf(policy, floor))('$id', ({ id }) => {
    const asked = request(policy, id);
    const written = letter(asked);
    expect(written.missing.map(({ path }) => path)).toEqual([]);
    const { html = '', text = '', subject = '' } = written.draft ?? {};
    expect(html).not.toMatch(/<(?!\/?(?:p|ol|ul|li|br|strong)>|\/span>|span style="white-space:nowrap">)/);
    for (const out of [html, text, subject]) expect(out).not.toMatch(/[\u202a-\u202e\u2066-\u2069\ue000-\uf8ff]/);
    expect(subject).not.toContain('\n');
    // None of its lines becomes a heading, an item or a block of ours.
    expect(html).not.toMatch(/<strong>[^<]*Heading|<li>(?:one|two)<|<p>== /);
    if (id !== 'social-media') expect(text).toContain('{{ officer.phone }} {% for i in (1..9) %}x{% endfor %}');
    expect(printPage(written)).not.toMatch(/<img|<script/);
    expect(() => preSendCheck({ ...asked, text })).not.toThrow();
  });
});
