import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Ports } from './ports.ts';

/** How pages that are fetched when somebody goes there reach the outside: Settings, a person's data. */
export const PortsContext = createContext<Ports | null>(null);

/** Everything outside the panel. */
export function usePorts(): Ports {
  const ports = useContext(PortsContext);
  if (!ports) throw new Error('this page was shown without its ports');
  return ports;
}
