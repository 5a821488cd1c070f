import type { Dispatch } from './actions.ts';

/** A number from Settings to ring; while it is unset the banner says so and leads there, and prints none. */
export function PhoneNumber({
  number,
  missing,
  dispatch,
}: {
  readonly number: string;
  readonly missing: string;
  readonly dispatch: Dispatch;
}) {
  const plain = number.trim();
  if (plain === '')
    return (
      <>
        {missing}.{' '}
        <button type="button" class="link" onClick={() => dispatch({ type: 'went', screen: 'settings' })}>
          Set it
        </button>
      </>
    );
  // A name may stand beside the number, or instead of it.
  const digits = /^[\d\s()+-]{5,}$/.test(plain) ? plain.replace(/[^\d+]/g, '') : null;
  return digits === null ? (
    <>{plain}</>
  ) : (
    <a href={`tel:${digits}`} class="nobr">
      {plain}
    </a>
  );
}
