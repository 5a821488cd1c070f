import { render } from 'preact';
import type { PanelStore } from '../ports.ts';
import { parseSetup } from '../setup.ts';
import type { PanelLock } from './panel-lock.ts';

/**
 * Shows the panel in `root`, or the lock in its place for as long as it is locked. `mount` shows the panel and gives how to
 * take it away; what was typed is kept by then.
 */
export async function showUnlessLocked(
  root: Element,
  { lock, store }: { readonly lock: PanelLock; readonly store: PanelStore },
  mount: () => () => void,
): Promise<void> {
  let takeAway: (() => void) | null = null;
  let isLockShown = false;
  const look = async (): Promise<void> => {
    const { isLocked, hasCode } = await lock.state();
    if (isLocked && !isLockShown) {
      takeAway?.();
      takeAway = null;
      isLockShown = true;
      const setup = parseSetup(await store.load('setup'));
      const { name } = setup.settings.officer;
      const open = async (who: string, code: string): Promise<boolean> => {
        if ((await lock.unlock(code)) === 'wrong') return false;
        if (who !== name) {
          // Another panel may have changed them while this one was locked.
          const kept = parseSetup(await store.load('setup'));
          const officer = { ...kept.settings.officer, name: who, email: '', phone: '' };
          await store.save('setup', { ...kept, settings: { ...kept.settings, officer } });
        }
        return true;
      };
      const { LockScreen } = await import('./LockScreen.tsx');
      root.classList.add('panel');
      render(<LockScreen name={name} hasCode={hasCode} onUnlock={open} />, root);
    } else if (!isLocked && takeAway === null) {
      if (isLockShown) render(null, root);
      isLockShown = false;
      takeAway = mount();
    }
  };
  // One look after the other: a lock and an unlock in quick succession end as the last one.
  let looking = look();
  lock.onChange(() => {
    looking = looking.then(look, look);
  });
  await looking;
}
