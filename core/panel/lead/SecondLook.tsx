import type { SeenMessage } from '../../register/seen.ts';
import type { Dispatch } from '../actions.ts';
import type { PanelState } from '../state.ts';
import { SeenName } from './SeenName.tsx';
import { dateOf, readingWords } from './seen-words.ts';

/** Somebody decided that a message is no complaint: somebody else agrees, or has it decided again. */
export function SecondLook({
  message,
  state,
  dispatch,
}: {
  readonly message: SeenMessage;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { id, decided } = message;
  return (
    <div class="row-open second-look">
      <p>
        <SeenName message={message} />
      </p>
      <p class="meta">
        <bdi>{readingWords(message)}</bdi> · {dateOf(message, state)} · decided by <bdi>{decided?.by ?? ''}</bdi>
      </p>
      <div class="btns">
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'looked-again', id, agrees: true })}>
          I agree
        </button>
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'looked-again', id, agrees: false })}>
          Decide it again
        </button>
      </div>
    </div>
  );
}
