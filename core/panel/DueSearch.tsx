import type { Dispatch } from './actions.ts';
import { chipsOf, filterCount } from './due-find.ts';
import { Icon } from './Icon.tsx';
import type { PanelState } from './state.ts';

/** The line to search in, and the way to the filters. */
export function DueSearch({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { words, filter, isOpen } = state.due.find;
  const number = filterCount(filter);
  return (
    <div class="find">
      <div class="search">
        <Icon name="search" />
        <input
          type="search"
          id="search-cases"
          aria-label="Search cases"
          placeholder="Search cases"
          autocomplete="off"
          data-focus="search"
          value={words}
          onInput={(event) => dispatch({ type: 'find-typed', words: event.currentTarget.value })}
        />
      </div>
      <button type="button" class="btn" aria-expanded={isOpen} onClick={() => dispatch({ type: 'filters-toggled' })}>
        <Icon name="filter" /> Filters{number > 0 ? ` (${String(number)})` : ''}
      </button>
    </div>
  );
}

/** What the list is narrowed by: each thing removes itself. */
export function DueChips({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { filter } = state.due.find;
  const chips = chipsOf(filter, state.rules?.policy ?? null);
  if (chips.length === 0) return null;
  return (
    <p class="chips">
      {chips.map(({ words, without }) => (
        <button
          key={words}
          type="button"
          class="chip"
          onClick={() => dispatch({ type: 'filter-changed', filter: without })}
        >
          <bdi>{words}</bdi> <Icon name="close" />
          <span class="vh">, remove</span>
        </button>
      ))}
    </p>
  );
}
