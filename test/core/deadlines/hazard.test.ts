import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../../core/case/event.ts';
import { toIsoDate } from '../../../core/dates.ts';
import { deadlines, isOwed } from '../../../core/deadlines/deadlines.ts';
import { calendarOf, policyOn } from '../../../policies/index.ts';
import { draft, fileOf, opening } from '../../support/case.ts';

const law = await policyOn('awaabs-law', toIsoDate('2026-03-26'));
const calendar = calendarOf(law);

const investigated = (confirmed: boolean): EventDraft =>
  draft('hazard-investigated', '2026-04-02T10:00:00+01:00', { confirmed }, { note: '' });
const madeSafe = draft('made-safe', '2026-04-08T10:00:00+01:00', {}, { how: 'Treated and dried' });
const summary = draft('hazard-summary-sent', '2026-04-08T12:00:00+01:00', {}, { text: '' });
const furtherWork = draft('further-work-started', '2026-04-20T10:00:00+01:00', {}, { what: 'A new fan' });

function datesOf(signals: readonly string[], ...drafts: readonly EventDraft[]): readonly string[] {
  const file = fileOf(...opening({ signals: ['dissatisfaction', ...signals] }), ...drafts);
  return deadlines(file, law, calendar).dates.map((date) =>
    [date.obligation, date.day, date.metAt ? 'met' : '', date.lapsed ? 'lapsed' : '', isOwed(date) ? 'owed' : '']
      .filter(Boolean)
      .join(' '),
  );
}

describe('the clocks of a danger', () => {
  test.each([
    { name: 'no danger, no date', signals: [], drafts: [], expected: [] },
    {
      name: 'damp: first it is investigated',
      signals: ['damp-and-mould'],
      drafts: [],
      expected: ['investigate 2026-04-09 owed'],
    },
    {
      name: 'found: a summary, work that makes it safe, and work that keeps it from coming back',
      signals: ['damp-and-mould'],
      drafts: [investigated(true)],
      expected: [
        'investigate 2026-04-09 met',
        'written-summary 2026-04-09 owed',
        'safety-work 2026-04-13 owed',
        'further-work 2026-04-13 owed',
        'further-work 2026-06-25 owed',
      ],
    },
    {
      name: 'all done',
      signals: ['damp-and-mould'],
      drafts: [investigated(true), madeSafe, summary, furtherWork],
      expected: [
        'investigate 2026-04-09 met',
        'written-summary 2026-04-09 met',
        'safety-work 2026-04-13 met',
        'further-work 2026-04-13 met',
        'further-work 2026-06-25 met',
      ],
    },
    {
      name: 'not found: only the summary is owed',
      signals: ['damp-and-mould'],
      drafts: [investigated(false)],
      expected: ['investigate 2026-04-09 met lapsed', 'written-summary 2026-04-09 owed'],
    },
    {
      name: 'an emergency that was none is made safe no more',
      signals: ['emergency-hazard'],
      drafts: [draft('hazard-investigated', '2026-03-24T20:00:00+00:00', { confirmed: false }, { note: '' })],
      expected: ['make-safe 2026-03-25 lapsed', 'written-summary 2026-03-27 owed'],
    },
    {
      name: 'made safe without a word on the investigation: it was looked into',
      signals: ['damp-and-mould'],
      drafts: [madeSafe],
      expected: ['investigate 2026-04-09 met'],
    },
  ])('$name', ({ signals, drafts, expected }) => {
    expect(datesOf(signals, ...drafts)).toEqual(expected);
  });

  test('what counts from the investigation waits for it, and says so', () => {
    const file = fileOf(...opening({ signals: ['damp-and-mould'] }));
    const { waiting } = deadlines(file, law, calendar);
    expect(waiting.map(({ obligation, for: event }) => [obligation, event])).toEqual([
      ['written-summary', 'hazard-investigated'],
      ['safety-work', 'hazard-confirmed'],
      ['further-work', 'hazard-confirmed'],
      ['further-work', 'hazard-confirmed'],
    ]);
  });
});
