import { beforeAll, describe, expect, test } from 'vitest';

import { caseFile } from '../../../core/case/case-file.ts';
import { ERASED, type EventDraft } from '../../../core/case/event.ts';
import type { ReadingRecord } from '../../../core/case/event-fields.ts';
import { toInstant, type IsoDate } from '../../../core/dates.ts';
import { lawDates } from '../../../core/panel/banners-view.ts';
import { caseDanger } from '../../../core/panel/case-danger.ts';
import { datesView } from '../../../core/panel/dates-view.ts';
import type { OpenCase, Rules } from '../../../core/panel/state.ts';
import { calendarOf, FLOOR, lawsOn, policyOn } from '../../../policies/index.ts';
import { draft, entered, opening } from '../../support/case.ts';

let rules: Rules;
beforeAll(async () => {
  const day = '2026-03-25' as IsoDate;
  const policy = await policyOn('west-kent', day);
  rules = { policy, floor: await policyOn(FLOOR, day), calendar: calendarOf(policy), laws: await lawsOn(day) };
});

/** A case that began with a danger on Tue 24 Mar 2026 at 18:42, so that it is to be made safe by Wed 25 Mar, 18:42. */
function dangerous(...later: readonly EventDraft[]): OpenCase {
  const events = entered([...opening({ signals: ['dissatisfaction', 'emergency-hazard'] }), ...later]);
  return { events, file: caseFile(events), rules };
}

describe('what the law wants made safe within 24 hours is late by the hour', () => {
  const OVER = toInstant('2026-03-27T12:45:00+00:00');

  test('on the case', () => {
    const { rows } = datesView(dangerous(), OVER);
    expect(rows.find(({ what }) => what === 'Make safe')).toMatchObject({
      when: 'Wed 25 Mar, 18:42',
      left: 'overdue by 42 hours · Awaab’s Law',
      mark: 'over',
    });
  });

  test.each([
    { name: 'two days on', now: OVER, when: '18:42 on Wed 25 Mar', late: 'overdue by 42 hours' },
    {
      name: 'the same evening',
      now: toInstant('2026-03-25T19:00:00+00:00'),
      when: '18:42 today',
      late: 'overdue by less than an hour',
    },
    { name: 'in time', now: toInstant('2026-03-25T09:26:00+00:00'), when: '18:42 today', late: null },
  ])('before it is logged: $name', ({ now, when, late }) => {
    const { file } = dangerous();
    expect(lawDates(file, rules, now).find(({ what }) => what === 'Make safe')).toMatchObject({ when, late });
  });

  test.each([
    {
      name: 'an hour after, the same day',
      at: '2026-03-25T19:42:00+00:00',
      left: 'late: due Wed 25 Mar · Awaab’s Law',
    },
    { name: 'in time', at: '2026-03-25T18:00:00+00:00', left: 'due Wed 25 Mar · Awaab’s Law' },
  ])('once it was made safe: $name', ({ at, left }) => {
    const { rows } = datesView(dangerous(draft('made-safe', at, {}, { how: '' })), OVER);
    expect(rows.find(({ what }) => what === 'Made safe')).toMatchObject({ left });
  });
});

const TEXT = 'Two things. There is a crack in the wall! I smell gas near it.\nPlease ring.';
const place = (words: string) => ({ start: TEXT.indexOf(words), end: TEXT.indexOf(words) + words.length });
const CRACK = { kind: 'structure', urgency: 'possible' as const, ...place('crack in the wall') };
const GAS = { kind: 'gas', urgency: 'now' as const, ...place('smell gas') };

function bannerOf(reading: Partial<ReadingRecord>, { text = TEXT, later = [] as readonly EventDraft[] } = {}) {
  const drafts = opening().map((event): EventDraft => {
    if (event.type === 'received') return { ...event, personal: { ...event.personal, text } };
    if (event.type !== 'logged' || event.data.reading === null) return event;
    return { ...event, data: { ...event.data, reading: { ...event.data.reading, ...reading } } };
  });
  const danger = caseDanger(caseFile(entered([...drafts, ...later])));
  return danger && { ...danger, quotes: danger.quotes.map(({ span }) => span.text) };
}

const reported = (kinds: string[]) => draft('hazard-reported', '2026-03-25T10:00:00+00:00', { kinds }, { to: '' });
const investigated = draft('hazard-investigated', '2026-03-26T10:00:00+00:00', { confirmed: true }, { note: '' });

describe('once it is logged a danger is what the message said it was', () => {
  test.each([
    {
      name: 'possible, in their words',
      reading: { hazards: ['structure'], dangers: [CRACK] },
      expected: {
        heading: 'Possible hazard: the structure of the home',
        possible: '',
        quotes: ['There is a crack in the wall!'],
      },
    },
    {
      name: 'there now, and what may be one apart from it',
      reading: { hazards: ['structure', 'gas'], dangers: [CRACK, GAS] },
      expected: {
        heading: 'Danger now: gas',
        possible: 'the structure of the home',
        quotes: ['I smell gas near it.'],
      },
    },
    {
      name: 'no quotation once the message was erased',
      reading: { hazards: ['gas'], dangers: [{ ...GAS, start: 0, end: 3 }] },
      more: { text: ERASED },
      expected: { heading: 'Danger now: gas', possible: '', quotes: [] },
    },
    {
      name: 'of an older entry by its signals: urgent',
      reading: { hazards: ['gas'], signals: ['emergency-hazard'] },
      expected: { heading: 'Danger now: gas', possible: '', quotes: [] },
    },
    {
      name: 'of an older entry by its signals: not urgent',
      reading: { hazards: ['no-heating'] },
      expected: { heading: 'Possible hazard: no heating', possible: '', quotes: [] },
    },
    {
      name: 'one that a person entered is one',
      reading: { hazards: ['structure'], dangers: [CRACK] },
      more: { later: [reported(['structure', 'electrics'])] },
      expected: { heading: 'Danger: electrics', possible: 'the structure of the home', quotes: [] },
    },
    {
      name: 'one that the investigation found is one',
      reading: { hazards: ['structure'], dangers: [CRACK] },
      more: { later: [investigated] },
      expected: {
        heading: 'Danger: the structure of the home',
        possible: '',
        quotes: ['There is a crack in the wall!'],
      },
    },
    { name: 'none', reading: {}, expected: null },
    {
      name: 'made safe',
      reading: { hazards: ['gas'], dangers: [GAS] },
      more: { later: [draft('made-safe', '2026-03-25T10:00:00+00:00', {}, { how: '' })] },
      expected: null,
    },
  ])('$name', ({ reading, more, expected }) => expect(bannerOf(reading, more)).toEqual(expected));
});
