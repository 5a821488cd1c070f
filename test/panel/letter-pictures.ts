import { join } from 'node:path';

import type { BrowserContext } from 'playwright-core';

import { toIsoDate } from '../../core/dates.ts';
import { letter } from '../../core/letters/letter.ts';
import { parseSettings } from '../../core/settings.ts';
import { calendarOf, FLOOR, policyOn } from '../../policies/index.ts';
import { fileOf, moment } from '../support/case.ts';
import { eventsOfScenario } from '../support/letter-case.ts';
import type { LetterCase } from '../support/scenario.ts';

/*
 * Three letters as they stand in the reply, for whoever wants to look at them: written to somebody who is worn out, who
 * has been turned down, and who asks for the second stage.
 */

const SETTINGS = parseSettings({
  officer: { name: 'Joanna Marsh', team: 'Customer Services', phone: '01632 960412' },
  landlord: { name: 'Quay Homes', phone: '01632 960400' },
  emergencyNumber: '01632 960155',
});

const BASE: LetterCase = {
  receivedAt: '2026-03-24T18:42:00+00:00',
  name: 'Ruth Amankwah',
  points: [
    'The bathroom floor was taken up on 23 February and nobody came back',
    'I have asthma and the dust is everywhere',
  ],
  wants: 'A date for the floor to be finished',
  handler: 'Priya Nair',
};

const LETTERS: Readonly<
  Record<
    string,
    {
      readonly policy: string;
      readonly kind: string;
      readonly given: Partial<LetterCase>;
      readonly entries?: Readonly<Record<string, string>>;
    }
  >
> = {
  'west-kent-acknowledgement': {
    policy: 'west-kent',
    kind: 'acknowledgement',
    given: { flags: ['vulnerable'], signals: ['emergency-hazard'], receivedAt: '2026-03-20T18:42:00+00:00' },
    entries: { 'danger.done': 'Marcus Hill comes this afternoon, Monday 30 March, to make the floor safe.' },
  },
  'kirklees-refusal': {
    policy: 'kirklees',
    kind: 'refusal',
    given: { route: 'excluded' },
    entries: {
      'refusal.reason': 'What happened is more than a year ago, and you told us then that it had been put right.',
      'refusal.considered': 'You told us that you were in hospital for part of that time. It leaves eight months.',
      'instead.what':
        'Our repairs team will look at the floor on Thursday 2 April. Ring 01632 960400 if that day is bad.',
    },
  },
  'wrekin-stage-2': {
    policy: 'wrekin',
    kind: 'stage-2-acknowledgement',
    given: { track: 'housing', stage: 'stage-2', then: [{ at: '2026-03-25T10:00:00+00:00', somebodyElse: true }] },
  },
};

/** Takes them in a mail's width and in that of a narrow panel. */
export async function pictureLetters(context: BrowserContext, folder: string): Promise<void> {
  const day = toIsoDate('2026-03-26');
  const floor = await policyOn(FLOOR, day);
  const page = await context.newPage();
  for (const [name, { policy: id, kind, given, entries = {} }] of Object.entries(LETTERS)) {
    const policy = await policyOn(id, day);
    const file = fileOf(...eventsOfScenario({ ...BASE, ...given }, policy));
    const now = moment('2026-03-30T09:30:00+01:00');
    const calendar = calendarOf(policy);
    const { draft, missing } = letter({ kind, file, policy, floor, calendar, settings: SETTINGS, now, entries });
    if (!draft) throw new Error(`${name} lacks ${missing.map(({ path }) => path).join(', ')}`);
    for (const width of [700, 320]) {
      await page.setViewportSize({ width, height: 900 });
      await page.setContent(`<body style="font: 14px/20px Arial; margin: 16px">${draft.html}</body>`);
      await page.screenshot({ path: join(folder, `letter.${name}.${String(width)}.png`), fullPage: true });
    }
  }
  await page.close();
}
