import type { IsoDate } from '../../dates.ts';
import { ChoiceCards } from '../ChoiceCards.tsx';
import { DateParts } from '../DateParts.tsx';
import { HandlerField } from '../HandlerField.tsx';
import { Icon } from '../Icon.tsx';
import { Note } from '../Note.tsx';
import { WeekGrid } from '../WeekGrid.tsx';
import { localDate } from '../../dates.ts';
import { legInWords } from '../../deadlines/words.ts';
import { answeredLines, type ActCase, type ActField, type Answers } from './act.ts';
import { dayOf } from './fields.ts';

/** One question of a form, drawn by its kind. */
export function FieldInput({
  field,
  answers,
  about,
  problem,
  onAnswer,
}: {
  readonly field: ActField;
  readonly answers: Answers;
  readonly about: ActCase;
  /** What is wrong with the answer; null = nothing, or not pressed yet. */
  readonly problem: string | null;
  readonly onAnswer: (change: Answers) => void;
}) {
  const id = `act-${field.id.replaceAll(' ', '-')}`;
  const target = `act ${field.id}`;
  if (field.kind === 'note')
    return (
      <Note icon="info" title={field.label}>
        <p>{field.hint}</p>
      </Note>
    );
  if (field.kind === 'working') {
    const { leg } = field;
    const today = localDate(about.now);
    return (
      <details class="fold">
        <summary>
          Show working <Icon name="turn" class="turn" />
        </summary>
        <div class="stack">
          {leg.span.unit === 'working-day' && <WeekGrid leg={leg} calendar={about.rules.calendar} today={today} />}
          <p>{legInWords(leg, today)}</p>
        </div>
      </details>
    );
  }
  const value = answers[field.id] ?? '';
  const answer = (text: string): void => onAnswer({ [field.id]: text });
  const label = field.isOptional ? `${field.label} (may be empty)` : field.label;
  const described = [field.hint === undefined ? '' : `${id}-hint`, problem === null ? '' : `${id}-error`]
    .filter(Boolean)
    .join(' ');
  const describedBy = described === '' ? {} : { 'aria-describedby': described };
  const help = (
    <>
      {field.hint !== undefined && (
        <p class="meta" id={`${id}-hint`}>
          {field.hint}
        </p>
      )}
      {problem !== null && (
        <p class="error" id={`${id}-error`}>
          <Icon name="over" />
          <span>{problem}</span>
        </p>
      )}
    </>
  );
  const invalid = problem === null ? {} : { 'aria-invalid': true };
  switch (field.kind) {
    case 'cards':
      return (
        <ChoiceCards
          name={id}
          legend={field.label}
          choices={field.options}
          value={value === '' && !field.options.some((one) => one.id === '') ? null : value}
          error={problem}
          target={target}
          onPick={answer}
        />
      );
    case 'ticks':
      return (
        <fieldset {...describedBy}>
          <legend>{label}</legend>
          {help}
          {field.options.map((option, index) => (
            <label key={option.id} class="tick">
              <input
                type="checkbox"
                data-focus={index === 0 ? target : undefined}
                checked={answeredLines(answers, field.id).includes(option.id)}
                onChange={(event) => answer(ticked(answers, field, { id: option.id, on: event.currentTarget.checked }))}
              />
              <span>
                <bdi>{option.title}</bdi>
              </span>
            </label>
          ))}
        </fieldset>
      );
    case 'day':
      return (
        <fieldset>
          <legend>{label}</legend>
          {help}
          <DateParts
            value={dayOf(answers, field.id)}
            target={target}
            {...(described === '' ? {} : { describedBy: described })}
            onChange={(day: IsoDate | null) => answer(day ?? '')}
          />
        </fieldset>
      );
    case 'person':
      return (
        <>
          {problem !== null && (
            <p class="error" id={`${id}-error`}>
              <Icon name="over" />
              <span>{problem}</span>
            </p>
          )}
          <HandlerField
            id={id}
            label={label}
            value={value}
            handlers={about.settings.handlers}
            hint={field.hint ?? null}
            target={target}
            onChange={answer}
          />
        </>
      );
    case 'list':
      return (
        <div class="field">
          <label for={id}>{label}</label>
          {help}
          <select
            {...describedBy}
            {...invalid}
            id={id}
            data-focus={target}
            value={value}
            onChange={(event) => answer(event.currentTarget.value)}
          >
            {value === '' && <option value="">Choose…</option>}
            {field.options.map((option) => (
              <option key={option.id} value={option.id}>
                {option.title}
              </option>
            ))}
          </select>
        </div>
      );
    case 'text':
    case 'lines':
      return (
        <div class="field">
          <label for={id}>{label}</label>
          {help}
          <textarea
            {...describedBy}
            {...invalid}
            id={id}
            rows={2}
            data-focus={target}
            value={value}
            onInput={(event) => answer(event.currentTarget.value)}
          />
        </div>
      );
    case 'line':
    case 'money':
      return (
        <div class="field">
          <label for={id}>{label}</label>
          {help}
          <input
            {...describedBy}
            {...invalid}
            id={id}
            data-focus={target}
            autocomplete="off"
            inputMode={field.kind === 'money' ? 'decimal' : 'text'}
            value={value}
            onInput={(event) => answer(event.currentTarget.value)}
          />
        </div>
      );
  }
}

/** The ticked options in the order of the list, one a line. */
function ticked(
  answers: Answers,
  field: Extract<ActField, { readonly kind: 'cards' | 'list' | 'ticks' }>,
  { id, on }: { readonly id: string; readonly on: boolean },
): string {
  const before = new Set(answeredLines(answers, field.id));
  if (on) before.add(id);
  else before.delete(id);
  return field.options
    .map((option) => option.id)
    .filter((one) => before.has(one))
    .join('\n');
}
