import type { Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { Desk } from './desk.ts';
import type { Looked, OpenMessage, PanelState } from './state.ts';

/** The open message with its desk, once it is read. */
export interface AtWork {
  readonly open: OpenMessage;
  readonly looked: Looked;
  readonly desk: Desk;
}

/** What every card of a message that isn't on a case yet is drawn from. */
export interface CardProps {
  readonly work: AtWork;
  readonly now: Instant;
  readonly missingChoice: PanelState['missingChoice'];
  readonly dispatch: Dispatch;
}

/** The message that the person is working at; null while there is none, or it isn't read yet. */
export function atWork({ open, desk }: PanelState): AtWork | null {
  if (open.kind !== 'message' || !open.looked || !desk || desk.key !== open.key) return null;
  return { open, looked: open.looked, desk };
}

/** Whether the message is on a case already, and nobody has said that it is another matter. */
export function isKnown({ looked, desk }: AtWork): boolean {
  return looked.found !== null && desk.caseId === null && !desk.isNewMatter;
}
