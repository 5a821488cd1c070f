import { localDate } from '../../dates.ts';
import type { Action } from '../actions.ts';
import { isFormKey } from '../paste-form.ts';
import type { PanelState } from '../state.ts';
import { enterAct, fetchActs, takeBack, wantActs } from './acts.ts';
import {
  decideNothing,
  keepForLater,
  loadFigures,
  loadLeadPart,
  loadToDecide,
  noteSeen,
  settleSeen,
  showFigure,
} from './lead.ts';
import { findSoon, loadFacets, moreDue, refreshDue } from './due.ts';
import { findAll, giveSeveral } from './several.ts';
import { copyDraft } from './clipboard.ts';
import { keepForms } from './forms.ts';
import { dropKept, keepDesk, saveSetup } from './keep.ts';
import { loadCase } from './load-case.ts';
import { act, log, undo } from './log.ts';
import { openKept, readMailFile, readPasted, showCaseMessage } from './paste.ts';
import { copy, copyKept, insert } from './place-letter.ts';
import { askHost, lookAgain } from './read-message.ts';
import { loadLetters } from './load-letters.ts';
import { markMessage } from './mark.ts';
import { allowSite, pointAt } from './record.ts';
import { loadRules } from './rules.ts';
import { wordsOf, type Run } from './run.ts';

/** How long a toast stays, and with it the way to take back what it says. */
const TOAST = 10_000;

/**
 * Does what an action asks of the outside. Runs after the reducer, with the panel before and after it: a press that the
 * reducer didn't take (a second one, or one that lacks something) does nothing here either.
 */
export function perform(run: Run, action: Action, { before, after }: { before: PanelState; after: PanelState }): void {
  const isTaken = before.busy === null && after.busy !== null;
  const take = (effect: (run: Run) => Promise<void>): void => {
    if (isTaken) void freed(run, effect);
  };
  if ((after.desk?.step === 'letter' || after.desk?.step === 'placed') && !after.writeLetter) void loadLetters(run);
  if (after.screen === 'paste' && before.screen !== 'paste') void fetchActs(run);
  const isShownNow = after.screen !== before.screen && (after.screen === 'paste' || after.open.kind === 'record');
  if (after.paste !== before.paste || isShownNow) run.track.readPaste?.();
  if (after.screen !== before.screen && (after.screen === 'due' || after.screen === 'person')) void loadLeadPart(run);
  switch (action.type) {
    case 'log':
      take(log);
      return;
    case 'insert':
    case 'copy':
      if (after.changed && action.type === 'copy' && after.changed.draft) void copyKept(run, after.changed.draft);
      else take(action.type === 'insert' ? insert : copy);
      return;
    case 'post':
      take(async () => (await import('./post-letter.ts')).postLetter(run, action.how));
      return;
    case 'act':
      take(() => act(run, action));
      return;
    case 'acts-wanted':
    case 'act-chosen':
      void wantActs(run, action.caseId);
      return;
    case 'act-entered':
      take(enterAct);
      return;
    case 'case-file-wanted':
      if (after.held === null) void import('./case-files.ts').then(({ saveCaseFile }) => saveCaseFile(run, action));
      return;
    case 'into-page':
      void after.acts.part?.intoPage(run, action, copyDraft);
      return;
    case 'entry-taken-back':
      take(() => takeBack(run, action.caseId, action.event));
      return;
    case 'undo':
      take(undo);
      return;
    case 'report-hazard':
    case 'tell-lead':
      return;
    case 'received-chosen':
      void lookAgain(run);
      return;
    case 'landlord-chosen':
    case 'setup-done':
    case 'setting-typed':
      setUp(run, action, after);
      return;
    case 'setup-followed':
      if (before.setup?.landlord !== after.setup?.landlord) void loadRules(run);
      void lookAgain(run);
      return;
    case 'setup-loaded':
      void loadRules(run);
      void askHost(run);
      return;
    case 'keep-for-later':
      void keepForLater(run);
      return;
    case 'asked-again':
      void askHost(run, { anew: true });
      return;
    case 'desks-dropped':
      if (action.keys === 'all') run.track.originals.clear();
      else for (const key of action.keys) run.track.originals.delete(key);
      if (after.open !== before.open) void askHost(run, { anew: true });
      else if (after.desk !== before.desk) void lookAgain(run);
      return;
    case 'read-pasted':
      // On the page that can't be read the press opens the form; on the form it reads.
      if (before.screen === 'paste') void readPasted(run);
      return;
    case 'mail-file-chosen':
      void readMailFile(run, action.bytes);
      return;
    case 'kept-opened':
      if (!isFormKey(action.key)) void openKept(run, action.key);
      return;
    case 'kept-dropped':
      if (!isFormKey(action.key)) void dropKept(run, action.key);
      return;
    case 'point-at':
      void pointAt(run, action.field);
      return;
    case 'pointing-stopped':
    case 'escaped':
      if (before.pointing !== null && after.pointing === null) void run.ports.host.records?.stopPointing();
      return;
    case 'host-saw':
      if (after.open.kind === 'record' || after.open.kind === 'unreadable') void fetchActs(run);
      if (after.open.kind === 'record') run.track.readPaste?.();
      return;
    case 'site-allowed':
      void allowSite(run, action.frame);
      return;
    case 'case-opened':
    case 'row-toggled':
      void loadCase(run, action.caseId);
      if (after.screen === 'case' || isPasted(after)) void wantActs(run, action.caseId);
      return;
    case 'case-message-opened':
      void showCaseMessage(run, action.caseId, action.kind);
      return;
    case 'went':
      if (action.screen === 'due') void Promise.all([refreshDue(run), loadToDecide(run)]);
      if (action.screen === 'to-decide') void loadToDecide(run);
      if (action.screen === 'figures') void loadFigures(run);
      // What was typed there may change what the open message is.
      if (before.screen === 'settings' && action.screen === 'message') void lookAgain(run);
      return;
    case 'message-tried':
    case 'policy-file-chosen':
    case 'policy-file-kept':
    case 'policy-saved':
    case 'mistakes-copied':
    case 'calendar-file-chosen':
    case 'calendar-changed':
    case 'calendar-kept':
      void import('./shelf.ts').then(({ shelf }) => shelf(run, action));
      return;
    case 'jumped':
    case 'filter-changed':
    case 'view-chosen':
      void refreshDue(run);
      return;
    case 'find-typed':
      findSoon(run);
      return;
    case 'looked':
    case 'message-confirmed':
      void noteSeen(run);
      return;
    case 'continued':
      if (after.desk?.route === 'none') void decideNothing(run);
      return;
    case 'seen-asked': {
      const whom = after.lead.asking?.whom.trim() ?? '';
      const note = after.lead.asking?.note.trim() ?? '';
      if (whom !== '') void settleSeen(run, (seen, by) => seen.ask(action.id, { whom, note, by }));
      return;
    }
    case 'seen-decided':
      void settleSeen(run, (seen, by) => seen.decide(action.id, { as: 'none', by }));
      return;
    case 'looked-again':
      void settleSeen(run, async (seen, by) => {
        await seen.lookedAgain(action.id, { by, agrees: action.agrees });
        if (!action.agrees) await seen.reopen(action.id);
      });
      return;
    case 'months-chosen':
      void loadFigures(run);
      return;
    case 'figure-opened':
      void showFigure(run, action.title, action.caseIds);
      return;
    case 'filters-toggled':
      if (after.due.find.isOpen) void loadFacets(run);
      return;
    case 'view-kept':
      if (before.due.find.naming !== null && after.due.find.naming === null) {
        const kept = after.due.find.views.find(({ name }) => name === after.due.find.view);
        if (kept) void run.ports.register.saveView(kept);
      }
      return;
    case 'view-dropped':
      void run.ports.register.removeView(action.name);
      return;
    case 'all-wanted':
      void findAll(run);
      return;
    case 'several-given':
      take(giveSeveral);
      return;
    case 'more-wanted':
      void moreDue(run, action.upTo);
      return;
    case 'ticked':
      if (localDate(before.now) === localDate(after.now)) return;
      void loadRules(run);
      void refreshDue(run);
      return;
    case 'logged':
      if (isPasted(after)) void wantActs(run, action.caseId);
      settle(run, action.caseId, after);
      return;
    case 'recorded':
    case 'undone':
      settle(run, action.caseId, after);
      return;
    case 'act-done':
    case 'several-done':
    case 'copied':
      if (after.toast) endToast(run, after.toast.number);
      return;
    default:
      return;
  }
}

function settle(run: Run, caseId: string, { toast }: PanelState): void {
  void markMessage(run, caseId);
  if (toast) endToast(run, toast.number);
}

/** What came by paste goes into a CRM by the part that the case's forms come with. */
function isPasted({ open }: PanelState): boolean {
  return open.kind === 'message' && open.source === 'pasted';
}

function endToast({ dispatch }: Run, number: number): void {
  setTimeout(() => dispatch({ type: 'toast-over', number }), TOAST);
}

function setUp(run: Run, action: Action, { setup, screen }: PanelState): void {
  if (!setup) return;
  void saveSetup(run);
  // While something is typed the message waits; it is read afresh when the page is left.
  if (action.type === 'landlord-chosen') void loadRules(run);
  if (action.type !== 'setting-typed' || screen === 'message') void lookAgain(run);
}

/** Keeps the desk and the forms when they change, a moment after the last key. */
export function deskKeeper(run: Run): { changed: () => void; flush: () => void } {
  let timer: ReturnType<typeof setTimeout> | null = null;
  const flush = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    const { desk } = run.state();
    if (desk) void keepDesk(run, desk);
    void keepForms(run);
  };
  return {
    changed: () => {
      if (timer !== null) clearTimeout(timer);
      timer = setTimeout(flush, 250);
    },
    flush,
  };
}

/**
 * Does what was pressed, and leaves the panel free whatever came of it: where the page went on to another message in the
 * same moment there may be nothing left that would say how it ended.
 */
async function freed(run: Run, effect: (run: Run) => Promise<void>): Promise<void> {
  const mine = ++run.track.taken;
  let because = 'The page went on to another message in that moment.';
  try {
    await effect(run);
  } catch (error) {
    because = wordsOf(error);
  }
  // A later press has a busy panel of its own.
  if (mine === run.track.taken && run.state().busy !== null)
    run.dispatch({ type: 'failed', problem: { title: 'Nothing was done', body: because, isAlert: true } });
}
