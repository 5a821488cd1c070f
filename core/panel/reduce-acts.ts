import type { ActAction, Result } from './actions.ts';
import { focusOn, withToast } from './notices.ts';
import type { ActsState, OpenAct, PanelState } from './state.ts';

type ActResult = Extract<Result, { type: 'acts-loaded' | 'act-refused' | 'act-done' | 'others-loaded' }>;

/** Under what a form's answers are kept until it is entered: another case's, or another entry's, are apart. */
export function formKey({ caseId, act, of }: OpenAct): string {
  return `${caseId} ${act ?? ''} ${of ?? ''}`;
}

/** What is entered about a case through a form: which one is open, what was typed, what is missing. */
export function reduceActs(state: PanelState, action: ActAction | ActResult): PanelState {
  const to = (change: Partial<ActsState>): PanelState => ({ ...state, acts: { ...state.acts, ...change } });
  const { open, typed } = state.acts;
  switch (action.type) {
    case 'acts-wanted':
    case 'act-chosen': {
      const from = open && state.screen === 'act' ? open.from : state.screen;
      const act = action.type === 'acts-wanted' ? null : action.act;
      const of = action.type === 'acts-wanted' ? null : action.of;
      const next: OpenAct = {
        caseId: action.caseId,
        act,
        of,
        from,
        isFromList: open?.act === null && state.screen === 'act',
      };
      return focusOn({ ...to({ open: next, problems: [] }), screen: 'act', problem: null, toast: null }, 'screen');
    }
    case 'act-typed': {
      if (!open) return state;
      const key = formKey(open);
      const changed = new Set(Object.keys(action.change));
      return to({
        typed: { ...typed, [key]: { ...typed[key], ...action.change } },
        problems: state.acts.problems.filter(({ field }) => !changed.has(field)),
      });
    }
    case 'act-entered':
      return state.busy ? state : { ...state, busy: 'act', problem: null };
    case 'act-left':
      return leave(state);
    case 'acts-loaded':
      // The page and its first heading came with the part.
      return state.screen === 'act' || state.screen === 'paste'
        ? focusOn(to({ part: action.part }), 'screen')
        : to({ part: action.part });
    case 'others-loaded':
      return to({ others: action.others });
    case 'act-refused': {
      const [first] = action.problems;
      return focusOn({ ...to({ problems: action.problems }), busy: null }, `act ${first?.field ?? ''}`);
    }
    case 'act-done': {
      const kept = Object.fromEntries(Object.entries(typed).filter(([key]) => key !== action.form));
      const done = leave({ ...to({ typed: kept, open: open && { ...open, isFromList: false } }), busy: null });
      return action.toast ? withToast(done, action.toast) : done;
    }
  }
}

/** Back to where the form was opened from; what was typed waits. */
function leave(state: PanelState): PanelState {
  const { open } = state.acts;
  if (open?.isFromList)
    return focusOn(
      { ...state, acts: { ...state.acts, open: { ...open, act: null, of: null, isFromList: false }, problems: [] } },
      'screen',
    );
  const from = open?.from ?? 'case';
  const screen = from === 'act' ? 'case' : from;
  const caseId = screen === 'case' ? (open?.caseId ?? state.caseId) : state.caseId;
  return focusOn({ ...state, screen, caseId, acts: { ...state.acts, open: null, problems: [] } }, 'screen');
}
