import type { Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { inBrackets } from '../policy/clause-words.ts';
import { decisionOf } from './decide.ts';
import { dividedPoints, partsOf, scopeOf } from './decline.ts';
import { Heading } from './Heading.tsx';
import { SplitPoints } from './SplitPoints.tsx';
import { decisionTitle } from './verdict-words.ts';

/** A message of which a part is for somebody else: what is logged here of it, and what isn't. */
export function SplitCard({
  work,
  now,
  dispatch,
}: {
  readonly work: AtWork;
  readonly now: Instant;
  readonly dispatch: Dispatch;
}) {
  const { desk, looked } = work;
  const parts = partsOf(desk, looked);
  const wasPart = scopeOf({ decline: { ...desk.decline, scope: null } }, looked) === 'part';
  if (!parts)
    return wasPart && desk.decline.scope === 'all' ? (
      <section class="sec">
        <p>
          Taken as one matter.{' '}
          <button
            type="button"
            class="link"
            onClick={() => dispatch({ type: 'decline-edited', change: { scope: null } })}
          >
            It’s two matters
          </button>
        </p>
      </section>
    ) : null;
  const { points } = decisionOf(desk, looked, now);
  const { other, accepted } = parts;
  return (
    <section class="sec">
      <div class="sec-head">
        <Heading target="split">Two matters in one message</Heading>
        <button
          type="button"
          class="link"
          onClick={() => dispatch({ type: 'decline-edited', change: { scope: 'all' } })}
        >
          It’s one matter
        </button>
      </div>
      <div class="stack-3">
        <p>
          <b>1. {decisionTitle(accepted)}.</b> It is logged here {inBrackets(accepted.clauses)}.
        </p>
        <p>
          <b>2. {decisionTitle(other)}.</b> It is kept on the same case, with a letter of its own{' '}
          {inBrackets(other.clauses)}.
        </p>
        {points.length > 0 && (
          <SplitPoints
            points={points}
            declined={dividedPoints(points, desk).declined}
            isMissing={false}
            onChange={(declined) => dispatch({ type: 'decline-edited', change: { points: declined } })}
          />
        )}
      </div>
    </section>
  );
}
