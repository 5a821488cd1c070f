import type { Way } from '../case/way-back.ts';
import type { Dispatch } from './actions.ts';

/** How the letter goes, and the other way. */
export function WayLine({
  way,
  isAsTheyWrote,
  dispatch,
}: {
  readonly way: Way;
  /** Nobody chose it: it is how the resident wrote. */
  readonly isAsTheyWrote: boolean;
  readonly dispatch: Dispatch;
}) {
  const other: Way = way === 'post' ? 'email' : 'post';
  return (
    <p class="meta">
      {way === 'post' ? 'By post' : 'By email'}
      {way === 'post' && isAsTheyWrote ? ', as they wrote' : ''}.{' '}
      <button type="button" class="link" onClick={() => dispatch({ type: 'letter-edited', change: { way: other } })}>
        {other === 'post' ? 'Post it instead' : 'Email it instead'}
      </button>
    </p>
  );
}
