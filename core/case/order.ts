import { toInstant, type Instant } from '../dates.ts';
import type { CaseEvent, EventDraft } from './event.ts';

/*
 * The order of a case's entries, which several machines may have made, each with a clock of its own: an entry comes after
 * everything that the case held when it was made, whatever the clocks said.
 */

/** The last millisecond that an instant can name. */
const END_OF_TIME = Date.parse('9999-12-31T23:59:59.999Z');

/**
 * The order in which events count. What opened the case comes first: everything else was entered into an open case. Then
 * the moments of entry decide; one device's own order is that of its numbers, also where its clock was set back in
 * between, and an event comes after the moment that it says it follows (`after`). The same events give the same order
 * wherever they come together.
 */
export function inOrder(events: readonly CaseEvent[]): readonly CaseEvent[] {
  const moments = momentsOf(events);
  const ordered = [...events].sort(
    (left, right) =>
      (moments.get(left) ?? 0) - (moments.get(right) ?? 0) ||
      (left.deviceId < right.deviceId ? -1 : left.deviceId > right.deviceId ? 1 : left.sequence - right.sequence),
  );
  const isOpening = openingOf(ordered);
  return isOpening ? [...ordered.filter(isOpening), ...ordered.filter((event) => !isOpening(event))] : ordered;
}

/**
 * Drafts that are to be entered into cases as this device knows them (`known`: their events). Where its clock is behind
 * an entry of another device, or no further than it, the draft says which moment it follows.
 */
export function following(
  drafts: readonly EventDraft[],
  known: (caseId: string) => readonly CaseEvent[],
  { deviceId, now }: { readonly deviceId: string; readonly now: Instant },
): readonly EventDraft[] {
  const latest = new Map<string, number>();
  return drafts.map((draft) => {
    const { caseId } = draft;
    const others = latest.get(caseId) ?? latestOfOthers(known(caseId), deviceId);
    latest.set(caseId, others);
    return others < Date.parse(now) ? draft : { ...draft, after: toInstant(new Date(others).toISOString()) };
  });
}

function latestOfOthers(events: readonly CaseEvent[], deviceId: string): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const [event, moment] of momentsOf(events)) if (event.deviceId !== deviceId && moment > latest) latest = moment;
  return latest;
}

/** When each event counts as entered, in milliseconds: no earlier than what its device had entered, or knew, before. */
function momentsOf(events: readonly CaseEvent[]): ReadonlyMap<CaseEvent, number> {
  const moments = new Map<CaseEvent, number>();
  const latest = new Map<string, number>();
  for (const event of [...events].sort((left, right) => left.sequence - right.sequence)) {
    const moment = Math.min(
      END_OF_TIME,
      Math.max(
        Date.parse(event.recordedAt),
        event.after === undefined ? Number.NEGATIVE_INFINITY : Date.parse(event.after) + 1,
        latest.get(event.deviceId) ?? Number.NEGATIVE_INFINITY,
      ),
    );
    latest.set(event.deviceId, moment);
    moments.set(event, moment);
  }
  return moments;
}

/**
 * What opened the case: its first message, and what the same device entered up to its logging. Entries that were made
 * before `after` was kept are put behind it by this alone.
 */
function openingOf(ordered: readonly CaseEvent[]): ((event: CaseEvent) => boolean) | null {
  const first = ordered.find(({ type }) => type === 'received');
  if (!first) return null;
  const { deviceId, sequence } = first;
  const logged = ordered.find(
    (event) => event.type === 'logged' && event.deviceId === deviceId && event.sequence > sequence,
  );
  const last = logged?.sequence ?? sequence;
  return (event) => event.deviceId === deviceId && event.sequence <= last;
}
