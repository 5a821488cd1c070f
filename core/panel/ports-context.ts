import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Dispatch } from './actions.ts';
import type { Ports } from './ports.ts';

/** How pages that are fetched when somebody goes there reach the outside: Settings, a person's data. */
export const PortsContext = createContext<Ports | null>(null);

/** How such a page tells the panel what came of what it did, where no action of its own was handed in. */
export const DispatchContext = createContext<Dispatch>(() => undefined);

/** Everything outside the panel. */
export function usePorts(): Ports {
  const ports = useContext(PortsContext);
  if (!ports) throw new Error('this page was shown without its ports');
  return ports;
}
