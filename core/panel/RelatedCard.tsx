import { followUpOf } from '../case/follow-up.ts';
import { localDate } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { aboutCase } from './about-case.ts';
import { acceptedRoute, attachedCase, factsOf, routeNow } from './decide.ts';
import { destinationId, routeOfDestination } from './destinations.ts';
import { Heading } from './Heading.tsx';
import type { PanelState } from './state.ts';
import { followUpInWords, tiesInWords } from './tie-words.ts';

/**
 * The case that the message belongs to or may belong to, with what they have in common and what the message is to it; and
 * the other way: to join it, or to make it a case of its own. Nothing is joined, split or opened again before a press.
 */
export function RelatedCard({
  work,
  now,
  dispatch,
}: {
  readonly work: AtWork;
  readonly now: PanelState['now'];
  readonly dispatch: Dispatch;
}) {
  const { looked, desk } = work;
  const { verdict, reading, rules, belongs = [] } = looked;
  const route = routeNow(desk, looked);
  const isJoining = route.to === 'attach';
  const joined = isJoining ? attachedCase(desk, looked) : null;
  const shown = isJoining ? belongs.find(({ file }) => file.id === joined?.id) : belongs[0];
  if (!shown) return null;
  const { file, isSure } = shown;
  const follows = followUpInWords(followUpOf(verdict, reading, file), file.closed !== null);
  const go = (id: string): void => {
    dispatch({ type: 'attach-chosen', caseId: file.id });
    dispatch({ type: 'picked', id });
    dispatch({ type: 'continued' });
  };
  const own = acceptedRoute(looked);
  const mayJoin = !file.closed && file.kind === 'complaint';
  const attach = routeOfDestination(rules.policy, 'attach', factsOf(looked));
  const others = belongs.filter((one) => one !== shown);
  return (
    <section class="sec">
      <div class="sec-head">
        <Heading target="belongs">
          {isJoining ? 'Belongs to ' : isSure ? 'There is ' : 'May belong to '}
          <span class="nobr">{file.reference}</span>
        </Heading>
        {isJoining && own && (
          <button type="button" class="link" onClick={() => go(destinationId(own))}>
            New matter…
          </button>
        )}
        {!isJoining && mayJoin && attach.to === 'attach' && route.to !== 'none' && (
          <button type="button" class="link" onClick={() => go('attach')}>
            Add it to this case
          </button>
        )}
      </div>
      <p>
        <bdi>{aboutCase(file, rules.policy, localDate(now))}</bdi>
      </p>
      {follows !== '' && <p>{follows}</p>}
      <p class="meta">{tiesInWords(shown)}</p>
      {others.map((one) => (
        <p class="meta" key={one.caseId}>
          Also <span class="nobr">{one.file.reference}</span>: {tiesInWords(one)}
        </p>
      ))}
    </section>
  );
}
