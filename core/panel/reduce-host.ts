import { localDate } from '../dates.ts';
import type { MessageKey } from '../host.ts';
import type { Result } from './actions.ts';
import { changedBeside, changedWithout } from './changed.ts';
import { askedWhenHad } from './desk.ts';
import { focusOn } from './notices.ts';
import { formsFollow } from './forms.ts';
import { alertOf, spokenAgain, spokenFor } from './spoken.ts';
import type { PanelState, Screen } from './state.ts';

type HostResult = Extract<
  Result,
  {
    type:
      | 'slow'
      | 'host-saw'
      | 'host-failed'
      | 'message-shown'
      | 'looked'
      | 'look-failed'
      | 'kept-for-later'
      | 'marked'
      | 'original-unkept'
      | 'message-confirmed'
      | 'message-changed';
  }
>;

/** What the host shows now, and what Duly makes of it; forms go and come with their records. */
export function reduceHost(state: PanelState, action: HostResult): PanelState {
  const next = shownByHost(state, action);
  return next.open === state.open ? next : formsFollow(state, next);
}

function shownByHost(state: PanelState, action: HostResult): PanelState {
  const { open } = state;
  switch (action.type) {
    case 'slow':
      if (open.kind === 'waiting' || open.kind === 'message') return { ...state, open: { ...open, slow: true } };
      return state;
    case 'host-saw': {
      const { current, name } = action;
      const host = { ...state.host, name };
      const changed = changedWithout(state, current);
      if (current.kind === 'loading')
        return open.kind === 'waiting'
          ? { ...state, host }
          : {
              ...state,
              host,
              ...away,
              changed,
              open: { kind: 'waiting', slow: false, isFirst: false },
              spoken: SILENT,
            };
      // What was heard of the message before is said of nothing else.
      const polite =
        current.kind === 'unreadable' ? 'Duly can’t read this. Nothing was checked, hazards included.' : '';
      return { ...state, host, ...away, changed, open: current, pointing: null, spoken: { polite, alert: '' } };
    }
    case 'host-failed':
      return { ...state, ...away, open: { kind: 'failed', because: action.because }, spoken: SILENT };
    case 'message-shown':
      // No focus moves: the person is reading the message, not the panel.
      return {
        ...state,
        ...away,
        screen: screenFor(state),
        host: { ...state.host, name: action.name },
        open: action.open,
        desk: action.desk,
        changed: changedBeside(state, action.open.key),
        letterDay: action.desk.step === 'letter' ? localDate(state.now) : null,
        toast: toastFor(state, action.open.key),
        // The same danger in the next message is another one, and is heard again.
        spoken: open.kind === 'message' && open.key === action.open.key ? state.spoken : SILENT,
      };
    case 'looked':
      if (open.kind !== 'message' || open.key !== action.key) return state;
      return {
        ...state,
        open: { ...open, looked: action.looked, failed: null },
        desk: state.desk && askedWhenHad(state.desk, action.looked.reading),
        // Looking again at the same message says only what is new.
        spoken:
          open.looked === null
            ? spokenFor(open.message, action.looked)
            : spokenAgain(state.spoken, open.message, { before: open.looked, after: action.looked }),
      };
    case 'look-failed':
      if (open.kind !== 'message' || open.key !== action.key) return state;
      // Dangers stand on the screen all the same, so they are spoken.
      return {
        ...state,
        // What was kept for later stays so, however often the register has it read again.
        open: { ...open, failed: { ...action.failed, ...(open.failed?.isKept ? { isKept: true } : {}) }, looked: null },
        spoken: action.failed.alarms ? { ...state.spoken, alert: alertOf(action.failed.alarms.verdict) } : state.spoken,
      };
    case 'kept-for-later':
      if (open.kind !== 'message' || open.key !== action.key || !open.failed) return state;
      return {
        ...state,
        open: { ...open, failed: { ...open.failed, isKept: true } },
        spoken: { ...state.spoken, polite: 'Kept under To decide.' },
      };
    case 'marked': {
      if (open.kind !== 'message' || open.key !== action.key) return state;
      const beside = { mailbox: null, ...open.beside, mark: action.mark };
      return { ...state, open: { ...open, beside, unmarked: action.failed } };
    }
    case 'original-unkept':
      return open.kind === 'message' && open.key === action.key
        ? { ...state, open: { ...open, unkept: action.because } }
        : state;
    case 'message-confirmed':
      if (open.kind !== 'message' || open.key !== action.key || !open.beside) return state;
      return { ...state, problem: null, open: { ...open, beside: { ...open.beside, doubt: null } } };
    case 'message-changed':
      return focusOn(
        { ...state, busy: null, toast: null, changed: action.changed, screen: 'message', problem: null },
        'changed',
      );
  }
}

/**
 * Who opens a message while the first-run page shows, and has typed nothing there, means the message: the page comes back
 * the next time. The message that was open before it never takes it away.
 */
function screenFor({ screen, setup, open }: PanelState): Screen {
  const isUntouched = setup !== null && !setup.isDone && setup.landlord === null && setup.settings.officer.name === '';
  const isFirst = open.kind === 'waiting' && open.isFirst;
  return screen === 'first-run' && isUntouched && !isFirst ? 'message' : screen;
}

/** What was done for another message is undone beside that message, or not at all. */
function toastFor({ toast }: PanelState, key: MessageKey): PanelState['toast'] {
  return toast && toast.key !== null && toast.key !== key ? null : toast;
}

const SILENT = { polite: '', alert: '' } as const;

/** What belonged to the message that was open before. */
const away = { desk: null, problem: null, missingChoice: null } as const;
