import { formatDate } from '../core/dates.ts';
import type { HadBefore } from '../core/reading/first-had.ts';

/** That staff had it before it came this way, when, and what that means to the clocks. */
export function hadInWords({ writtenOn }: HadBefore): string {
  const when =
    writtenOn === null
      ? 'its own date can’t be read for certain'
      : `it was sent to them on ${formatDate(writtenOn, 'EEE d MMM yyyy')} (${writtenOn})`;
  return `A colleague passed this on; ${when}. Clocks run from the day any of your staff first had it.`;
}
