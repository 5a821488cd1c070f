import { panelDate } from '../../date-words.ts';
import { localDate, type IsoDate } from '../../dates.ts';
import type { DueRow } from '../../deadlines/due-row.ts';
import type { FoundPerson, ToErase } from './person-data.ts';

/** One thing that is held of a person, as it stands in the list. */
export interface Held {
  readonly id: string;
  readonly title: string;
  readonly subject: string;
  readonly state: (today: IsoDate) => string;
  /** The case that it is; null for what is none. */
  readonly caseId: string | null;
}

/** Everything that was found: cases, then messages seen, then drafts. */
export function heldIn({ rows, seen, desks }: FoundPerson): readonly Held[] {
  return [
    ...rows.map((row) => ({
      id: row.caseId,
      title: row.reference,
      subject: row.subject,
      state: (today: IsoDate) => stateOf(row, today),
      caseId: row.caseId,
    })),
    ...seen.map(({ id, subject, receivedAt, firstSeenAt, decided }) => ({
      id: `seen ${id}`,
      title: 'Seen',
      subject,
      state: (today: IsoDate) =>
        `${panelDate(localDate(receivedAt ?? firstSeenAt), today)}, ${decided === null ? 'not decided' : 'decided, and nothing logged'}`,
      caseId: null,
    })),
    ...desks.map(({ key, desk, stored }) => ({
      id: `draft ${key}`,
      title: 'Draft',
      subject: subjectOf(stored),
      state: (today: IsoDate) => {
        const at = desk?.changedAt ?? desk?.placed?.at ?? null;
        return at === null
          ? 'not logged'
          : `${panelDate(localDate(at), today)}, ${desk?.caseId ? 'of a case' : 'not logged'}`;
      },
      caseId: null,
    })),
  ];
}

function subjectOf(stored: unknown): string {
  const { subject } = (typeof stored === 'object' && stored !== null ? stored : {}) as { readonly subject?: unknown };
  return typeof subject === 'string' ? subject : '';
}

function stateOf({ isErased, closedOn }: DueRow, today: IsoDate): string {
  if (isErased) return 'erased';
  return closedOn === null ? 'open' : `closed ${panelDate(closedOn, today)}`;
}

/** Only what is ticked. */
export function chosenOf(found: FoundPerson, chosen: ReadonlySet<string>): FoundPerson {
  return {
    ...found,
    rows: found.rows.filter(({ caseId }) => chosen.has(caseId)),
    seen: found.seen.filter(({ id }) => chosen.has(`seen ${id}`)),
    desks: found.desks.filter(({ key }) => chosen.has(`draft ${key}`)),
  };
}

/** What of it can be erased. */
export function toErase({ rows, seen, desks }: FoundPerson): ToErase {
  return {
    caseIds: rows.flatMap(({ caseId, isErased }) => (isErased ? [] : [caseId])),
    seenIds: seen.map(({ id }) => id),
    deskKeys: desks.map(({ key }) => key),
  };
}
