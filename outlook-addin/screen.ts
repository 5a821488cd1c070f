import { render } from 'preact';
import type { PanelLock } from '../core/panel/lock/panel-lock.ts';
import { showUnlessLocked } from '../core/panel/lock/show-locked.tsx';
import type { PanelStore } from '../core/panel/ports.ts';

/** Puts something into the pane, and gives how to take it away. */
export type Mount = (at: HTMLElement) => () => void;

/** The pane's one place: whatever is shown in it, the lock stands before it. */
export interface Screen {
  /** Shows this in place of what was shown; while the pane is locked, once it is open again. */
  show(mount: Mount): Promise<void>;
}

/** The place that the lock guards. */
export function lockableScreen(
  at: HTMLElement,
  parts: { readonly lock: PanelLock; readonly store: PanelStore },
): Screen {
  let current: Mount | null = null;
  let takeAway: (() => void) | null = null;
  const put = (mount: Mount): void => {
    takeAway = mount(at);
  };
  return {
    async show(mount) {
      const isFirst = current === null;
      current = mount;
      if (!isFirst) {
        if (takeAway === null) return;
        takeAway();
        render(null, at);
        put(mount);
        return;
      }
      await showUnlessLocked(at, parts, () => {
        put(current ?? mount);
        return () => {
          takeAway?.();
          takeAway = null;
        };
      });
    },
  };
}
