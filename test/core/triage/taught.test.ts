import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { AS_DELIVERED, parseSettings, TAUGHT_WITHIN, type Taught } from '../../../core/settings.ts';
import { confidenceOf, FOUND_FROM } from '../../../core/triage/confidence.ts';
import { LEAST, logLoss, refit, type Confirmation } from '../../../core/triage/refit.ts';
import { foundFrom, taughtConfidence, taughtProbability } from '../../../core/triage/taught.ts';

type One = Pick<Confirmation, 'probability' | 'dissatisfied'>;

/** So many decisions, of which each was given this probability. */
function many(count: number, probability: number, dissatisfied: boolean): readonly One[] {
  return Array.from({ length: count }, () => ({ probability, dissatisfied }));
}

/** Messages that are what they were said to be. */
const RIGHT = [...many(30, 0.97, true), ...many(5, 0.6, true), ...many(4, 0.25, false), ...many(20, 0.02, false)];
/** A team that finds fewer messages dissatisfied than Duly. */
const FEWER = [...many(60, 0.95, true), ...many(5, 0.6, true), ...many(40, 0.6, false), ...many(20, 0.1, false)];
/** A team that finds more. */
const MORE = [...many(40, 0.95, true), ...many(40, 0.3, true), ...many(5, 0.3, false), ...many(10, 0.05, false)];

describe('what decisions teach', () => {
  test.each([
    ['nothing of none', [], 'nothing'],
    ['nothing of thirty-nine', FEWER.slice(31, 70), 'nothing'],
    ['nothing where fewer than eight are dissatisfied', [...many(7, 0.4, true), ...many(200, 0.7, false)], 'nothing'],
    ['nothing where fewer than eight aren’t', [...many(200, 0.3, true), ...many(7, 0.6, false)], 'nothing'],
    ['nothing of a hundred one-sided presses', many(100, 0.9, false), 'nothing'],
    ['fewer where many that were found are none', FEWER, 'fewer'],
    ['more where many that weren’t found are some', MORE, 'more'],
  ] as const)('%s', (_, confirmations, expected) => {
    const taught = refit(confirmations);
    const from = foundFrom(taught);
    expect(taught === AS_DELIVERED ? 'nothing' : from > FOUND_FROM ? 'fewer' : 'more').toBe(expected);
  });

  test('few confirmations hardly move it, many more move it further', () => {
    const few = refit([
      ...many(20, 0.95, true),
      ...many(3, 0.6, true),
      ...many(15, 0.6, false),
      ...many(5, 0.1, false),
    ]);
    expect(Math.abs(foundFrom(few) - FOUND_FROM)).toBeLessThan(0.08);
    const tenfold = refit(Array.from({ length: 10 }, () => FEWER).flat());
    expect(foundFrom(tenfold)).toBeGreaterThan(foundFrom(refit(FEWER)));
  });

  test('what agrees with Duly leaves the line where it was, nearly', () => {
    expect(Math.abs(foundFrom(refit(RIGHT)) - FOUND_FROM)).toBeLessThan(0.06);
  });

  test('the numbers are these', () => {
    expect(refit(FEWER)).toEqual({ slope: 1.177, shift: -0.648 });
    expect(refit(MORE)).toEqual({ slope: 0.838, shift: 0.811 });
  });

  test('the same confirmations teach the same in any order', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([...FEWER], { minLength: FEWER.length }), (shuffled) => {
        expect(refit(shuffled)).toEqual(refit(FEWER));
      }),
      { numRuns: 20 },
    );
  });

  test('never less good on its own confirmations, and never out of bounds', () => {
    const one = fc.record({ probability: fc.double({ min: 0, max: 1, noNaN: true }), dissatisfied: fc.boolean() });
    fc.assert(
      fc.property(fc.array(one, { maxLength: 150 }), (confirmations) => {
        const { slope, shift } = refit(confirmations);
        expect(logLoss(confirmations, { slope, shift })).toBeLessThanOrEqual(logLoss(confirmations, AS_DELIVERED));
        for (const [value, [from, to]] of [
          [slope, TAUGHT_WITHIN.slope],
          [shift, TAUGHT_WITHIN.shift],
        ] as const) {
          expect(value).toBeGreaterThanOrEqual(from);
          expect(value).toBeLessThanOrEqual(to);
        }
      }),
      { numRuns: 60 },
    );
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -0.1, 1.5, 1e308])(
    'a probability of %d is refused',
    (probability) => {
      expect(() => refit([...FEWER, { probability, dissatisfied: true }])).toThrow(
        'a confirmation has the probability',
      );
    },
  );

  test('a hundred presses on everything that was found, with eight of the other kind, lose nobody', () => {
    const taught = refit([...many(100, 0.9, false), ...many(LEAST.eachKind, 0.9, true)]);
    for (let probability = 0.2; probability <= 1; probability += 0.01) {
      const after = taughtProbability(probability, taught);
      expect(after >= FOUND_FROM || confidenceOf(after, null) === 'unsure').toBe(true);
    }
  });
});

describe('what is taught changes', () => {
  const STRONGEST: readonly Taught[] = [
    { slope: 0.5, shift: -1 },
    { slope: 0.5, shift: 1 },
    { slope: 2, shift: -1 },
    { slope: 2, shift: 1 },
  ];

  test('nothing where there is nothing, to the last figure', () => {
    for (const probability of [0, 0.0001, 0.38, 0.9999, 1]) {
      expect(taughtProbability(probability, undefined)).toBe(probability);
      expect(taughtProbability(probability, AS_DELIVERED)).toBe(probability);
    }
  });

  test('no order, and no message that a person was to look at is lost', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        fc.constantFrom(...STRONGEST),
        (one, other, taught) => {
          const [low, high] = one < other ? [one, other] : [other, one];
          expect(taughtProbability(low, taught)).toBeLessThanOrEqual(taughtProbability(high, taught) + 1e-12);
          const isBrought = (probability: number): boolean =>
            probability >= FOUND_FROM || confidenceOf(probability, null) === 'unsure';
          if (isBrought(one)) expect(isBrought(taughtProbability(one, taught))).toBe(true);
        },
      ),
    );
  });

  test('nothing into clear that wasn’t', () => {
    expect(taughtConfidence(0.9, 0.985)).toBe('likely');
    expect(taughtConfidence(0.99, 0.985)).toBe('clear');
    expect(taughtConfidence(0.15, 0.01)).toBe('likely');
    expect(taughtConfidence(0.4, 0.6)).toBe('likely');
    expect(taughtConfidence(0.6, 0.4)).toBe('unsure');
  });
});

test.each([
  { slope: 0.4, shift: 0 },
  { slope: 2.1, shift: 0 },
  { slope: 1, shift: -1.01 },
  { slope: Number.NaN, shift: 0 },
  { slope: Number.POSITIVE_INFINITY, shift: 0 },
  { slope: '1', shift: 0 },
  { slope: 1 },
  { slope: 1, shift: 0, more: 1 },
])('settings with %j are refused by name', (taught) => {
  expect(() => parseSettings({ taught })).toThrow('settings, taught');
});
