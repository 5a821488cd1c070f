import * as v from 'valibot';
import { toInstant, toIsoDate } from '../dates.ts';
import type { MessageMark } from '../host.ts';

const short = v.pipe(v.string(), v.maxLength(300));

const Mark = v.object({
  version: v.literal(1),
  reference: v.pipe(v.string(), v.regex(/^[0-9A-Z-]{3,20}$/)),
  stage: v.nullable(short),
  stageOrder: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(9))),
  due: v.nullable(
    v.object({
      what: short,
      day: v.pipe(
        v.string(),
        v.transform((value) => toIsoDate(value)),
      ),
    }),
  ),
  by: short,
  at: v.pipe(
    v.string(),
    v.transform((value) => toInstant(value)),
  ),
});

/** A mark as text, for the host's place for it. */
export function markText(mark: MessageMark): string {
  return JSON.stringify({ version: 1, ...mark });
}

/** A mark from text that a message carries; anybody may have written it, so that anything else is no mark (null). */
export function parseMark(text: unknown): MessageMark | null {
  if (typeof text !== 'string') return null;
  try {
    const { version: _version, ...mark } = v.parse(Mark, JSON.parse(text));
    return mark;
  } catch {
    return null;
  }
}
