import type { DeskAction } from './actions.ts';
import type { Route } from '../policy/route.ts';
import { attachedCase, routeNow } from './decide.ts';
import { isSetAside } from './decline.ts';
import { changed, settledMessage, type Desk } from './desk.ts';
import { atWork, type AtWork } from './at-work.ts';
import { declineGap, heldBefore } from './held-before.ts';
import { focusOn } from './notices.ts';
import type { PanelState } from './state.ts';
import { needsChoice } from './verdict-words.ts';

/** What a person does about the open message before it is logged. */
export function reduceDesk(state: PanelState, action: DeskAction): PanelState {
  const work = atWork(state);
  if (!work) return state;
  const { desk } = work;
  const to = (change: Partial<Desk>): PanelState => ({
    ...state,
    desk: changed(desk, change, state.now),
    problem: null,
    missingChoice: null,
  });
  // Unfolding something is no entry that would have to be kept.
  const show = (change: Partial<Desk>): PanelState => ({
    ...state,
    desk: { ...desk, ...change },
    problem: null,
    missingChoice: null,
  });
  switch (action.type) {
    case 'picked':
      return to({ pick: action.id });
    case 'continued':
      return continued(state, work);
    case 'routes-opened':
      return focusOn(show({ step: 'routes', pick: desk.route }), 'routes');
    case 'routes-left':
      return focusOn(show({ step: desk.route === null ? 'verdict' : 'check', pick: null }), 'verdict');
    case 'reason-typed':
      return to({ reason: action.text });
    case 'decline-edited':
      return to({ decline: { ...desk.decline, ...action.change } });
    case 'given':
      return to({ given: action.given });
    case 'route-dropped':
      return focusOn(to({ step: 'verdict', route: null, pick: null }), 'verdict');
    case 'edit-opened':
      return focusOn(show({ step: 'edit', editsBefore: desk.edits }), 'edit');
    case 'edit-left': {
      const step = desk.route === null ? 'verdict' : 'check';
      const edits = action.keep ? desk.edits : (desk.editsBefore ?? desk.edits);
      return focusOn(show({ step, edits, editsBefore: null }), 'facts');
    }
    case 'edited':
      return to({ edits: { ...desk.edits, ...action.change } });
    case 'received-chosen':
      return to({ received: action.at });
    case 'attach-chosen':
      return to({ attachTo: action.caseId });
    case 'case-choice':
      return focusOn(show({ isChoosingCase: action.shown }), action.shown ? 'attach' : 'belongs');
    case 'new-matter':
      return focusOn(to({ isNewMatter: true, step: 'verdict' }), 'verdict');
    case 'log':
      return pressed(state, work);
    case 'report-hazard':
      return to({ reportedAt: state.now });
    case 'tell-lead':
      return to({ toldLeadAt: state.now });
  }
}

/** Continue under a choice: agrees to what is marked, or says that nothing is. */
function continued(state: PanelState, { desk, looked }: AtWork): PanelState {
  const { pick } = desk;
  if (pick === null) return focusOn({ ...state, missingChoice: 'choice' }, 'choice');
  if (pick === SOMETHING_ELSE) return reduceDesk(state, { type: 'routes-opened' });
  const next: Desk = { ...desk, route: pick, step: 'check', pick: null };
  const route = routeNow(next, looked);
  const calm = { missingChoice: null, problem: null } as const;
  // Declining is a person's decision, and the person says why (5.3; Code 2.4).
  if (mustSayWhy(route))
    return focusOn({ ...state, desk: changed({ ...next, step: 'decline' }, {}, state.now), ...calm }, 'decline');
  return focusOn({ ...state, desk: changed(next, {}, state.now), ...calm }, route.to === 'none' ? 'decided' : 'facts');
}

/** The choice that opens all routes. */
export const SOMETHING_ELSE = 'something-else';

/** The primary button: what is missing is asked for first, and then the press counts. */
function pressed(state: PanelState, { open, desk, looked }: AtWork): PanelState {
  if (state.busy) return state;
  if (desk.route === null && needsChoice(looked.verdict)) return continued(state, { open, desk, looked });
  const route = routeNow(desk, looked);
  if (route.to === 'none') return state;
  if (settledMessage(open.message, desk).receivedAt === null)
    return focusOn({ ...state, desk: { ...desk, step: 'edit' }, missingChoice: 'received' }, 'field-received');
  if (route.to === 'attach' && attachedCase(desk, looked) === null)
    return focusOn({ ...state, missingChoice: 'case' }, 'attach');
  if (mustSayWhy(route)) {
    const gap = declineGap({ open, desk, looked }, state.now);
    if (gap !== null) return focusOn({ ...state, desk: { ...desk, step: 'decline' }, missingChoice: gap }, gap);
  } else if (heldBefore({ open, desk, looked }, state.now).some(({ isHeldBack }) => isHeldBack))
    return focusOn({ ...state, missingChoice: 'held' }, 'held');
  return { ...state, busy: 'log', problem: null, missingChoice: null };
}

/** A person sets it aside, and says of what, why, and what was weighed. */
function mustSayWhy(route: Route): boolean {
  return isSetAside(route) && route.to !== 'elsewhere';
}
