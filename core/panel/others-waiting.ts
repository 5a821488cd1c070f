import type { PanelState } from './state.ts';

/** Cases, beside the one that is shown, whose dates wait for a longer calendar. */
export function othersWaiting({ due }: PanelState): number {
  return Math.max(0, (due.whole?.uncomputed ?? 0) - 1);
}
