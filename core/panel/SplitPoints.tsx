import type { PointRecord } from '../case/event-fields.ts';
import { Icon } from './Icon.tsx';

/** Which points of a message in two parts are taken up: those that are ticked. */
export function SplitPoints({
  points,
  declined,
  isMissing,
  onChange,
}: {
  readonly points: readonly PointRecord[];
  readonly declined: readonly PointRecord[];
  readonly isMissing: boolean;
  /** The ids of the points that aren't taken up. */
  readonly onChange: (declined: string[]) => void;
}) {
  const ids = declined.map(({ id }) => id);
  return (
    <fieldset aria-describedby={isMissing ? 'accepted-error' : undefined}>
      <legend tabIndex={-1} data-focus="accepted">
        Tick what is taken up
      </legend>
      {isMissing && (
        <p class="error" id="accepted-error">
          <Icon name="over" />
          <span>Tick at least one, or choose the whole message</span>
        </p>
      )}
      {points.map(({ id, text, quoted }) => (
        <label key={id} class="tick">
          <input
            type="checkbox"
            checked={!ids.includes(id)}
            onChange={(event) => onChange(event.currentTarget.checked ? ids.filter((one) => one !== id) : [...ids, id])}
          />
          <bdi>{quoted ? `“${text}”` : text}</bdi>
        </label>
      ))}
    </fieldset>
  );
}
