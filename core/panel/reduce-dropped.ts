import type { MessageKey } from '../host.ts';
import { deskFor } from './desk.ts';
import { withoutForm } from './forms.ts';
import { EMPTY_PASTE, named } from './paste-form.ts';
import type { PanelState } from './state.ts';

/** Nothing is left of desks and forms that were erased, nor of a message that nobody but the panel held. */
export function withoutDesks(state: PanelState, keys: readonly MessageKey[] | 'all'): PanelState {
  const isDropped = (key: MessageKey): boolean => keys === 'all' || keys.includes(key);
  const emptied =
    keys === 'all'
      ? { ...state, paste: named(EMPTY_PASTE, [], state.now), forms: [], pasteLooked: null, cases: {} }
      : keys.reduce(withoutForm, state);
  const left = { ...emptied, kept: state.kept.filter(({ key }) => !isDropped(key)) };
  const { desk, open } = state;
  if (!desk || !isDropped(desk.key) || open.kind !== 'message') return left;
  if (open.source === 'host') return { ...left, desk: deskFor(open.key, open.message) };
  return { ...left, desk: null, open: { kind: 'waiting', slow: false, isFirst: false } };
}
