import { useContext } from 'preact/hooks';
import type { Instant } from '../dates.ts';
import { Icon } from './Icon.tsx';
import { KeepingContext } from './keeping.ts';
import { KeptHere } from './KeptHere.tsx';

/** Where the cases are. */
export function SavedHere({ now, isEmpty = false }: { readonly now: Instant; readonly isEmpty?: boolean }) {
  const keeping = useContext(KeepingContext);
  if (keeping) return <KeptHere keeping={keeping} now={now} />;
  if (isEmpty) return null;
  return (
    <p class="status">
      <Icon name="save" />
      <span>Saved on this computer.</span>
    </p>
  );
}
