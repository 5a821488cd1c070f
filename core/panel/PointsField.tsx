import type { PointRecord } from '../case/event.ts';
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
      <legend>Points, one complaint a line</legend>
      <div class="stack">
        {points.map(({ id, text }, index) => (
          <div key={id} class="point">
            <textarea
              class="wide"
              rows={2}
              aria-label={`Point ${String(index + 1)}`}
              data-focus={index === 0 ? 'field-points' : undefined}
              value={text}
              onInput={(event) => onChange(withPoint(points, { id, text: event.currentTarget.value }, original))}
            />
            <button type="button" class="link" onClick={() => onChange(points.filter((point) => point.id !== id))}>
              Remove<span class="vh"> point {index + 1}</span>
            </button>
          </div>
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
