import { useContext } from 'preact/hooks';
import type { Instant } from '../dates.ts';
import { Icon } from './Icon.tsx';
import { KeptContext } from './keeping.ts';

/** Where the cases are. */
export function SavedHere({ now, isEmpty = false }: { readonly now: Instant; readonly isEmpty?: boolean }) {
  const showKept = useContext(KeptContext);
  if (showKept) return <>{showKept(now, 'in-full')}</>;
  if (isEmpty) return null;
  return (
    <p class="status">
      <Icon name="save" />
      <span>Saved on this computer.</span>
    </p>
  );
}
