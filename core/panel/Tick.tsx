import type { JSX } from 'preact';

/** A box to tick, with its words. */
export function Tick({
  label,
  isOn,
  onTick,
}: {
  readonly label: string;
  readonly isOn: boolean;
  readonly onTick: (on: boolean) => void;
}): JSX.Element {
  return (
    <label class="tick">
      <input type="checkbox" checked={isOn} onChange={(event) => onTick(event.currentTarget.checked)} />
      <span>{label}</span>
    </label>
  );
}
