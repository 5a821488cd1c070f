import { localDate } from '../dates.ts';
import type { Action } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { channelNoun, receivedInLine } from './channel-words.ts';
import { caseToJoin } from './decide.ts';
import { loggedRoute } from './decline.ts';
import { settledMessage } from './desk.ts';
import { isDecline } from './destinations.ts';
import type { IconName } from './Icon.tsx';
import type { PanelState } from './state.ts';

/** A stretch of the line that names whom the button touches; `theirs` = it came from a message. */
export type ForPart =
  | string
  | { readonly strong: string }
  | { readonly theirs: string }
  | { readonly quoted: string }
  | { readonly moment: string };

/** A button of the dock, and what it does. */
export interface DockButton {
  readonly label: string;
  readonly action: Action;
  readonly icon?: IconName;
}

/** The foot of the panel: whom it touches, the one next action, and at most one quiet button. */
export interface DockView {
  readonly line: readonly ForPart[];
  readonly primary: DockButton;
  readonly quiet: DockButton | null;
}

/** The button that logs, as it names what it will do. */
export function logButton({ desk, looked, open }: AtWork): DockButton {
  const action: Action = { type: 'log' };
  if (desk.step !== 'edit' && settledMessage(open.message, desk).receivedAt === null)
    return { label: 'Choose the day', action };
  const route = loggedRoute(desk, looked);
  const joined = caseToJoin(desk, looked);
  if (route.stage) {
    if (!route.stage.formal) return { label: 'Log it', action };
    return { label: route.stage.order > 1 ? `Log ${route.stage.name.toLowerCase()}` : 'Log complaint', action };
  }
  if (isDecline(route) || route.to === 'decide') return { label: 'Record the decision', action };
  switch (route.to) {
    case 'request':
      return { label: 'Record request', action };
    case 'enquiry':
      return { label: 'Log enquiry', action };
    case 'attach':
      return { label: joined ? `Add to ${joined.reference}` : 'Choose the case', action };
    default:
      return { label: 'Record it', action };
  }
}

/** The line beside it: what is logged, and where it goes. */
export function logLine(work: AtWork, state: PanelState): readonly ForPart[] {
  const { desk, looked } = work;
  const route = loggedRoute(desk, looked);
  const joined = caseToJoin(desk, looked);
  if (joined && route.stage)
    return ['Escalates ', { strong: joined.reference }, ' for ', { theirs: party(work, state).who }];
  if (joined) return ['Adds ', ...whose(work, state), ' to ', { strong: joined.reference }];
  return [route.stage || route.to === 'enquiry' ? 'Logs ' : 'Records ', ...whose(work, state)];
}

/** "Ruth Amankwah’s email of Tue 24 Mar, 18:42", or by its subject while its day isn't settled. */
export function whose(work: AtWork, state: PanelState): readonly ForPart[] {
  const { who, when } = party(work, state);
  const { channel } = work.looked.reading;
  // A letter that was scanned is named as what lies open: the sender of the scan wrote an email.
  const noun = channelNoun(channel === 'letter' ? work.open.message.channel : channel);
  const subject = work.open.message.subject;
  if (when === null) return [{ theirs: who }, `’s ${noun}`, ...(subject === '' ? [] : [', ', { quoted: subject }])];
  const line: readonly ForPart[] = [{ theirs: who }, `’s ${noun} of `, { moment: when }];
  // A pinned pane stays while messages change beside it: the subject tells two of one sender apart.
  return state.host.kind === 'outlook' && subject !== '' ? [...line, ', ', { quoted: subject }] : line;
}

/** Who is meant, and when the message came. */
export function party(
  { open, desk }: Pick<AtWork, 'open' | 'desk'>,
  { now }: PanelState,
): { readonly who: string; readonly when: string | null } {
  const message = settledMessage(open.message, desk);
  const who = message.from?.name || message.from?.address || 'the sender';
  return { who, when: receivedInLine(message, localDate(now)) };
}

/** How old an undecided message is, once that is more than a day. */
export function age({ open, desk, looked }: AtWork, { now }: PanelState): readonly ForPart[] {
  const { receivedAt } = settledMessage(open.message, desk);
  if (receivedAt === null) return [];
  const { coverage } = looked.rules.calendar;
  const day = localDate(receivedAt);
  const today = localDate(now);
  if (day < coverage.from || today > coverage.to || day > today) return [];
  const days = looked.rules.calendar.workingDaysBetween(day, today);
  return days > 1 ? [`, now ${String(days)} working days old`] : [];
}
