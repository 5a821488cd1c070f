import type { Dispatch } from './actions.ts';
import { Managed } from './Managed.tsx';
import type { PolicyName } from './ports.ts';
import type { Setup } from './setup.ts';

/** Whose policy is followed; without one the Code stands in. */
export function LandlordField({
  setup,
  landlords,
  dispatch,
}: {
  readonly setup: Setup;
  readonly landlords: readonly PolicyName[];
  readonly dispatch: Dispatch;
}) {
  if (setup.managed?.includes('landlord')) {
    const { landlord } = setup;
    return <Managed label="Landlord" value={landlords.find(({ id }) => id === landlord)?.name ?? landlord ?? ''} />;
  }
  return (
    <div class="field">
      <label for="landlord">Landlord</label>
      <p class="meta" id="landlord-hint">
        Whose policy is followed. Without one, the Ombudsman’s Code.
      </p>
      <select
        id="landlord"
        aria-describedby="landlord-hint"
        value={setup.landlord ?? ''}
        onChange={(event) =>
          dispatch({ type: 'landlord-chosen', id: event.currentTarget.value === '' ? null : event.currentTarget.value })
        }
      >
        <option value="">Choose…</option>
        {landlords.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}
