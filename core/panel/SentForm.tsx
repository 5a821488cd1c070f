import { useState } from 'preact/hooks';
import { sameClockTimeOn, toInstant, type Instant, type IsoDate } from '../dates.ts';
import { DateParts } from './DateParts.tsx';
import { Icon } from './Icon.tsx';

/** When something was sent, to the minute: clocks run from it. */
export function SentForm({
  today,
  label = 'It was sent then',
  posted,
  onSent,
}: {
  readonly today: IsoDate;
  readonly label?: string;
  /** A letter was posted on a day; of the time nobody asks. */
  readonly posted?: (day: IsoDate) => Instant | null;
  readonly onSent: (at: Instant) => void;
}) {
  const [day, setDay] = useState<IsoDate | null>(today);
  const [time, setTime] = useState('');
  const [isMissing, setIsMissing] = useState(false);
  const press = (): void => {
    const at = day === null ? null : posted ? posted(day) : momentOf(day, time);
    setIsMissing(at === null);
    if (at !== null) onSent(at);
  };
  return (
    <fieldset class="sent">
      <legend>When was it {posted ? 'posted' : 'sent'}?</legend>
      {isMissing && (
        <p class="error" id="sent-error">
          <Icon name="over" />
          <span>Fill in the day{posted ? '' : ', and the time as 16:20'}</span>
        </p>
      )}
      <DateParts value={day} onChange={setDay} />
      {!posted && (
        <div class="field">
          <label for="sent-time">Time</label>
          <input
            id="sent-time"
            class="time"
            inputMode="numeric"
            maxLength={5}
            autocomplete="off"
            placeholder="16:20"
            value={time}
            onInput={(event) => setTime(event.currentTarget.value)}
          />
        </div>
      )}
      <button type="button" class="btn" onClick={press}>
        {label}
      </button>
    </fieldset>
  );
}

function momentOf(day: IsoDate, time: string): Instant | null {
  const [, hour = '', minute = ''] = /^(\d{1,2})[:.](\d{2})$/.exec(time.trim()) ?? [];
  if (hour === '' || Number(hour) > 23 || Number(minute) > 59) return null;
  return sameClockTimeOn(day, toInstant(`2026-01-01T${hour.padStart(2, '0')}:${minute}:00Z`));
}
