import type { Dispatch } from './actions.ts';
import { Icon } from './Icon.tsx';

/** No landlord is chosen: the verdict is the Code's, and the panel says so until one is. */
export function NoLandlord({ dispatch }: { readonly dispatch: Dispatch }) {
  return (
    <p class="status no-landlord">
      <Icon name="info" />
      <span>
        No landlord is chosen yet, so this is read by the Ombudsman’s Code.{' '}
        <button type="button" class="link" onClick={() => dispatch({ type: 'went', screen: 'first-run' })}>
          Set up Duly
        </button>
      </span>
    </p>
  );
}
