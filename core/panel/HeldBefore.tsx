import type { CardProps } from './at-work.ts';
import { heldBefore } from './held-before.ts';
import { HeldBack } from './HeldBack.tsx';

/** What the policy wants before the open message is logged as it stands; nothing where it wants nothing. */
export function HeldBefore({ work, now, missingChoice, dispatch }: CardProps) {
  const lists = heldBefore(work, now);
  if (lists.length === 0) return null;
  return (
    <section class="sec">
      <div class="stack-3">
        {lists.map((list) => (
          <HeldBack
            key={list.action}
            list={list}
            policy={work.looked.rules.policy}
            given={work.desk.given}
            isMissing={missingChoice === 'held'}
            onChange={(given) => dispatch({ type: 'given', given })}
          />
        ))}
      </div>
    </section>
  );
}
