import { render } from 'preact';
import { RegisterError, type Register } from '../register/register.ts';

/**
 * Opens the register for a panel in `root`: while an older Duly in another window holds it the panel says so, and goes on
 * by itself. Null where it can't be opened: the panel says why. What else fails is the caller's.
 */
export async function openRegister(
  root: Element,
  open: (onBlocked: () => void) => Promise<Register>,
): Promise<Register | null> {
  let isOver = false;
  const waits = async (): Promise<void> => {
    const { RegisterWaits } = await import('./RegisterShut.tsx');
    if (isOver) return;
    root.classList.add('panel');
    render(<RegisterWaits />, root);
  };
  try {
    return await open(() => void waits());
  } catch (error) {
    if (!(error instanceof RegisterError)) throw error;
    const { RegisterRefused } = await import('./RegisterShut.tsx');
    root.classList.add('panel');
    render(<RegisterRefused error={error} onTryAgain={() => location.reload()} />, root);
    return null;
  } finally {
    isOver = true;
  }
}
