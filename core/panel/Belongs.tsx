import { AttachCard } from './AttachCard.tsx';
import type { CardProps } from './at-work.ts';
import { BelongsCard } from './BelongsCard.tsx';
import { routeNow } from './decide.ts';
import { RelatedCard } from './RelatedCard.tsx';

/** The cases that the message belongs to or may belong to: for a further stage the earlier one. */
export function Belongs(card: CardProps) {
  const { stage } = routeNow(card.work.desk, card.work.looked);
  if (stage && stage.order > 1) return <BelongsCard {...card} />;
  return (
    <>
      <AttachCard {...card} />
      <RelatedCard {...card} />
    </>
  );
}
