import type { CaseAction, Result } from './actions.ts';
import { localDate } from '../dates.ts';
import { changed, NOTHING_GIVEN, type Desk } from './desk.ts';
import type { Checklist } from '../case/checklist.ts';
import { heldByAct, heldByLetter, heldBySharing } from './held-acts.ts';
import { focusOn, withToast } from './notices.ts';
import type { PanelState, Problem } from './state.ts';

type CaseResult = Extract<Result, { type: 'case-loaded' | 'logged' | 'recorded' | 'undone' | 'placed' }>;

/** What happens to a case: its letter, what is recorded about it, what is taken back. */
export function reduceCase(state: PanelState, action: CaseAction | CaseResult): PanelState {
  switch (action.type) {
    case 'case-opened':
      return opened(state, action.caseId);
    case 'case-file-wanted': {
      const opened = state.cases[action.caseId];
      const list = action.kind === 'evidence' && opened ? heldBySharing(opened, state.now) : null;
      return list ? shownHeld(state, action.caseId, list) : { ...state, held: null };
    }
    case 'into-page':
      return state;
    case 'case-message-opened':
      return { ...state, screen: 'message' };
    case 'write-letter':
      return focusOn(
        { ...onDesk(state, { step: 'letter', letterKind: action.kind ?? null }), letterDay: localDate(state.now) },
        'letter',
      );
    case 'letter-left':
      return focusOn(onDesk(state, { step: 'case', isEditingLetter: false }), 'dates');
    case 'letter-fields':
      return focusOn(onDesk(state, { isEditingLetter: action.shown }), action.shown ? 'letter-fields' : 'letter');
    case 'letter-edited': {
      const { desk } = state;
      if (!desk) return state;
      const letter = { ...desk.letter, ...action.change };
      return { ...state, desk: changed(desk, { letter }, state.now), problem: null };
    }
    case 'field-wanted':
      return focusOn(state, `field-${action.path}`);
    case 'insert':
    case 'copy':
    case 'post':
      return placing(state, action.type);
    case 'act':
      return acting(state, action);
    case 'entry-taken-back':
      return state.busy ? state : { ...state, busy: 'act', problem: null };
    case 'undo':
      return state.busy || !state.toast || state.toast.undo.length === 0 ? state : { ...state, busy: 'undo' };
    case 'case-loaded':
      return { ...state, cases: withCase(state, action) };
    case 'logged': {
      const { key, caseId, toast } = action;
      const isShown = state.desk?.key === key;
      const next = isShown ? onDesk(state, { step: 'case', caseId, changedAt: null, given: NOTHING_GIVEN }) : state;
      const told = withToast({ ...next, busy: null }, toast);
      return isShown ? focusOn(told, 'dates') : told;
    }
    case 'recorded':
      return recorded(state, action);
    case 'undone':
      return undone(state, action);
    case 'placed': {
      if (state.desk?.key !== action.key) return { ...state, busy: null };
      const { placed } = action;
      const shown = onDesk(state, { step: 'placed', placed, isEditingLetter: false, given: NOTHING_GIVEN });
      // Taking the case back is no longer the last thing that was done.
      return focusOn({ ...shown, busy: null, toast: null }, 'not-sent');
    }
  }
}

/** What the policy wants first is shown on the case, where it is recorded or passed over; the clocks run on. */
function acting(state: PanelState, { caseId, act }: Extract<CaseAction, { type: 'act' }>): PanelState {
  if (state.busy) return state;
  const opened = state.cases[caseId];
  const list = opened ? heldByAct(opened, act, state.now) : null;
  return list ? shownHeld(state, caseId, list) : { ...state, busy: 'act', held: null, problem: null };
}

function shownHeld(state: PanelState, caseId: string, list: Checklist): PanelState {
  const isBeside = state.screen === 'message' && state.desk?.caseId === caseId;
  const shown = isBeside ? onDesk(state, { step: 'case' }) : { ...state, screen: 'case' as const, caseId };
  return focusOn({ ...shown, held: { caseId, action: list.action } }, 'held');
}

/** A letter goes only as it was read: on another day its dates are others, and it is read again first. */
function placing(state: PanelState, busy: 'insert' | 'copy' | 'post'): PanelState {
  if (state.busy) return state;
  const today = localDate(state.now);
  const opened = state.desk?.caseId == null ? undefined : state.cases[state.desk.caseId];
  if (state.desk && opened && !state.changed) {
    const { letterKind: kind, given } = state.desk;
    const isHeld = heldByLetter(opened, { kind, given, now: state.now }).some(({ isHeldBack }) => isHeldBack);
    if (isHeld) return focusOn({ ...state, missingChoice: 'held' }, 'held');
  }
  // The draft of a message that isn't open is copied as it was kept.
  if (state.changed || state.letterDay === today) return { ...state, busy, problem: null };
  return focusOn({ ...onDesk(state, { step: 'letter' }), letterDay: today, problem: NEW_DAY }, 'problem');
}

const NEW_DAY: Problem = {
  title: 'It is a new day',
  body: 'The letter’s dates were counted again. Nothing was done with it: read it and press again.',
  isAlert: false,
};

function opened(state: PanelState, caseId: string): PanelState {
  const { open, desk } = state;
  // The case of the open message is worked at beside its message; from the list, beside the copy that a case keeps, it isn't.
  const isCopy = open.kind === 'message' && open.source === 'case' && state.screen === 'due';
  const isOfOpenMessage =
    desk !== null &&
    !isCopy &&
    (desk.caseId === caseId || (open.kind === 'message' && open.looked?.found?.caseId === caseId && !desk.isNewMatter));
  if (!isOfOpenMessage) return focusOn({ ...state, screen: 'case', caseId, problem: null }, 'screen');
  const step = desk.caseId === caseId && desk.step !== 'verdict' ? desk.step : 'case';
  return focusOn({ ...onDesk(state, { caseId, step }), screen: 'message' }, 'dates');
}

function recorded(state: PanelState, { toast, act, key }: Extract<CaseResult, { type: 'recorded' }>): PanelState {
  const { due } = state;
  const told = withToast({ ...state, busy: null, due: { ...due, form: null } }, toast);
  if (key === null || told.desk?.key !== key) return told;
  // Once it is sent, nothing of the letter is left to keep.
  return act === 'acknowledged' || act === 'letter-sent'
    ? focusOn(onDesk(told, { step: 'case', placed: null, changedAt: null }), 'dates')
    : told;
}

function undone(state: PanelState, { caseId, isGone }: Extract<CaseResult, { type: 'undone' }>): PanelState {
  const words = isGone ? 'Undone. Nothing was logged.' : 'Undone.';
  const told = withToast({ ...state, busy: null }, { words, reference: null, undo: [], caseId: null, key: null });
  const { desk } = told;
  if (desk?.caseId !== caseId || !isGone) return told;
  return focusOn(
    { ...told, desk: { ...desk, caseId: null, step: desk.route === null ? 'verdict' : 'check' } },
    'verdict',
  );
}

/** Shows something of the desk; nothing was entered. */
function onDesk(state: PanelState, change: Partial<Desk>): PanelState {
  return state.desk ? { ...state, desk: { ...state.desk, ...change }, problem: null } : state;
}

function withCase(
  { cases }: PanelState,
  { caseId, opened: loaded }: Extract<CaseResult, { type: 'case-loaded' }>,
): PanelState['cases'] {
  if (loaded) return { ...cases, [caseId]: loaded };
  return Object.fromEntries(Object.entries(cases).filter(([id]) => id !== caseId));
}
