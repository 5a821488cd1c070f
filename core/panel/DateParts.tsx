import { useState } from 'preact/hooks';
import { toIsoDate, type IsoDate } from '../dates.ts';

/** A day typed as three numbers: no picker has to be learnt, and no order of day and month guessed. */
export function DateParts({
  value,
  describedBy,
  target,
  onChange,
}: {
  readonly value: IsoDate | null;
  readonly describedBy?: string;
  readonly target?: string;
  /** Null while the numbers are no day. */
  readonly onChange: (day: IsoDate | null) => void;
}) {
  const [year = '', month = '', day = ''] = (value ?? '').split('-');
  const [parts, setParts] = useState({ day: plain(day), month: plain(month), year });
  const type = (change: Partial<typeof parts>): void => {
    const next = { ...parts, ...change };
    setParts(next);
    onChange(dayOf(next));
  };
  return (
    <div class="date-parts">
      <label>
        Day
        <input
          inputMode="numeric"
          maxLength={2}
          autocomplete="off"
          value={parts.day}
          aria-describedby={describedBy}
          data-focus={target}
          onInput={(event) => type({ day: event.currentTarget.value })}
        />
      </label>
      <label>
        Month
        <input
          inputMode="numeric"
          maxLength={2}
          autocomplete="off"
          value={parts.month}
          aria-describedby={describedBy}
          onInput={(event) => type({ month: event.currentTarget.value })}
        />
      </label>
      <label>
        Year
        <input
          class="year"
          inputMode="numeric"
          maxLength={4}
          autocomplete="off"
          value={parts.year}
          aria-describedby={describedBy}
          onInput={(event) => type({ year: event.currentTarget.value })}
        />
      </label>
    </div>
  );
}

function plain(number: string): string {
  return number.replace(/^0/, '');
}

function dayOf({
  day,
  month,
  year,
}: {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}): IsoDate | null {
  if (!/^\d{4}$/.test(year.trim())) return null;
  try {
    return toIsoDate(`${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`);
  } catch {
    return null;
  }
}
