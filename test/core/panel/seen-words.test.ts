import { expect, test } from 'vitest';

import { hazardsFirst, readingWords } from '../../../core/panel/lead/seen-words.ts';
import { toInstant } from '../../../core/dates.ts';
import { NOT_JUDGED, seenAgain, type FirstReading } from '../../../core/register/seen.ts';

const reading: FirstReading = { route: 'stage-1', confidence: 'likely', dissatisfied: true, hazard: false };

test.each<{ readonly name: string; readonly seen: Partial<FirstReading>; readonly words: string }>([
  { name: 'as its card says it', seen: { heading: 'An MP’s enquiry' }, words: 'an MP’s enquiry' },
  {
    name: 'with the danger first',
    seen: { heading: 'It’s also a complaint', hazard: true, urgency: 'now' },
    words: 'danger now, it’s also a complaint',
  },
  {
    name: 'with what may be one',
    seen: { heading: 'A service request, not a complaint', hazard: true, urgency: 'possible' },
    words: 'possible hazard, a service request, not a complaint',
  },
  {
    name: 'not read, whatever it looks like',
    seen: { heading: 'This looks like Polish', confidence: 'not-read' },
    words: 'not read',
  },
  { name: 'kept before its card was', seen: {}, words: 'probably a complaint' },
])('what a message was taken for: $name', ({ seen, words }) =>
  expect(readingWords({ reading: { ...reading, ...seen } })).toBe(words),
);

test('dangers now come before what may be one, then the Ombudsman’s mail, then the rest, each oldest first', () => {
  const seen = (id: string, more: Partial<FirstReading>) => ({ id, reading: { ...reading, ...more } });
  const messages = [
    seen('plain', {}),
    seen('the Ombudsman’s', { ombudsman: true }),
    seen('may be, older', { hazard: true, urgency: 'possible' }),
    seen('now, older', { hazard: true, urgency: 'now' }),
    seen('from before', { hazard: true }),
    seen('now, later', { hazard: true, urgency: 'now' }),
  ];
  expect(hazardsFirst(messages).map(({ id }) => id)).toEqual([
    'now, older',
    'now, later',
    'may be, older',
    'from before',
    'the Ombudsman’s',
    'plain',
  ]);
});

test('a message that couldn’t be judged is what the first verdict makes of it, and any other stays as it was seen first', () => {
  const by = { name: 'Joanna Marsh', at: toInstant('2026-03-26T09:30:00+00:00') };
  const draft = { id: 'a', from: null, subject: '', receivedAt: null };
  const unjudged = seenAgain(null, { ...draft, reading: { ...reading, confidence: NOT_JUDGED } }, by);
  const judged = seenAgain(unjudged, { ...draft, reading }, by);
  expect([judged.reading, judged.seenBy.length]).toEqual([reading, 1]);
  expect(seenAgain(judged, { ...draft, reading: { ...reading, route: 'none' } }, by)).toBe(judged);
});
