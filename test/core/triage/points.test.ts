import { describe, expect, test } from 'vitest';
import { read } from '../../../core/reading/read.ts';
import { featuresOf } from '../../../core/triage/features.ts';
import { inShort, pointsOf } from '../../../core/triage/points.ts';
import { aMessage, alderholt } from '../reading/a-message.ts';

/** The points of a text whose sentences weigh so much, in order. */
function points(text: string, weights: readonly number[]): readonly string[] {
  const reading = read(aMessage(text), alderholt);
  expect(reading.sentences.map((sentence) => sentence.text)).toHaveLength(weights.length);
  const found = pointsOf(featuresOf(reading, alderholt), weights, reading.message.text);
  for (const point of found) expect(reading.message.text.slice(point.start, point.end)).toBe(point.text);
  return found.map((point) => point.text);
}

describe('a point says what it is about', () => {
  test.each<[name: string, text: string, weights: readonly number[], expected: readonly string[]]>([
    [
      'a sentence that names its matter stands alone',
      'The gate has dropped. The lamp over it is out. Regards to Bill.',
      [1, 1, -2],
      ['The gate has dropped.', 'The lamp over it is out.'],
    ],
    [
      'one that only says that it was reported takes in what was',
      'The gate dropped in May. I reported it the same day.',
      [-1, 2],
      ['The gate dropped in May. I reported it the same day.'],
    ],
    [
      'one that only says that nobody came, too',
      'A joiner was to hang the gate on Tuesday. Nobody came. The lamp is out as well.',
      [1, 2, 1],
      ['A joiner was to hang the gate on Tuesday. Nobody came.', 'The lamp is out as well.'],
    ],
    [
      'so does “he said”',
      'Your joiner came about the gate. He said the hinges were on order.',
      [-1, 2],
      ['Your joiner came about the gate. He said the hinges were on order.'],
    ],
    [
      'and several in a row',
      'The gate dropped in May. I rang. I rang again. Nobody came.',
      [-1, 1, 1, 2],
      ['The gate dropped in May. I rang. I rang again. Nobody came.'],
    ],
    [
      'a greeting is no matter',
      'Dear Alderholt. I am not happy. The gate has dropped.',
      [-2, 2, 1],
      ['The gate has dropped.'],
    ],
    [
      'a greeting in the same sentence is left out of it',
      'Hi, the grass cutters have not been since August. Hello Mrs Ash, the gate has dropped.',
      [2, 1],
      ['the grass cutters have not been since August.', 'the gate has dropped.'],
    ],
    [
      '“the third time about the leak” says what it is about',
      'Hello, this is Wilf. This is the third time I have written about the leak under the bath. Nobody came on the 9th.',
      [-3, 1, 2],
      ['This is the third time I have written about the leak under the bath.', 'Nobody came on the 9th.'],
    ],
    [
      'what is wrong with the home is a point, though nobody is blamed in it',
      'Your plumber was booked for the 9th and never came. The floor is now soft and my kitchen ceiling has a brown stain. I have lost two days’ pay over the visits.',
      [3, -1.9, 1],
      [
        'Your plumber was booked for the 9th and never came.',
        'The floor is now soft and my kitchen ceiling has a brown stain.',
        'I have lost two days’ pay over the visits.',
      ],
    ],
    [
      'what they want done about it is none, nor what is mended',
      'The gate has dropped. I want the leaking tap fixed. The cracked window was replaced in May.',
      [2, -1.9, -1.9],
      ['The gate has dropped.'],
    ],
    ['where nothing says more it stands', 'I am not happy.', [2], ['I am not happy.']],
    [
      'what stands too far before isn’t drawn in',
      `The gate dropped in May. ${'Nobody came on the Monday or on the Tuesday. '.repeat(11)}Nobody came.`,
      [...Array.from({ length: 12 }, () => -1), 2],
      ['Nobody came.'],
    ],
  ])('%s', (_, text, weights, expected) => {
    expect(points(text, weights)).toEqual(expected);
  });
});

test.each([
  ['fillers go', 'So anyway, nobody came on Monday.', 'Nobody came on Monday.'],
  ['a greeting goes', 'Hi Priya, nobody came on Monday.', 'Nobody came on Monday.'],
  ['an announcement goes', 'I am writing to complain about the gate that you hung.', 'The gate that you hung.'],
  ['the number of a list goes', '2. The lamp is still out.', 'The lamp is still out.'],
  ['lines are joined', 'Nobody\n  came.', 'Nobody came.'],
  ['a short one stays', 'So what.', 'So what.'],
])('%s', (_, sentence, expected) => {
  expect(inShort(sentence)).toBe(expected);
});

test('a long one is cut at a word, below 141 characters', () => {
  const short = inShort('the lamp in the yard is out '.repeat(12));
  expect(short.length).toBeLessThanOrEqual(140);
  expect(short).toMatch(/\w…$/);
});
