import { newChain, newId, seal, type ChainTip, type EventSource } from '../case/chain.ts';
import type { CaseFile } from '../case/case-file.ts';
import { inOrder } from '../case/correct.ts';
import type { CaseEvent } from '../case/event.ts';
import { identityKeys } from '../case/match.ts';
import type { IsoDate } from '../dates.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { cuts, derive, entryOf, matchIn, type Derived, type DueEntry, type Register } from './register.ts';

/** A register that lasts as long as the program: for tests, and for trying a policy without leaving a trace. */
export function memoryRegister({
  source,
  rowOf,
  deviceId,
}: {
  source: EventSource;
  rowOf: (file: CaseFile) => DueRow;
  deviceId?: string;
}): Register {
  let tip: ChainTip = newChain(deviceId ?? newId(source));
  const events = new Map<string, CaseEvent[]>();
  const cases = new Map<string, Derived>();
  const listeners = new Set<() => void>();

  const entries = (): DueEntry[] =>
    [...cases.values()].flatMap(({ row }) => row.keys.flatMap((key) => entryOf(row, key) ?? [])).sort(inListOrder);

  return {
    append: (drafts) =>
      new Promise((resolve) => {
        const sealed = seal(drafts, tip, source);
        const changed = new Map<string, CaseEvent[]>();
        for (const event of sealed.events)
          changed.set(event.caseId, [...(changed.get(event.caseId) ?? events.get(event.caseId) ?? []), event]);
        // Derived before anything is kept, so that a draft that makes no sense leaves everything as it was.
        const derived = [...changed].map(([caseId, own]) => [caseId, derive(own, rowOf)] as const);
        tip = sealed.tip;
        for (const [caseId, own] of changed) events.set(caseId, own);
        for (const [caseId, one] of derived)
          if (one) cases.set(caseId, one);
          else cases.delete(caseId);
        for (const listener of listeners) listener();
        resolve(sealed.events);
      }),
    eventsOf: (caseId) => Promise.resolve(inOrder(events.get(caseId) ?? [])),
    findMessage: (identity) => {
      const keys = new Set(identityKeys(identity));
      for (const [caseId, { messageKeys, file }] of cases) {
        const reason = messageKeys.some((key) => keys.has(key)) ? matchIn(file, identity) : null;
        if (reason) return Promise.resolve({ caseId, reason });
      }
      return Promise.resolve(null);
    },
    openCasesOf: (address) =>
      Promise.resolve(
        [...cases.values()]
          .filter(
            ({ row, file }) =>
              !row.closed && file.messages.some(({ from }) => from?.address.toLowerCase() === address.toLowerCase()),
          )
          .map(({ row }) => row)
          .sort((left, right) => Date.parse(right.receivedAt) - Date.parse(left.receivedAt)),
      ),
    due: ({ limit, after }) =>
      Promise.resolve(
        entries()
          .filter((entry) => after === undefined || inListOrder(entry, after) > 0)
          .slice(0, limit),
      ),
    counts: (today) =>
      Promise.resolve(
        countsOf(
          entries().map(({ key }) => key),
          today,
          [...cases.values()].filter(({ row }) => row.uncomputed !== null).length,
        ),
      ),
    row: (caseId) => Promise.resolve(cases.get(caseId)?.row ?? null),
    uncomputed: () =>
      Promise.resolve([...cases.values()].map(({ row }) => row).filter((row) => row.uncomputed !== null)),
    async *allEvents() {
      for (const own of events.values()) for (const event of await Promise.resolve(own)) yield event;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}

function countsOf(keys: readonly string[], today: IsoDate, uncomputed: number) {
  const cut = cuts(today);
  const before = (key: string): number => keys.filter((candidate) => candidate < key).length;
  const [overdue, untilTomorrow, untilLater] = [before(cut.today), before(cut.tomorrow), before(cut.later)];
  return {
    overdue,
    today: untilTomorrow - overdue,
    week: untilLater - untilTomorrow,
    later: keys.length - untilLater,
    uncomputed,
  };
}

/** By moment; two at one moment by case. */
function inListOrder(left: DueEntry, right: DueEntry): number {
  if (left.key !== right.key) return left.key < right.key ? -1 : 1;
  return left.row.caseId < right.row.caseId ? -1 : left.row.caseId > right.row.caseId ? 1 : 0;
}
