import { toInstant } from '../../core/dates.ts';
import { exportPolicy } from '../../core/policy/policy-file.ts';
import { loadPolicy } from '../../policies/index.ts';
import { busyDesk, colin, messageOf } from './gallery-cases.ts';
import type { GalleryState, Hand } from './gallery-state.ts';

const declining = async (hand: Hand): Promise<void> => {
  await hand.mark('Decline it under');
  await hand.press('Continue');
  await hand.see('What did you weigh?');
};

const toPolicy = async (hand: Hand): Promise<void> => {
  await hand.press('More');
  await hand.press('The policy');
  await hand.see('The policy as a file');
};

const toCalendar = async (hand: Hand): Promise<void> => {
  await toPolicy(hand);
  await hand.press('The calendar: closed days');
  await hand.see('Days that don’t count');
};

/** What is done by the policy: further stages, what isn't taken up, what comes first, the policy's own pages. */
export const POLICY_STATES: Readonly<Record<string, GalleryState>> = {
  '06c-request-choice': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await hand.press('Change…');
      await hand.mark('A service request');
      await hand.press('Continue');
      await hand.press('Record request');
      await hand.see('The choice to complain');
    },
  },
  '07-verdict-escalation': {
    world: async () => {
      const world = await busyDesk('colin');
      await colin(world);
      return world;
    },
  },
  '07b-another-case': {
    world: async () => {
      const world = await busyDesk('colin');
      await colin(world);
      return world;
    },
    does: async (hand) => {
      await hand.press('Another case');
      await hand.mark('None of these');
    },
  },
  '07d-closed-case': {
    world: async () => {
      const world = await busyDesk('colin');
      await colin(world);
      await world.register.append([
        {
          caseId: 'case-colin',
          actor: { name: 'Joanna Marsh' },
          occurredAt: toInstant('2026-03-09T10:00:00+00:00'),
          type: 'resolved',
          data: { stage: 'stage-1', outcome: 'answered' },
          personal: { note: '' },
        },
      ]);
      return world;
    },
    does: (hand) => hand.see('Closed Mon 9 Mar'),
  },
  '07c-same-reviewer': {
    world: async () => {
      const world = await busyDesk('colin');
      await colin(world);
      return world;
    },
    does: async (hand) => {
      await hand.press('Edit what will be logged');
      await hand.choose('handler', 'Priya Nair');
      await hand.press('Log stage two');
      await hand.see('Something is still missing');
      await hand.press('Go on without it…');
    },
  },
  '08-verdict-may-decline': { world: () => busyDesk('sandpiper') },
  '08b-decline': { world: () => busyDesk('sandpiper'), does: declining },
  '08c-decline-missing': {
    world: () => busyDesk('sandpiper'),
    does: async (hand) => {
      await declining(hand);
      await hand.mark('Only a part of it');
      await hand.press('Record the decision');
      await hand.see('Declining needs your reason');
    },
  },
  '08d-declined-in-part': {
    world: () => busyDesk('sandpiper'),
    does: async (hand) => {
      await declining(hand);
      await hand.mark('Only a part of it');
      await hand.type('why', 'The claim is before the county court.');
      await hand.type('considered', 'The lift is another matter and is taken up.');
      await hand.press('Record the decision');
      await hand.see('A part isn’t taken up');
    },
  },
  '08e-refusal-letter': {
    world: () => busyDesk('sandpiper'),
    does: async (hand) => {
      await declining(hand);
      await hand.mark('The whole message');
      await hand.type('why', 'The claim is before the county court.');
      await hand.type('considered', 'The court decides all of it.');
      await hand.press('Record the decision');
      await hand.press('Write the refusal letter');
      await hand.see('ask for are in it');
    },
  },
  '21b-checklist': {
    world: () => busyDesk('bethan'),
    does: async (hand) => {
      await hand.press('Log complaint');
      await hand.unfold('Accept the complaint');
      await hand.see('4.2');
    },
  },
  '21c-checklist-passed-over': {
    world: () => busyDesk('bethan'),
    does: async (hand) => {
      await hand.press('Log complaint');
      await hand.unfold('Accept the complaint');
      await hand.press('Go on without it…');
    },
  },
  '27-policy': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await hand.press('More');
      await hand.press('The policy');
      await hand.see('Where it falls short of the Code');
    },
  },
  '27b-policy-search': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await hand.press('More');
      await hand.press('The policy');
      await hand.see('Try a date');
      await hand.type('policy-search', 'probate');
      await hand.see('lines');
    },
  },
  '27c-try-a-message': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await hand.press('More');
      await hand.press('The policy');
      await hand.see('Try a message');
      await hand.type('try-text', messageOf('ruth').text);
      await hand.press('Read it');
      await hand.see('This is a complaint');
    },
  },
  '27d-calendar': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await toCalendar(hand);
      await hand.choose('calendar-year', '2026');
    },
  },
  '27e-calendar-moves': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await toCalendar(hand);
      await hand.type('day-name', 'Staff day');
      await hand.type('day-reason', 'Decided by the board');
      await hand.press('See what it moves');
      await hand.see('with dates that move');
    },
  },
  '27f-confirm-closures': {
    world: () => busyDesk('ruth', { now: '2026-09-07T09:26:00+01:00' }),
    does: async (hand) => {
      await toCalendar(hand);
      await hand.see('Closed at the end of 2026?');
    },
  },
  '27g-calendar-ends-soon': {
    world: () => busyDesk('ruth', { now: '2028-11-20T09:26:00+00:00' }),
    does: async (hand) => {
      await toCalendar(hand);
      await hand.see('The calendar ends on');
    },
  },
  '30b-policy-file-wrong': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await toPolicy(hand);
      const text = exportPolicy(await loadPolicy('west-kent'));
      await hand.bring('policy-file', 'policy.json', text.replace('"count": 20', '"count": "twenty"'));
      await hand.see('This policy can’t be used');
    },
  },
  '30c-policy-file-usable': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await toPolicy(hand);
      const text = exportPolicy(await loadPolicy('connect')).replaceAll('"id": "connect"', '"id": "small-homes"');
      await hand.bring('policy-file', 'small-homes.duly-policy.json', text);
      await hand.see('Use this policy');
    },
  },
};
