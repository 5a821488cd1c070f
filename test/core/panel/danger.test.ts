import { beforeAll, describe, expect, test } from 'vitest';

import { caseFile } from '../../../core/case/case-file.ts';
import type { EventDraft } from '../../../core/case/event.ts';
import { toInstant, type IsoDate } from '../../../core/dates.ts';
import { lawDates } from '../../../core/panel/banners-view.ts';
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
