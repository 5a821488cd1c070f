import { toInstant, toIsoDate } from '../../core/dates.ts';
import { emptyMessage } from '../../core/message.ts';
import { busyDesk, colin } from './gallery-cases.ts';
import type { GalleryState, Hand } from './gallery-states.ts';
import type { World } from './gallery-world.ts';

/* The states around a case: what happened, what is entered about it, and the date of its answer. */

/** Opens somebody's case from the due list. */
async function toCase(hand: Hand, name: string): Promise<void> {
  await hand.press('Due');
  await hand.unfold(name);
  await hand.press('Open the case');
  await hand.see('What happened');
}

async function toForm(hand: Hand, name: string, act: string): Promise<void> {
  await toCase(hand, name);
  await hand.press('Enter what happened');
  await hand.see('What makes sense in this case');
  await hand.press(act);
}

const HANNAH = 'Respond Hannah';
const TOMASZ = 'Make contact Tomasz';

/** Every state of the register's screens, by the name of its mock-up where it has one. */
export const REGISTER_STATES: Readonly<Record<string, GalleryState>> = {
  '21b-case-history': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toCase(hand, HANNAH);
      await hand.unfold('What happened');
      await hand.see('Put right');
    },
  },
  '21c-acts': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toCase(hand, TOMASZ);
      await hand.press('Enter what happened');
      await hand.see('What makes sense in this case');
    },
  },
  '21d-act': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toForm(hand, TOMASZ, 'Contact made');
      await hand.mark('Earlier');
    },
  },
  '21e-act-missing': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toForm(hand, TOMASZ, 'Offer compensation');
      await hand.press('Record the offer');
      await hand.see('Write it as 75 or 75.50');
    },
  },
  '21f-act-danger': {
    world: () => busyDesk('ingrid'),
    does: (hand) => toForm(hand, TOMASZ, 'Danger reported'),
  },
  '21g-put-right': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toCase(hand, HANNAH);
      await hand.unfold('What happened');
      await hand.press('Put right: Acknowledgement sent');
      await hand.see('a correction is entered beside it');
    },
  },
  '21h-closing-held': {
    world: () => busyDesk('ingrid'),
    does: (hand) => toForm(hand, HANNAH, 'Close: resolved'),
  },
  '21i-refusal-held': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toForm(hand, HANNAH, 'Refuse it');
      await hand.mark('The next stage');
      await hand.see('Tick it where it is so');
    },
  },
  '22-extension': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toForm(hand, HANNAH, 'Extend the response date');
      await hand.type('act-reason', 'Waiting for the flooring contractor’s report');
      await hand.mark('The most clause');
    },
  },
  '22b-extension-talk-first': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toForm(hand, HANNAH, 'Extend the response date');
      await hand.type('act-reason', 'Waiting for the flooring contractor’s report');
      await hand.mark('5 working days more');
      await hand.mark('Not yet');
      await hand.press('Write the extension letter');
      await hand.see('Talk to them first');
    },
  },
  '22c-extension-letter': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await toForm(hand, HANNAH, 'Extend the response date');
      await hand.type('act-reason', 'Waiting for the flooring contractor’s report');
      await hand.mark('5 working days more');
      await hand.mark('Yes, and they agree');
      await hand.press('Write the extension letter');
      await hand.see('Extension letter');
    },
  },
  '23-extension-refused': {
    world: () => busyDesk('ingrid', { now: '2026-03-26T09:26:00+00:00' }),
    does: async (hand) => {
      await toForm(hand, HANNAH, 'Too late to extend');
      await hand.mark('Tell the resident it’s late');
    },
  },
  '17c-several': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await hand.press('Due');
      await hand.press('Several at once');
      await hand.press('Tick all in this list');
      await hand.see('2 cases ticked');
      await hand.choose('several-handler', 'Priya Nair');
      await hand.see('Gives 2 cases to');
    },
  },
  '17d-waiting': {
    world: async () => {
      const world = await busyDesk('ingrid');
      await colin(world);
      const row = await world.register.row('case-colin');
      const duty = { timer: 'respond', obligation: 'respond', for: 'acknowledged', clauses: [], policy: 'x' } as const;
      const waiting = () => Promise.resolve(row ? [{ row, waiting: [duty] }] : []);
      return { ...world, ports: { ...world.ports, register: { ...world.ports.register, waiting } } };
    },
    does: async (hand) => {
      await hand.press('Due');
      await hand.see('nothing due from us');
    },
  },
  '18b-due-filters': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await hand.press('Due');
      await hand.press('Filters');
      await hand.choose('filter-stage', 'stage-2');
      await hand.see('Stage: Stage two');
      await hand.press('Save as a view');
    },
  },
  '18c-search': {
    world: async () => {
      const world = await busyDesk('ingrid');
      await colin(world);
      return world;
    },
    does: async (hand) => {
      await hand.press('Due');
      await hand.type('search-cases', 'door entry');
      await hand.see('Found beside these');
    },
  },
  '20-to-decide': {
    world: async () => {
      const world = await busyDesk('ingrid');
      await seenAndPromised(world);
      return world;
    },
    does: async (hand) => {
      await hand.press('Due');
      await hand.press('2 messages seen, not decided');
      await hand.unfold('Fence');
      await hand.press('Ask a colleague');
    },
  },
  '36-ombudsman': { world: ombudsmanAsks, does: (hand) => hand.see('The Housing Ombudsman is asking') },
  '36b-ombudsman-in-due': {
    world: ombudsmanAsks,
    does: async (hand) => {
      await hand.press('Due');
      await hand.see('From the Ombudsman');
    },
  },
  '20b-counts': {
    world: async () => {
      const world = await busyDesk('ingrid');
      await colin(world);
      return world;
    },
    does: async (hand) => {
      await hand.press('More');
      await hand.press('Counts');
      await hand.see('All complaints');
      await hand.press('3');
    },
  },
};

/** The Ombudsman's mail is open, and of another case they want the file by a day that is far off. */
async function ombudsmanAsks(): Promise<World> {
  const world = await busyDesk(null);
  const message = {
    ...emptyMessage(),
    from: { name: 'Housing Ombudsman Service', address: 'casework@housing-ombudsman.example' },
    to: [{ name: 'Customer services', address: 'help@landlord.example' }],
    subject: 'Request for evidence: 202699001, Mrs M Quist',
    text: 'Please send us the complaint file for this case by 9 April 2026.',
    receivedAt: toInstant('2026-03-25T08:05:00+00:00'),
    receivedAtSource: 'displayed' as const,
  };
  world.host.current = { kind: 'message', key: 'gmail/ombudsman', message };
  await world.register.append([
    {
      caseId: 'case-hannah',
      actor: { name: 'Owen Blackwood' },
      occurredAt: toInstant('2026-03-24T09:00:00+00:00'),
      type: 'date-set',
      data: { date: 'asked', due: toIsoDate('2026-06-30'), clauses: [], asker: 'ombudsman' },
      personal: { what: 'Send the Ombudsman the complaint file' },
    },
  ]);
  return world;
}

/** Two messages that nobody has decided, one that somebody decided against, and money that was promised. */
async function seenAndPromised(world: World): Promise<void> {
  const { seen } = world.register;
  const receivedAt = toInstant('2026-03-20T09:00:00+00:00');
  const reading = { route: 'stage-1', confidence: 'unsure', dissatisfied: true, hazard: false };
  const col = { name: 'Col Fairweather', address: 'col@mail.example' };
  await seen.note({ id: 'aa', from: col, subject: 'Fence', receivedAt, reading }, 'Joanna Marsh');
  const amira = { name: 'Amira Haddad', address: 'amira@mail.example' };
  const danger = { ...reading, confidence: 'likely', hazard: true };
  const later = toInstant('2026-03-24T09:00:00+00:00');
  await seen.note(
    { id: 'bb', from: amira, subject: 'Sewage in the hall', receivedAt: later, reading: danger },
    'Joanna Marsh',
  );
  const peter = { name: 'P. Achterberg', address: 'p@mail.example' };
  await seen.note({ id: 'cc', from: peter, subject: 'Hot water', receivedAt: later, reading }, 'Joanna Marsh');
  await seen.decide('cc', { as: 'none', by: 'Owen Blackwood' });
  await world.register.append([
    {
      caseId: 'case-hannah',
      actor: { name: 'Owen Blackwood' },
      occurredAt: later,
      type: 'compensation-offered',
      data: { offer: 'offer', pence: 7500 },
      personal: { reason: 'Fares' },
    },
  ]);
}
