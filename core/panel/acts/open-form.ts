import type { CaseEvent } from '../../case/event.ts';
import { NO_SETTINGS } from '../../settings.ts';
import type { DockView } from '../dock-words.ts';
import { formKey } from '../reduce-acts.ts';
import { tidied } from '../setup.ts';
import type { PanelState } from '../state.ts';
import type { Act, ActCase, Answers } from './act.ts';
import { actNamed } from './acts.ts';
import { answersOfEntry, asItCounts, beforeEntry, startOf } from './enter.ts';

/** The form that is open: about which case, which act, what is answered so far, and which entry it puts right. */
export interface OpenForm {
  readonly about: ActCase;
  /** Null = the list of acts. */
  readonly act: Act | null;
  readonly answers: Answers;
  readonly of: CaseEvent | null;
}

/** The case as its acts see it; null while it isn't loaded. */
export function actCase(state: PanelState, caseId: string): ActCase | null {
  const opened = state.cases[caseId];
  if (!opened) return null;
  const settings = tidied(state.setup?.settings ?? NO_SETTINGS);
  return { ...opened, settings, now: state.now, others: state.acts.others };
}

/** The form that the panel's state says is open. */
export function openForm(state: PanelState): OpenForm | null {
  const { open, typed } = state.acts;
  if (!open) return null;
  const about = actCase(state, open.caseId);
  if (!about) return null;
  const act = open.act === null ? null : actNamed(open.act);
  const of = open.of === null ? null : asItCounts(about.events, open.of);
  if (!act) return { about, act, answers: {}, of: null };
  const start = of ? answersOfEntry(act, of) : startOf(act, about);
  return { about: of ? beforeEntry(about, of) : about, act, answers: { ...start, ...typed[formKey(open)] }, of };
}

/** The dock of the form: its own button, and the way back. */
export function actDock(state: PanelState): DockView | null {
  const form = openForm(state);
  if (!form?.act) return null;
  const { about, act, of } = form;
  const { file } = about;
  const who = file.complainant?.name ?? file.messages[0]?.from?.name ?? 'the resident';
  return {
    line: ['For ', { theirs: who }, ', ', { strong: file.reference }],
    primary: { label: of ? 'Enter the correction' : act.button, action: { type: 'act-entered' } },
    quiet: { label: 'Cancel', action: { type: 'act-left' } },
  };
}
