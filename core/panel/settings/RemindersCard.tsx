import { useEffect, useState } from 'preact/hooks';
import { panelMoment } from '../../date-words.ts';
import { addDays, addHours, localDate, londonMoment, type Instant } from '../../dates.ts';
import type { ReminderSettings } from '../../reminders/reminders.ts';
import { isTimeOfDay } from '../../reminders/stored.ts';
import type { ReminderState, Reminders } from '../host-settings.ts';
import { Tick } from '../Tick.tsx';

/** When to be reminded: at which times, between which hours, on working days; and not for a while. */
export function RemindersCard({ open, now }: { readonly open: () => Promise<Reminders>; readonly now: Instant }) {
  const [reminders, setReminders] = useState<Reminders | null>(null);
  const [state, setState] = useState<ReminderState | null>(null);
  const [times, setTimes] = useState<string | null>(null);
  const look = (): void => {
    reminders?.load().then(setState, () => setState(null));
  };
  useEffect(() => void open().then(setReminders), [open]);
  useEffect(look, [reminders]);
  if (!state || !reminders) return null;
  const { settings, isAllowed, snoozedUntil } = state;
  const isOn = settings.isOn && isAllowed;
  const change = (part: Partial<ReminderSettings>): void => {
    const next = { ...settings, ...part };
    setState({ ...state, settings: next });
    void reminders.save(next);
  };
  const toggle = async (on: boolean): Promise<void> => {
    const allowed = on && !isAllowed ? await reminders.allow() : isAllowed;
    await reminders.save({ ...settings, isOn: on && allowed });
    look();
  };
  const snooze = async (until: Instant | null): Promise<void> => {
    await reminders.snooze(until);
    look();
  };
  const typed = times ?? settings.times.join('\n');
  const lines = linesOf(typed);
  const wrong = lines.find((line) => !isTimeOfDay(line));
  const isSnoozed = snoozedUntil !== null && Date.parse(snoozedUntil) > Date.parse(now);
  return (
    <section class="sec" aria-labelledby="reminders">
      <div class="sec-head">
        <h2 id="reminders">Reminders</h2>
      </div>
      <div class="stack-3">
        <Tick label="Remind me of what is overdue and due today" isOn={isOn} onTick={(on) => void toggle(on)} />
        <p class="meta">
          The number on Duly’s button is always there. A reminder says how many, and names nobody. None comes at
          weekends, on bank holidays or when the landlord is closed.
        </p>
        {isOn && (
          <>
            <div class="field">
              <label for="reminder-times">At these times</label>
              <p class="meta" id="reminder-times-hint">
                One a line, like 09:00. The first one also says what is due the next working day and what nobody has
                decided.
              </p>
              {wrong !== undefined && (
                <p class="meta over-text" role="alert">
                  “{wrong}” is no time. Write it like 13:30.
                </p>
              )}
              <textarea
                id="reminder-times"
                rows={Math.max(2, settings.times.length)}
                aria-describedby="reminder-times-hint"
                aria-invalid={wrong !== undefined}
                value={typed}
                onInput={({ currentTarget: { value } }) => {
                  setTimes(value);
                  const next = linesOf(value);
                  if (next.every(isTimeOfDay)) change({ times: next });
                }}
              />
            </div>
            <div class="stack">
              <Hour id="from" label="Not before" value={settings.from} onChange={(from) => change({ from })} />
              <Hour id="to" label="Not after" value={settings.to} onChange={(to) => change({ to })} />
            </div>
            {isSnoozed ? (
              <p>
                None until {panelMoment(snoozedUntil, localDate(now))}.{' '}
                <button type="button" class="link" onClick={() => void snooze(null)}>
                  Remind me again
                </button>
              </p>
            ) : (
              <div class="btns">
                <button type="button" class="btn small" onClick={() => void snooze(addHours(now, 1))}>
                  Not for an hour
                </button>
                <button
                  type="button"
                  class="btn small"
                  onClick={() => void snooze(londonMoment(addDays(localDate(now), 1), settings.from))}
                >
                  Not until tomorrow
                </button>
              </div>
            )}
          </>
        )}
      </div>
    </section>
  );
}

function Hour({
  id,
  label,
  value,
  onChange,
}: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}) {
  return (
    <div class="field">
      <label for={`reminder-${id}`}>{label}</label>
      <input
        id={`reminder-${id}`}
        type="time"
        value={value}
        onChange={({ currentTarget }) => isTimeOfDay(currentTarget.value) && onChange(currentTarget.value)}
      />
    </div>
  );
}

function linesOf(text: string): readonly string[] {
  return text
    .split(/[\n,]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
}
