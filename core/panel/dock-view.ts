import { count } from '../date-words.ts';
import type { Action } from './actions.ts';
import { atWork, isKnown, type AtWork } from './at-work.ts';
import { routeNow } from './decide.ts';
import { caseDock, knownDock, stageDock } from './dock-case.ts';
import { age, logButton, logLine, party, whose, type DockButton, type DockView } from './dock-words.ts';
import { recordDock } from './record-view.ts';
import type { Desk } from './desk.ts';
import type { OpenMessage, PanelState } from './state.ts';
import { needsChoice } from './verdict-words.ts';

/** The dock for what is shown; null where there is nothing to do. */
export function dockView(state: PanelState): DockView | null {
  switch (state.screen) {
    case 'first-run':
      return {
        line: ['You can change all of this later under More.'],
        primary: { label: 'Start', action: { type: 'setup-done' } },
        quiet: { label: 'Not now', action: { type: 'setup-done' } },
      };
    case 'paste':
      return {
        line: ['It is read here and goes nowhere.'],
        primary: { label: 'Read what I pasted', action: { type: 'read-pasted' } },
        quiet: { label: 'Cancel', action: { type: 'went', screen: 'message' } },
      };
    case 'case':
      return caseDock(state);
    case 'act':
      return state.acts.part?.actDock(state) ?? null;
    case 'message':
      return messageDock(state);
    case 'due':
      return severalDock(state);
    case 'to-decide':
    case 'figures':
    case 'person':
    case 'settings':
    case 'policy':
    case 'calendar':
      return null;
  }
}

/** The dock while cases are ticked in the due list. */
function severalDock({ due: { several } }: PanelState): DockView | null {
  if (!several || several.chosen.length === 0) return null;
  const handler = several.handler.trim();
  const cases = count(several.chosen.length, 'case');
  return {
    line: handler === '' ? [`Gives ${cases} to somebody else`] : [`Gives ${cases} to `, { strong: handler }],
    primary: { label: `Reassign ${cases}`, action: { type: 'several-given' } },
    quiet: { label: 'Cancel', action: { type: 'several-toggled' } },
  };
}

/** A message that couldn't be judged isn't lost: it waits under To decide until it can be. */
function unjudgedDock(state: PanelState, open: OpenMessage, desk: Desk): DockView {
  const { who } = party({ open, desk }, state);
  const again: DockButton = { label: 'Try again', action: { type: 'asked-again' } };
  if (open.failed?.isKept) return { line: [{ theirs: who }, ' waits under To decide'], primary: again, quiet: null };
  const keep: DockButton = { label: 'Keep for later', action: { type: 'keep-for-later' } };
  return { line: ['Keeps ', { theirs: who }, '’s message under To decide'], primary: keep, quiet: again };
}

function messageDock(state: PanelState): DockView | null {
  const { changed, open } = state;
  if (changed) {
    const { desk } = changed;
    return {
      line: ['Draft kept: ', { theirs: desk.who }, ', ', { quoted: desk.subject }],
      primary: { label: 'Read the open message', action: { type: 'read-open' } },
      quiet: null,
    };
  }
  if (open.kind === 'unreadable')
    return {
      line: ['You’ll be asked for sender and date next.'],
      primary: { label: 'Read what I pasted', action: { type: 'read-pasted' } },
      quiet: { label: 'Try again', action: { type: 'asked-again' } },
    };
  if (open.kind === 'record') return recordDock(state, open);
  if (open.kind === 'message' && open.failed && state.desk) return unjudgedDock(state, open, state.desk);
  const work = atWork(state);
  if (!work) return null;
  const { desk, looked } = work;
  if (work.open.beside?.doubt != null) return doubtDock(state, work);
  if (isKnown(work)) return knownDock(state, work);
  const opened = desk.caseId === null ? undefined : state.cases[desk.caseId];
  if (desk.caseId !== null) return opened ? stageDock(state, work, opened) : null;
  switch (desk.step) {
    case 'routes':
      return {
        line: ['For ', ...whose(work, state)],
        primary: { label: 'Continue', action: { type: 'continued' } },
        quiet: { label: 'Cancel', action: { type: 'routes-left' } },
      };
    case 'decline':
      return {
        line: ['For ', ...whose(work, state)],
        primary: { label: 'Record the decision', action: { type: 'log' } },
        quiet: { label: 'Back', action: { type: 'route-dropped' } },
      };
    case 'edit':
      return {
        line: logLine(work, state),
        primary: logButton(work),
        quiet: { label: 'Cancel', action: { type: 'edit-left', keep: false } },
      };
    default:
      break;
  }
  const { hazards, safeguarding } = looked.verdict;
  const decision = decisionButton(work);
  // What may be a hazard is shown above; only a danger that is there now comes before the rest.
  const isFirst = decision === null ? hazards.length > 0 : hazards.some(({ urgency }) => urgency === 'now');
  if (isFirst && desk.reportedAt === null)
    return first(state, work, {
      lead: 'First the danger',
      label: 'I’ve reported it',
      action: { type: 'report-hazard' },
      decision,
    });
  if (safeguarding.length > 0 && desk.toldLeadAt === null)
    return first(state, work, {
      lead: 'First safeguarding',
      label: 'I’ve told the lead',
      action: { type: 'tell-lead' },
      decision,
    });
  if (!decision) return null;
  const isChoice = desk.route === null && needsChoice(looked.verdict);
  return {
    line: isChoice ? ['Decides ', ...whose(work, state), ...age(work, state)] : logLine(work, state),
    primary: decision,
    quiet: { label: 'Change…', action: { type: 'routes-opened' } },
  };
}

/** Before anything is done, a person says that the words are those of the message that is named. */
function doubtDock(state: PanelState, work: AtWork): DockView {
  const { key, message } = work.open;
  const begins = message.text.trim().split('\n', 1)[0]?.slice(0, LONGEST_BEGINNING) ?? '';
  return {
    line: ['Is it this one? ', ...whose(work, state), ', which begins ', { quoted: begins }],
    primary: { label: 'Yes, this message', action: { type: 'message-confirmed', key } },
    quiet: { label: 'Read again', action: { type: 'asked-again' } },
  };
}

const LONGEST_BEGINNING = 80;

/** Danger and safeguarding come first, and never keep anybody from logging. */
function first(
  state: PanelState,
  work: AtWork,
  {
    lead,
    label,
    action,
    decision,
  }: { readonly lead: string; readonly label: string; readonly action: Action; readonly decision: DockButton | null },
): DockView {
  const { who, when } = party(work, state);
  const then = routeNow(work.desk, work.looked).stage ? `${lead}, then the complaint: ` : `${lead}: `;
  return {
    line: [then, { theirs: who }, ...(when === null ? [] : [', ', { moment: when }])],
    primary: { label, action },
    quiet: decision,
  };
}

/** The button that decides or logs; null where there is nothing to log. */
function decisionButton(work: AtWork): DockButton | null {
  const { desk, looked } = work;
  if (desk.route === null && needsChoice(looked.verdict)) return { label: 'Continue', action: { type: 'continued' } };
  return routeNow(desk, looked).to === 'none' ? null : logButton(work);
}
