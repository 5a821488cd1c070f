import type { CalendarDifference } from '../calendar-update.ts';
import type { CalendarChanges } from '../calendar-changes.ts';
import type { AffectedCase } from '../deadlines/affected-by.ts';
import type { FileMistake } from '../policy/import-policy.ts';
import type { Reading } from '../reading/reading.ts';
import type { Verdict } from '../triage/verdict.ts';
import type { BroughtIn } from './ports.ts';

/** A message that was typed to see what the policy makes of it; nothing of it is kept. */
export interface Trial {
  readonly reading: Reading;
  readonly verdict: Verdict;
}

/** A policy's file that somebody chose: it can be used, or it can't and why. */
export type ChosenFile =
  | { readonly kind: 'read'; readonly name: string; readonly brought: BroughtIn }
  | { readonly kind: 'wrong'; readonly name: string; readonly mistakes: readonly FileMistake[] };

/** Changes to the calendar before they are kept, with what they would move. */
export interface PendingCalendar {
  readonly changes: CalendarChanges;
  /** Of a list that was read: what it changes, by division. */
  readonly differences: readonly CalendarDifference[];
  /** Null while it is counted. */
  readonly affected: readonly AffectedCase[] | null;
  /** Why they can't be used; nothing of them is. */
  readonly problem: string | null;
}

/** The pages of the policy and of its calendar. */
export interface ShelfState {
  /** What is kept beyond the calendars that the program brings; null until it is known. */
  readonly changes: CalendarChanges | null;
  readonly trial: Trial | null;
  readonly file: ChosenFile | null;
  readonly calendar: PendingCalendar | null;
}

/** What a person does on the pages of the policy and of its calendar. */
export type ShelfAction =
  | { readonly type: 'message-tried'; readonly text: string }
  | { readonly type: 'policy-file-chosen'; readonly name: string; readonly text: string }
  | { readonly type: 'policy-file-dropped' }
  | { readonly type: 'policy-file-kept' }
  | { readonly type: 'policy-saved' }
  | { readonly type: 'mistakes-copied' }
  | { readonly type: 'calendar-file-chosen'; readonly text: string }
  | { readonly type: 'calendar-changed'; readonly changes: CalendarChanges }
  | { readonly type: 'calendar-dropped' }
  | { readonly type: 'calendar-kept' };

/** What came back. */
export type ShelfResult =
  | { readonly type: 'message-judged'; readonly trial: Trial }
  | { readonly type: 'policy-file-read'; readonly file: ChosenFile }
  | { readonly type: 'calendar-weighed'; readonly calendar: PendingCalendar };

/** Nothing tried, nothing chosen. */
export const EMPTY_SHELF: ShelfState = { changes: null, trial: null, file: null, calendar: null };

/** The pages after one action; `focus` names the heading that takes the focus, where one does. */
export function reduceShelf(
  shelf: ShelfState,
  action: ShelfAction | ShelfResult,
): { readonly shelf: ShelfState; readonly focus: string | null } {
  switch (action.type) {
    case 'message-judged':
      return { shelf: { ...shelf, trial: action.trial }, focus: 'trial' };
    case 'policy-file-read':
      return { shelf: { ...shelf, file: action.file }, focus: 'policy-file' };
    case 'policy-file-dropped':
      return { shelf: { ...shelf, file: null }, focus: 'screen' };
    case 'calendar-changed':
      return {
        shelf: { ...shelf, calendar: { changes: action.changes, differences: [], affected: null, problem: null } },
        focus: null,
      };
    case 'calendar-weighed':
      return { shelf: { ...shelf, calendar: action.calendar }, focus: 'calendar-change' };
    case 'calendar-dropped':
      return { shelf: { ...shelf, calendar: null }, focus: 'screen' };
    case 'message-tried':
    case 'policy-file-chosen':
    case 'policy-file-kept':
    case 'policy-saved':
    case 'mistakes-copied':
    case 'calendar-file-chosen':
    case 'calendar-kept':
      return { shelf, focus: null };
  }
}
