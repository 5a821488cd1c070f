import type { TaskKind } from '../deadlines/row-tasks.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import type { Figure } from '../register/figures.ts';
import type { TaskEntry } from '../register/register.ts';
import type { SeenMessage } from '../register/seen.ts';
import type { LeadPart } from './lead/part.ts';

/** What whoever looks after all cases sees: what is to be decided, and counts. */
export interface LeadState {
  /** Null until one of its pages is wanted. */
  readonly part: LeadPart | null;
  /** Messages seen and on no case, the oldest first. */
  readonly undecided: readonly SeenMessage[];
  /** Decisions for a second look. */
  readonly samples: readonly SeenMessage[];
  readonly tasks: readonly TaskEntry[];
  /** How many there are of each kind; null until they are counted. */
  readonly taskCounts: Readonly<Record<TaskKind, number>> | null;
  /** The message whose row is open. */
  readonly openId: string | null;
  /** A colleague is being asked about it. */
  readonly asking: { readonly whom: string; readonly note: string } | null;
  readonly figures: readonly Figure[];
  /** The months that are counted, both included; empty until the page is opened. */
  readonly from: string;
  readonly to: string;
  /** The cases of the figure that was opened. */
  readonly shown: { readonly title: string; readonly rows: readonly DueRow[] } | null;
}

/** Nothing asked for yet. */
export const NO_LEAD: LeadState = {
  part: null,
  undecided: [],
  samples: [],
  tasks: [],
  taskCounts: null,
  openId: null,
  asking: null,
  figures: [],
  from: '',
  to: '',
  shown: null,
};
