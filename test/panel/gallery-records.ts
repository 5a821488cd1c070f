import { toInstant } from '../../core/dates.ts';
import type { PageRecord, Records } from '../../core/host.ts';
import { busyDesk } from './gallery-cases.ts';
import type { GalleryState } from './gallery-states.ts';
import { makeWorld, type World } from './gallery-world.ts';

/* Records of CRMs, and what is logged by hand: states 24 and 25 of the design. */

const UNKNOWN: PageRecord = {
  kind: 'record',
  key: 'page/crm.landlord.example/contact/94418',
  page: 'crm.landlord.example',
  values: [
    guess('name', 'Dilys Pritchard-Llewelyn', 'Full name'),
    guess('address', '14 Hazel Court, Ashby Lane', 'Property address'),
    guess('reference', 'T-0094418', 'Case ref'),
    guess('phone', '01632 960417', 'Mobile'),
    guess('tenancy', '00418276', 'Tenancy no'),
  ],
  lost: [],
  receivedAt: null,
  receivedAtChoices: [],
  isAllowed: false,
};

const KNOWN: PageRecord = {
  ...UNKNOWN,
  key: 'dynamics/incident/1',
  page: 'Dynamics 365',
  values: [
    ...UNKNOWN.values.map((value) => ({ ...value, isGuess: false })),
    {
      field: 'notes',
      value:
        'Has written twice since Christmas about the handrail on the back steps and had no answer. Wants a complaint.',
      label: 'Description',
      by: 'data-id description',
      isGuess: false,
    },
  ],
  receivedAt: toInstant('2026-03-12T09:00:00+00:00'),
  isAllowed: true,
};

function guess(field: 'name' | 'address' | 'reference' | 'phone' | 'tenancy', value: string, label: string) {
  return { field, value, label, by: `guess: label “${label}”`, isGuess: true } as const;
}

const showing = async (record: PageRecord): Promise<World> => {
  const world = await makeWorld();
  world.host.current = record;
  return world;
};

/** A page on which two fields were chosen already. */
const CHOSEN: Records = {
  pointAt: () => Promise.resolve('stopped'),
  stopPointing: () => Promise.resolve(),
  allowSite: () => Promise.resolve(false),
  pointToFill: () => Promise.resolve('stopped'),
  fillPage: () =>
    Promise.resolve({
      key: 'page/1',
      name: 'crm.landlord.example',
      targets: [
        { part: 'reference', label: 'Complaint ref', holds: '', takes: 'line' },
        { part: 'summary', label: 'Notes', holds: 'Rang twice, no answer.', takes: 'lines' },
      ],
      whose: [],
    }),
  fill: () => Promise.resolve({ kind: 'filled' }),
};

/** The states, by the numbers of their mock-ups. */
export const RECORD_STATES: Readonly<Record<string, GalleryState>> = {
  '24-record': { world: () => showing(UNKNOWN), does: (hand) => hand.see('4 of 5 found') },
  '24b-pointing': {
    world: () => showing({ ...UNKNOWN, framesToAllow: ['forms.supplier.example'] }),
    does: async (hand) => {
      await hand.press('Point at the note');
      await hand.see('A frame follows your pointer');
    },
  },
  '24c-into-page': {
    world: async () => {
      const world = await busyDesk('ingrid');
      world.host.records = CHOSEN;
      return world;
    },
    does: async (hand) => {
      await hand.press('Open ');
      await hand.press('Fill fields…');
      await hand.press('Fill 2 fields');
      await hand.see('Filled. Save the record in your CRM.');
    },
  },
  '24d-record-danger': {
    world: () =>
      showing({
        ...KNOWN,
        values: KNOWN.values.map((one) =>
          one.field === 'notes'
            ? {
                ...one,
                value: 'Lift out since Sunday. Son uses a wheelchair, 4th floor, trapped in the flat, no carers.',
              }
            : one,
        ),
      }),
    does: (hand) => hand.see('Danger now'),
  },
  '25-log-by-hand': {
    world: () => showing(KNOWN),
    does: async (hand) => {
      await hand.press('Use what was found');
      await hand.type('paste-text', 'I want to complain. I have written twice about the handrail and had no answer.');
      await hand.see('Already late');
    },
  },
};
