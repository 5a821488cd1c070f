import { CalendarCoverageError } from '../calendar.ts';
import { currentStage, type CaseFile } from '../case/case-file.ts';
import { listInWords, panelDate } from '../date-words.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import { deadlines, type Deadline } from '../deadlines/deadlines.ts';
import { clausesInWords } from '../deadlines/words.ts';
import { Icon } from './Icon.tsx';
import type { Rules } from './state.ts';

/** Whether a request for the next stage came within the resident's time. A late one is never refused for that alone. */
export function InTime({
  file,
  requestedAt,
  rules,
  today,
}: {
  readonly file: CaseFile;
  readonly requestedAt: Instant;
  readonly rules: Rules;
  readonly today: IsoDate;
}) {
  const window = windowOf(file, rules);
  const leg = window?.working.at(-1);
  if (!window || leg?.span.unit !== 'working-day') return null;
  const asked = localDate(requestedAt);
  const day = rules.calendar.workingDaysBetween(leg.date, asked);
  const isLate = asked > window.day;
  const clauses = clausesInWords(window.clauses);
  return (
    <details class="clause">
      <summary>
        <Icon name="turn" class="turn" />
        <span>
          <b>{isLate ? 'Late:' : 'In time:'}</b> day {day} of {leg.span.count}
          {isLate && `. Consider why (${clauses}).`}
        </span>
      </summary>
      <p>
        Response received {panelDate(leg.date, today)}. The last day to ask is {panelDate(window.day, today)} ({clauses}
        ).
        {window.reading === null ? '' : ` ${window.reading}`}
        {reasonsInWords(file, rules)}
      </p>
    </details>
  );
}

/** Whether the policy wants reasons, and what it asks for; a request without them is taken all the same. */
function reasonsInWords(file: CaseFile, { policy }: Rules): string {
  const next = policy.stages.find(({ id }) => id === currentStage(file)?.stage)?.next;
  if (!next) return '';
  const where = clausesInWords(next.clause.map((clause) => `${policy.id}/${clause}`));
  if (next.reasonsNeeded === false) return ` No reasons are needed (${where}).`;
  if (!next.asks) return '';
  return ` The policy asks for ${listInWords(next.asks.map((what) => what.replaceAll('-', ' ')))} (${where}).`;
}

function windowOf(file: CaseFile, { policy, calendar }: Rules): Deadline | null {
  try {
    return deadlines(file, policy, calendar).dates.findLast(({ obligation }) => obligation === 'escalate-by') ?? null;
  } catch (error) {
    if (error instanceof CalendarCoverageError) return null;
    throw error;
  }
}
