import type { Dispatch } from './actions.ts';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';

/** Nothing is due, and why it might look so. */
export function DueEmpty({ dispatch }: { readonly dispatch: Dispatch }) {
  return (
    <section class="sec">
      <div class="stack-3">
        <div class="stack">
          <h2 class="page-title">Nothing is due</h2>
          <p>No open cases on this computer.</p>
        </div>
        <Note icon="info" title="Expected to see cases here?">
          <p>This list holds what was logged in this browser. Cases from Outlook or another computer aren’t in it.</p>
        </Note>
        <p>
          <button type="button" class="btn" onClick={() => dispatch({ type: 'went', screen: 'paste' })}>
            <Icon name="paste" />
            Paste a message
          </button>
        </p>
      </div>
    </section>
  );
}
