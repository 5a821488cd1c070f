import type { CurrentMessage, MessageKey } from '../host.ts';
import type { Changed, PanelState } from './state.ts';

/*
 * "You opened another message" speaks of the one message that a press met in place of its own. It ends with the next one
 * that opens: that one is read like any other, its dangers first.
 */

/** What is left of it when a message is shown. */
export function changedBeside({ changed, open }: PanelState, key: MessageKey): Changed | null {
  if (!changed || changed.desk.key === key) return null;
  if (changed.other === key) return changed;
  // The press met a page that was still opening a message: this is the one.
  return changed.other === null && open.kind === 'waiting' ? { ...changed, other: key } : null;
}

/** What is left of it when the host has no message to read, or opens one. */
export function changedWithout({ changed, open }: PanelState, current: CurrentMessage): Changed | null {
  if (!changed) return null;
  const isOpening = open.kind === 'waiting' && changed.other === null;
  if (current.kind === 'loading') {
    const isAtIt = open.kind === 'waiting' || (open.kind === 'message' && open.key === changed.other);
    return isAtIt ? changed : null;
  }
  return isOpening || JSON.stringify(current) === JSON.stringify(open) ? changed : null;
}
