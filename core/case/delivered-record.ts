import * as v from 'valibot';

/** The readers' own word on a message as delivered, as an event keeps it: numbers and marks, none of the message's words. */
export const deliveredRecord = v.strictObject({
  probability: v.pipe(v.number(), v.minValue(0), v.maxValue(1)),
  readers: v.picklist(['first', 'both']),
  settled: v.exactOptional(v.literal(true)),
});
