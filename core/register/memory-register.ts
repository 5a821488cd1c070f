import { chainCheck } from '../case/chain-check.ts';
import { newChain, newId, seal, type ChainTip, type EventSource } from '../case/chain.ts';
import type { CaseFile } from '../case/case-file.ts';
import { following, inOrder } from '../case/order.ts';
import { parseEvent, type CaseEvent, type EventDraft } from '../case/event.ts';
import type { Original } from '../case/original.ts';
import { identityKeys } from '../case/match.ts';
import { isMessage } from '../case/tombstone.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import { derive, matchIn, type Derived } from './derive.ts';
import { dueIndex, entryOf } from './due-index.ts';
import type { DueEntry } from './due-query.ts';
import { erasedIn, erasureDraft, toBeErased } from './erase.ts';
import { figuresOf } from './figures.ts';
import { isExact, shownReference, termsMeant, termsOfPerson, termsTied } from './find-terms.ts';
import { inOrder as lessonsInOrder, lessonOfCase, lessonOfRemainder, lessonsOfSeen } from './lessons.ts';
import { allOf, byKey, countsOf, latestFirst } from './memory-lists.ts';
import { memorySeen } from './memory-seen.ts';
import type { Register, RegisterChange, SavedView } from './register.ts';
import { filesOf, originalCheck, type CaseOriginal } from './originals.ts';
import { batchesOf, comparedWith, eachOriginal, mayKeep, previewOf, refuseErasures } from './restore.ts';
import { seenMessages } from './seen-store.ts';
import type { Confirmation } from '../triage/refit.ts';
import type { SeenMessage } from './seen.ts';
import { countTasks, taskEntries } from './task-list.ts';
import { textSearch } from './text-search.ts';

/** A register that lasts as long as the program: for tests, for the command line, and for trying a policy without a trace. */
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
  const byId = new Map<string, CaseEvent>();
  let isPart = false;
  const cases = new Map<string, Derived>();
  const index = dueIndex();
  const texts = textSearch();
  const seen = new Map<string, SeenMessage>();
  const remainders: Confirmation[] = [];
  const originals = new Map<string, CaseOriginal>();
  const views = new Map<string, SavedView>();
  const listeners = new Set<(change: RegisterChange) => void>();
  let backup = { at: null as ReturnType<EventSource['now']> | null, events: 0 };

  const tell = (caseIds: readonly string[]): void => {
    for (const listener of listeners) listener({ caseIds, by: 'here' });
  };
  const twins = new Map<string, Set<string>>();
  /** A row as it is shown: with its place, where several cases have its reference. */
  const shown = ({ row }: Derived): DueRow => {
    const place = [...(twins.get(row.reference) ?? [])].sort().indexOf(row.caseId) + 1;
    return place > 1 ? { ...row, reference: shownReference(row.reference, place) } : row;
  };
  const rows = (): DueRow[] => [...cases.values()].map(shown);
  const rowIn = (caseId: string): DueRow | null => {
    const found = cases.get(caseId);
    return found ? shown(found) : null;
  };
  const entries = (): DueEntry[] =>
    rows()
      .flatMap((row) => row.keys.flatMap((key) => entryOf(row, key) ?? []))
      .sort(byKey);
  const pick = (isWanted: (derived: Derived) => boolean): DueRow[] => [...cases.values()].filter(isWanted).map(shown);

  /** Enters events that have their place in a chain. Derives first, so that what makes no sense leaves all as it was. */
  const enter = (fresh: readonly CaseEvent[]): readonly string[] => {
    const changed = new Map<string, CaseEvent[]>();
    for (const event of fresh) {
      const own = changed.get(event.caseId) ?? events.get(event.caseId) ?? [];
      // One that is here already gets its personal data back.
      const others = byId.has(event.id) ? own.filter(({ id }) => id !== event.id) : own;
      changed.set(event.caseId, [...others, event]);
    }
    const gone: string[] = [];
    for (const [caseId, own] of changed) {
      const erased = new Map(toBeErased(own).map((event) => [event.id, event]));
      gone.push(...erased.keys());
      if (erased.size > 0)
        changed.set(
          caseId,
          own.map((event) => erased.get(event.id) ?? event),
        );
    }
    const derived = [...changed].map(([caseId, own]) => [caseId, derive(own, rowOf)] as const);
    for (const [caseId, own] of changed) {
      events.set(caseId, own);
      for (const event of own) byId.set(event.id, event);
    }
    for (const of of gone) originals.delete(of);
    for (const { data } of fresh.filter(isMessage)) seen.delete(data.identity);
    for (const [caseId, one] of derived) {
      if (one) {
        cases.set(caseId, one);
        twins.set(one.row.reference, (twins.get(one.row.reference) ?? new Set()).add(caseId));
        index.put(shown(one));
        texts.put(one.text);
      } else {
        cases.delete(caseId);
        index.remove(caseId);
        texts.remove(caseId);
      }
    }
    return [...changed.keys()];
  };
  const append = (drafts: readonly EventDraft[], kept: readonly Original[] = []): readonly CaseEvent[] => {
    const files = filesOf(drafts, kept);
    const { deviceId } = tip;
    const known = (caseId: string) => events.get(caseId) ?? [];
    const sealed = seal(following(drafts, known, { deviceId, now: source.now() }), tip, source);
    const caseIds = enter(sealed.events.map(parseEvent));
    for (const file of files) originals.set(file.of, file);
    tip = sealed.tip;
    tell(caseIds);
    return sealed.events;
  };
  const seenIn = seenMessages(memorySeen({ seen, remainders, tell: () => tell([]) }), () => source.now());
  const search = (words: string): readonly string[] => {
    const terms = termsMeant(words);
    const exact = [...cases.values()].filter((one) => terms.some((term) => one.terms.includes(term)));
    return [...new Set([...exact.map(({ row }) => row.caseId), ...(isExact(words) ? [] : texts.find(words))])];
  };
  const known = {
    events: (ids: readonly string[]) =>
      Promise.resolve(
        new Map(
          ids.flatMap((id) => {
            const event = byId.get(id);
            return event ? [[id, event] as const] : [];
          }),
        ),
      ),
    cases: (caseIds: readonly string[]) => Promise.resolve(new Set(caseIds.filter((caseId) => events.has(caseId)))),
    erased: (caseIds: readonly string[]) =>
      Promise.resolve(erasedIn(caseIds.flatMap((caseId) => events.get(caseId) ?? []))),
    names: (caseIds: readonly string[]) =>
      Promise.resolve(new Map(caseIds.map((caseId) => [caseId, rowIn(caseId)?.name ?? ''] as const))),
  };

  return {
    append: (drafts, kept) => new Promise((resolve) => resolve(append(drafts, kept))),
    original: (of) => Promise.resolve(originals.get(of)?.bytes ?? null),
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
        pick(({ row, senders }) => !row.closed && senders.includes(address.toLowerCase())).sort(latestFirst),
      ),
    due: ({ limit, after }) =>
      Promise.resolve(
        entries()
          .filter(({ key }) => after === undefined || key > after.key)
          .slice(0, limit),
      ),
    counts: (today) =>
      Promise.resolve(
        countsOf(
          entries().map(({ key }) => key),
          today,
          rows().filter(({ uncomputed }) => uncomputed !== null).length,
        ),
      ),
    row: (caseId) => Promise.resolve(rowIn(caseId)),
    rows: (caseIds) => Promise.resolve(caseIds.flatMap((caseId) => rowIn(caseId) ?? [])),
    uncomputed: () => Promise.resolve(rows().filter(({ uncomputed }) => uncomputed !== null)),
    list: (query) =>
      Promise.resolve(index.list(query, query.words === undefined ? null : new Set(search(query.words)))),
    waiting: ({ filter = {}, today }) => Promise.resolve(index.waiting(filter, today)),
    facets: (today) => Promise.resolve(index.facets(today)),
    search: (words, limit) =>
      Promise.resolve(
        search(words)
          .slice(0, limit)
          .flatMap((caseId) => rowIn(caseId) ?? []),
      ),
    tasks: (query) => Promise.resolve(taskEntries(rows(), query)),
    taskCounts: (today) =>
      Promise.resolve(
        countTasks(
          rows().flatMap(({ taskKeys }) => taskKeys.map((key) => [key, 1] as const)),
          today,
        ),
      ),
    history: (person) => {
      const terms = termsOfPerson(person);
      return Promise.resolve(pick((one) => terms.some((term) => one.terms.includes(term))).sort(latestFirst));
    },
    tied: (traces) => {
      const terms = termsTied(traces);
      return Promise.resolve(pick((one) => terms.some((term) => one.terms.includes(term))).sort(latestFirst));
    },
    figures: (query) => Promise.resolve(figuresOf(rows(), query)),
    warm: () => Promise.resolve(),
    seen: seenIn,
    lessons: async (from) =>
      lessonsInOrder(
        [
          ...[...cases].flatMap(([caseId, { judged }]) => (judged ? [lessonOfCase(caseId, judged)] : [])),
          ...lessonsOfSeen(await seenIn.all()),
          ...remainders.map(lessonOfRemainder),
        ].filter(({ day }) => day >= from),
      ),
    views: () => Promise.resolve([...views.values()]),
    saveView: (view) => {
      views.set(view.name, view);
      tell([]);
      return Promise.resolve();
    },
    removeView: (name) => {
      views.delete(name);
      tell([]);
      return Promise.resolve();
    },
    allEvents: () => allOf(events),
    backup: () => Promise.resolve({ at: backup.at, events: byId.size, newEvents: byId.size - backup.events }),
    backedUp: (count) => {
      backup = { at: source.now(), events: count };
      tell([]);
      return Promise.resolve();
    },
    preview: (file) => previewOf(file, known),
    restore: async (file, options = {}) => {
      const preview = await previewOf(file, known, options);
      refuseErasures(preview, options);
      isPart ||= preview.part !== null;
      const all: CaseEvent[] = [];
      for await (const batch of batchesOf(file)) all.push(...batch);
      const { fresh, refills } = await comparedWith(known, all);
      const caseIds = enter([...fresh, ...refills]);
      for (const { deviceId: device, sequence, hash } of fresh)
        if (device === tip.deviceId && sequence > tip.sequence) tip = { ...tip, sequence, hash };
      await eachOriginal(file, (original) => {
        const message = events.get(original.caseId)?.find(({ id }) => id === original.of);
        if (!originals.has(original.of) && mayKeep(original, message)) originals.set(original.of, original);
        return Promise.resolve();
      });
      tell(caseIds);
      return { entered: fresh.length, known: preview.events - fresh.length, refilled: preview.refilled, caseIds };
    },
    erase: ({ caseIds, basis, actor }) =>
      new Promise((resolve) => {
        const drafts = caseIds.map((caseId) =>
          erasureDraft(caseId, events.get(caseId) ?? [], { basis, actor, now: source.now() }),
        );
        append(drafts);
        resolve();
      }),
    closedBefore: (day) =>
      Promise.resolve(
        pick(({ row }) => row.closedOn !== null && row.closedOn < day && !row.isErased).sort(latestFirst),
      ),
    verify: () => {
      const check = chainCheck();
      const files = originalCheck();
      for (const own of events.values())
        for (const event of own) {
          check.take(event);
          files.take(event);
        }
      for (const file of originals.values()) files.takeFile(file);
      const rowFaults = [...cases].filter(([caseId, { row }]) => {
        const fresh = derive(events.get(caseId) ?? [], rowOf)?.row;
        return JSON.stringify(fresh) !== JSON.stringify(row);
      });
      return Promise.resolve({
        events: byId.size,
        cases: cases.size,
        devices: check
          .findings(isPart)
          .map(({ deviceId: device, events: count, fault }) => ({ deviceId: device, events: count, fault })),
        rowFaults: rowFaults.map(([caseId]) => caseId),
        originalFaults: files.faults(),
        bare: check.bare(),
      });
    },
    wipe: () => {
      for (const caseId of cases.keys()) {
        index.remove(caseId);
        texts.remove(caseId);
      }
      for (const one of [events, originals, byId, cases, twins, seen, views]) one.clear();
      remainders.length = 0;
      isPart = false;
      tip = newChain(newId(source));
      backup = { at: null, events: 0 };
      tell([]);
      return Promise.resolve();
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
