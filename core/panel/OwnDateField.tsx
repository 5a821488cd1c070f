import { panelDate, upperFirst } from '../date-words.ts';
import { localDate, type Instant, type IsoDate } from '../dates.ts';
import { DateParts } from './DateParts.tsx';
import { ownDateOf, suggestedOwnDate } from './own-date.ts';
import type { Looked } from './state.ts';

/** The day by which the writer wants an answer: theirs, not the policy's. It stands in Due with the others. */
export function OwnDateField({
  value,
  looked,
  now,
  onChange,
}: {
  readonly value: IsoDate | null;
  readonly looked: Looked;
  readonly now: Instant;
  /** '' = no day. */
  readonly onChange: (day: IsoDate | '') => void;
}) {
  const who = ownDateOf(looked);
  if (who === null) return null;
  const suggested = suggestedOwnDate(looked);
  return (
    <fieldset class="sent">
      <legend>By which day does {who} want an answer?</legend>
      <p class="meta" id="own-date-hint">
        {suggested === null
          ? 'No one day is named. Left empty, nothing is added.'
          : `${upperFirst(who)} writes ${panelDate(suggested, localDate(now))}. It stands in Due beside the policy’s dates.`}
      </p>
      <DateParts value={value} describedBy="own-date-hint" onChange={(day) => onChange(day ?? '')} />
    </fieldset>
  );
}
