import type { Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { AttachCard } from './AttachCard.tsx';
import type { AtWork } from './at-work.ts';
import { BelongsCard } from './BelongsCard.tsx';
import { routeNow } from './decide.ts';
import { RelatedCard } from './RelatedCard.tsx';
import type { PanelState } from './state.ts';

/** The cases that the message belongs to or may belong to: for a further stage the earlier one. */
export function Belongs(card: {
  readonly work: AtWork;
  readonly now: Instant;
  readonly missingChoice: PanelState['missingChoice'];
  readonly dispatch: Dispatch;
}) {
  const { stage } = routeNow(card.work.desk, card.work.looked);
  if (stage && stage.order > 1) return <BelongsCard {...card} />;
  return (
    <>
      <AttachCard {...card} />
      <RelatedCard {...card} />
    </>
  );
}
