import { CalendarCoverageError } from '../../calendar.ts';
import { count, panelDate, lowerFirst } from '../../date-words.ts';
import { localDate, type Instant } from '../../dates.ts';
import type { FirstReading, SeenMessage } from '../../register/seen.ts';
import type { PanelState } from '../state.ts';

/** Whose message it is. */
export function whoOf({ from }: SeenMessage): string {
  return from?.name || from?.address || '';
}

/** The day on which it came. */
export function dateOf({ receivedAt }: SeenMessage, { now }: PanelState): string {
  return receivedAt === null ? 'date unclear' : panelDate(localDate(receivedAt), localDate(now));
}

/** What Duly made of it at first, in the words of the message's own card. */
export function readingWords({ reading }: Pick<SeenMessage, 'reading'>): string {
  const { urgency, heading } = reading;
  if (reading.confidence === 'not-read') return withDanger('not read', urgency);
  if (heading !== undefined) return withDanger(lowerFirst(heading), urgency);
  if (reading.confidence === 'unsure') return 'unsure';
  return reading.dissatisfied ? 'probably a complaint' : reading.hazard ? 'a danger' : 'probably no complaint';
}

function withDanger(words: string, urgency: FirstReading['urgency']): string {
  return urgency === undefined ? words : `${urgency === 'now' ? 'danger now' : 'possible hazard'}, ${words}`;
}

/** Dangers that are there now, then what may be one, then the Ombudsman's mail, then the rest; each oldest first, as they come. */
export function hazardsFirst<Seen extends Pick<SeenMessage, 'reading'>>(messages: readonly Seen[]): readonly Seen[] {
  return messages.toSorted((left, right) => pressing(right) - pressing(left));
}

function pressing({ reading: { hazard, urgency, ombudsman } }: Pick<SeenMessage, 'reading'>): number {
  if (urgency === 'now') return 3;
  return hazard ? 2 : ombudsman ? 1 : 0;
}

/** How long ago, in working days. */
export function ageOf(at: Instant, { rules, now }: PanelState): string {
  const [day, today] = [localDate(at), localDate(now)];
  if (day >= today) return 'today';
  try {
    const days = rules?.calendar.workingDaysBetween(day, today) ?? 0;
    return days === 0 ? 'since the weekend' : `${count(days, 'day')} old`;
  } catch (error) {
    if (error instanceof CalendarCoverageError) return '';
    throw error;
  }
}
