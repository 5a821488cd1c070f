import type { ComponentChildren } from 'preact';
import type { Choice } from './consequences.ts';
import { Icon } from './Icon.tsx';

/** Radio cards, each with what follows from it. Nothing is marked until a person marks it. */
export function ChoiceCards({
  name,
  legend,
  choices,
  value,
  error,
  target,
  onPick,
  children,
}: {
  readonly name: string;
  readonly legend: string;
  readonly choices: readonly Choice[];
  readonly value: string | null;
  /** Stands under the legend when a choice was missing on press. */
  readonly error: string | null;
  /** The name by which the focus is asked for. */
  readonly target: string;
  readonly onPick: (id: string) => void;
  readonly children?: ComponentChildren;
}) {
  const first = value !== null && choices.some(({ id }) => id === value) ? value : choices[0]?.id;
  return (
    <fieldset aria-describedby={error === null ? undefined : `${name}-error`} onKeyDown={jump}>
      <legend>{legend}</legend>
      {error !== null && (
        <p class="error" id={`${name}-error`}>
          <Icon name="over" />
          <span>{error}</span>
        </p>
      )}
      {choices.map(({ id, title, note }) => (
        <label key={id} class="choice">
          <input
            type="radio"
            name={name}
            value={id}
            checked={value === id}
            data-focus={id === first ? target : undefined}
            onChange={() => onPick(id)}
          />
          <span>
            <b>{title}</b>
            {note !== '' && (
              <span class="meta">
                <bdi>{note}</bdi>
              </span>
            )}
          </span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}

/** Home, End and the page keys go to the first and the last card; the arrows are the browser's own. */
function jump(event: KeyboardEvent): void {
  const isFirst = event.key === 'Home' || event.key === 'PageUp';
  if (!isFirst && event.key !== 'End' && event.key !== 'PageDown') return;
  if (!(event.target instanceof HTMLInputElement) || event.target.type !== 'radio') return;
  const { name, form } = event.target;
  const radios = [...(form ?? document).querySelectorAll<HTMLInputElement>('input[type="radio"]')];
  const own = radios.filter((radio) => radio.name === name);
  const next = isFirst ? own[0] : own.at(-1);
  next?.focus();
  next?.click();
  event.preventDefault();
}
