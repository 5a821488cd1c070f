import { parseEvent, type CaseEvent } from './event.ts';
import { inOrder } from './order.ts';

/** The events that count no more, by their ids, each with the one that took it back; the events in order. */
export function takenBack(ordered: readonly CaseEvent[]): ReadonlyMap<string, CaseEvent> {
  const undone = new Map<string, CaseEvent>();
  // From the last to the first: an event that was itself undone undoes nothing.
  for (const event of [...ordered].reverse())
    if (event.type === 'undone' && !undone.has(event.id)) for (const id of event.data.of) undone.set(id, event);
  return undone;
}

/**
 * The events that count, in order: without those that were undone (an undone undoing counts again), and with the later
 * corrections put in. What was entered first stays in the register; only the fold sees it corrected. Throws EventError
 * where a correction makes no sense in its event.
 */
export function effective(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const ordered = inOrder(events);
  const undone = takenBack(ordered);
  const corrections = new Map<string, CaseEvent[]>();
  for (const event of ordered) {
    if (event.type !== 'corrected' || undone.has(event.id)) continue;
    corrections.set(event.data.of, [...(corrections.get(event.data.of) ?? []), event]);
  }
  return ordered
    .filter(({ id }) => !undone.has(id))
    .map((event) => (corrections.get(event.id) ?? []).reduce(corrected, event));
}

function corrected(event: CaseEvent, correction: CaseEvent): CaseEvent {
  if (correction.type !== 'corrected') return event;
  const { occurredAt, fields } = correction.data;
  return parseEvent({
    ...event,
    occurredAt: occurredAt ?? event.occurredAt,
    data: { ...event.data, ...dated(event, occurredAt), ...fields },
    personal: event.personal && { ...event.personal, ...correction.personal?.fields },
  });
}

/** A message whose day of receipt is put right keeps the day that it bears itself, unless a person had entered that too. */
function dated(
  event: CaseEvent,
  occurredAt: CaseEvent['occurredAt'] | null,
): { readonly datedAt?: CaseEvent['occurredAt'] } {
  if (occurredAt === null || (event.type !== 'received' && event.type !== 'joined')) return {};
  const { receivedAtSource, datedAt } = event.data;
  return datedAt !== undefined || receivedAtSource === 'person' ? {} : { datedAt: event.occurredAt };
}
