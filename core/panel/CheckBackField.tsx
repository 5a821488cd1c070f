import { useState } from 'preact/hooks';
import { panelDate } from '../date-words.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import { DateParts } from './DateParts.tsx';
import { suggestedCheckBack } from './decide.ts';
import type { Rules } from './state.ts';

const LENGTHS = [1, 3, 5, 10];
const NONE = 'none';
const ANOTHER = 'another';

/** When to look whether a request was done: the officer's own reminder, no date of the policy. */
export function CheckBackField({
  value,
  rules,
  now,
  onChange,
}: {
  readonly value: IsoDate | null;
  readonly rules: Rules;
  readonly now: Instant;
  readonly onChange: (day: IsoDate | '') => void;
}) {
  const today = localDate(now);
  const days = LENGTHS.flatMap((length) => {
    const day = suggestedCheckBack(rules, now, length);
    return day
      ? [{ day, words: `${panelDate(day, today)}, in ${String(length)} working day${length === 1 ? '' : 's'}` }]
      : [];
  });
  const isListed = value === null || days.some(({ day }) => day === value);
  const [isOther, setIsOther] = useState(!isListed);
  return (
    <div class="field">
      <label for="check-back">Check back</label>
      <select
        id="check-back"
        value={isOther ? ANOTHER : (value ?? NONE)}
        onChange={(event) => {
          const chosen = event.currentTarget.value;
          setIsOther(chosen === ANOTHER);
          if (chosen === NONE) onChange('');
          const listed = days.find(({ day }) => day === chosen);
          if (listed) onChange(listed.day);
        }}
      >
        {days.map(({ day, words }) => (
          <option key={day} value={day}>
            {words}
          </option>
        ))}
        <option value={ANOTHER}>Another day…</option>
        <option value={NONE}>No reminder</option>
      </select>
      {isOther && <DateParts value={value} earliest={today} onChange={(day) => day !== null && onChange(day)} />}
    </div>
  );
}
