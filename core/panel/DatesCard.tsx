import { useState } from 'preact/hooks';
import type { WorkingCalendar } from '../calendar.ts';
import { formatDate, localDate, type Instant, type IsoDate } from '../dates.ts';
import type { Deadline } from '../deadlines/deadlines.ts';
import { workingInWords } from '../deadlines/words.ts';
import { CalendarEnds } from './CalendarEnds.tsx';
import { datesView, type DateMark, type DateRow } from './dates-view.ts';
import { Heading } from './Heading.tsx';
import { Icon, type IconName } from './Icon.tsx';
import type { OpenCase } from './state.ts';
import { WeekGrid } from './WeekGrid.tsx';

const MARKS: Readonly<Record<DateMark, IconName>> = {
  past: 'done',
  next: 'next',
  due: 'due',
  waits: 'waits',
  over: 'over',
};

/** The dates of a case, each with its working one press away. `unfolded` names the row whose working is open at first. */
export function DatesCard({
  opened,
  now,
  others,
  unfolded = false,
}: {
  readonly opened: OpenCase;
  readonly now: Instant;
  /** Other cases that wait for the calendar. */
  readonly others: number;
  readonly unfolded?: boolean;
}) {
  const { rows, uncovered } = datesView(opened, now);
  const today = localDate(now);
  // What acting today would give is worth seeing at once; all else is one press away.
  const open = unfolded ? rows.find(({ hint }) => hint !== null)?.id : undefined;
  return (
    <>
      <section class="sec" aria-labelledby="dates">
        <div class="sec-head">
          <Heading target="dates" id="dates">
            Dates
          </Heading>
        </div>
        <ol class="dates">
          {rows.map((row) => (
            <li key={row.id} class={row.mark}>
              {row.working ? (
                <WithWorking row={row} {...row.working} today={today} isOpen={row.id === open} />
              ) : (
                <div class="entry">
                  <Entry row={row} />
                </div>
              )}
            </li>
          ))}
        </ol>
      </section>
      {uncovered && <CalendarEnds {...uncovered} others={others} />}
    </>
  );
}

function Entry({ row, toggle }: { readonly row: DateRow; readonly toggle?: string }) {
  return (
    <>
      <Icon name={MARKS[row.mark]} class="node" />
      <span class="what">
        {row.what}
        {row.mark === 'over' && <span class="vh">, overdue</span>}
      </span>
      <span class="when">{row.iso === null ? row.when : <time dateTime={row.iso}>{row.when}</time>}</span>
      <span class="meta left">{row.left}</span>
      <span class="meta toggle">{toggle !== undefined && <span class="showme">{toggle}</span>}</span>
      {row.hint !== null && <span class="meta hint">{row.hint}</span>}
    </>
  );
}

function WithWorking({
  row,
  date,
  calendar,
  today,
  isOpen,
}: {
  readonly row: DateRow;
  readonly date: Deadline;
  readonly calendar: WorkingCalendar;
  readonly today: IsoDate;
  readonly isOpen: boolean;
}) {
  const [open, setOpen] = useState(isOpen);
  return (
    <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary class="entry">
        <Entry row={row} toggle={open ? 'Hide working' : 'Show working'} />
      </summary>
      {open && (
        <div class="working stack">
          <Working date={date} calendar={calendar} today={today} />
        </div>
      )}
    </details>
  );
}

/** How a date was counted: day by day, in a sentence, and what wasn't counted. */
export function Working({
  date,
  calendar,
  today,
}: {
  readonly date: Deadline;
  readonly calendar: WorkingCalendar;
  readonly today: IsoDate;
}) {
  const leg = date.working.at(-1);
  const isCounted = leg?.span.unit === 'working-day';
  const sentences = workingInWords(date, today);
  const counts = sentences.slice(0, date.working.length);
  const rest = sentences.slice(date.working.length);
  return (
    <>
      {leg && isCounted && <WeekGrid leg={leg} calendar={calendar} today={today} />}
      {counts.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {rest.map((sentence) => (
        <p key={sentence} class="meta">
          {sentence}
        </p>
      ))}
      {isCounted && (
        <p class="meta">
          {calendar.name} bank holidays to {formatDate(calendar.coverage.to, 'd MMM yyyy')}.
        </p>
      )}
    </>
  );
}
