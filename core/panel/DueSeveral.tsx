import { count } from '../date-words.ts';
import type { Dispatch } from './actions.ts';
import { HandlerField } from './HandlerField.tsx';
import { tidied } from './setup.ts';
import type { PanelState } from './state.ts';

/** Several cases at once: when a handler leaves or is away, all of theirs go to somebody else with one press. */
export function DueSeveral({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { due, setup } = state;
  const { several } = due;
  if (!several)
    return (
      <p class="from-here several">
        <button type="button" class="link lone" onClick={() => dispatch({ type: 'several-toggled' })}>
          Several at once…
        </button>
      </p>
    );
  return (
    <section class="filters" aria-label="Several at once">
      <p>
        <b tabIndex={-1} data-focus="several">
          {several.chosen.length === 0 ? 'Tick the cases' : `${count(several.chosen.length, 'case')} ticked`}
        </b>
      </p>
      <div class="btns">
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'all-wanted' })}>
          Tick all in this list
        </button>
        <button type="button" class="btn small" onClick={() => dispatch({ type: 'several-toggled' })}>
          Done
        </button>
      </div>
      {several.chosen.length > 0 && (
        <HandlerField
          id="several-handler"
          label="Who handles them now?"
          value={several.handler}
          handlers={setup ? tidied(setup.settings).handlers : []}
          hint={null}
          target="several-handler"
          onChange={(handler) => dispatch({ type: 'several-handler', handler })}
        />
      )}
    </section>
  );
}
