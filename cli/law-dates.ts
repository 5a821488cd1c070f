import { localDate, type Instant } from '../core/dates.ts';
import { datesFrom } from '../core/deadlines/dates-from.ts';
import type { DueDate } from '../core/deadlines/due-date.ts';
import type { Signal } from '../core/policy/signals.ts';
import { lawsOn } from '../policies/index.ts';

/** The dates that the law sets for a danger that was reported; none where nothing of it is one of the law's. */
export async function dangerDates(signals: ReadonlySet<Signal>, receivedAt: Instant): Promise<readonly DueDate[]> {
  const laws = await lawsOn(localDate(receivedAt));
  return laws.flatMap(({ policy, calendar }) =>
    datesFrom({ event: 'hazard-reported', at: receivedAt, stage: null, signals }, policy, calendar),
  );
}
