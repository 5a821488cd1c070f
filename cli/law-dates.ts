import { localDate, type Instant, type IsoDate } from '../core/dates.ts';
import { datesFrom, type DueDate } from '../core/deadlines/dates-from.ts';
import type { Policy } from '../core/policy/policy.ts';
import type { Signal } from '../core/policy/signals.ts';
import { inForce } from '../core/policy/versions.ts';
import { calendarOf, LAWS, loadPolicy } from '../policies/index.ts';

/** The laws whose clocks run beside every policy's on this day. */
export async function lawsOn(day: IsoDate): Promise<readonly Policy[]> {
  const laws = await Promise.all(LAWS.map(async (id) => inForce(await loadPolicy(id), day)));
  return laws.filter(({ about }) => about.appliesFrom === undefined || about.appliesFrom <= day);
}

/** The dates that the law sets for a danger that was reported; none where nothing of it is one of the law's. */
export async function dangerDates(signals: ReadonlySet<Signal>, receivedAt: Instant): Promise<readonly DueDate[]> {
  const laws = await lawsOn(localDate(receivedAt));
  return laws.flatMap((law) =>
    datesFrom({ event: 'hazard-reported', at: receivedAt, stage: null, signals }, law, calendarOf(law)),
  );
}
