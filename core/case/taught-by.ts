import { localDate, type IsoDate } from '../dates.ts';
import type { Delivered } from '../triage/verdict.ts';
import { effective } from './correct.ts';
import type { CaseEvent, EventOf } from './event.ts';

/** A person's decision about a message, as it bears on whether the message is dissatisfied. */
export interface Judged {
  readonly delivered: Delivered;
  /** What Duly said at the time. */
  readonly found: boolean;
  /** What the person decided. */
  readonly dissatisfied: boolean;
  readonly day: IsoDate;
}

/**
 * What the decision that opened a case says about its message; null where it says nothing. A complaint, informal
 * dissatisfaction or a request for a later stage says yes, and so does whoever answers that they complain. A request, an
 * enquiry, a contact, something set aside or sent elsewhere may be either. Undone entries count for nothing, corrected ones
 * as corrected.
 */
export function judgedIn(events: readonly CaseEvent[]): Judged | null {
  // Most cases of long ago have nothing of it: they needn't be put in order.
  if (!events.some((event) => event.type === 'logged' && event.data.reading?.delivered)) return null;
  const counted = effective(events);
  const logged = counted.find((event) => event.type === 'logged');
  const reading = logged?.data.reading;
  if (!logged || !reading?.delivered) return null;
  if (!isDissatisfaction(logged) && !saysTheyComplain(counted)) return null;
  return { delivered: reading.delivered, found: reading.found, dissatisfied: true, day: localDate(logged.occurredAt) };
}

function isDissatisfaction({ data: { route } }: EventOf<'logged'>): boolean {
  return route.route === 'informal' || route.route.startsWith('stage-');
}

function saysTheyComplain(events: readonly CaseEvent[]): boolean {
  return events.some((event) => event.type === 'choice-answered' && event.data.answer === 'complain');
}
