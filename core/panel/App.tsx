import { useEffect, useErrorBoundary, useLayoutEffect } from 'preact/hooks';
import type { Dispatch } from './actions.ts';
import { Bar } from './Bar.tsx';
import { Broken } from './Broken.tsx';
import { CaseScreen } from './CaseScreen.tsx';
import { Dock } from './Dock.tsx';
import { dockView } from './dock-view.ts';
import { DueScreen } from './DueScreen.tsx';
import { MessageScreen } from './MessageScreen.tsx';
import { ShelfScreen } from './ShelfScreen.tsx';
import { keepFocusClear } from './keep-focus-clear.ts';
import type { FocusRequest, PanelState } from './state.ts';
import { Toast } from './Toast.tsx';

/** The whole panel: where am I, the page, the next step; and what a screen reader hears beside it. */
export function App({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  useFocus(state.focus);
  useKeys(dispatch);
  useEffect(keepFocusClear, []);
  const boundary: readonly [unknown, () => void] = useErrorBoundary();
  const [fault, tryAgain] = boundary;
  const { screen, spoken, open } = state;
  const shown = `${screen} ${open.kind === 'message' ? open.key : ''}`;
  useEffect(() => {
    // What one message or page broke on doesn't stand in the way of the next.
    if (fault !== undefined) tryAgain();
  }, [shown]);
  if (fault !== undefined) return <Broken fault={fault} onTryAgain={tryAgain} />;
  return (
    <>
      {screen !== 'first-run' && <Bar state={state} dispatch={dispatch} />}
      <Toast toast={state.toast} dispatch={dispatch} />
      <main>
        <Page state={state} dispatch={dispatch} />
      </main>
      <Dock view={dockView(state)} state={state} dispatch={dispatch} />
      <div class="vh" role="alert">
        {spoken.alert}
      </div>
      <div class="vh" role="status">
        {spoken.polite}
      </div>
    </>
  );
}

function Page({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  switch (state.screen) {
    case 'message':
      return <MessageScreen state={state} dispatch={dispatch} />;
    case 'due':
      return <DueScreen state={state} dispatch={dispatch} />;
    case 'case':
      return <CaseScreen state={state} dispatch={dispatch} />;
    case 'act': {
      const Screen = state.acts.part?.ActScreen;
      return Screen ? <Screen state={state} dispatch={dispatch} /> : null;
    }
    case 'to-decide': {
      const Screen = state.lead.part?.ToDecide;
      return Screen ? <Screen state={state} dispatch={dispatch} /> : null;
    }
    case 'figures': {
      const Screen = state.lead.part?.Figures;
      return Screen ? <Screen state={state} dispatch={dispatch} /> : null;
    }
    case 'person': {
      const Screen = state.lead.part?.PersonScreen;
      return Screen ? <Screen state={state} dispatch={dispatch} /> : null;
    }
    case 'policy':
    case 'calendar':
    case 'settings':
    case 'first-run':
      return <ShelfScreen page={state.screen} state={state} dispatch={dispatch} />;
    case 'paste': {
      const Screen = state.acts.part?.PasteScreen;
      return Screen ? <Screen state={state} dispatch={dispatch} /> : null;
    }
  }
}

/** Puts the focus where the last press leads: on the heading that follows, or the field that is missing. */
function useFocus({ target, number }: FocusRequest): void {
  useLayoutEffect(() => {
    if (target === '') return;
    for (const element of document.querySelectorAll<HTMLElement>('[data-focus]')) {
      if (element.dataset['focus'] !== target) continue;
      element.focus();
      return;
    }
  }, [target, number]);
}

/**
 * Ctrl+Enter presses the primary button from anywhere, text fields too; Ctrl+Z the toast’s Undo, outside of text fields,
 * whose own it is; Esc goes back and loses nothing.
 */
function useKeys(dispatch: Dispatch): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.isComposing) return;
      if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
        event.preventDefault();
        document.querySelector<HTMLButtonElement>('.dock .primary')?.click();
      }
      const isUndo = event.key.toLowerCase() === 'z' && (event.ctrlKey || event.metaKey) && !event.shiftKey;
      if (isUndo && !(event.target instanceof Element && event.target.matches('input, textarea, select')))
        document.querySelector<HTMLButtonElement>('.toast button')?.click();
      if (event.key === 'Escape') dispatch({ type: 'escaped' });
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [dispatch]);
}
