import type { PanelState, Toast } from './state.ts';

/** The next heading to take the focus. */
export function focusOn(state: PanelState, target: string): PanelState {
  return { ...state, focus: { target, number: state.focus.number + 1 } };
}

/** Shows a toast; each has its number, so that an earlier one's end doesn't take it away. */
export function withToast(state: PanelState, toast: Omit<Toast, 'number'>): PanelState {
  const number = (state.toast?.number ?? 0) + 1;
  return {
    ...state,
    toast: { ...toast, number },
    spoken: { ...state.spoken, polite: [toast.words, toast.reference ?? ''].join(' ').trim() },
  };
}
