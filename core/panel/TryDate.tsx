import { useState } from 'preact/hooks';
import { CalendarCoverageError } from '../calendar.ts';
import { panelDate } from '../date-words.ts';
import { toInstant, type IsoDate } from '../dates.ts';
import { datesFrom } from '../deadlines/dates-from.ts';
import type { DueDate } from '../deadlines/due-date.ts';
import { clausesInWords, DUTY_WORDS, dueInWords, workingInWords } from '../deadlines/words.ts';
import type { Stage } from '../policy/schema.ts';
import type { Signal } from '../policy/signals.ts';
import { DateParts } from './DateParts.tsx';
import { Icon } from './Icon.tsx';
import type { Rules } from './state.ts';

/** What dates follow from a day of receipt, each with its working; nothing of it is kept. */
export function TryDate({ rules, today }: { readonly rules: Rules; readonly today: IsoDate }) {
  const { policy } = rules;
  const [day, setDay] = useState<IsoDate | null>(today);
  const [stageId, setStage] = useState(policy.stages.find(({ formal }) => formal)?.id ?? '');
  const stage = policy.stages.find(({ id }) => id === stageId);
  if (!stage) return null;
  const dates = day === null ? [] : datesOf(day, stage, rules);
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>Try a date</h2>
      </div>
      <div class="stack">
        <DateParts value={day} onChange={setDay} />
        {policy.stages.length > 1 && (
          <div class="field">
            <label for="try-stage">Received at</label>
            <select id="try-stage" value={stageId} onChange={(event) => setStage(event.currentTarget.value)}>
              {policy.stages.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </select>
          </div>
        )}
        {day === null && <p class="meta">That is no day.</p>}
        {typeof dates === 'string' ? <p>{dates}</p> : <TriedDates dates={dates} today={today} />}
        {typeof dates !== 'string' && day !== null && dates.length === 0 && (
          <p>No date follows from {panelDate(day, today)}: the policy gives no number here.</p>
        )}
      </div>
    </section>
  );
}

/** Dates that nobody owes yet, each with its working one press away. */
export function TriedDates({ dates, today }: { readonly dates: readonly DueDate[]; readonly today: IsoDate }) {
  return (
    <>
      {dates.map((date) => (
        <details key={date.timer} class="clause">
          <summary>
            <Icon name="turn" class="turn" />
            <span>
              {DUTY_WORDS[date.obligation]} {date.provisional ? 'at the latest' : ''} by{' '}
              <b>{dueInWords(date, today)}</b> ({clausesInWords(date.clauses)})
            </span>
          </summary>
          <div class="stack">
            {workingInWords(date, today).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        </details>
      ))}
    </>
  );
}

/** The dates, or why there are none. `signals` is what is known of the matter beside the dissatisfaction. */
export function datesOf(
  day: IsoDate,
  { id, formal, order }: Pick<Stage, 'id' | 'formal' | 'order'>,
  { policy, calendar }: Rules,
  signals: ReadonlySet<Signal> = new Set(),
): readonly DueDate[] | string {
  const event = !formal ? 'dissatisfaction-received' : order > 1 ? 'escalation-requested' : 'complaint-received';
  const at = toInstant(`${day}T12:00:00Z`);
  try {
    return datesFrom(
      { event, at, stage: id, signals: new Set<Signal>(['dissatisfaction', ...signals]) },
      policy,
      calendar,
    );
  } catch (error) {
    if (error instanceof CalendarCoverageError) return `Not computed: ${error.message}.`;
    throw error;
  }
}
