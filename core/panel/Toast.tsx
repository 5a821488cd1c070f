import type { Dispatch } from './actions.ts';
import { Icon } from './Icon.tsx';
import type { PanelState } from './state.ts';

/**
 * What was just done, and its Undo. It stands on the dock, and before the page in the order of Tab: after an act the focus is
 * on a heading of the page, and one Shift+Tab leads here.
 */
export function Toast({ toast, dispatch }: { readonly toast: PanelState['toast']; readonly dispatch: Dispatch }) {
  if (!toast) return null;
  return (
    <section class="toast" aria-label="Just done">
      <span>
        {toast.words} {toast.reference !== null && <b class="nobr">{toast.reference}</b>}
      </span>
      {toast.undo.length > 0 && (
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'undo' })}>
          <Icon name="undo" />
          Undo
        </button>
      )}
    </section>
  );
}
