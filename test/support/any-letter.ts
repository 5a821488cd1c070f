import type { Policy } from '../../core/policy/policy.ts';
import { orderOf } from '../../core/letters/kinds.ts';
import type { LetterCase, Step } from './scenario.ts';

/** Kinds of a case that is at no stage, and where it was sent. */
const ROUTES: Readonly<Record<string, string>> = {
  'service-request': 'request',
  enquiry: 'enquiry',
  'survey-follow-up': 'contact',
  signpost: 'elsewhere',
  'contractor-first': 'elsewhere',
  'matter-closed': 'decide',
  refusal: 'decide',
};

/** A case on which a kind of letter makes sense under a policy, with nothing more recorded than that. */
export function caseFor(kind: string, policy: Policy): LetterCase {
  const base = {
    receivedAt: '2026-03-24T18:42:00+00:00',
    points: ['The floor was taken up on 23 February.', 'Nobody came back.'],
    wants: 'A date for the floor to be finished',
    handler: 'Priya Nair',
  };
  const track = policy.tracks?.find(({ id }) => kind.startsWith(`${id}-`))?.id ?? policy.tracks?.at(-1)?.id;
  const onTrack = track === undefined ? base : { ...base, track };
  const to = ROUTES[kind];
  if (to !== undefined) return { ...onTrack, route: to, signals: kind === 'enquiry' ? ['mp'] : [] };
  const stages = policy.stages.filter((stage) => stage.track === undefined || stage.track === track);
  const order = orderOf(kind);
  const stage = kind.endsWith('informal')
    ? stages.find(({ formal }) => !formal)
    : stages.find((one) => one.formal && (order === null || one.order === order));
  const at = base.receivedAt;
  const isReview = order !== null && order > 1 && kind.endsWith('acknowledgement');
  const then: readonly Step[] = [
    ...(isReview ? [{ at, somebodyElse: true as const }] : []),
    // Whoever is told that all of it was answered has had the answer.
    ...(kind === 'restriction' ? [{ at, sent: stage?.id ?? 'stage-1' }] : []),
  ];
  return { ...onTrack, stage: stage?.id ?? 'stage-1', then };
}

/** What happened to it that the answer tells of. */
export const ANSWERED: readonly Step[] = [
  {
    at: '2026-03-27T10:00:00+00:00',
    answered: {
      point: '1',
      outcome: 'upheld',
      reasons: 'The floor was to be laid again within a week. The order was closed by mistake.',
    },
  },
  {
    at: '2026-03-27T10:01:00+00:00',
    answered: {
      point: '2',
      outcome: 'not-upheld',
      reasons: 'Our surveyor came on 2 March. You were out, and the card that was left had the right number on it.',
    },
  },
  {
    at: '2026-03-27T10:02:00+00:00',
    promised: { what: 'Lay the bathroom floor', who: 'Marcus Hill in our repairs team', by: '2026-04-24' },
  },
  { at: '2026-03-27T10:03:00+00:00', offered: { pounds: 150, reason: 'five weeks without a floor' } },
];

/** Something in every field that can be typed. */
export const TYPED: Readonly<Record<string, string>> = {
  'danger.done': 'Marcus Hill made the floor safe this morning.',
  apology: 'I am sorry that we left your bathroom without a floor for five weeks.',
  remedy: 'We will lay the floor and paint the wall that was damaged by 24 April 2026.',
  'compensation.payBy': '2026-04-17',
  'compensation.approvedBy': 'Helen Ford, Director of Homes',
  offers: '150 | five weeks without a floor',
  actions: 'Lay the bathroom floor | Marcus Hill in our repairs team | 2026-04-24',
  learning: 'Our contractor now tells us on the day when a job is closed.',
  'extension.newDate': '2026-04-17',
  'extension.reason': 'The flooring contractor’s report reaches us on 14 April.',
  'extension.soFar': 'We have measured the room and ordered the floor.',
  'extension.updates': 'every Friday',
  'refusal.reason': 'What happened is more than a year ago, and you knew of it then.',
  'refusal.considered': 'You told us that you were away. We think that a year was long enough all the same.',
  'instead.what': 'Our repairs team will look at the floor. Ring 01632 960400.',
  'instead.who': 'The council’s parks team',
  'instead.contact': '01632 960477',
  'signpost.reason': 'The path belongs to the council.',
  'contractor.name': 'Brightwell Floors',
  'contractor.contact': '01632 960488',
  'agreed.what': 'Marcus Hill comes and lays the floor.',
  'agreed.by': '2026-04-02',
  'request.next': 'A plumber comes on Thursday 2 April between 8 and 12.',
  'enquiry.constituent': 'Ruth Amankwah',
  members: 'Ruth Amankwah\nColin Adebayo-Hurst',
  'panel.on': '2026-04-16',
  'panel.members': 'Helen Ford, Ian Cole and Amina Shah',
  'panel.whyNot': 'The lease leaves us no choice.',
  plan: 'The Head of Service talks to the carers and changes the rota.',
  'differently.how': 'A surveyor from outside looks into it.',
  'differently.why': 'You asked for somebody who doesn’t work for us.',
  'closing.reason': 'The floor was laid on 2 April and you told us that all is well.',
  'closing.earlier': 'which we answered on 12 January 2026',
  managed: 'It is a new complaint, and we look into it at stage one.',
  'meeting.on': '2026-04-16',
  'meeting.time': '10 o’clock',
  'meeting.place': 'your home',
  'restriction.what': 'Please write to us, and do not ring.',
  'restriction.reason': 'On 3 and 9 March you shouted at the person who answered.',
  'restriction.decidedBy': 'Helen Ford, Director of Homes',
  'restriction.criteria': 'Abuse on more than one occasion, on 3 and 9 March.',
  'restriction.contact': 'Priya Nair on 01632 960412',
  'restriction.reviewOn': '2026-06-25',
  'policy.link': 'landlord.example/complaints',
  'policy.easyRead': 'landlord.example/easy-read',
};
