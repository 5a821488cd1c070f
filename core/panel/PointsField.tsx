import type { PointRecord } from '../case/event-fields.ts';
import { withNewPoint, withPoint } from './desk.ts';

/** The points, one complaint a field. What stays as the resident wrote it stays a quotation. */
export function PointsField({
  points,
  original,
  onChange,
}: {
  readonly points: readonly PointRecord[];
  readonly original: readonly PointRecord[];
  readonly onChange: (points: PointRecord[]) => void;
}) {
  return (
    <fieldset>
      <legend>Points, one complaint a field</legend>
      <p class="meta" id="points-hint">
        What stays as they wrote it is quoted. An empty one is left out.
      </p>
      <div class="stack">
        {points.map(({ id, text }, index) => (
          <textarea
            key={id}
            class="wide"
            rows={2}
            aria-label={`Point ${String(index + 1)}`}
            aria-describedby="points-hint"
            data-focus={index === 0 ? 'field-points' : undefined}
            value={text}
            onInput={(event) => onChange(withPoint(points, { id, text: event.currentTarget.value }, original))}
          />
        ))}
        <p>
          <button
            type="button"
            class="link"
            data-focus={points.length === 0 ? 'field-points' : undefined}
            onClick={() => onChange(withNewPoint(points))}
          >
            Add a point
          </button>
        </p>
      </div>
    </fieldset>
  );
}
