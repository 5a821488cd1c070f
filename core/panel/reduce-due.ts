import type { DueAction, Result } from './actions.ts';
import type { DueState, PanelState } from './state.ts';

type DueResult = Extract<Result, { type: 'due-loaded' | 'due-more' | 'due-failed' }>;

/** The due list: where it begins, what of it is loaded, which row is open. */
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
      const { counts, first, uncomputed, list } = action;
      return to({ counts, first, uncomputed, failed: null, ...list });
    }
    case 'due-more':
      return to({ entries: [...due.entries, ...action.entries], hasMore: action.hasMore });
    case 'due-failed':
      return to({ failed: action.because });
  }
}
