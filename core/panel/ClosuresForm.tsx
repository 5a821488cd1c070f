import { useState } from 'preact/hooks';
import type { WorkingCalendar } from '../calendar.ts';
import type { CalendarChanges } from '../calendar-changes.ts';
import { panelDate } from '../date-words.ts';
import { addDays, toIsoDate, type IsoDate } from '../dates.ts';
import { clauseId, type Policy } from '../policy/policy.ts';
import { Clause } from './Clause.tsx';

/** The days on which a landlord really closes this year, where its policy only calls them usual (West Kent 12.1). */
export function ClosuresForm({
  year,
  policy,
  calendar,
  changes,
  onChange,
}: {
  readonly year: number;
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly changes: CalendarChanges;
  readonly onChange: (changes: CalendarChanges) => void;
}) {
  const usual = policy.calendar.closures.find((closure) => closure.kind === 'weekdays-between' && closure.usual);
  const offered = daysOf(year, calendar);
  const [chosen, setChosen] = useState<readonly IsoDate[]>(
    offered.filter(({ isClosed }) => isClosed).map(({ date }) => date),
  );
  if (!usual) return null;
  const [lead] = usual.clause.map((clause) => clauseId(policy, clause));
  const confirm = (): void => {
    const others = changes.closures.filter((one) => one.policy !== policy.id || one.year !== year);
    onChange({ ...changes, closures: [...others, { policy: policy.id, year, days: [...chosen].sort() }] });
  };
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>Closed at the end of {year}?</h2>
      </div>
      <div class="stack-3">
        <p>The policy says which days are usual. Tick those on which you really close.</p>
        {lead !== undefined && <Clause policy={policy} lead={lead} clauses={[lead]} />}
        <fieldset>
          <legend>Closed on</legend>
          {offered.map(({ date }) => (
            <label key={date} class="tick">
              <input
                type="checkbox"
                checked={chosen.includes(date)}
                onChange={(event) =>
                  setChosen(event.currentTarget.checked ? [...chosen, date] : chosen.filter((one) => one !== date))
                }
              />
              <span>{panelDate(date, date)}</span>
            </label>
          ))}
        </fieldset>
        <p>
          <button type="button" class="btn" onClick={confirm}>
            Confirm the days
          </button>
        </p>
      </div>
    </section>
  );
}

/** The weekdays of the last two weeks of the year that are no bank holidays. */
function daysOf(
  year: number,
  calendar: WorkingCalendar,
): readonly { readonly date: IsoDate; readonly isClosed: boolean }[] {
  const last = toIsoDate(`${String(year)}-12-31`);
  if (last > calendar.coverage.to) return [];
  return Array.from({ length: 11 }, (_, index) => addDays(last, index - 10)).flatMap((date) => {
    const off = calendar.dayOff(date);
    return off === null || off.kind === 'closure' ? [{ date, isClosed: off !== null }] : [];
  });
}
