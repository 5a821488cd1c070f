import type { DueAction, Result } from './actions.ts';
import type { DueFind } from './due-find.ts';
import { focusOn, withToast } from './notices.ts';
import type { DueState, PanelState } from './state.ts';
import { filterOfView, teamOf, teamsOf, type Team } from './teams.ts';

type DueResult = Extract<
  Result,
  {
    type: 'due-loaded' | 'due-more' | 'due-failed' | 'due-beside' | 'facets-loaded' | 'all-found' | 'several-done';
  }
>;
type FindAction = Extract<
  DueAction | DueResult,
  {
    type:
      | 'find-typed'
      | 'filters-toggled'
      | 'filter-changed'
      | 'view-chosen'
      | 'view-named'
      | 'view-kept'
      | 'view-dropped'
      | 'due-beside'
      | 'facets-loaded';
  }
>;
type SeveralAction = Extract<
  DueAction | DueResult,
  {
    type:
      | 'several-toggled'
      | 'several-ticked'
      | 'all-wanted'
      | 'several-handler'
      | 'several-given'
      | 'all-found'
      | 'several-done';
  }
>;

/** The due list: where it begins, what of it is loaded, what it is narrowed by, which row is open. */
export function reduceDue(state: PanelState, action: DueAction | DueResult): PanelState {
  const to = (change: Partial<DueState>): PanelState => ({ ...state, due: { ...state.due, ...change } });
  const { due } = state;
  switch (action.type) {
    case 'jumped':
      return to({ from: action.to, open: null, form: null });
    case 'more-wanted':
      return state;
    case 'row-toggled': {
      const isOpen = due.open?.caseId === action.caseId && due.open.timer === action.timer;
      return to({ open: isOpen ? null : { caseId: action.caseId, timer: action.timer }, form: null });
    }
    case 'row-form':
      return to({ form: action.form });
    case 'due-loaded': {
      const { counts, whole, first, uncomputed, list } = action;
      return to({ counts, whole, first, uncomputed, failed: null, ...list });
    }
    case 'due-more':
      return to({ entries: [...due.entries, ...action.entries], hasMore: action.hasMore });
    case 'due-failed':
      return to({ failed: action.because });
    case 'find-typed':
    case 'filters-toggled':
    case 'filter-changed':
    case 'view-chosen':
    case 'view-named':
    case 'view-kept':
    case 'view-dropped':
    case 'due-beside':
    case 'facets-loaded':
      return reduceFind(state, action);
    default:
      return reduceSeveral(state, action satisfies SeveralAction);
  }
}

/** What the list is narrowed by. It begins again at its top, with no row open. */
function reduceFind(state: PanelState, action: FindAction): PanelState {
  const { due } = state;
  const { find } = due;
  const to = (change: Partial<DueFind>): PanelState => ({ ...state, due: { ...due, find: { ...find, ...change } } });
  const narrow = (change: Partial<DueFind>): PanelState => ({
    ...state,
    due: { ...due, from: null, open: null, form: null, find: { ...find, ...change } },
  });
  switch (action.type) {
    case 'find-typed':
      return narrow({ words: action.words });
    case 'filters-toggled':
      return to({ isOpen: !find.isOpen, naming: null });
    case 'filter-changed':
      return narrow({ filter: action.filter, view: null });
    case 'view-chosen': {
      const view = find.views.find(({ name }) => name === action.name);
      return narrow({ filter: view ? filterOfView(view, teamsIn(state)) : {}, view: view?.name ?? null });
    }
    case 'view-named':
      return find.naming === null ? focusOn(to({ naming: action.name }), 'view-name') : to({ naming: action.name });
    case 'view-kept': {
      const name = find.naming?.trim() ?? '';
      if (name === '') return focusOn(state, 'view-name');
      const team = teamOf(find.filter.handlers, teamsIn(state))?.name;
      const view = { name, filter: find.filter, ...(team === undefined ? {} : { team }) };
      const views = [...find.views.filter((one) => one.name !== name), view];
      return to({ views, view: name, naming: null });
    }
    case 'view-dropped':
      return to({ views: find.views.filter(({ name }) => name !== action.name), view: null });
    case 'due-beside':
      return to({ waiting: action.waiting, others: action.others });
    case 'facets-loaded':
      return to({ facets: action.facets, views: action.views });
  }
}

function teamsIn({ setup }: PanelState): readonly Team[] {
  return setup ? teamsOf(setup.settings) : [];
}

/** Several cases that go to somebody else together. */
function reduceSeveral(state: PanelState, action: SeveralAction): PanelState {
  const { due } = state;
  const { several } = due;
  const to = (change: DueState['several']): PanelState => ({ ...state, due: { ...due, several: change } });
  switch (action.type) {
    case 'several-toggled':
      return several
        ? { ...to(null), problem: null }
        : focusOn(
            { ...to({ chosen: [], handler: '' }), due: { ...due, open: null, several: { chosen: [], handler: '' } } },
            'several',
          );
    case 'several-ticked': {
      if (!several) return state;
      const others = several.chosen.filter((id) => id !== action.caseId);
      return to({ ...several, chosen: action.on ? [...others, action.caseId] : others });
    }
    case 'all-wanted':
      return state;
    case 'all-found':
      return several ? to({ ...several, chosen: action.caseIds }) : state;
    case 'several-handler':
      return several ? to({ ...several, handler: action.handler }) : state;
    case 'several-given':
      if (!several || state.busy || several.chosen.length === 0) return state;
      if (several.handler.trim() === '') return focusOn(state, 'several-handler');
      return { ...state, busy: 'act', problem: null };
    case 'several-done': {
      const done = { ...to(null), busy: null, problem: action.problem };
      return action.toast ? withToast(done, action.toast) : done;
    }
  }
}
