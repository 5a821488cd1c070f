import type { CalendarCoverageError } from '../calendar.ts';
import { count as countWords } from '../date-words.ts';
import { formatDate } from '../dates.ts';
import { Icon } from './Icon.tsx';

/** A date that can't be counted: the bank holidays beyond the calendar aren't known, and nothing is guessed. */
export function CalendarEnds({
  error,
  count,
  others,
}: {
  readonly error: CalendarCoverageError;
  /** What was to be counted: "20 working days". */
  readonly count: string;
  readonly others: number;
}) {
  const { coverage } = error;
  const isBefore = error.date < coverage.from;
  return (
    <section class="sec">
      <div class="note">
        <Icon name="calendar" />
        <p>
          <b>
            Duly’s bank holidays {isBefore ? 'begin' : 'end'} on{' '}
            {formatDate(isBefore ? coverage.from : coverage.to, 'd MMM yyyy')}
          </b>
        </p>
        <p>
          {count} {isBefore ? 'from before that' : 'go past that'}. Duly won’t guess: a bank holiday it doesn’t know
          would make the date wrong.
        </p>
        {others > 0 && (
          <p>
            {countWords(others, 'other open case')} {others === 1 ? 'waits' : 'wait'} for it too.
          </p>
        )}
      </div>
    </section>
  );
}
