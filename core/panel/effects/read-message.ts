import type { CaseFile } from '../../case/case-file.ts';
import { localDate, type IsoDate } from '../../dates.ts';
import type { BesideMessage, CurrentMessage, MessageKey, PageRecord } from '../../host.ts';
import type { Message } from '../../message.ts';
import { NO_SETTINGS, type Settings } from '../../settings.ts';
import type { NeuralScores } from '../../triage/verdict.ts';
import { deskFor, deskOfPasted, settledMessage, type Desk, type PastedMessage } from '../desk.ts';
import { isFormKey, isNoteChanged, isSameRecord, recordName } from '../paste-form.ts';
import { messageOf, messageOfPaste } from '../paste-view.ts';
import { pasteOfRecord } from '../record-view.ts';
import { isShown, isSurely } from '../forms.ts';
import { tidied } from '../setup.ts';
import type { Alarms, Looked, OpenMessage, Rules, Source } from '../state.ts';
import type { Look } from '../ports.ts';
import { taughtIn } from '../taught-kept.ts';
import { keepDesk, keptDesk, keptTaught } from './keep.ts';
import { earlierCases, knownTo, NOTHING_KNOWN, signalsOf } from './known-cases.ts';
import { loadCase } from './load-case.ts';
import { rulesFor } from './rules.ts';
import { wordsOf, type Run } from './run.ts';
import { closerBefore, readClosely } from './second-reading.ts';

/** Reading is shown only when it takes longer than this. */
const SLOW = 300;
/** A page that is still opening a message is asked again after this. */
const AGAIN = 1_500;
/** The verdict doesn't wait longer than this for the register; what the register knows is put in when it comes. */
const PATIENCE = 60;

/** Asks the host which message is open, and reads it. A message that is shown already stays as it is. */
export async function askHost(run: Run, { anew }: { readonly anew: boolean } = { anew: false }): Promise<void> {
  const { ports, dispatch, track } = run;
  const number = ++track.asked;
  const slow = setTimeout(() => dispatch({ type: 'slow' }), SLOW);
  try {
    const current = await ports.host.currentMessage();
    if (number === track.asked) await take(run, current, anew);
  } catch (error) {
    if (number === track.asked) dispatch({ type: 'host-failed', because: wordsOf(error) });
  } finally {
    clearTimeout(slow);
  }
}

async function take(run: Run, current: CurrentMessage, anew: boolean): Promise<void> {
  const { open, desk } = run.state();
  const isOurOwn = open.kind === 'message' && open.source !== 'host';
  if (current.kind !== 'message') {
    if (isOurOwn && !anew && !givesWay(desk, current) && !bringsDanger(run, current)) return;
    if (desk) await keepDesk(run, desk);
    run.dispatch({ type: 'host-saw', current, name: run.ports.host.name });
    if (current.kind === 'loading') waitForHost(run);
    if (current.kind === 'record' && !anew && !isShown(open, current)) await showBegun(run, current);
    return;
  }
  const { key, message, beside = null } = current;
  // A pasted message gives way only to another one than the host showed before.
  const isNew = key !== run.track.lastOfHost;
  run.track.lastOfHost = key;
  if (isOurOwn && !isNew && !anew && !givesWay(desk, current)) return;
  if (open.kind === 'message' && open.key === key && isSame(open.message, message) && !anew) return;
  await show(run, { source: 'host', key, message, beside });
}

/** What was typed beside a record stands beside that record, and gives way to whatever else is in front. */
function givesWay(desk: Desk | null, current: CurrentMessage): boolean {
  const of = desk?.pasted?.of;
  if (of === undefined || current.kind === 'loading') return false;
  return current.kind !== 'record' || !isSameRecord(of, recordName(current));
}

/** Whether the record beside which something was read says another note now, with a danger that wasn't in it: that can't wait. */
function bringsDanger(run: Run, current: CurrentMessage): boolean {
  const { open, desk } = run.state();
  const of = desk?.pasted?.of;
  if (of === undefined || current.kind !== 'record' || open.kind !== 'message' || !open.looked) return false;
  if (!isNoteChanged(of, current)) return false;
  const { rules, verdict } = open.looked;
  const now = run.ports.look(messageOfPaste(pasteOfRecord(current)), {
    settings: settingsNow(run),
    policy: rules.policy,
    known: new Set(),
    neural: null,
  }).verdict;
  const before = new Set(verdict.hazards.map(({ kind }) => kind));
  const isNew = now.hazards.some(({ kind }) => !before.has(kind));
  return isNew || (now.safeguarding.length > 0 && verdict.safeguarding.length === 0);
}

/** What was read beside a record, and isn't logged yet, comes back with it. */
async function showBegun(run: Run, record: PageRecord): Promise<void> {
  const name = recordName(record);
  const { kept, screen } = run.state();
  const begun = kept.find(({ key, of }) => of && !isFormKey(key) && isSurely(of, name) && !isNoteChanged(of, record));
  const desk = begun && screen === 'message' ? await keptDesk(run, begun.key) : null;
  if (!desk?.pasted || run.state().open.kind !== 'record') return;
  await show(run, { source: 'pasted', key: desk.key, message: messageOf(desk.pasted), pasted: desk.pasted });
}

/** The page is still opening the message: that is said after a while, and asked again in case the page forgets to tell. */
function waitForHost(run: Run): void {
  const { asked } = run.track;
  const isWaiting = (): boolean => run.track.asked === asked && run.state().open.kind === 'waiting';
  setTimeout(() => {
    if (isWaiting()) run.dispatch({ type: 'slow' });
  }, SLOW);
  setTimeout(() => {
    if (isWaiting()) void askHost(run);
  }, AGAIN);
}

/** Shows a message and reads it; the desk of the one before is kept. */
export async function show(
  run: Run,
  {
    source,
    key,
    message,
    beside = null,
    pasted = null,
  }: {
    readonly source: Source;
    readonly key: MessageKey;
    readonly message: Message;
    readonly beside?: BesideMessage | null;
    readonly pasted?: PastedMessage | null;
  },
): Promise<void> {
  const before = run.state().desk;
  const isOther = before?.key !== key;
  if (before && isOther) void keepDesk(run, before);
  const number = ++run.track.shown;
  const [desk, taught] = await Promise.all([
    isOther ? keptDesk(run, key).then((kept) => kept ?? newDesk(run, { key, message, pasted })) : before,
    isOther ? keptTaught(run) : run.track.taught,
  ]);
  // Another message was shown meanwhile.
  if (number !== run.track.shown) return;
  if (isOther) run.track.changedWhenShown = desk.changedAt;
  if (taught) run.track.taught = taught;
  const open: OpenMessage = { kind: 'message', source, key, message, beside, looked: null, slow: false, failed: null };
  run.dispatch({ type: 'message-shown', open, desk, name: run.ports.host.name });
  await lookAgain(run);
}

function newDesk(
  run: Run,
  { key, message, pasted }: { key: MessageKey; message: Message; pasted: PastedMessage | null },
): Desk {
  return pasted ? deskOfPasted(key, message, pasted, run.state().now) : deskFor(key, message);
}

/** Reads the open message afresh: it came, its day of receipt was settled, the settings or the register changed. */
export async function lookAgain(run: Run): Promise<void> {
  const { open, desk } = run.state();
  if (open.kind !== 'message' || !desk) return;
  const { key } = open;
  const number = ++run.track.looks;
  const tell = (looked: Looked): void => {
    // A later look knows more, whichever is ready first.
    if (number === run.track.looks) run.dispatch({ type: 'looked', key, looked });
  };
  const slow = setTimeout(() => dispatchIfOpen(run, key, { type: 'slow' }), SLOW);
  try {
    const message = settledMessage(open.message, desk);
    const rules = await rulesOn(run, localDate(message.receivedAt ?? run.state().now));
    const settings = settingsNow(run);
    const first = lookAt(run, { message, rules, settings, cases: [], neural: null });
    const { scores, second } = closerBefore(run, key, { reading: first.reading, settings });
    const alone = scores ? lookAt(run, { message, rules, settings, cases: [], neural: scores }) : first;
    const known = knownTo(run, alone.reading, settings);
    const early = await Promise.race([known, after(PATIENCE)]);
    if (!early) tell({ ...NOTHING_KNOWN, ...alone, rules, second });
    const { cases, belongs, found, registerFailed } = early ?? (await known);
    if (found) await loadCase(run, found.caseId);
    const again = (neural: NeuralScores | null): ReturnType<Look> =>
      lookAt(run, { message, rules, settings, cases, neural });
    const looked = cases.length > 0 ? again(scores) : alone;
    const earlier = earlierCases({ ...looked, cases, belongs });
    tell({ ...looked, rules, cases, belongs, earlier, found, registerFailed, second });
    clearTimeout(slow);
    if (second !== 'awaited') return;
    const closer = await readClosely(run, key, { first: looked, settings, again });
    tell({
      ...closer,
      rules,
      cases,
      belongs,
      earlier: earlierCases({ ...closer, cases, belongs }),
      found,
      registerFailed,
    });
  } catch (error) {
    const isPolicy = error instanceof PolicyLoadError;
    const alarms = isPolicy ? await alarmsIn(run, settledMessage(open.message, desk)) : null;
    const because = wordsOf(isPolicy ? error.cause : error);
    if (number === run.track.looks)
      run.dispatch({ type: 'look-failed', key, failed: { what: isPolicy ? 'policy' : 'message', because, alarms } });
  } finally {
    clearTimeout(slow);
  }
}

/** The settings, with what the team had taught when the message was shown. */
function settingsNow({ state, track }: Run): Settings {
  return { ...tidied(state().setup?.settings ?? NO_SETTINGS), ...(track.taught ? taughtIn(track.taught) : {}) };
}

interface LookAt {
  readonly message: Message;
  readonly rules: Rules;
  readonly settings: Settings;
  readonly cases: readonly CaseFile[];
  readonly neural: NeuralScores | null;
}

function lookAt({ ports }: Run, { message, rules, settings, cases, neural }: LookAt): ReturnType<Look> {
  return ports.look(message, { settings, policy: rules.policy, known: signalsOf(cases), neural });
}

/** The policy that a message would be judged by can't be used; the cause says why. */
class PolicyLoadError extends Error {
  override readonly name = 'PolicyLoadError';
}

async function rulesOn(run: Run, day: IsoDate): Promise<Rules> {
  try {
    return await rulesFor(run, day);
  } catch (cause) {
    throw new PolicyLoadError('the policy didn’t load', { cause });
  }
}

/** Dangers and safeguarding, which are the same under every policy; null where not even the Code is there. */
async function alarmsIn(run: Run, message: Message): Promise<Alarms | null> {
  try {
    const policy = await run.ports.policies.floorOn(localDate(run.state().now));
    const settings = tidied(run.state().setup?.settings ?? NO_SETTINGS);
    return run.ports.look(message, { settings, policy, known: new Set(), neural: null });
  } catch {
    return null;
  }
}

function dispatchIfOpen(run: Run, key: MessageKey, action: { readonly type: 'slow' }): void {
  const { open } = run.state();
  if (open.kind === 'message' && open.key === key) run.dispatch(action);
}

function isSame(left: Message, right: Message): boolean {
  return JSON.stringify(left) === JSON.stringify(right);
}

function after(milliseconds: number): Promise<null> {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}
