import * as v from 'valibot';
import { isoDateOrNull } from '../dates.ts';
import { NEED_PATTERN } from './needs.ts';
import { SIGNALS, type Signal } from './signals.ts';

/* The small words that the elements of a policy are made of. */

/** Marks that can't be seen and could turn or cut what is shown; a tab or a line break is no harm. */
const UNSEEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/;
const UNSEEN_REASON = 'holds a character that can’t be seen';

export const text = v.pipe(
  v.string(),
  v.nonEmpty('is empty'),
  v.check((value) => !UNSEEN.test(value), UNSEEN_REASON),
);
/** A line of a letter, which may be empty. */
export const line = v.pipe(
  v.string(),
  v.check((value) => !UNSEEN.test(value), UNSEEN_REASON),
);
export const id = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'is not an id in lower case with hyphens'));
export const date = v.pipe(
  v.string(),
  v.isoDate('is not a date, YYYY-MM-DD'),
  v.check(
    (value) => isoDateOrNull(value) !== null,
    ({ received }) => `is not a day that there is: ${received}`,
  ),
);
export const month = v.pipe(v.string(), v.regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, 'is not a year, a month or a date'));
export const monthDay = v.pipe(
  v.string(),
  v.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'is not a month and day, MM-DD'),
);
export const flag = v.exactOptional(v.literal(true));
export const list = v.array(text);
export const clause = v.pipe(v.array(text), v.nonEmpty('names no clause'));

/**
 * What every element says of its source: the clauses that it carries out, and, where their words leave something open, the
 * code of the reading that is followed (several where several questions meet).
 */
export const cited = {
  clause,
  ambiguous: v.exactOptional(v.union([text, v.pipe(v.array(text), v.nonEmpty('names no reading'))])),
};

const signals: readonly Signal[] = Object.values(SIGNALS).flat();

export const signal = v.picklist(signals, ({ received }) => `is not a signal: ${received}`);

/** A need, in the language of needs.ts. */
export const need = v.pipe(
  v.string(),
  v.regex(NEED_PATTERN, ({ received }) => `is not a need: ${received}`),
);

/** A length of time. Hours and instants count by the clock, working days by the calendar, the rest by the almanac. */
export const Span = v.strictObject({
  // No calendar reaches further than this many days.
  count: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(4000)),
  unit: v.picklist(['instant', 'hour', 'working-day', 'day', 'week', 'month']),
});

/** What must hold: all of, any of, none of the signals, and the age of the matter. Empty = always. */
export const Condition = v.strictObject({
  all: v.exactOptional(v.array(signal)),
  any: v.exactOptional(v.array(signal)),
  none: v.exactOptional(v.array(signal)),
  olderThan: v.exactOptional(
    v.strictObject({ count: v.pipe(v.number(), v.integer(), v.minValue(1)), unit: v.literal('month') }),
  ),
});

export type Span = v.InferOutput<typeof Span>;
export type Condition = v.InferOutput<typeof Condition>;
