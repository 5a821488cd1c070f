import type { PanelStore } from '../ports.ts';
import type { PanelLock } from './panel-lock.ts';

/** Where it is kept when the panel was last touched: one that is opened anew may have been left for hours. */
const SEEN = 'lock-seen';
const MINUTE = 60_000;
/** Not every movement is written down. */
const EACH = 10_000;

/**
 * Locks where the host can't tell that nobody is at the computer: when the panel itself wasn't touched for so long, a panel
 * that was hidden or closed meanwhile included. Call it before anything is shown; resolves when it is known.
 */
export async function watchAbsence(lock: PanelLock, store: PanelStore, now: () => number): Promise<void> {
  let touched = await lastTouch(store);
  const look = async (): Promise<void> => {
    const { minutes, isLocked } = await lock.state();
    if (minutes === null || isLocked || touched === null) return;
    // A clock that was set back shows nothing: nobody was seen in the future.
    if (now() - touched >= minutes * MINUTE || now() < touched) await lock.lockNow();
  };
  await look();
  const seen = (): Promise<void> => store.save(SEEN, (touched = now()));
  const touch = async (): Promise<void> => {
    const before = touched;
    if (before !== null && now() - before < EACH && now() >= before) return;
    // Whoever comes back after too long is asked first, however fast they press.
    await look();
    if ((await lock.state()).isLocked) return;
    await seen();
  };
  await touch();
  for (const what of ['pointerdown', 'keydown', 'wheel'])
    document.addEventListener(what, () => void touch(), { capture: true, passive: true });
  document.addEventListener('visibilitychange', () => void look());
  // Who opened it is there.
  lock.onChange(() => void lock.state().then(({ isLocked }) => (isLocked ? undefined : seen())));
  setInterval(() => void look(), MINUTE / 4);
}

async function lastTouch(store: PanelStore): Promise<number | null> {
  const kept = await store.load(SEEN);
  return typeof kept === 'number' && Number.isFinite(kept) ? kept : null;
}
