import { localTime, type Instant, type IsoDate } from '../../dates.ts';
import { ChoiceCards } from '../ChoiceCards.tsx';
import { DateParts } from '../DateParts.tsx';
import { Icon } from '../Icon.tsx';
import { answered, type ActProblem, type Answers } from './act.ts';
import { WHEN } from './check.ts';
import { dayOf } from './fields.ts';

/** When it happened: now, or earlier, with its day; clocks run from it, however late it is entered. */
export function WhenField({
  answers,
  now,
  needsTime,
  isCorrection,
  problems,
  onAnswer,
}: {
  readonly answers: Answers;
  readonly now: Instant;
  readonly needsTime: boolean;
  /** An entry that is put right has its day already. */
  readonly isCorrection: boolean;
  readonly problems: readonly ActProblem[];
  readonly onAnswer: (change: Answers) => void;
}) {
  const isEarlier = answered(answers, 'when') === WHEN.earlier;
  const wrong = (field: string): string | null => problems.find((one) => one.field === field)?.words ?? null;
  const error = wrong('when-day') ?? wrong('when-time');
  const parts = (
    <div class="stack">
      {error !== null && (
        <p class="error" id="act-when-error">
          <Icon name="over" />
          <span>{error}</span>
        </p>
      )}
      <DateParts
        value={dayOf(answers, 'when-day')}
        target="act when-day"
        {...(error === null ? {} : { describedBy: 'act-when-error' })}
        onChange={(day: IsoDate | null) => onAnswer({ 'when-day': day ?? '' })}
      />
      <div class="field sent">
        <label for="act-when-time">{needsTime ? 'Time' : 'Time (may be empty)'}</label>
        <input
          id="act-when-time"
          class="time"
          inputMode="numeric"
          maxLength={5}
          autocomplete="off"
          data-focus="act when-time"
          value={answers['when-time'] ?? ''}
          onInput={(event) => onAnswer({ 'when-time': event.currentTarget.value })}
        />
      </div>
    </div>
  );
  if (isCorrection)
    return (
      <fieldset>
        <legend>When was it?</legend>
        {parts}
      </fieldset>
    );
  return (
    <ChoiceCards
      name="act-when"
      legend="When was it?"
      target="act when"
      choices={[
        { id: WHEN.now, title: 'Now', note: `Today, ${localTime(now)}` },
        { id: WHEN.earlier, title: 'Earlier', note: 'Dates run from the day it happened' },
      ]}
      value={isEarlier ? WHEN.earlier : WHEN.now}
      error={null}
      onPick={(when) => onAnswer({ when })}
    >
      {isEarlier && <div class="below-choice">{parts}</div>}
    </ChoiceCards>
  );
}
