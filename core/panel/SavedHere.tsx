import { Icon } from './Icon.tsx';

/** Where the cases are. */
export function SavedHere() {
  return (
    <p class="status">
      <Icon name="save" />
      <span>Saved on this computer.</span>
    </p>
  );
}
