import { expect, test } from 'vitest';

import { workingCalendar } from '../../../core/calendar.ts';
import { toInstant, toIsoDate } from '../../../core/dates.ts';
import { countFrom } from '../../../core/deadlines/clock.ts';
import { clauseNumber, clausesNamed, quoted, shortened } from '../../../core/policy/clause-words.ts';
import { receivedInLine, receivedInWords } from '../../../core/panel/channel-words.ts';
import { leftInList, leftInWords } from '../../../core/panel/left-words.ts';
import { quoteParts } from '../../../core/panel/quote-parts.ts';
import { weekGrid } from '../../../core/panel/week-grid.ts';

const calendar = workingCalendar(
  {
    division: 'test',
    name: 'Test',
    coverage: { from: toIsoDate('2026-01-01'), to: toIsoDate('2026-12-31') },
    days: [
      { date: toIsoDate('2026-04-03'), name: 'Good Friday' },
      { date: toIsoDate('2026-04-06'), name: 'Easter Monday' },
    ],
  },
  { workingWeek: [1, 2, 3, 4, 5], closures: [] },
);

const day = (date: string) => ({ due: toIsoDate(date), day: toIsoDate(date) });

test.each([
  { name: 'the day itself', due: '2026-03-25', now: '2026-03-25T09:26:00Z', words: 'today', list: 'today' },
  {
    name: 'a working day tomorrow',
    due: '2026-03-26',
    now: '2026-03-25T09:26:00Z',
    words: 'tomorrow',
    list: 'tomorrow',
  },
  {
    name: 'Friday to Monday is the next working day, not tomorrow',
    due: '2026-03-30',
    now: '2026-03-27T09:26:00Z',
    words: 'next working day',
    list: 'next working day',
  },
  {
    name: 'a Saturday is never “tomorrow”',
    due: '2026-03-28',
    now: '2026-03-27T09:26:00Z',
    words: 'before the next working day',
    list: 'before the next working day',
  },
  {
    name: 'over Easter',
    due: '2026-04-08',
    now: '2026-04-02T09:26:00Z',
    words: 'in 2 working days',
    list: 'in 2 days',
  },
  {
    name: 'overdue',
    due: '2026-03-23',
    now: '2026-03-25T09:26:00Z',
    words: 'overdue by 2 working days',
    list: '2 days over',
  },
  {
    name: 'overdue since Friday, on Sunday',
    due: '2026-03-27',
    now: '2026-03-29T09:26:00Z',
    words: 'overdue',
    list: 'over',
  },
  { name: 'beyond the calendar: no number', due: '2027-02-01', now: '2026-03-25T09:26:00Z', words: '', list: '' },
])('left: $name', ({ due, now, words, list }) => {
  expect(leftInWords(day(due), toInstant(now), calendar).words).toBe(words);
  expect(leftInList(day(due), toInstant(now), calendar).words).toBe(list);
});

test('what is due by the clock says its time, and is over a minute later', () => {
  const due = { due: toInstant('2026-03-26T07:50:00+00:00'), day: toIsoDate('2026-03-26') };
  expect(leftInList(due, toInstant('2026-03-25T09:26:00Z'), calendar)).toEqual({
    words: '07:50 tomorrow',
    isOver: false,
  });
  expect(leftInList(due, toInstant('2026-03-26T07:49:00Z'), calendar)).toEqual({ words: '07:50 today', isOver: false });
  expect(leftInList(due, toInstant('2026-03-26T07:51:00Z'), calendar)).toEqual({
    words: 'less than an hour over',
    isOver: true,
  });
});

test.each([
  {
    name: 'a minute',
    now: '2026-03-26T18:01:00Z',
    words: 'overdue by less than an hour',
    list: 'less than an hour over',
  },
  { name: 'an hour', now: '2026-03-26T19:30:00Z', words: 'overdue by 1 hour', list: '1 hour over' },
  { name: 'over a weekend too', now: '2026-03-28T12:30:00Z', words: 'overdue by 42 hours', list: '42 hours over' },
  { name: 'just below three days', now: '2026-03-29T16:30:00Z', words: 'overdue by 70 hours', list: '70 hours over' },
  {
    name: 'three days and more, counted as everything else is',
    now: '2026-03-30T09:00:00Z',
    words: 'overdue by 2 working days',
    list: '2 days over',
  },
])('what is due by the clock is over by the hour: $name', ({ now, words, list }) => {
  const due = { due: toInstant('2026-03-26T18:00:00+00:00'), day: toIsoDate('2026-03-26') };
  expect(leftInWords(due, toInstant(now), calendar)).toEqual({ words, isOver: true });
  expect(leftInList(due, toInstant(now), calendar)).toEqual({ words: list, isOver: true });
});

test.each([
  { name: 'minutes', now: '2026-03-26T17:30:00Z', words: 'in less than an hour' },
  { name: 'hours', now: '2026-03-26T09:00:00Z', words: 'in 9 hours' },
  { name: 'the day before', now: '2026-03-25T18:00:00Z', words: 'in 24 hours' },
  { name: 'three days and more', now: '2026-03-23T18:00:00Z', words: 'in 3 working days' },
])('what is due by the clock comes in hours: $name', ({ now, words }) => {
  const due = { due: toInstant('2026-03-26T18:00:00+00:00'), day: toIsoDate('2026-03-26') };
  expect(leftInWords(due, toInstant(now), calendar)).toEqual({ words, isOver: false });
});

test.each([
  { name: 'the number without its part', clauses: ['west/5.1#abusive'], named: 'Clause 5.1' },
  { name: 'several, each once', clauses: ['west/3.1', 'west/3.3', 'west/3.1#a'], named: 'Clauses 3.1 and 3.3' },
  { name: 'none', clauses: [], named: '' },
])('clauses: $name', ({ clauses, named }) => expect(clausesNamed(clauses)).toBe(named));

test('a clause’s number', () => expect(clauseNumber('code/6.3')).toBe('6.3'));

test.each([
  {
    name: 'of a list the item that is meant',
    text: 'Examples include where we: […] failed to do something we said we would',
    short: 'failed to do something we said we would',
  },
  {
    name: 'of a definition the words that it quotes',
    text: 'In line with the Code, we define a complaint as: ‘an expression of dissatisfaction, however made’',
    short: 'an expression of dissatisfaction, however made',
  },
  {
    name: 'of a long sentence its beginning, marked',
    text: `${'word '.repeat(40)}end`,
    short: `${'word '.repeat(18).trim()} …`,
  },
])('shortened: $name', ({ text, short }) => expect(shortened(text)).toBe(short));

test('a quotation within a quotation', () => expect(quoted('a “word” of theirs')).toBe('“a ’word’ of theirs”'));

test('marks are put where the words stand; overlapping and foreign ones are left out', () => {
  const text = 'I rang twice and nobody came.';
  const quote = { text, start: 100, end: 100 + text.length };
  const words = [
    { text: 'nobody came', start: 117, end: 128 },
    { text: 'came', start: 124, end: 128 },
    { text: 'elsewhere', start: 2, end: 11 },
  ];
  expect(quoteParts(quote, words)).toEqual([
    { text: 'I rang twice and ', isMarked: false },
    { text: 'nobody came', isMarked: true },
    { text: '.', isMarked: false },
  ]);
});

test('a very long sentence is cut around its marks, never within a character', () => {
  const text = `${'😀'.repeat(400)} nobody came ${'😀'.repeat(400)}`;
  const start = text.indexOf('nobody');
  const parts = quoteParts({ text, start: 0, end: text.length }, [{ text: 'nobody came', start, end: start + 11 }]);
  const shown = parts.map((part) => part.text).join('');
  expect(parts.some(({ isMarked }) => isMarked)).toBe(true);
  expect(shown.length).toBeLessThan(340);
  // Half a character can't be written as an address.
  expect(() => encodeURIComponent(shown)).not.toThrow();
});

test('the grid of a count over Easter: day zero, days off by name, the end', () => {
  const leg = countFrom(toIsoDate('2026-04-01'), { count: 3, unit: 'working-day' }, 'received', calendar);
  const weeks = weekGrid(leg, calendar);
  expect(weeks.map((week) => week.map((one) => one && (one.off ?? String(one.number))))).toEqual([
    [null, null, '0', '1', 'Good Friday', 'weekend', 'weekend'],
    ['Easter Monday', '2', '3', null, null, null, null],
  ]);
  expect(weeks[0]?.[2]).toMatchObject({ label: '1 Apr', isZero: true, isEnd: false });
  expect(weeks[1]?.[2]).toMatchObject({ label: '8', isEnd: true });
});

test('day zero is shown as such also on a day off', () => {
  const leg = countFrom(toIsoDate('2026-04-04'), { count: 1, unit: 'working-day' }, 'received', calendar);
  expect(weekGrid(leg, calendar)[0]?.[5]).toMatchObject({ number: 0, off: null, isZero: true });
});

test.each([
  { source: 'displayed' as const, words: 'Tue 24 Mar, 18:42', line: 'Tue 24 Mar, 18:42' },
  { source: 'person' as const, words: 'Tue 24 Mar', line: 'Tue 24 Mar' },
])('received, known by $source', ({ source, words, line }) => {
  const message = { receivedAt: toInstant('2026-03-24T18:42:00Z'), receivedAtSource: source };
  expect(receivedInWords(message, toIsoDate('2026-03-25'))).toBe(words);
  expect(receivedInLine(message, toIsoDate('2026-03-25'))).toBe(line);
});

test('a date that nobody knows is said to be unclear', () => {
  expect(receivedInWords({ receivedAt: null, receivedAtSource: null }, toIsoDate('2026-03-25'))).toBe('date unclear');
});
