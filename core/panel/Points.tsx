import type { PointRecord } from '../case/event-fields.ts';

/** What is complained of, point by point; their own words in quotation marks. */
export function Points({ points }: { readonly points: readonly PointRecord[] }) {
  if (points.length === 0) return <>None yet. The letter needs at least one.</>;
  return (
    <ol>
      {points.map(({ id, text, quoted }) => (
        <li key={id}>
          <bdi>{quoted ? `“${text}”` : text}</bdi>
        </li>
      ))}
    </ol>
  );
}
