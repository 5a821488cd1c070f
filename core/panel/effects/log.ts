import { caseFile } from '../../case/case-file.ts';
import { newId } from '../../case/chain.ts';
import type { EventDraft } from '../../case/event.ts';
import { localDate } from '../../dates.ts';
import { identityOf } from '../../case/match.ts';
import { isMessage } from '../../case/tombstone.ts';
import { ACT_WORDS, actDrafts, type CaseAct } from '../case-acts.ts';
import { sentLetterDrafts } from '../letter-sent.ts';
import { logDrafts } from '../log-drafts.ts';
import { settledMessage } from '../desk.ts';
import { atWork } from '../at-work.ts';
import type { Changed, OpenMessage, Problem } from '../state.ts';
import { followSetup, keepDesk } from './keep.ts';
import { loadCase } from './load-case.ts';
import { lookAgain, show } from './read-message.ts';
import { rulesFor, rulesOfCase } from './rules.ts';
import { actorOf, londonNow, problemOf, type Run } from './run.ts';

const LOGGED_ALREADY: Problem = {
  title: 'Logged already',
  body: 'It was logged from another panel. Nothing was logged twice.',
  isAlert: false,
};

const ANOTHER_POLICY: Problem = {
  title: 'Another policy is followed now',
  body: 'Nothing was logged. The message is read again by that policy.',
  isAlert: true,
};

const UNCONFIRMED: Problem = {
  title: 'Nothing was done',
  body: 'First say that this is the message in front of you.',
  isAlert: true,
};

/** Logs the open message as it was agreed: on its own case, or on the one that it belongs to. */
export async function log(run: Run): Promise<void> {
  const work = atWork(run.state());
  if (!work) return;
  const { desk, open, looked } = work;
  try {
    if (!(await isStillOpen(run, 'logged'))) return;
    const settled = settledMessage(open.message, desk);
    await followSetup(run);
    const { policy } = await rulesFor(run, localDate(settled.receivedAt ?? run.state().now));
    const shown = looked.rules.policy;
    if (policy.id !== shown.id || policy.version !== shown.version) {
      run.dispatch({ type: 'failed', problem: ANOTHER_POLICY });
      await lookAgain(run);
      return;
    }
    const found = await run.ports.register.findMessage(identityOf(settled, looked.reading.newText));
    // Another panel was faster.
    if (found && looked.found?.caseId !== found.caseId) {
      run.dispatch({ type: 'failed', problem: LOGGED_ALREADY });
      await lookAgain(run);
      return;
    }
    const logging = { caseId: newId(run.ports.source), actor: actorOf(run.state()), now: londonNow(run) };
    const { caseId, drafts } = logDrafts({ desk, message: open.message, looked }, logging);
    const events = await run.ports.register.append(drafts);
    const undo = events.map(({ id }) => id);
    await loadCase(run, caseId);
    const reference = run.state().cases[caseId]?.file.reference ?? null;
    const words = drafts[0]?.type === 'joined' ? 'Added to' : 'Logged as';
    run.dispatch({ type: 'logged', key: desk.key, caseId, toast: { words, reference, undo, caseId, key: desk.key } });
    const message = events.find(isMessage);
    if (message) void keepFile(run, open, { caseId, of: message.id });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was logged') });
  }
}

/** Records one act about a case; one that was pressed beside the open message asks first whether it still is. */
export async function act(
  run: Run,
  { caseId, act: done, onMessage }: { readonly caseId: string; readonly act: CaseAct; readonly onMessage: boolean },
): Promise<void> {
  try {
    if (onMessage && !(await isStillOpen(run, 'recorded'))) return;
    const { setup, desk } = run.state();
    const file = caseFile(await run.ports.register.eventsOf(caseId));
    const isSafeguarding = done.kind === 'safeguarding-reported';
    const rules = run.state().cases[caseId]?.rules ?? (await rulesOfCase(run, file));
    const context = {
      actor: actorOf(run.state()),
      now: londonNow(run),
      reportedTo: (isSafeguarding ? setup?.settings.safeguardingLead : setup?.settings.emergencyNumber) ?? '',
      placed: desk?.caseId === caseId ? desk.placed : null,
      policy: rules.policy,
    };
    const meant = done.kind === 'letter-sent' ? sentLetterDrafts(done, { file, rules }, context) : null;
    const drafts = meant ?? actDrafts(done, file, context);
    const undo = await append(run, drafts);
    await loadCase(run, caseId);
    const key = onMessage ? (desk?.key ?? null) : null;
    const toast = { words: ACT_WORDS[done.kind], reference: null, undo, caseId, key };
    run.dispatch({ type: 'recorded', caseId, toast, act: done.kind, key });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was recorded') });
  }
}

/** Takes back what the toast speaks of, by an entry that says so. */
export async function undo(run: Run): Promise<void> {
  const { toast } = run.state();
  if (!toast?.caseId) return;
  const { caseId } = toast;
  try {
    if (toast.key !== null && !(await isStillOpen(run, 'undone'))) return;
    const base = { caseId, actor: actorOf(run.state()), occurredAt: londonNow(run) };
    const own = { caseId, undo: toast.undo };
    await append(
      run,
      [own, ...(toast.others ?? [])].map((one) => ({
        ...base,
        caseId: one.caseId,
        type: 'undone',
        data: { of: [...one.undo] },
        personal: {},
      })),
    );
    await loadCase(run, caseId);
    const isGone = run.state().cases[caseId] === undefined || (await isOffTheCase(run));
    run.dispatch({ type: 'undone', caseId, isGone });
    await lookAgain(run);
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was undone') });
  }
}

/**
 * Asks the host again which message is open. When it is another one, nothing is done and the panel says so; the copy of a
 * case, or a pasted message, is no page's, and stays open until the person leaves it.
 */
export async function isStillOpen(run: Run, act: Changed['act'], draft: Changed['draft'] = null): Promise<boolean> {
  const { open, desk, cases } = run.state();
  if (open.kind !== 'message' || !desk) return false;
  if (open.source !== 'host') return true;
  if (open.beside?.doubt != null) {
    run.dispatch({ type: 'failed', problem: UNCONFIRMED });
    return false;
  }
  const current = await run.ports.host.currentMessage();
  if (current.kind === 'message' && current.key === open.key && run.state().desk?.key === open.key) return true;
  const reference = desk.caseId === null ? null : (cases[desk.caseId]?.file.reference ?? null);
  const other = current.kind === 'message' ? current.key : null;
  if (current.kind !== 'message') {
    void keepDesk(run, desk);
    run.dispatch({ type: 'host-saw', current, name: run.ports.host.name });
  }
  run.dispatch({ type: 'message-changed', changed: { act, desk, other, draft, reference } });
  if (current.kind === 'message') await show(run, { source: 'host', ...current, beside: current.beside ?? null });
  return false;
}

/** Whether the open message, which was on a case, is on none any more. */
async function isOffTheCase(run: Run): Promise<boolean> {
  const work = atWork(run.state());
  if (!work || work.desk.caseId === null) return false;
  const message = settledMessage(work.open.message, work.desk);
  return (await run.ports.register.findMessage(identityOf(message, work.looked.reading.newText))) === null;
}

/** The email as a file is fetched and kept once it is logged: nobody waits for it. */
async function keepFile(
  run: Run,
  open: OpenMessage,
  on: { readonly caseId: string; readonly of: string },
): Promise<void> {
  const mayHave = open.source === 'host' ? run.ports.host.original !== undefined : run.track.originals.has(open.key);
  if (mayHave) await (await import('./keep-original.ts')).keepOriginal(run, open, on);
}

async function append(run: Run, drafts: readonly EventDraft[]): Promise<readonly string[]> {
  const events = await run.ports.register.append(drafts);
  return events.map(({ id }) => id);
}
