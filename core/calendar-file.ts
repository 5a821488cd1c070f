import * as v from 'valibot';
import type { CalendarChanges } from './calendar-changes.ts';
import { toIsoDate } from './dates.ts';

/** A file that isn't GOV.UK's list, or can't be used beside what is held. Says where and why, in words. */
export class CalendarFileError extends Error {
  override readonly name = 'CalendarFileError';
  constructor(
    readonly path: string,
    readonly reason: string,
  ) {
    super(`bank holidays${path === '' ? '' : `, ${path}`}: ${reason}`);
  }
}

const date = v.pipe(
  v.string(),
  v.isoDate('is not a date'),
  v.transform((text) => toIsoDate(text)),
);
const text = v.pipe(v.string(), v.nonEmpty('is empty'));
const change = { date, name: text, reason: text };

const Changes = v.strictObject({
  read: v.array(
    v.object({
      division: v.picklist(['england-and-wales', 'scotland', 'northern-ireland']),
      name: text,
      coverage: v.strictObject({ from: date, to: date }),
      days: v.array(v.strictObject({ date, name: text })),
    }),
  ),
  days: v.array(
    v.variant('kind', [
      v.strictObject({ kind: v.literal('bank-holiday'), division: text, ...change }),
      v.strictObject({ kind: v.literal('working-day'), division: text, ...change }),
      v.strictObject({ kind: v.literal('closure'), policy: text, ...change }),
    ]),
  ),
  closures: v.array(v.strictObject({ policy: text, year: v.pipe(v.number(), v.integer()), days: v.array(date) })),
});

/** Changes as they were kept or passed on. Throws CalendarFileError naming the place of what can't be used. */
export function parseChanges(input: unknown): CalendarChanges {
  const result = v.safeParse(Changes, input);
  if (result.success) return result.output;
  const [issue] = result.issues;
  throw new CalendarFileError(v.getDotPath(issue) ?? '', issue.message);
}
