import { CalendarCoverageError } from '../../calendar.ts';
import { count, panelDate } from '../../date-words.ts';
import { localDate, type Instant } from '../../dates.ts';
import type { SeenMessage } from '../../register/seen.ts';
import type { PanelState } from '../state.ts';

/** Whose message it is. */
export function whoOf({ from }: SeenMessage): string {
  return from?.name || from?.address || '';
}

/** The day on which it came. */
export function dateOf({ receivedAt }: SeenMessage, { now }: PanelState): string {
  return receivedAt === null ? 'date unclear' : panelDate(localDate(receivedAt), localDate(now));
}

/** What Duly made of it at first. */
export function readingWords({ reading }: SeenMessage): string {
  if (reading.confidence === 'not-read') return 'not read';
  if (reading.confidence === 'unsure') return 'unsure';
  return reading.dissatisfied ? 'probably a complaint' : reading.hazard ? 'a danger' : 'probably no complaint';
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
