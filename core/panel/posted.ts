import { compareInstants, localDate, type Instant, type IsoDate } from '../dates.ts';
import { noonOf } from './noon.ts';

/**
 * The moment that stands for a day of posting, of which nobody knows the time: noon; but never before the message that is
 * answered, and never after now.
 */
export function postedAt(
  day: IsoDate,
  { receivedAt, now }: { readonly receivedAt: Instant; readonly now: Instant },
): Instant | null {
  const noon = noonOf(day);
  if (noon === null || day === localDate(now)) return noon && now;
  return day === localDate(receivedAt) && compareInstants(noon, receivedAt) < 0 ? receivedAt : noon;
}
