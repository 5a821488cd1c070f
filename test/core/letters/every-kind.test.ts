import { describe, expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { kindsOf } from '../../../core/letters/kinds.ts';
import { letter, type Letter, type LetterRequest } from '../../../core/letters/letter.ts';
import { preSendCheck } from '../../../core/letters/pre-send-check.ts';
import { blocksOf } from '../../../core/letters/template.ts';
import type { Policy } from '../../../core/policy/policy.ts';
import { citations } from '../../../core/policy/references.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, LAWS, policyIds, policyOn } from '../../../policies/index.ts';
import { ANSWERED, caseFor, TYPED } from '../../support/any-letter.ts';
import { fileOf, moment } from '../../support/case.ts';
import { eventsOfScenario } from '../../support/letter-case.ts';
import { scenarioFiles } from '../../support/scenario.ts';

/*
 * Every kind of letter of every policy, written once with everything in it and once with nothing typed: what it says, and
 * what it names as missing.
 */

const DAY = toIsoDate('2026-03-26');
const floor = await policyOn(FLOOR, DAY);
const policies = await Promise.all(policyIds.filter((id) => !LAWS.includes(id)).map((id) => policyOn(id, DAY)));
const settings = parseSettings({
  officer: { name: 'Joanna Marsh', team: 'Customer Services', phone: '01632 960412' },
  landlord: { name: 'Quay Homes', phone: '01632 960400' },
  emergencyNumber: '01632 960155',
});

function request(policy: Policy, kind: string, entries: Readonly<Record<string, string>>): LetterRequest {
  const hasAnswers = entries === TYPED && /response|redress/.test(kind);
  const plain = caseFor(kind, policy);
  const given = { ...plain, then: [...(plain.then ?? []), ...(hasAnswers ? ANSWERED : [])] };
  return {
    kind,
    file: fileOf(...eventsOfScenario(given, policy)),
    policy,
    floor,
    calendar: calendarOf(policy),
    settings,
    now: moment('2026-03-30T09:30:00+01:00'),
    entries,
  };
}

const all = policies.flatMap((policy) =>
  kindsOf(policy, floor).map(({ id }) => ({ policy, kind: id, name: `${policy.id} ${id}` })),
);

describe('which kinds there are follows from the policy', () => {
  test.each([
    ['west-kent', ['informal', 'stage-3-response', 'health-and-safety-acknowledgement', 'signpost', 'care-informal']],
    ['east-kent', ['stage-3-response', 'choice', 'survey-follow-up', 'social-media']],
    ['kirklees', ['enquiry', 'stage-3-response', 'choice']],
    ['connect', ['stage-3-response', 'health-and-safety-acknowledgement', 'survey-follow-up']],
    ['wrekin', ['enquiry', 'choice', 'health-and-safety-acknowledgement', 'survey-follow-up']],
    ['hos-code-2024', ['informal', 'enquiry', 'signpost', 'stage-3-response', 'health-and-safety-acknowledgement']],
  ])('%s has none of %j', (id, kinds) => {
    const own = all.filter(({ policy }) => policy.id === id).map(({ kind }) => kind);
    expect(kinds.filter((kind) => own.includes(kind))).toEqual([]);
  });

  test('every policy has those that every landlord needs', () => {
    const needed = [
      'acknowledgement',
      'stage-2-acknowledgement',
      'authority-request',
      'extension',
      'refusal',
      'stage-1-response',
      'stage-2-response',
      'closing',
      'restriction',
      'service-request',
      'meeting',
      'policy-copy',
      'action-update',
    ];
    for (const { id } of policies) {
      const own = all.filter(({ policy }) => policy.id === id).map(({ kind }) => kind);
      expect([id, needed.filter((kind) => !own.includes(kind))]).toEqual([id, []]);
    }
  });

  test('every kind has words, and every block that the policy demands is among them', () => {
    for (const { policy, kind, name } of all) {
      const blocks = blocksOf(policy, kind, floor);
      const demanded = policy.letters.find(({ id }) => id === kind)?.must ?? [];
      const names = blocks?.flatMap((block) => block.names) ?? [];
      expect([name, demanded.map(({ block }) => block).filter((block) => !names.includes(block))]).toEqual([name, []]);
      expect(blocks).not.toBeNull();
    }
  });

  test('every clause that a letter’s block cites is reached by a scenario of a letter', () => {
    const files = new Map(scenarioFiles().map((file) => [file.policy, file]));
    for (const policy of policies) {
      const said = new Set((files.get(policy.id)?.letters ?? []).flatMap(({ says }) => Object.keys(says)));
      const cited = [...citations(policy)].filter(({ path }) => /^letters\b/.test(path)).map(({ clause }) => clause);
      expect([policy.id, [...new Set(cited)].filter((clause) => !said.has(clause))]).toEqual([policy.id, []]);
    }
  });
});

describe('with everything in it', () => {
  test.each(all)('$name', ({ policy, kind }) => {
    const asked = request(policy, kind, TYPED);
    const written = letter(asked);
    expect(written.missing.map(({ path }) => path)).toEqual([]);
    expect(written.lacking).toEqual([]);
    const text = written.draft?.text ?? '';
    readsWell(written, text);
    // Where a policy knows no extension, the day that is told lies past it: the check holds that up, and nothing else.
    const knowsNone = !policy.stages.some(({ formal, extension = [] }) => formal && extension.length > 0);
    const held = kind === 'extension' && knowsNone ? ['beyond-the-cap'] : [];
    expect(preSendCheck({ ...asked, text }).map(({ id }) => id)).toEqual(held);
  });
});

/** What is true of every letter, whoever's it is. */
function readsWell(written: Letter, text: string): void {
  expect(text).not.toMatch(/undefined|null|\{\{|%\}|\[object|[\ue000-\uf8ff]/);
  // A blank would show as two spaces, a space before a stop, or a stop twice.
  expect(text).not.toMatch(/\S {2}\S| [.,;:!?](?:\s|$)|\.\.|,\.|\(\)|: *\n\n(?!1\.|-)/m);
  // Days are written out with their weekday and year where they are ours.
  expect(text).not.toMatch(/\d{4}-\d{2}-\d{2}|\d{1,2}\/\d{1,2}\/\d{2}/);
  expect(text).not.toMatch(/\b(?:formal|informal|inconvenience|alleg|valued customer|in due course|kindly)\b/i);
  // Nobody's sex or first name is guessed.
  expect(text).not.toMatch(/\b(?:Mr|Mrs|Ms|Miss|Sir|Madam)\b|\b(?:he|she|his|hers)\b/);
  expect(text).not.toContain('info@housing-ombudsman.org.uk');
  if (/\bOmbudsman Service\b/.test(text) && !/every landlord/.test(text) && written.kind !== 'group-response')
    expect(text).toMatch(/0300 111 3000|0300 061 0614/);
  // One page, but for an answer.
  expect(text.split(/\s+/).length).toBeLessThan(/response/.test(written.kind) ? 420 : 340);
  for (const sentence of text.split(/(?<=[.!?])\s+/)) expect(sentence.split(/\s+/).length).toBeLessThan(48);
}

describe('with nothing typed, what must be typed is missing, by its label, and there is no draft', () => {
  const missing = Object.fromEntries(
    all.map(({ policy, kind, name }) => {
      const written = letter(request(policy, kind, {}));
      expect([name, written.draft === null]).toEqual([name, written.missing.length > 0]);
      // Whatever is missing can be typed, or is the landlord's to fill in.
      const asked = new Set(written.asks.filter(({ isMissing }) => isMissing).map(({ path }) => path));
      expect([name, written.missing.filter(({ path, place }) => !asked.has(path) && place !== 'settings')]).toEqual([
        name,
        [],
      ]);
      return [name, written.missing.map(({ path }) => path).join(' ')];
    }),
  );

  test('as it stands', () => {
    const lacking = Object.fromEntries(Object.entries(missing).filter(([, paths]) => paths !== ''));
    expect(lacking).toMatchInlineSnapshot(`
      {
        "connect action-update": "actions",
        "connect closing": "closing.reason",
        "connect extension": "extension.reason extension.newDate",
        "connect group-response": "members point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "connect handled-differently": "differently.how differently.why",
        "connect meeting": "meeting.on meeting.time meeting.place",
        "connect policy-copy": "policy.link",
        "connect redress": "apology remedy",
        "connect refusal": "refusal.reason refusal.considered",
        "connect restriction": "restriction.what restriction.reason restriction.reviewOn",
        "connect service-request": "request.next",
        "connect signpost": "signpost.reason instead.who instead.contact",
        "connect stage-1-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "connect stage-2-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "east-kent action-update": "actions",
        "east-kent closing": "closing.reason",
        "east-kent compensation-offer": "offers compensation.approvedBy compensation.payBy",
        "east-kent contractor-first": "contractor.name contractor.contact",
        "east-kent extension": "extension.reason extension.soFar extension.newDate",
        "east-kent meeting": "meeting.on meeting.time meeting.place",
        "east-kent policy-copy": "policy.link",
        "east-kent refusal": "refusal.reason refusal.considered",
        "east-kent restriction": "restriction.decidedBy restriction.what restriction.reason restriction.reviewOn",
        "east-kent service-request": "request.next",
        "east-kent signpost": "signpost.reason instead.who instead.contact",
        "east-kent stage-1-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "east-kent stage-2-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "hos-code-2024 action-update": "actions",
        "hos-code-2024 closing": "closing.reason",
        "hos-code-2024 extension": "extension.reason extension.newDate",
        "hos-code-2024 meeting": "meeting.on meeting.time meeting.place",
        "hos-code-2024 policy-copy": "policy.link",
        "hos-code-2024 refusal": "refusal.reason refusal.considered",
        "hos-code-2024 restriction": "restriction.what restriction.reason restriction.reviewOn",
        "hos-code-2024 service-request": "request.next",
        "hos-code-2024 stage-1-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "hos-code-2024 stage-2-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "kirklees action-update": "actions",
        "kirklees closing": "closing.reason",
        "kirklees extension": "extension.reason extension.newDate",
        "kirklees matter-closed": "closing.earlier refusal.considered",
        "kirklees meeting": "meeting.on meeting.time meeting.place",
        "kirklees policy-copy": "policy.link",
        "kirklees refusal": "refusal.reason refusal.considered instead.what",
        "kirklees restriction": "restriction.what restriction.reason restriction.reviewOn",
        "kirklees service-request": "request.next",
        "kirklees signpost": "signpost.reason instead.who instead.contact",
        "kirklees stage-1-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "kirklees stage-2-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "west-kent action-update": "actions",
        "west-kent closing": "closing.reason",
        "west-kent executive-contact": "managed",
        "west-kent extension": "extension.reason extension.newDate",
        "west-kent meeting": "meeting.on meeting.time meeting.place",
        "west-kent refusal": "refusal.reason refusal.considered",
        "west-kent restriction": "restriction.what restriction.reason restriction.reviewOn",
        "west-kent service-request": "request.next",
        "west-kent stage-1-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "west-kent stage-2-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "wrekin action-update": "actions",
        "wrekin care-stage-2-acknowledgement": "plan",
        "wrekin care-stage-2-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "wrekin care-stage-3-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "wrekin closing": "closing.reason",
        "wrekin extension": "extension.reason extension.newDate",
        "wrekin meeting": "meeting.on meeting.time meeting.place",
        "wrekin panel-bypass": "panel.whyNot",
        "wrekin policy-copy": "policy.link",
        "wrekin refusal": "refusal.reason refusal.considered",
        "wrekin restriction": "restriction.decidedBy restriction.what restriction.reason restriction.criteria policy.link restriction.contact",
        "wrekin service-request": "request.next",
        "wrekin stage-1-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "wrekin stage-2-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
        "wrekin stage-3-response": "point.1.decision point.1.reasons point.2.decision point.2.reasons actions",
      }
    `);
  });
});
