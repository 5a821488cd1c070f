import { render } from 'preact';
import './panel.css';
import type { Action } from './actions.ts';
import { App } from './App.tsx';
import { loadFacets, refreshDue } from './effects/due.ts';
import { followKept } from './effects/forms.ts';
import { followSetup, loadSetup } from './effects/keep.ts';
import { loadToDecide } from './effects/lead.ts';
import { loadCase } from './effects/load-case.ts';
import { pasteReader } from './effects/paste-look.ts';
import { deskKeeper, perform } from './effects/perform.ts';
import { askHost, lookAgain } from './effects/read-message.ts';
import type { Run } from './effects/run.ts';
import { KeptContext } from './keeping.ts';
import { DRAFTS } from './kept-desks.ts';
import type { Ports } from './ports.ts';
import { DispatchContext, PortsContext } from './ports-context.ts';
import { reduce } from './reduce.ts';
import { initialState, type PanelState } from './state.ts';

/** When the team's decisions are weighed: long after the first verdict. */
const LEARN = 5_000;
/** Entries that come together are shown together. */
const SETTLE = 30;

/**
 * Shows the panel in an element, and keeps it true: to the message that the host has open, to the register, to the time.
 * Returns how to take it away again.
 */
export function mountPanel(root: Element, ports: Ports): () => void {
  const { kind, name, about } = ports.host;
  let state = initialState({ kind, name, ...(about === undefined ? {} : { about }) }, ports.clock.now());
  let isDrawn = false;
  const dispatch = (action: Action): void => {
    const before = state;
    state = reduce({ ...state, now: ports.clock.now() }, action);
    const isDesk = state.desk !== before.desk && state.desk?.key === before.desk?.key;
    if (isDesk || state.paste !== before.paste || state.forms !== before.forms) keeper.changed();
    draw();
    perform(run, action, { before, after: state });
  };
  const draw = (): void => {
    if (isDrawn) return;
    isDrawn = true;
    queueMicrotask(() => {
      isDrawn = false;
      render(
        <PortsContext.Provider value={ports}>
          <KeptContext.Provider value={ports.showKept ?? null}>
            <DispatchContext.Provider value={dispatch}>
              <App state={state} dispatch={dispatch} />
            </DispatchContext.Provider>
          </KeptContext.Provider>
        </PortsContext.Provider>,
        root,
      );
    });
  };
  const run: Run = {
    ports,
    state: () => state,
    dispatch,
    track: {
      asked: 0,
      shown: 0,
      looks: 0,
      taken: 0,
      lastOfHost: null,
      hasAskedForLetters: false,
      originals: new Map(),
      noted: new Set(),
      lists: 0,
      typing: null,
      closer: null,
      changedWhenShown: null,
    },
  };
  const keeper = deskKeeper(run);
  run.track.readPaste = pasteReader(run);

  const refresh = soon(() => {
    void refreshDue(run);
    if (state.screen === 'due' && state.due.find.isOpen) void loadFacets(run);
    if (state.screen === 'due' || state.screen === 'to-decide') void loadToDecide(run);
    // A case that is shown, and the message that may be on it now, follow the register.
    for (const caseId of shownCases(state)) void loadCase(run, caseId);
    void lookAgain(run);
  });
  const stops = [
    ports.host.onMessageChange(() => void askHost(run)),
    ports.register.onChange(refresh),
    ports.store.onChange?.('setup', () => void followSetup(run)) ?? ((): void => undefined),
    ports.store.onChange?.(DRAFTS, () => void followKept(run)) ?? ((): void => undefined),
    ports.host.onHandedOver?.((text) => {
      dispatch({ type: 'words-handed', text });
    }) ?? ((): void => undefined),
    ports.clock.onTick(() => dispatch({ type: 'ticked', now: ports.clock.now() })),
  ];
  const hide = (): void => {
    if (document.visibilityState === 'hidden') keeper.flush();
  };
  document.addEventListener('visibilitychange', hide);
  root.classList.add('panel');
  draw();
  void loadSetup(run).then(() => refreshDue(run));
  const learning = setTimeout(() => {
    // What can't be learnt now is learnt at the next opening.
    void import('./learning/learn.ts').then(({ learn }) => learn(ports)).catch(() => undefined);
  }, LEARN);
  return () => {
    for (const stop of stops) stop();
    document.removeEventListener('visibilitychange', hide);
    clearTimeout(learning);
    keeper.flush();
    render(null, root);
  };
}

/** The cases that are on the panel at this moment. */
function shownCases({ desk, open, caseId, due }: PanelState): ReadonlySet<string> {
  const found = open.kind === 'message' ? open.looked?.found?.caseId : undefined;
  return new Set([desk?.caseId, found, caseId, due.open?.caseId].filter((id) => id != null));
}

function soon(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(act, SETTLE);
  };
}
