import { useState } from 'preact/hooks';
import { toIsoDate, type IsoDate } from '../dates.ts';
import { Icon } from './Icon.tsx';

/** A day typed as three numbers: no picker has to be learnt, and no order of day and month guessed. */
export function DateParts({
  value,
  describedBy,
  target,
  earliest,
  latest,
  onChange,
}: {
  readonly value: IsoDate | null;
  readonly describedBy?: string;
  readonly target?: string;
  readonly earliest?: IsoDate;
  readonly latest?: IsoDate;
  /** Null while the numbers are no day, or one that can't be meant; which of the two is said beside them. */
  readonly onChange: (day: IsoDate | null) => void;
}) {
  const [year = '', month = '', day = ''] = (value ?? '').split('-');
  const [parts, setParts] = useState({ day: plain(day), month: plain(month), year });
  const wrong = wrongWith(parts, { earliest, latest });
  const type = (change: Partial<typeof parts>): void => {
    const next = { ...parts, ...change };
    setParts(next);
    onChange(wrongWith(next, { earliest, latest }) === null ? dayOf(next) : null);
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
      {wrong !== null && (
        <p class="error" role="alert">
          <Icon name="over" />
          <span>{wrong}</span>
        </p>
      )}
    </div>
  );
}

/** What keeps three whole numbers from being a day that can be meant; null while they are typed, and where nothing does. */
function wrongWith(
  parts: Parts,
  { earliest, latest }: { readonly earliest: IsoDate | undefined; readonly latest: IsoDate | undefined },
): string | null {
  const { day, month, year } = parts;
  if (day.trim() === '' || month.trim() === '' || year.trim().length < 4) return null;
  const date = dayOf(parts);
  if (date === null) return 'There is no such day';
  if (latest !== undefined && date > latest) return 'That day is still to come';
  return earliest !== undefined && date < earliest ? 'That day is past' : null;
}

interface Parts {
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

function plain(number: string): string {
  return number.replace(/^0/, '');
}

function dayOf({ day, month, year }: Parts): IsoDate | null {
  if (!/^\d{4}$/.test(year.trim())) return null;
  try {
    return toIsoDate(`${year.trim()}-${month.trim().padStart(2, '0')}-${day.trim().padStart(2, '0')}`);
  } catch {
    return null;
  }
}
