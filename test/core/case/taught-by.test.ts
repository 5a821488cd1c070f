import { describe, expect, test } from 'vitest';
import type { EventDraft } from '../../../core/case/event.ts';
import { parseEvent } from '../../../core/case/event.ts';
import { judgedIn } from '../../../core/case/taught-by.ts';
import { draft, entered, opening } from '../../support/case.ts';

const DELIVERED = { probability: 0.31, readers: 'both' } as const;

/** A case logged by this route, with what the readers had made of its message. */
function logged(route: string, found = false): EventDraft[] {
  return opening().map((event): EventDraft => {
    if (event.type !== 'logged' || !event.data.reading) return event;
    return {
      ...event,
      data: {
        ...event.data,
        route: { ...event.data.route, route },
        reading: { ...event.data.reading, found, delivered: DELIVERED },
      },
    };
  });
}

const answered = draft('choice-answered', '2026-03-26T09:00:00+00:00', { answer: 'complain' }, {});

describe('what the logging of a case says about its message', () => {
  test.each([
    ['a complaint', 'stage-1', true],
    ['a request for a later stage', 'stage-2', true],
    ['informal dissatisfaction', 'informal', true],
    ['a request', 'service-request', null],
    ['an enquiry', 'enquiry', null],
    ['a contact', 'contact', null],
    ['something set aside', 'excluded', null],
    ['something sent elsewhere', 'signpost', null],
    ['something for the contractor first', 'contractor-first', null],
  ])('%s', (_, route, expected) => {
    expect(judgedIn(entered(logged(route)))?.dissatisfied ?? null).toBe(expected);
  });

  test('where the person answers that they complain, yes', () => {
    expect(judgedIn(entered([...logged('service-request'), answered]))?.dissatisfied).toBe(true);
  });

  test('with the number, the readers, what Duly had said, and the day', () => {
    expect(judgedIn(entered(logged('stage-1')))).toEqual({
      delivered: DELIVERED,
      found: false,
      dissatisfied: true,
      day: '2026-03-25',
    });
  });

  test('of entries that were made before it was kept, nothing; they are read as they are', () => {
    const events = entered(opening());
    expect(judgedIn(events)).toBeNull();
    expect(events.map((event) => parseEvent(JSON.parse(JSON.stringify(event))))).toEqual(events);
  });

  test('undone, nothing; corrected, as corrected', () => {
    const [received, first] = entered(logged('stage-1'));
    if (!received || !first) throw new Error('no opening');
    const at = '2026-03-26T09:00:00+00:00';
    const undone = entered([...logged('stage-1'), draft('undone', at, { of: [received.id, first.id] }, {})]);
    expect(judgedIn(undone)).toBeNull();
    const route = { to: 'request', route: 'service-request', stage: null, rule: null, clauses: [] };
    const fields = { route };
    const corrected = entered([
      ...logged('stage-1'),
      draft('corrected', at, { of: first.id, occurredAt: null, fields }, { fields: {}, reason: '' }),
    ]);
    expect(judgedIn(corrected)).toBeNull();
  });
});

test.each([
  { probability: 1.2, readers: 'both' },
  { probability: Number.NaN, readers: 'both' },
  { probability: 0.5, readers: 'third' },
  { probability: 0.5, readers: 'both', text: 'words' },
])('an entry with %j is refused', (delivered) => {
  const event = JSON.parse(JSON.stringify(entered(logged('stage-1'))[1])) as { data: { reading: object } };
  expect(() =>
    parseEvent({ ...event, data: { ...event.data, reading: { ...event.data.reading, delivered } } }),
  ).toThrow('delivered');
});
