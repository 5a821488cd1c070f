/*
 * When Gmail received a message. The page shows the time in the user's language and zone; the message's number holds it in
 * milliseconds (number >> 20), which nobody documents. So the number only checks what is displayed, and stands alone only
 * where the display can't be read, with its source said.
 */
import { toInstant, type Instant } from '../../core/dates.ts';
import type { Message } from '../../core/message.ts';
import { displayedMoments } from './displayed-date.ts';

type Received = Pick<Message, 'receivedAt' | 'receivedAtSource' | 'receivedAtChoices'>;

const DAY = 86_400_000;

/** The moment of receipt; or, when the display can mean several days or the number contradicts it, the days to choose from. */
export function receivedAt(displayed: string, language: string, hexId: string | null): Received {
  const readings = displayedMoments(displayed, language);
  const numbered = momentOf(hexId);
  const agreeing = readings.filter((moment) => numbered === null || Math.abs(moment - numbered) <= DAY);
  const [only] = agreeing;
  if (agreeing.length === 1 && only !== undefined) return { receivedAt: instant(only), receivedAtSource: 'displayed' };
  if (readings.length === 0) {
    return numbered === null
      ? { receivedAt: null, receivedAtSource: null }
      : { receivedAt: instant(numbered), receivedAtSource: 'site-id' };
  }
  const choices = numbered === null || agreeing.length > 0 ? readings : [...readings, numbered];
  return { receivedAt: null, receivedAtSource: null, receivedAtChoices: choices.map(instant) };
}

function instant(milliseconds: number): Instant {
  return toInstant(new Date(milliseconds).toISOString());
}

/** The arrival time in a message's number; null when the number can't be one (Gmail began in 2004). */
function momentOf(hexId: string | null): number | null {
  if (hexId === null) return null;
  const moment = Number(BigInt(`0x${hexId}`) >> 20n);
  return moment > Date.UTC(2004, 0) && moment < Date.UTC(2100, 0) ? moment : null;
}
