import type { PageAction, Result } from './actions.ts';
import { begunForm, formOpened, formsFollowed, formTyped, newForm, withForm, withoutForm } from './forms.ts';
import { focusOn } from './notices.ts';
import { isFormKey } from './paste-form.ts';
import { pasteOfRecord } from './record-view.ts';
import type { PanelState } from './state.ts';

type FormAction =
  | Extract<PageAction, { type: 'paste-typed' | 'read-pasted' | 'kept-opened' | 'kept-dropped' | 'record-used' }>
  | Extract<
      Result,
      { type: 'mail-file-read' | 'words-handed' | 'form-dropped' | 'forms-followed' | 'kept-loaded' | 'paste-looked' }
    >;

/** What is typed about what no mail page shows, and the drafts that wait. */
export function reduceForms(state: PanelState, action: FormAction): PanelState {
  switch (action.type) {
    case 'paste-typed':
      return formTyped(state, action.change);
    case 'read-pasted': {
      if (state.paste.text.trim() === '' && state.paste.attachments.length === 0)
        return focusOn({ ...state, paste: { ...state.paste, error: 'text' } }, 'paste-text');
      // On the page that can't be read there is one field; the others are asked for next.
      return state.screen === 'paste' ? state : focusOn({ ...state, screen: 'paste' }, 'screen');
    }
    case 'record-used': {
      const { open } = state;
      if (open.kind !== 'record') return state;
      const form = begunForm(state, open) ?? pasteOfRecord(open);
      return focusOn({ ...withForm(state, form), pointing: null, screen: 'paste' }, 'screen');
    }
    case 'kept-opened':
      return isFormKey(action.key) ? focusOn(formOpened(state, action.key), 'screen') : { ...state, screen: 'message' };
    case 'kept-dropped':
    case 'form-dropped':
      return withoutForm(state, action.key);
    case 'kept-loaded':
      return { ...state, kept: action.kept };
    case 'mail-file-read':
      return focusOn({ ...newForm(state, action.paste), screen: 'paste' }, 'screen');
    case 'words-handed':
      return focusOn({ ...newForm(state, { text: action.text }), screen: 'paste' }, 'screen');
    case 'forms-followed':
      return formsFollowed(state, action);
    case 'paste-looked':
      return { ...state, pasteLooked: action.looked };
  }
}
