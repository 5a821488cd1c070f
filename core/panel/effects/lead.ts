import { identityOf } from '../../case/match.ts';
import { localDate } from '../../dates.ts';
import type { TaskKind } from '../../deadlines/row-tasks.ts';
import type { Message } from '../../message.ts';
import type { Settings } from '../../settings.ts';
import { atWork } from '../at-work.ts';
import { settledMessage } from '../desk.ts';
import { firstReading, unjudged } from '../first-reading.ts';
import { monthsOf } from '../reduce-lead.ts';
import { keepDesk } from './keep.ts';
import { actorOf, problemOf, type Run } from './run.ts';

/** The most tasks of one kind that are shown; the page is for a person to work through. */
const MOST = 100;
/** Their tasks stand first in Due too. */
const FIRST: readonly TaskKind[] = ['ombudsman'];
const KINDS: readonly TaskKind[] = [
  ...FIRST,
  'exclusion',
  'letter',
  'promise',
  'compensation',
  'check-back',
  'date',
  'window',
];

/** Notes that the open message was seen and is on no case, where something in it wants a decision. */
export async function noteSeen(run: Run): Promise<void> {
  const state = run.state();
  const work = atWork(state);
  if (!work || work.open.source !== 'host' || !state.setup?.isDone) return;
  const { open, looked, desk } = work;
  // Whose words they are isn't certain yet.
  if (open.beside?.doubt != null) return;
  const { verdict, reading, found, registerFailed } = looked;
  if (found || desk.caseId !== null || registerFailed !== null) return;
  const isNothing =
    verdict.route.to === 'none' &&
    !verdict.signals.has('ombudsman') &&
    verdict.hazards.length === 0 &&
    verdict.safeguarding.length === 0 &&
    (verdict.confidence === 'clear' || verdict.confidence === 'likely');
  if (isNothing || !isOurs(open.message, state.setup.settings)) return;
  const message = settledMessage(open.message, desk);
  const identity = identityOf(message, reading.newText);
  if (run.track.noted.has(identity.identity)) return;
  run.track.noted.add(identity.identity);
  const { register } = run.ports;
  try {
    if (await register.findMessage(identity)) return;
    const { from, subject, receivedAt } = message;
    const first = firstReading(verdict, looked.cases[0]?.reference ?? null);
    const draft = { id: identity.identity, from, subject, receivedAt, reading: first };
    await register.seen.note(draft, actorOf(run.state()).name);
  } catch {
    // The verdict doesn't wait for it; the next message that is opened is noted again.
    run.track.noted.delete(identity.identity);
  }
}

/**
 * Keeps a message that couldn't be judged, since the policy or the program failed: under To decide with its arrival, the
 * dangers that were looked for all the same, and what was entered about it.
 */
export async function keepForLater(run: Run): Promise<void> {
  const { open, desk } = run.state();
  if (open.kind !== 'message' || !open.failed || !desk) return;
  const { key, message, failed } = open;
  try {
    const settled = settledMessage(message, desk);
    const newText = failed.alarms?.reading.newText ?? message.text;
    const { from, subject, receivedAt } = settled;
    const id = identityOf(settled, newText).identity;
    const reading = unjudged(failed);
    await run.ports.register.seen.note({ id, from, subject, receivedAt, reading }, actorOf(run.state()).name);
    await keepDesk(run, desk);
    run.dispatch({ type: 'kept-for-later', key });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Not kept') });
  }
}

/** Whether it came to one of the mailboxes that residents write to; where none is known, or the page doesn’t say, it may have. */
function isOurs({ to, cc }: Pick<Message, 'to' | 'cc'>, { mailboxes }: Settings): boolean {
  const ours = new Set(mailboxes.map((address) => address.trim().toLowerCase()).filter((address) => address !== ''));
  const addressed = [...to, ...cc];
  return ours.size === 0 || addressed.length === 0 || addressed.some(({ address }) => ours.has(address.toLowerCase()));
}

/** The person chose that there is nothing to log: that is a decision, and somebody may look at it again. */
export async function decideNothing(run: Run): Promise<void> {
  const work = atWork(run.state());
  if (!work || work.open.source !== 'host') return;
  const { identity } = identityOf(settledMessage(work.open.message, work.desk), work.looked.reading.newText);
  try {
    await run.ports.register.seen.decide(identity, {
      as: 'none',
      by: actorOf(run.state()).name,
      delivered: work.looked.verdict.delivered,
    });
  } catch {
    // Ordinary mail isn't remembered, so there is nothing to decide about it.
  }
}

/** Fetches what whoever looks after all cases works with, once. */
export async function loadLeadPart(run: Run): Promise<void> {
  if (run.state().lead.part) return;
  run.dispatch({ type: 'lead-loaded', change: { part: (await import('../lead/part.ts')).lead } });
}

/** Loads what is to be decided; the page itself with it where it is shown. */
export async function loadToDecide(run: Run): Promise<void> {
  const { register } = run.ports;
  const { screen, now, lead } = run.state();
  try {
    const isShown = screen === 'to-decide';
    const [undecided, taskCounts, samples, ...tasks] = await Promise.all([
      register.seen.undecided(),
      register.taskCounts(localDate(now)),
      isShown ? register.seen.samples() : [],
      ...(isShown ? KINDS : FIRST).map((kind) =>
        register.tasks({ kind, limit: MOST, ...(kind === 'window' ? { from: localDate(now) } : {}) }),
      ),
    ]);
    const part = isShown && !lead.part ? { part: (await import('../lead/part.ts')).lead } : {};
    run.dispatch({ type: 'lead-loaded', change: { undecided, taskCounts, samples, tasks: tasks.flat(), ...part } });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'What is to be decided can’t be shown') });
  }
}

/** Loads the counts of the chosen months. */
export async function loadFigures(run: Run): Promise<void> {
  const state = run.state();
  const { from, to } = monthsOf(state);
  try {
    const figures = await run.ports.register.figures({ from, to, today: localDate(state.now) });
    const part = state.lead.part ? {} : { part: (await import('../lead/part.ts')).lead };
    run.dispatch({ type: 'lead-loaded', change: { figures, from, to, ...part } });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'The counts can’t be shown') });
  }
}

/** Shows the cases that a figure is made of. */
export async function showFigure(run: Run, title: string, caseIds: readonly string[]): Promise<void> {
  try {
    const rows = await run.ports.register.rows(caseIds);
    run.dispatch({ type: 'lead-loaded', change: { shown: { title, rows } } });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'The cases can’t be shown') });
  }
}

/** Decides, asks a colleague or looks again, and shows what is left. */
export async function settleSeen(
  run: Run,
  act: (seen: Run['ports']['register']['seen'], by: string) => Promise<void>,
): Promise<void> {
  try {
    await act(run.ports.register.seen, actorOf(run.state()).name);
    await loadToDecide(run);
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was decided') });
  }
}
