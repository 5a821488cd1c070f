import { withoutPersonal } from '../case/chain.ts';
import type { CaseEvent, EventDraft } from '../case/event.ts';
import { hasTraces, leftOf, tombstoneOf } from '../case/tombstone.ts';
import type { Instant } from '../dates.ts';
import type { Erasure } from './register.ts';

/** Erasure is itself entered: by whom, when, why, of which events, and what stays of those that find a message again. */
export function erasureDraft(
  caseId: string,
  events: readonly CaseEvent[],
  { basis, actor, now }: Pick<Erasure, 'basis' | 'actor'> & { readonly now: Instant },
): EventDraft {
  const erased = events.filter(holdsPersonal);
  const left = Object.fromEntries(erased.filter(hasTraces).map((event) => [event.id, leftOf(event)]));
  const data = { of: erased.map(({ id }) => id), basis, left };
  return { type: 'erased', caseId, actor, occurredAt: now, data, personal: {} };
}

/** Whether there is something about a person in an event. */
export function holdsPersonal(event: CaseEvent): boolean {
  const { personal } = event;
  return (personal !== null && Object.keys(personal).length > 0) || hasTraces(event);
}

/**
 * Events of a case of which an erasure says that their personal data is gone, and which still have it: entered before it
 * on this machine, or brought in by an older backup afterwards. Each without it.
 */
export function toBeErased(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const named = erasedIn(events);
  if (named.size === 0) return [];
  const left = new Map<string, Set<string>>();
  for (const event of events) {
    if (event.type !== 'erased') continue;
    for (const [id, hash] of Object.entries(event.data.left ?? {})) left.set(id, (left.get(id) ?? new Set()).add(hash));
  }
  return events.flatMap((event) => {
    if (!named.has(event.id)) return [];
    // What an erasure made elsewhere says of it is taken only where it is what is here.
    const hashes = left.get(event.id);
    if (hashes && hasTraces(event) && hashes.has(leftOf(event))) return [tombstoneOf(event)];
    return event.personal === null ? [] : [withoutPersonal(event)];
  });
}

/** The ids of events that erasures among some events name. */
export function erasedIn(events: Iterable<CaseEvent>): ReadonlySet<string> {
  const named = new Set<string>();
  for (const event of events) if (event.type === 'erased') for (const id of event.data.of) named.add(id);
  return named;
}
