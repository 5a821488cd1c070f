import type { EventDraft } from '../../case/event.ts';
import type { Draft } from '../../host.ts';
import type { Letter } from '../../letters/letter.ts';
import { atWork, type AtWork } from '../at-work.ts';
import { givenDrafts } from '../given.ts';
import { letterChanges, letterView } from '../letter-view.ts';
import { passedOn, pasteHint } from '../passed-on.ts';
import { tidied } from '../setup.ts';
import type { Placed } from '../desk.ts';
import type { OpenCase } from '../state.ts';
import { copyDraft } from './clipboard.ts';
import { loadCase } from './load-case.ts';
import { isStillOpen } from './log.ts';
import { actorOf, londonNow, problemOf, wordsOf, type Run } from './run.ts';

/** The letter of the open message, ready to go, with its case. */
export interface Ready {
  readonly work: AtWork;
  readonly opened: OpenCase;
  readonly letter: Letter;
  readonly draft: Draft;
}

/** Puts the letter into the reply to the open message, and enters what was changed in it. Nothing is ever sent. */
export async function insert(run: Run): Promise<void> {
  await withLetter(run, async (ready) => {
    const { draft, work } = ready;
    if (work.open.source !== 'host') return copied(run, ready, 'Open a reply to the message and paste the draft.');
    if (!(await isStillOpen(run, 'inserted', draft))) return;
    await enterChanges(run, ready);
    const outcome = await run.ports.host.draftReply(forEverybody(ready), work.desk.key);
    switch (outcome.kind) {
      case 'inserted':
        await placed(run, ready, { how: 'inserted', hint: outcome.undo });
        return;
      case 'message-changed':
        // Between our question and the page's own look another message was opened.
        if (await isStillOpen(run, 'inserted', draft))
          run.dispatch({
            type: 'failed',
            problem: { title: 'Nothing was inserted', body: 'The page shows another message.', isAlert: true },
          });
        return;
      case 'refused':
        await copied(run, ready, outcome.reason);
        return;
    }
  });
}

/** Who writes for the resident gets the letter too. */
function forEverybody({ draft, opened }: Ready): Draft {
  const { representative } = opened.file;
  return representative && representative.address !== ''
    ? { ...draft, copyTo: { name: representative.name, address: representative.address } }
    : draft;
}

/** Copies the letter, for a reply that the person opens. */
export async function copy(run: Run): Promise<void> {
  await withLetter(run, async (ready) => {
    if (!(await isStillOpen(run, 'inserted', ready.draft))) return;
    await enterChanges(run, ready);
    await copied(run, ready, pasteHint(passedOn(ready.work.looked.reading)));
  });
}

/** Copies a kept draft whose message isn't the open one; it is inserted nowhere. */
export async function copyKept(run: Run, draft: Pick<Draft, 'html' | 'text'>): Promise<void> {
  if (await copyDraft(draft)) run.dispatch({ type: 'copied' });
  else run.dispatch({ type: 'failed', problem: NO_CLIPBOARD });
}

const NO_CLIPBOARD = {
  title: 'The draft wasn’t copied',
  body: 'This program lets nothing be copied. Select the letter and copy it by hand.',
  isAlert: true,
};

/** Does something with the letter as it stands; one that lacks something isn't used, and the panel says so. */
export async function withLetter(run: Run, act: (ready: Ready) => Promise<void>): Promise<void> {
  const work = atWork(run.state());
  const { cases, setup, writeLetter } = run.state();
  const opened = work?.desk.caseId == null ? undefined : cases[work.desk.caseId];
  if (!work || !opened || !setup || !writeLetter) return;
  try {
    const view = letterView(opened, work.desk.letter, {
      kind: work.desk.letterKind,
      write: writeLetter,
      settings: tidied(setup.settings),
      now: londonNow(run),
    });
    if (view.kind !== 'letter' || !view.letter.draft) {
      run.dispatch({
        type: 'failed',
        problem: { title: 'The letter isn’t complete', body: 'Nothing was done with it.', isAlert: false },
      });
      return;
    }
    await act({ work, opened, letter: view.letter, draft: view.letter.draft });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was done with the letter') });
  }
}

async function copied(run: Run, ready: Ready, hint: string): Promise<void> {
  if (await copyDraft(ready.draft)) await placed(run, ready, { how: 'copied', hint });
  else run.dispatch({ type: 'failed', problem: NO_CLIPBOARD });
}

/** What the officer changed in the letter comes onto the case before the letter goes out, so that both say the same. */
export async function enterChanges(run: Run, { opened, work }: Ready): Promise<void> {
  const { letter, given } = work.desk;
  const [actor, now] = [actorOf(run.state()), londonNow(run)];
  const changes = [
    ...letterChanges(opened, letter, { actor, now }),
    ...givenDrafts(given, opened.rules.policy.id, { caseId: opened.file.id, actor, occurredAt: now }),
  ];
  if (changes.length === 0) return;
  await run.ports.register.append(changes);
  await loadCase(run, opened.file.id);
}

/** The letter is in a reply, on the clipboard or on paper: the desk says so, and the case, where it isn't only copied. */
export async function placed(
  run: Run,
  { letter, opened, work, draft }: Ready,
  { how, hint }: Pick<Placed, 'how' | 'hint'>,
): Promise<void> {
  const at = londonNow(run);
  const { kind, promisedBy } = letter;
  const offersChoice = letter.blocks.some(({ names }) => names.includes('choice'));
  run.dispatch({
    type: 'placed',
    key: work.desk.key,
    placed: { how, hint, kind, text: draft.text, promisedBy, offersChoice, at },
  });
  if (how === 'copied') return;
  const { file } = opened;
  const entry: EventDraft = {
    caseId: file.id,
    actor: actorOf(run.state()),
    occurredAt: at,
    type: 'letter-inserted',
    data: {
      kind,
      stage: file.stages.at(-1)?.stage ?? null,
      promisedBy,
      ...(how === 'inserted' ? {} : { way: 'post' }),
    },
    personal: { text: draft.text },
  };
  try {
    await run.ports.register.append([entry]);
    await loadCase(run, file.id);
  } catch (error) {
    const where = how === 'inserted' ? 'The draft is in your reply' : 'The letter was made';
    const body = `${where}, but the register didn’t take the entry. ${wordsOf(error)}`;
    run.dispatch({ type: 'failed', problem: { title: 'Not recorded', body, isAlert: true } });
  }
}
