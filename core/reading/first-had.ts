import { inLondon, localDate, londonMoment, type Instant, type IsoDate } from '../dates.ts';
import type { Message } from '../message.ts';
import type { Reading } from './reading.ts';

/** A message that one of the landlord's own staff had before: when it was written to them, null where nobody can tell. */
export interface HadBefore {
  readonly writtenOn: IsoDate | null;
}

/**
 * Whether one of the landlord's own staff had the words on an earlier day than this message came, or may have had: what any
 * member of staff received is received on that day. Null where the message's own day is the day of receipt.
 */
export function hadBefore({ isByStaff, writtenOn, message }: Reading): HadBefore | null {
  if (!isByStaff) return null;
  return writtenOn !== null && writtenOn === ownDay(message) ? null : { writtenOn };
}

/** The day that a message bears itself, whatever day of receipt a person settled; null where it bears none. */
export function ownDay({ datedAt, receivedAt }: Message): IsoDate | null {
  const at = datedAt ?? receivedAt;
  return at === null ? null : localDate(at);
}

/**
 * The message with the moment of receipt that a person settled. It keeps the day that it bears itself, by which a letter
 * names it to its writer: of words that were passed on the day that their own header bears, not that of passing on.
 */
export function receivedAsSettled(message: Message, at: Instant, had: HadBefore | null): Message {
  const { receivedAtChoices: choices, ...rest } = message;
  const receivedAt = inLondon(at);
  // A date that can be read in two ways is none that the message bears.
  const borne = message.receivedAt === null || (choices ?? []).length > 0 ? null : inLondon(message.receivedAt);
  const own = had ? had.writtenOn && londonMoment(had.writtenOn, '12:00') : borne;
  const datedAt = own === null || own === receivedAt ? {} : { datedAt: own };
  return { ...rest, receivedAt, receivedAtSource: 'person', ...datedAt };
}
