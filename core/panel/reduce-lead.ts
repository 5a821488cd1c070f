import { localDate } from '../dates.ts';
import type { LeadAction, Result } from './actions.ts';
import type { LeadState } from './lead-state.ts';
import { focusOn } from './notices.ts';
import type { PanelState } from './state.ts';

type LeadResult = Extract<Result, { type: 'lead-loaded' }>;

/** What is to be decided, and the counts: which row is open, what was typed, what was loaded. */
export function reduceLead(state: PanelState, action: LeadAction | LeadResult): PanelState {
  const { lead } = state;
  const to = (change: Partial<LeadState>): PanelState => ({ ...state, lead: { ...lead, ...change } });
  switch (action.type) {
    case 'seen-toggled':
      return to({ openId: lead.openId === action.id ? null : action.id, asking: null });
    case 'asking-toggled':
      return to({ asking: lead.asking ? null : { whom: '', note: '' } });
    case 'asking-typed':
      return lead.asking ? to({ asking: { ...lead.asking, ...action.change } }) : state;
    case 'seen-asked':
    case 'seen-decided':
    case 'looked-again':
    case 'figure-opened':
      return state;
    case 'months-chosen': {
      const from = action.from ?? lead.from;
      const until = action.to ?? lead.to;
      return to({ from: from <= until ? from : until, to: until >= from ? until : from, shown: null });
    }
    case 'lead-loaded': {
      const isNew = lead.part === null && action.change.part !== undefined;
      const next = to(action.change);
      if (action.change.shown) return focusOn(next, 'figure');
      // On Due the part brings no page of its own.
      return isNew && state.screen !== 'due' ? focusOn(next, 'screen') : next;
    }
  }
}

/** The year up to this month: what the counts begin with. */
export function monthsOf({ now, lead }: PanelState): { readonly from: string; readonly to: string } {
  const month = localDate(now).slice(0, 7);
  return { from: lead.from || `${month.slice(0, 4)}-01`, to: lead.to || month };
}
