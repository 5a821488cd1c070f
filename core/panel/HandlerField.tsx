import { useState } from 'preact/hooks';

const OTHER = '…';

/** The person who handles it: one of those in Settings, or another name typed in. */
export function HandlerField({
  id,
  label = 'Handler',
  value,
  handlers,
  hint,
  target,
  onChange,
}: {
  readonly id: string;
  readonly label?: string;
  readonly value: string;
  readonly handlers: readonly string[];
  readonly hint: string | null;
  readonly target?: string;
  readonly onChange: (name: string) => void;
}) {
  const isListed = value === '' || handlers.includes(value);
  const [isOther, setIsOther] = useState(!isListed);
  const hasList = handlers.length > 0;
  const describedBy = hint === null ? undefined : `${id}-hint`;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== null && (
        <p class="meta" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {hasList && (
        <select
          id={id}
          data-focus={target}
          aria-describedby={describedBy}
          value={isOther ? OTHER : value}
          onChange={(event) => {
            const next = event.currentTarget.value;
            setIsOther(next === OTHER);
            onChange(next === OTHER ? '' : next);
          }}
        >
          <option value="">Choose…</option>
          {handlers.map((name) => (
            <option key={name} value={name}>
              {name}
            </option>
          ))}
          <option value={OTHER}>Somebody else…</option>
        </select>
      )}
      {(isOther || !hasList) && (
        <input
          id={hasList ? `${id}-name` : id}
          aria-label={hasList ? 'Name' : undefined}
          aria-describedby={describedBy}
          data-focus={hasList ? undefined : target}
          autocomplete="off"
          value={value}
          onInput={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </div>
  );
}
