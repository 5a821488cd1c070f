import type { CaseEvent, EventDraft } from '../case/event.ts';
import { EventError } from '../case/event.ts';
import { isRecorded, type Original, type OriginalRecord } from '../case/original.ts';

/* The files of emails in a register: each belongs to the event by which its message came. */

/** A file with the case that it is on. */
export interface CaseOriginal extends Original {
  readonly caseId: string;
}

/** The files that go with drafts. Throws EventError for one that no draft speaks of, or speaks of otherwise. */
export function filesOf(drafts: readonly EventDraft[], originals: readonly Original[]): readonly CaseOriginal[] {
  return originals.map(({ of, bytes }) => {
    const draft = drafts.find((one) => one.type === 'original-kept' && one.data.of === of);
    if (draft?.type !== 'original-kept' || !isRecorded(bytes, draft.data))
      throw new EventError(`the file of message ${of} comes without the entry that it was kept`);
    return { of, bytes, caseId: draft.caseId };
  });
}

/** What entries say of files, for a check of these: by message, every digest that was recorded of one. */
export interface OriginalCheck {
  take(event: CaseEvent): void;
  /** Of a file that is here. */
  takeFile(file: CaseOriginal): void;
  /** After the last: the cases of which a file is another one than was kept, belongs to nothing, or is gone. */
  faults(): readonly string[];
}

/** Checks each file against what was recorded when it was kept. An erased message has none. */
export function originalCheck(): OriginalCheck {
  const kept = new Map<string, { readonly caseId: string; readonly records: OriginalRecord[] }>();
  const erased = new Set<string>();
  const here = new Set<string>();
  const faults = new Set<string>();
  return {
    take: (event) => {
      if (event.type === 'erased') for (const of of event.data.of) erased.add(of);
      if (event.type !== 'original-kept') return;
      const { of, ...record } = event.data;
      const known = kept.get(of);
      if (known) known.records.push(record);
      else kept.set(of, { caseId: event.caseId, records: [record] });
    },
    takeFile: ({ of, bytes, caseId }) => {
      here.add(of);
      const records = kept.get(of)?.records ?? [];
      if (erased.has(of) || !records.some((record) => isRecorded(bytes, record))) faults.add(caseId);
    },
    faults: () => {
      for (const [of, { caseId }] of kept) if (!here.has(of) && !erased.has(of)) faults.add(caseId);
      return [...faults];
    },
  };
}
