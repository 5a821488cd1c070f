import { withoutPersonal } from '../case/chain.ts';
import type { CaseEvent, EventDraft } from '../case/event.ts';
import type { Instant } from '../dates.ts';
import type { Erasure } from './register.ts';

/** Erasure is itself entered: by whom, when, why, and of which events. */
export function erasureDraft(
  caseId: string,
  events: readonly CaseEvent[],
  { basis, actor, now }: Pick<Erasure, 'basis' | 'actor'> & { readonly now: Instant },
): EventDraft {
  const of = events.filter(({ personal }) => personal !== null && Object.keys(personal).length > 0).map(({ id }) => id);
  return { type: 'erased', caseId, actor, occurredAt: now, data: { of, basis }, personal: {} };
}

/**
 * Events of a case of which an erasure says that their personal data is gone, and which still have it: entered before it
 * on this machine, or brought in by an older backup afterwards. Each without it.
 */
export function toBeErased(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const named = new Set(events.flatMap((event) => (event.type === 'erased' ? event.data.of : [])));
  if (named.size === 0) return [];
  return events.filter(({ id, personal }) => personal !== null && named.has(id)).map(withoutPersonal);
}

/** Whether a message came by this event: it may have a file of its own. */
export function isMessage({ type }: CaseEvent): boolean {
  return type === 'received' || type === 'joined';
}
