import { toIsoDate, type IsoDate } from '../dates.ts';
import type { AskedField } from '../letters/letter.ts';
import { DateParts } from './DateParts.tsx';

/** A field that is typed for one letter, as the letter asks for it. */
export function AskedFieldInput({
  field: { path, label, hint, input, typed },
  onChange,
}: {
  readonly field: AskedField;
  readonly onChange: (typed: string) => void;
}) {
  const id = `letter-${path.replaceAll('.', '-')}`;
  const describedBy = hint === undefined ? {} : { 'aria-describedby': `${id}-hint` };
  const help = hint !== undefined && (
    <p class="meta" id={`${id}-hint`}>
      {hint}
    </p>
  );
  const target = `field-${path}`;
  if (input === 'date')
    return (
      <fieldset>
        <legend>{label}</legend>
        {help}
        <DateParts value={dateOf(typed)} target={target} onChange={(day) => onChange(day ?? '')} />
      </fieldset>
    );
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {help}
      {input === 'line' || input === 'decision' ? (
        <input
          {...describedBy}
          id={id}
          data-focus={target}
          autocomplete="off"
          value={typed}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      ) : (
        <textarea
          {...describedBy}
          id={id}
          rows={2}
          data-focus={target}
          value={typed}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}

function dateOf(typed: string): IsoDate | null {
  return typed === '' ? null : toIsoDate(typed);
}
