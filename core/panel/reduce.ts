import type { Action, DeskAction, PageAction, Result } from './actions.ts';
import { focusOn, withToast } from './notices.ts';
import { reduceActs } from './reduce-acts.ts';
import { reduceCase } from './reduce-case.ts';
import { reduceDesk } from './reduce-desk.ts';
import { withoutDesks } from './reduce-dropped.ts';
import { reduceDue } from './reduce-due.ts';
import { reduceForms } from './reduce-forms.ts';
import { reduceHost } from './reduce-host.ts';
import { reduceLead } from './reduce-lead.ts';
import { EMPTY_PASTE } from './paste-form.ts';
import { withForm, withKeptForms } from './forms.ts';
import { tidied, withSetting } from './setup.ts';
import { reduceShelf } from './shelf-state.ts';
import type { PanelState } from './state.ts';

/** What the forms take is in reduce-forms.ts. */
type OwnPageAction = Exclude<
  PageAction,
  { type: 'paste-typed' | 'read-pasted' | 'kept-opened' | 'kept-dropped' | 'record-used' }
>;

type NoteResult = Extract<
  Result,
  {
    type:
      | 'ticked'
      | 'setup-loaded'
      | 'setup-followed'
      | 'rules-loaded'
      | 'letters-loaded'
      | 'failed'
      | 'toast-over'
      | 'desks-dropped'
      | 'original-kept'
      | 'copied'
      | 'fill-shown';
  }
>;

/** The panel after one action. Pure: everything that comes from outside comes in the action. */
export function reduce(state: PanelState, action: Action): PanelState {
  switch (action.type) {
    case 'went':
    case 'more-toggled':
    case 'escaped':
    case 'setting-typed':
    case 'landlord-chosen':
    case 'setup-done':
    case 'mail-file-chosen':
    case 'asked-again':
    case 'read-open':
    case 'keep-for-later':
    case 'point-at':
    case 'pointing-stopped':
    case 'site-allowed':
      return reducePage(state, action);
    case 'ticked':
    case 'setup-loaded':
    case 'setup-followed':
    case 'rules-loaded':
    case 'letters-loaded':
    case 'failed':
    case 'toast-over':
    case 'desks-dropped':
    case 'original-kept':
    case 'copied':
    case 'fill-shown':
      return reduceNote(state, action);
    case 'paste-typed':
    case 'read-pasted':
    case 'kept-opened':
    case 'kept-dropped':
    case 'record-used':
    case 'mail-file-read':
    case 'words-handed':
    case 'form-dropped':
    case 'forms-followed':
    case 'kept-loaded':
    case 'paste-looked':
      return reduceForms(state, action);
    case 'jumped':
    case 'more-wanted':
    case 'row-toggled':
    case 'row-form':
    case 'find-typed':
    case 'filters-toggled':
    case 'filter-changed':
    case 'view-chosen':
    case 'view-named':
    case 'view-kept':
    case 'view-dropped':
    case 'several-toggled':
    case 'several-ticked':
    case 'all-wanted':
    case 'several-handler':
    case 'several-given':
    case 'due-beside':
    case 'facets-loaded':
    case 'all-found':
    case 'several-done':
    case 'due-loaded':
    case 'due-more':
    case 'due-failed':
      return reduceDue(state, action);
    case 'slow':
    case 'host-saw':
    case 'host-failed':
    case 'message-shown':
    case 'looked':
    case 'look-failed':
    case 'marked':
    case 'original-unkept':
    case 'message-confirmed':
    case 'kept-for-later':
    case 'message-changed':
      return reduceHost(state, action);
    case 'case-opened':
    case 'case-message-opened':
    case 'write-letter':
    case 'letter-left':
    case 'letter-edited':
    case 'letter-fields':
    case 'field-wanted':
    case 'insert':
    case 'copy':
    case 'post':
    case 'act':
    case 'case-file-wanted':
    case 'entry-taken-back':
    case 'into-page':
    case 'undo':
    case 'case-loaded':
    case 'logged':
    case 'recorded':
    case 'undone':
    case 'placed':
      return reduceCase(state, action);
    case 'seen-toggled':
    case 'asking-toggled':
    case 'asking-typed':
    case 'seen-asked':
    case 'seen-decided':
    case 'looked-again':
    case 'months-chosen':
    case 'figure-opened':
    case 'lead-loaded':
      return reduceLead(state, action);
    case 'acts-wanted':
    case 'act-chosen':
    case 'act-typed':
    case 'act-entered':
    case 'act-left':
    case 'acts-loaded':
    case 'others-loaded':
    case 'act-refused':
    case 'act-done':
      return reduceActs(state, action);
    case 'message-tried':
    case 'message-judged':
    case 'policy-file-chosen':
    case 'policy-file-read':
    case 'policy-file-dropped':
    case 'policy-file-kept':
    case 'policy-saved':
    case 'mistakes-copied':
    case 'calendar-file-chosen':
    case 'calendar-changed':
    case 'calendar-weighed':
    case 'calendar-dropped':
    case 'calendar-kept': {
      const { shelf, focus } = reduceShelf(state.shelf, action);
      const next = { ...state, shelf, problem: null };
      return focus === null ? next : focusOn(next, focus);
    }
    default:
      return reduceDesk(state, action satisfies DeskAction);
  }
}

function reducePage(state: PanelState, action: OwnPageAction): PanelState {
  switch (action.type) {
    case 'went':
      return focusOn(
        {
          // A record's form is its own: what is pasted beside it goes into another.
          ...(action.screen === 'paste' && state.paste.of ? withForm(state, EMPTY_PASTE) : state),
          screen: action.screen,
          isMoreOpen: false,
          problem: null,
          due: { ...state.due, form: null },
        },
        'screen',
      );
    case 'more-toggled':
      return { ...state, isMoreOpen: !state.isMoreOpen };
    case 'escaped':
      return escaped(state);
    case 'setting-typed': {
      if (!state.setup) return state;
      const settings = withSetting(state.setup.settings, action.field, action.text);
      return { ...state, setup: { ...state.setup, settings } };
    }
    case 'landlord-chosen':
      return state.setup ? { ...state, setup: { ...state.setup, landlord: action.id } } : state;
    case 'setup-done': {
      if (!state.setup) return state;
      const setup = { ...state.setup, settings: tidied(state.setup.settings), isDone: true };
      return focusOn({ ...state, setup, screen: 'message' }, 'screen');
    }
    case 'mail-file-chosen':
      return state;
    case 'asked-again':
      return { ...state, problem: null, screen: 'message' };
    case 'read-open':
      return focusOn({ ...state, changed: null }, 'screen');
    case 'keep-for-later':
      return { ...state, problem: null };
    case 'point-at':
      return { ...state, pointing: action.field };
    case 'pointing-stopped':
      return { ...state, pointing: null };
    case 'site-allowed':
      return state;
  }
}

function escaped(state: PanelState): PanelState {
  if (state.isMoreOpen) return { ...state, isMoreOpen: false };
  if (state.pointing !== null) return { ...state, pointing: null };
  const { due, desk } = state;
  switch (state.screen) {
    case 'due':
      if (due.form) return { ...state, due: { ...due, form: null } };
      if (due.several) return reduceDue(state, { type: 'several-toggled' });
      return due.open ? { ...state, due: { ...due, open: null } } : state;
    case 'case':
    case 'to-decide':
    case 'figures':
      return reducePage(state, { type: 'went', screen: 'due' });
    case 'act':
      return reduceActs(state, { type: 'act-left' });
    case 'calendar':
      return reducePage(state, { type: 'went', screen: 'policy' });
    case 'settings':
    case 'person':
    case 'policy':
    case 'paste':
      return reducePage(state, { type: 'went', screen: 'message' });
    case 'first-run':
      return state;
    case 'message':
      if (!desk || state.changed) return state;
      if (desk.step === 'routes') return reduceDesk(state, { type: 'routes-left' });
      if (desk.step === 'decline') return reduceDesk(state, { type: 'route-dropped' });
      if (desk.step === 'edit') return reduceDesk(state, { type: 'edit-left', keep: true });
      if (desk.step === 'letter' && desk.isEditingLetter)
        return reduceCase(state, { type: 'letter-fields', shown: false });
      return desk.step === 'letter' ? reduceCase(state, { type: 'letter-left' }) : state;
  }
}

function reduceNote(state: PanelState, action: NoteResult): PanelState {
  switch (action.type) {
    case 'ticked':
      return { ...state, now: action.now };
    case 'setup-loaded': {
      const { setup, landlords, kept } = action;
      const screen = setup.isDone ? state.screen : 'first-run';
      return withKeptForms({ ...state, setup, landlords, kept, screen }, action.forms);
    }
    case 'setup-followed': {
      const isOver = state.screen === 'first-run' && action.setup.isDone;
      return { ...state, setup: action.setup, screen: isOver ? 'message' : state.screen };
    }
    case 'rules-loaded':
      return { ...state, rules: action.rules, shelf: { ...state.shelf, changes: action.changes } };
    case 'letters-loaded':
      // The heading that the press led to is there only now.
      return state.desk?.step === 'letter' && state.focus.target === 'letter'
        ? focusOn({ ...state, writeLetter: action.write, letterCards: action.cards }, 'letter')
        : { ...state, writeLetter: action.write, letterCards: action.cards };
    case 'failed':
      return focusOn({ ...state, busy: null, problem: action.problem }, 'problem');
    case 'toast-over':
      return state.toast?.number === action.number ? { ...state, toast: null } : state;
    case 'desks-dropped':
      return withoutDesks(state, action.keys);
    case 'fill-shown':
      return { ...state, fill: action.fill };
    case 'original-kept': {
      // Who takes the logging back takes its file off the case as well.
      const { toast } = state;
      const isOf = toast?.undo.includes(action.of) === true;
      return isOf ? { ...state, toast: { ...toast, undo: [...toast.undo, ...action.ids] } } : state;
    }
    case 'copied':
      return withToast(
        { ...state, busy: null, problem: null },
        { words: 'Copied', reference: null, undo: [], caseId: null, key: null },
      );
  }
}
