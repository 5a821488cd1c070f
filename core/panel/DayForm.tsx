import { useState } from 'preact/hooks';
import type { WorkingCalendar } from '../calendar.ts';
import { isNamedClosure, type CalendarChanges, type DayChange } from '../calendar-changes.ts';
import { formatDate, type IsoDate } from '../dates.ts';
import type { Policy } from '../policy/policy.ts';
import { DateParts } from './DateParts.tsx';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';

const KINDS = [
  ['closure', 'We are closed'],
  ['bank-holiday', 'A bank holiday'],
  ['working-day', 'A working day after all'],
] as const;

type Kind = (typeof KINDS)[number][0];

/** One day put right, with the reason: a closure of this landlord, or a bank holiday that the list has wrong. */
export function DayForm({
  policy,
  calendar,
  changes,
  today,
  onChange,
}: {
  readonly policy: Policy;
  readonly calendar: WorkingCalendar;
  readonly changes: CalendarChanges;
  readonly today: IsoDate;
  readonly onChange: (changes: CalendarChanges) => void;
}) {
  const [day, setDay] = useState<IsoDate | null>(today);
  const [kind, setKind] = useState<Kind>('closure');
  const [name, setName] = useState('');
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string | null>(null);
  const press = (): void => {
    const wrong = mistakeIn({ day, name, reason }, calendar);
    setError(wrong);
    if (wrong !== null || day === null) return;
    onChange({
      ...changes,
      days: [...changes.days.filter(({ date }) => date !== day), changeOf(kind, policy, { day, name, reason })],
    });
  };
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>Add or correct a day</h2>
      </div>
      <div class="stack-3">
        {error !== null && (
          <p class="error" id="day-error">
            <Icon name="over" />
            <span>{error}</span>
          </p>
        )}
        <DateParts value={day} onChange={setDay} />
        <div class="field">
          <label for="day-kind">It is</label>
          <select
            id="day-kind"
            value={kind}
            onChange={(event) => setKind(KINDS.find(([id]) => id === event.currentTarget.value)?.[0] ?? 'closure')}
          >
            {KINDS.map(([id, words]) => (
              <option key={id} value={id}>
                {words}
              </option>
            ))}
          </select>
        </div>
        {kind === 'closure' && day !== null && !isNamedClosure(policy, day) && (
          <Note icon="info" title="The policy names no closure on that day">
            <p>
              Answers would be due later than its words say, and the Ombudsman goes by its words. Have the policy say
              it, or write down below who decided it.
            </p>
          </Note>
        )}
        <div class="field">
          <label for="day-name">Its name</label>
          <p class="meta" id="day-name-hint">
            As the working of a date says it: “Staff day”.
          </p>
          <input
            id="day-name"
            autocomplete="off"
            aria-describedby="day-name-hint"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div class="field">
          <label for="day-reason">Why?</label>
          <input
            id="day-reason"
            autocomplete="off"
            value={reason}
            onInput={(event) => setReason(event.currentTarget.value)}
          />
        </div>
        <p>
          <button type="button" class="btn" onClick={press}>
            See what it moves
          </button>
        </p>
      </div>
    </section>
  );
}

function mistakeIn(
  { day, name, reason }: { readonly day: IsoDate | null; readonly name: string; readonly reason: string },
  { coverage }: WorkingCalendar,
): string | null {
  if (day === null) return 'Choose the day';
  if (day < coverage.from || day > coverage.to) return `${formatDate(day, 'd MMM yyyy')} lies outside the calendar`;
  if (name.trim() === '') return 'Give the day its name';
  return reason.trim() === '' ? 'Say why' : null;
}

function changeOf(
  kind: Kind,
  policy: Policy,
  { day, name, reason }: { readonly day: IsoDate; readonly name: string; readonly reason: string },
): DayChange {
  const base = { date: day, name: name.trim(), reason: reason.trim() };
  return kind === 'closure'
    ? { ...base, kind, policy: policy.id }
    : { ...base, kind, division: policy.calendar.bankHolidays };
}
