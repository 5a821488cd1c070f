import type { CaseFile } from '../case/case-file.ts';
import { compareInstants, localDate, type Instant, type IsoDate } from '../dates.ts';
import type { Policy } from '../policy/policy.ts';
import type { Duty } from '../policy/schema.ts';
import { isLandlords, type Deadline } from './deadlines.ts';

/** How one clock of a case went: what counts and reports are made of. */
export interface RowClock {
  readonly obligation: Duty;
  /** The stage that it belongs to; null for a danger's clock or an enquiry's. */
  readonly stage: string | null;
  /** The month in which the stage, or the case, was received: `2026-03`. */
  readonly month: string;
  readonly due: IsoDate;
  readonly metOn: IsoDate | null;
  /** Met after its moment; null while it isn't met. */
  readonly isLate: boolean | null;
  readonly isExtended: boolean;
  /** Ended without being met, since nothing was owed any more. */
  readonly isLapsed: boolean;
  readonly policy: string;
}

/** The landlord's clocks of a case under one policy. */
export function clocksOf(dates: readonly Deadline[], file: CaseFile, policy: Policy): readonly RowClock[] {
  return dates
    .filter(({ obligation }) => isLandlords(obligation))
    .map(({ obligation, stage, due, day, metAt, lapsed, extendedFrom }) => {
      const record = file.stages.findLast((one) => one.stage === stage);
      return {
        obligation,
        stage,
        month: monthOf(record?.enteredAt ?? file.receivedAt),
        due: day,
        metOn: metAt && localDate(metAt),
        isLate: metAt && (due === day ? localDate(metAt) > day : compareInstants(metAt, due as Instant) > 0),
        // Also where it was told too late to move the date: it was extended, and it is late.
        isExtended: extendedFrom !== null || (obligation === 'respond' && (record?.extensions.length ?? 0) > 0),
        isLapsed: lapsed && metAt === null,
        policy: policy.id,
      };
    });
}

/** The month of a moment in London: `2026-03`. */
export function monthOf(instant: Instant): string {
  return localDate(instant).slice(0, 7);
}
