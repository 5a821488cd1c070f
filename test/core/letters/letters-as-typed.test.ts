import { expect, test } from 'vitest';
import { toIsoDate } from '../../../core/dates.ts';
import { preSendCheck } from '../../../core/letters/pre-send-check.ts';
import { parseSettings } from '../../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../../policies/index.ts';
import { ANSWERED, caseFor } from '../../support/any-letter.ts';
import { fileOf, moment } from '../../support/case.ts';
import { eventsOfScenario } from '../../support/letter-case.ts';
import type { Step } from '../../support/scenario.ts';

/*
 * Whole letters as offices send them, and what the check says of each. Invented, in the styles that the Ombudsman's
 * decisions quote and criticise.
 */

const settings = parseSettings({ officer: { name: 'Joanna Marsh' }, referenceFormats: ['WK-######'] });

const EXTENDED: readonly Step[] = [
  { at: '2026-03-26T10:00:00+00:00', acknowledged: 'stage-1' },
  {
    at: '2026-04-08T10:00:00+01:00',
    proposed: { stage: 'stage-1', newDate: '2026-04-27', reason: 'The surveyor is ill.' },
  },
];

const LETTERS: readonly {
  readonly name: string;
  readonly policy: string;
  readonly kind: string;
  readonly now: string;
  readonly then?: readonly Step[];
  readonly text: string;
  readonly says: readonly string[];
}[] = [
  {
    name: 'in the usual office style',
    policy: 'west-kent',
    kind: 'acknowledgement',
    now: '2026-03-25T09:30:00+00:00',
    text: `Dear Ms Amankwah,

RE: FORMAL COMPLAINT – STAGE 1

Thank you for contacting West Kent Housing Association. I write to acknowledge receipt of your formal complaint received on the 24th March 2026 regarding your bathroom floor.

Your complaint has been allocated reference WK-204417 and will be investigated by Priya Nair, Customer Resolution Officer. You will receive a full response within 10 working days, i.e. by 8th April 2026.

We understand you are unhappy that the floor was taken up on 23 February and nobody came back. Your desired outcome is a date for completion.

We apologise for any inconvenience this may have caused. Should you wish to discuss this further please do not hesitate to contact me.

You may contact the Housing Ombudsman Service at any time: Exchange Tower, Harbour Exchange Square, London E14 9GE, 0300 111 3000, info@housing-ombudsman.org.uk.

Yours sincerely,
Joanna Marsh`,
    says: [
      'must other-reference',
      'must answer-date-wrong',
      'must ombudsman-old',
      'must ombudsman-old',
      'must block-missing',
      'must ombudsman-incomplete',
      'should greeting',
      'should formal',
      'should capitals',
      'should phrase',
    ],
  },
  {
    name: 'an answer in the usual office style',
    policy: 'kirklees',
    kind: 'stage-1-response',
    now: '2026-04-01T10:00:00+01:00',
    then: ANSWERED,
    text: `Dear Ruth

Thank you for your patience. I have now completed my investigation into your Stage 1 complaint, received 24/03/2026.

Point 1 - floor taken up
Our contractor took the floor up on 23 February to trace a leak. The follow-on job was closed in error. I uphold this part of your complaint.

Point 2 - nobody came back
Records show an operative attended on 2 March but was unable to gain access. This is not upheld.

As a gesture of goodwill I would like to offer £50. Please complete the attached acceptance form and return it within 14 days. The floor will be relaid shortly. Someone will be in touch to arrange.

If you remain dissatisfied you must write to us within 10 working days explaining why you disagree with this decision and what you would like us to do, by 10th April 2026, and we will escalate to Stage 2.

Alternatively after 8 weeks you can approach the Housing Ombudsman via a designated person such as your MP.

Regards
Housing Services Manager`,
    says: [
      'must asks-for-a-form',
      'must asks-for-reasons',
      'must window-wrong',
      'must filter-ended',
      'must block-missing',
      'should phrase',
      'should date-in-days',
      'should ombudsman-incomplete',
    ],
  },
  {
    name: 'short and friendly',
    policy: 'wrekin',
    kind: 'acknowledgement',
    now: '2026-03-25T09:30:00+00:00',
    text: `Hi Ruth,

Got your email yesterday (Tuesday 24th March) thanks, and I'm really sorry you've been left with no bathroom floor – that's not on. I've logged it as a Stage 1 complaint, K5F-K92-3T2.

What I've understood: the floor came up on 23 Feb, and since then nobody has come back. You're after a date for it to be finished. Shout if I've missed anything. It's all ours to sort.

Priya Nair's your contact. She'll come back to you with an answer no later than Tues 31 March. If it's going to be longer than that we'll tell you why and when.

If you'd rather not make it a complaint just say. And if you need this in large print or by phone let me know.

The Housing Ombudsman can advise you at any point: 0300 111 3000 / www.housing-ombudsman.org.uk / PO Box 1484, Unit D, Preston, PR2 0ET

Jo Marsh`,
    says: [],
  },
  {
    name: 'late in the day, and busy',
    policy: 'west-kent',
    kind: 'extension',
    now: '2026-04-08T10:30:00+01:00',
    then: EXTENDED,
    text: `Dear Ruth Amankwah

We wrote to you on 26 March 2026 and said that you'd have our answer by Monday 13 April. Unfortunately due to staff sickness and a backlog of cases we need longer. We now aim to reply by Thursday 30 April 2026.

If you're unhappy the Housing Ombudsman is on 0300 111 3000.

Priya Nair`,
    says: ['must beyond-the-cap', 'must ombudsman-incomplete', 'should weak-reason', 'should block-unsure'],
  },
  {
    name: 'a refusal in three lines',
    policy: 'east-kent',
    kind: 'refusal',
    now: '2026-03-25T09:30:00+00:00',
    text: `Dear Ruth Amankwah

We cannot accept your complaint as it is outside the scope of our complaints policy (3.3). The carpet is a matter for your home contents insurance. Contact your insurer.

Regards`,
    says: ['must block-missing', 'must block-missing', 'should phrase', 'should block-unsure'],
  },
  {
    name: 'longer than it may be, and nobody asked',
    policy: 'west-kent',
    kind: 'extension',
    now: '2026-04-08T10:30:00+01:00',
    then: [
      { at: '2026-03-26T10:00:00+00:00', acknowledged: 'stage-1' },
      {
        at: '2026-04-08T10:00:00+01:00',
        proposed: { stage: 'stage-1', newDate: '2026-12-29', reason: 'The lift’s maker has to come.' },
      },
    ],
    text: `Dear Ruth Amankwah

You were told that we'd answer by 13 April. The lift's maker has to come, which is why we need until Tuesday 29 December 2026. We will answer you by 29 December 2026.

Housing Ombudsman: 0300 111 3000, www.housing-ombudsman.org.uk, PO Box 1484, Unit D, Preston PR2 0ET`,
    says: ['must beyond-the-cap', 'should not-a-working-day'],
  },
];

test.each(LETTERS)('$policy, $kind: $name', async ({ policy: id, kind, now, then = [], text, says }) => {
  const day = toIsoDate('2026-03-26');
  const policy = await policyOn(id, day);
  const findings = preSendCheck({
    kind,
    file: fileOf(...eventsOfScenario({ ...caseFor(kind, policy), then }, policy)),
    policy,
    floor: await policyOn(FLOOR, day),
    calendar: calendarOf(policy),
    settings,
    now: moment(now),
    text,
  });
  expect(findings.map((finding) => `${finding.severity} ${finding.id}`)).toEqual(says);
});
