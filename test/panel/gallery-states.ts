import { toInstant } from '../../core/dates.ts';
import type { Look } from '../../core/panel/ports.ts';
import { busyDesk, manyDue, messageOf, pasteOnly } from './gallery-cases.ts';
import { RECORD_STATES } from './gallery-records.ts';
import { REGISTER_STATES } from './gallery-register.ts';
import { POLICY_STATES } from './gallery-policy-states.ts';
import type { GalleryState, Hand } from './gallery-state.ts';
import { hostSettings, taughtDesk } from './gallery-settings.ts';
import { makeWorld, seed, shown } from './gallery-world.ts';

export type { GalleryState, Hand } from './gallery-state.ts';

const toLetter = async (hand: Hand): Promise<void> => {
  await hand.press('Log complaint');
  await hand.press('Write the acknowledgement');
  await hand.choose('letter-handler', 'Priya Nair');
  await hand.see('ask for are in it');
};

/** Every state that the panel is looked at in, by the name of its mock-up where it has one. */
export const STATES: Readonly<Record<string, GalleryState>> = {
  ...POLICY_STATES,
  ...REGISTER_STATES,
  ...RECORD_STATES,
  '01-verdict-clear': { world: () => busyDesk('ruth') },
  '01b-unfolded': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await hand.unfold('What Duly read');
      await hand.unfold('Clause 3.2');
      await hand.unfold('Next best');
    },
  },
  '02-verdict-hazard': { world: () => busyDesk('marek') },
  '02b-reported': { world: () => busyDesk('marek'), does: (hand) => hand.press('I’ve reported it') },
  '02c-number-unset': {
    world: async () => {
      const world = await busyDesk('marek');
      world.stored.set('setup', { settings: {}, landlord: 'west-kent', isDone: true });
      return world;
    },
  },
  '03-verdict-safeguarding': { world: () => busyDesk('bethan') },
  '04-verdict-unsure': { world: () => busyDesk('col') },
  '04b-choice-missing': { world: () => busyDesk('col'), does: (hand) => hand.press('Continue') },
  '04c-decided': {
    world: () => busyDesk('col'),
    does: async (hand) => {
      await hand.mark('A service request');
      await hand.press('Continue');
    },
  },
  '05-change-route': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await hand.press('Change…');
      await hand.mark('A service request');
    },
  },
  '05b-decline': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await hand.press('Change…');
      await hand.mark('A complaint we may decline');
      await hand.press('Continue');
    },
  },
  '06-verdict-service-request': { world: () => busyDesk('femi') },
  '06b-check-back': { world: () => busyDesk('femi'), does: (hand) => hand.press('Edit what will be recorded') },
  '09-nothing-found': { world: () => busyDesk('ingrid') },
  '10-not-english': { world: () => busyDesk('rhiannon') },
  '11-already-logged': {
    world: async () => {
      const world = await busyDesk('ruth');
      await seed(world, 'ruth', { caseId: 'case-ruth', at: '2026-03-25T09:26:00+00:00' });
      return world;
    },
  },
  '12-edit-details': { world: () => busyDesk('sunita'), does: (hand) => hand.press('Choose the day') },
  '12b-another-day': {
    world: () => busyDesk('sunita'),
    does: async (hand) => {
      await hand.press('Choose the day');
      await hand.mark('Another day');
    },
  },
  '13-logged': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await hand.press('Log complaint');
      await hand.see('Dates');
    },
  },
  '13b-logged-hazard': {
    world: () => busyDesk('marek'),
    does: async (hand) => {
      await hand.press('Log complaint');
      await hand.see('Dates');
    },
  },
  '14-letter-missing': {
    world: () => busyDesk('tomasz'),
    does: async (hand) => {
      await hand.press('Open ');
      await hand.press('Write the acknowledgement');
    },
  },
  '14b-letter-danger': {
    world: () => busyDesk('marek'),
    does: async (hand) => {
      await hand.press('Log complaint');
      await hand.press('Write the acknowledgement');
      await hand.see('missing');
    },
  },
  '15-letter-ready': { world: () => busyDesk('ruth'), does: toLetter },
  '15b-letter-fields': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await toLetter(hand);
      await hand.press('Edit the letter’s fields');
    },
  },
  '15c-letter-post': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await toLetter(hand);
      await hand.press('Post it instead');
      await hand.type('letter-postal-address', '4 Quay Street\nSevenoaks\nTN13 1AA');
      await hand.see('Word file');
    },
  },
  '16-inserted': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await toLetter(hand);
      await hand.press('Insert in reply');
      await hand.see('Not sent yet');
    },
  },
  '16b-copied': {
    world: async () => {
      const world = await busyDesk('ruth');
      world.host.outcome = {
        kind: 'refused',
        reason: 'Gmail didn’t open a reply. The draft is copied: press Reply, then paste.',
      };
      return world;
    },
    does: async (hand) => {
      await toLetter(hand);
      await hand.press('Insert in reply');
      await hand.see('Not sent yet');
      await hand.press('It went out earlier…');
    },
  },
  '16c-sent': {
    world: () => busyDesk('ruth'),
    does: async (hand) => {
      await toLetter(hand);
      await hand.press('Insert in reply');
      await hand.press('I’ve sent it');
      await hand.see('Acknowledged');
    },
  },
  '16d-correction': {
    world: async () => {
      const world = await busyDesk('ruth');
      await seed(world, 'ruth', {
        caseId: 'case-ruth',
        at: '2026-03-25T08:26:00+00:00',
        then: (base) => [
          {
            ...base,
            type: 'acknowledged',
            occurredAt: toInstant('2026-03-25T08:40:00+00:00'),
            data: { stage: 'stage-1', channel: 'email', known: 'as-inserted', promisedBy: null, corrects: null },
            personal: { text: 'Dear Ruth' },
          },
        ],
      });
      return world;
    },
    does: async (hand) => {
      await hand.press('Open ');
      await hand.press('Correct the acknowledgement…');
    },
  },
  '17-due': {
    world: async () => {
      const world = await busyDesk('ingrid');
      await seed(world, 'ruth', { caseId: 'case-ruth', at: '2026-03-25T09:26:00+00:00' });
      await seed(world, 'marek', { caseId: 'case-marek', at: '2026-03-25T08:26:00+00:00', handler: null });
      await seed(world, 'femi', { caseId: 'case-femi', at: '2026-03-25T08:40:00+00:00' });
      return world;
    },
    does: async (hand) => {
      await hand.press('Due');
      await hand.press('Make contact Tomasz Wieczorek');
      await hand.see('Open the case');
    },
  },
  '17b-due-reassign': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await hand.press('Due');
      await hand.press('Make contact Tomasz Wieczorek');
      await hand.press('Reassign…');
    },
  },
  '18-due-many': {
    world: async () => {
      const world = await busyDesk('ingrid');
      for (let index = 0; index < 30; index++)
        await seed(world, 'ruth', {
          caseId: `case-${String(index)}`,
          at: '2026-03-25T09:26:00+00:00',
          handler: index % 3 === 0 ? null : 'Priya Nair',
          message: {
            ...messageOf('ruth'),
            siteMessageId: `many-${String(index)}`,
            from: { name: `Resident number ${String(index)}`, address: `r${String(index)}@mail.example` },
            receivedAt: toInstant(`2026-03-${String(2 + (index % 22)).padStart(2, '0')}T10:00:00+00:00`),
          },
        });
      return world;
    },
    does: (hand) => hand.press('Due'),
  },
  '18-due-20000': { world: () => manyDue(20_000), does: (hand) => hand.press('Due') },
  '19-due-empty': {
    world: async () => {
      const world = await makeWorld();
      world.host.current = shown('ingrid');
      return world;
    },
    does: (hand) => hand.press('Due'),
  },
  '21-case': {
    world: () => busyDesk('ingrid'),
    does: async (hand) => {
      await hand.press('Open ');
      await hand.see('What it is about');
    },
  },
  '26-first-run': { world: () => makeWorld({ setUp: false }) },
  '26b-not-set-up': {
    world: () => makeWorld({ setUp: false }),
    does: async (hand, world) => {
      await hand.see('Set up Duly');
      world.host.open(shown('ruth'));
      await hand.see('No landlord is chosen yet');
    },
  },
  '28-settings': {
    world: async () => {
      const world = await busyDesk('ruth');
      return { ...world, ports: { ...world.ports, ...hostSettings(world.clock.now) } };
    },
    does: async (hand) => {
      await hand.press('More');
      await hand.press('Settings');
      await hand.see('Set by your organisation');
      await hand.see('At these times');
      await hand.press('Back up and remove everything');
    },
  },
  '28c-taught': {
    world: taughtDesk,
    does: async (hand) => {
      await hand.press('More');
      await hand.press('Settings');
      await hand.see('Duly now calls slightly fewer messages dissatisfied');
      await hand.unfold('What changed, and when');
      await hand.press('Back to as delivered');
      await hand.see('from the next message that is opened');
    },
  },
  '28b-more': { world: () => busyDesk('ruth'), does: (hand) => hand.press('More') },
  '29-unreadable': {
    world: async () => {
      const world = await busyDesk(null);
      world.host.current = {
        kind: 'unreadable',
        page: 'Outlook on the web',
        found: ['sender', 'subject'],
        missing: ['message'],
      };
      return world;
    },
  },
  '29b-paste': {
    world: () => busyDesk(null),
    does: async (hand) => {
      await hand.press('Paste a message');
      await hand.type(
        'paste-text',
        'I have written twice since Christmas about the handrail and had no answer to either letter.',
      );
      await hand.type('paste-name', 'Dilys Pritchard-Llewelyn');
    },
  },
  '29c-call-danger': {
    world: () => busyDesk(null),
    does: async (hand) => {
      await hand.press('Paste a message');
      await hand.mark('Call');
      await hand.type('paste-text', 'Caller says there is a strong smell of gas in her kitchen and she feels sick.');
      await hand.see('Danger now: gas');
      await hand.see('0800 111 999');
    },
  },
  '30-policy-failed': {
    world: async () => {
      const world = await busyDesk('ruth');
      world.stored.set('setup', { settings: {}, landlord: 'no-such-landlord', isDone: true });
      return world;
    },
  },
  '31-calendar-ends': {
    world: async () => {
      const world = await makeWorld({ now: '2028-12-13T09:26:00+00:00' });
      for (const caseId of ['case-late', 'case-later'])
        await seed(world, 'ruth', {
          caseId,
          at: '2028-12-12T09:26:00+00:00',
          message: { ...messageOf('ruth'), siteMessageId: caseId, receivedAt: toInstant('2028-12-11T18:42:00+00:00') },
        });
      return world;
    },
    does: async (hand) => {
      await hand.press('Due');
      await hand.press('not computed');
      await hand.see('Duly won’t guess');
    },
  },
  '33-message-changed': {
    world: () => busyDesk('ruth'),
    does: async (hand, world) => {
      await toLetter(hand);
      world.host.open(shown('femi'), { told: false });
      await hand.press('Insert in reply');
      await hand.see('You opened another message');
    },
  },
  '33b-kept-draft': {
    world: () => busyDesk('ruth'),
    does: async (hand, world) => {
      await hand.press('Edit what will be logged');
      await hand.type('wants', 'The floor finished by Easter.');
      world.host.open(shown('femi'));
      await hand.see('Draft kept');
    },
  },
  '34-no-message': { world: () => busyDesk(null) },
  '35-long-names': { world: () => busyDesk('llinos') },
  '37-reading': {
    world: async () => {
      const world = await busyDesk('ruth');
      // The policy takes its time.
      return {
        ...world,
        ports: {
          ...world.ports,
          policies: {
            ...world.ports.policies,
            policyOn: async (...asked) => {
              await new Promise((resolve) => setTimeout(resolve, 60_000));
              return world.ports.policies.policyOn(...asked);
            },
          },
        },
      };
    },
    does: (hand) => hand.see('Reading the message…'),
  },
  'failed-register': {
    world: async () => {
      const world = await busyDesk('ruth');
      world.fail = 'full';
      return world;
    },
    does: async (hand) => {
      await hand.press('Log complaint');
      await hand.see('The disk is full');
    },
  },
  broken: {
    world: async () => {
      const world = await busyDesk('ruth');
      // A finding that nobody foresaw.
      const look: Look = (...asked) => {
        const looked = world.ports.look(...asked);
        return asked[0].subject === 'Bathroom floor'
          ? { ...looked, verdict: { ...looked.verdict, evidence: [undefined as never] } }
          : looked;
      };
      return { ...world, ports: { ...world.ports, look } };
    },
    does: (hand) => hand.see('Duly can’t show this'),
  },
  'hostile-message': {
    world: () => busyDesk('mallory'),
    does: async (hand) => {
      await hand.unfold('What Duly read');
    },
  },
  'paste-host': { world: () => busyDesk(null, { host: pasteOnly() }) },
};
