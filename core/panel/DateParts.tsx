import { useState } from 'preact/hooks';
import type { IsoDate } from '../dates.ts';
import { dayOf, plain, wrongWith } from './date-parts.ts';
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
  const [isYearLeft, setIsYearLeft] = useState(false);
  const wrong = wrongWith(parts, { earliest, latest, isYearLeft });
  const type = (change: Partial<typeof parts>): void => {
    const next = { ...parts, ...change };
    setParts(next);
    onChange(wrongWith(next, { earliest, latest, isYearLeft: false }) === null ? dayOf(next) : null);
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
          onInput={(event) => {
            setIsYearLeft(false);
            type({ year: event.currentTarget.value });
          }}
          onBlur={() => setIsYearLeft(true)}
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
