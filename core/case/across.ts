import type { CaseEvent } from './event.ts';
import { takenBack } from './correct.ts';
import { inOrder } from './order.ts';
import { isMessage } from './tombstone.ts';

/*
 * Merging and splitting enter something on two cases by one press. Whoever takes it back takes back both halves: one device
 * numbers what one press enters one after the other.
 */

/** The other case that an entry reaches into; null for an entry of its own case alone. */
export function otherCaseOf(event: CaseEvent, own: readonly CaseEvent[]): string | null {
  if (event.type === 'merged' || event.type === 'split') return event.data.into;
  if (event.type !== 'undone') return null;
  const taken = own.find(({ id, type }) => event.data.of.includes(id) && (type === 'merged' || type === 'split'));
  return taken ? otherCaseOf(taken, own) : null;
}

/**
 * The entries on the other case (`other`, all of it) that came by the same press as one here; null where they can't be taken
 * back with it, since a case that was split off has gone on by itself.
 */
export function otherHalf(
  event: CaseEvent,
  own: readonly CaseEvent[],
  other: readonly CaseEvent[],
): readonly string[] | null {
  const following = followers(event, other);
  switch (event.type) {
    case 'split': {
      const undone = takenBack(inOrder(other));
      const rest = other.filter(({ id, type }) => type !== 'undone' && !undone.has(id) && type !== 'original-kept');
      const opening = following.slice(0, 2).map(({ id }) => id);
      return rest.every(({ id }) => opening.includes(id)) ? opening : null;
    }
    case 'merged': {
      const messages = new Set(own.filter(isMessage).map(({ data }) => data.identity));
      const came = following.filter(
        (one) =>
          (one.type === 'joined' && messages.has(one.data.identity)) ||
          (one.type === 'point-added' && one.occurredAt === event.occurredAt),
      );
      return came.map(({ id }) => id);
    }
    case 'undone':
      return following.slice(0, 1).flatMap(({ id, type }) => (type === 'undone' ? [id] : []));
    default:
      return [];
  }
}

/** What the same device entered right after an event, without a gap, on the other case. */
function followers({ deviceId, sequence }: CaseEvent, other: readonly CaseEvent[]): readonly CaseEvent[] {
  const bySequence = new Map(other.filter((one) => one.deviceId === deviceId).map((one) => [one.sequence, one]));
  const found: CaseEvent[] = [];
  for (let next = bySequence.get(sequence + 1); next; next = bySequence.get(next.sequence + 1)) found.push(next);
  return found;
}
