import { caseFile, type CaseFile } from '../../case/case-file.ts';
import { otherCaseOf, otherHalf } from '../../case/across.ts';
import { newId } from '../../case/chain.ts';
import { referenceOf } from '../../case/reference.ts';
import { formKey } from '../reduce-acts.ts';
import { loadCase } from './load-case.ts';
import { showCaseMessage } from './paste.ts';
import { actorOf, londonNow, problemOf, type Run } from './run.ts';

/** A sender with more open cases than this is an organisation; the latest are offered. */
const MOST = 20;

/** Fetches the acts when the first is wanted, and what a form needs beside the case. */
export async function wantActs(run: Run, caseId: string): Promise<void> {
  try {
    if (!run.state().cases[caseId]) await loadCase(run, caseId);
    await fetchActs(run);
    run.dispatch({ type: 'others-loaded', others: await othersOf(run, caseId) });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'The form can’t be shown') });
  }
}

/** Fetches the part of the panel for cases at work and for records of CRMs, once. */
export async function fetchActs(run: Run): Promise<void> {
  if (run.state().acts.part) return;
  const { acts } = await import('../acts/part.ts');
  run.dispatch({ type: 'acts-loaded', part: acts });
}

/** Enters what the open form says: all of it or nothing. A form that lacks something says what. */
export async function enterAct(run: Run): Promise<void> {
  const { acts } = run.state();
  const { part, open } = acts;
  if (!part || !open) return;
  try {
    // The case may have gone on since the form was opened.
    await loadCase(run, open.caseId);
    const form = part.openForm({ ...run.state(), now: londonNow(run) });
    if (!form?.act) return;
    const { act, about, answers, of } = form;
    const problems = part.problemsOf(act, answers, about);
    if (problems.length > 0) {
      run.dispatch({ type: 'act-refused', problems });
      return;
    }
    const hand = { actor: actorOf(run.state()), newId: () => newId(run.ports.source) };
    const correction = of ? part.correctionOf(act, answers, { about, of, hand }) : null;
    const drafts = of ? (correction ? [correction] : []) : part.entriesOf(act, answers, about, hand);
    const entered = drafts.length > 0 ? await run.ports.register.append(drafts) : [];
    await loadCase(run, open.caseId);
    const own = entered.filter(({ caseId }) => caseId === open.caseId).map(({ id }) => id);
    const others = entered.filter(({ caseId }) => caseId !== open.caseId);
    const words = of ? (correction ? 'Correction entered' : 'Nothing was changed') : act.done;
    run.dispatch({
      type: 'act-done',
      form: formKey(open),
      caseId: open.caseId,
      toast:
        entered.length === 0 && !of
          ? null
          : { words, reference: null, undo: own, others: byCase(others), caseId: open.caseId, key: null },
    });
    const letter = of ? null : (act.letter?.(answers, about) ?? null);
    if (letter !== null) await showCaseMessage(run, open.caseId, letter);
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was recorded') });
  }
}

/** Takes entries back, long after the toast has gone: by an entry that says so. */
export async function takeBack(run: Run, caseId: string, eventId: string): Promise<void> {
  try {
    const other = await onOtherCase(run, caseId, eventId);
    const base = { actor: actorOf(run.state()), occurredAt: londonNow(run), type: 'undone', personal: {} } as const;
    const entered = await run.ports.register.append([
      { ...base, caseId, data: { of: [eventId] } },
      ...(other && other.of.length > 0 ? [{ ...base, caseId: other.caseId, data: { of: [...other.of] } }] : []),
    ]);
    await loadCase(run, caseId);
    const undo = entered.filter((one) => one.caseId === caseId).map(({ id }) => id);
    const others = byCase(entered.filter((one) => one.caseId !== caseId));
    const toast = { words: 'Taken back', reference: null, undo, others, caseId, key: null };
    run.dispatch({ type: 'recorded', caseId, toast, act: 'taken-back', key: null });
  } catch (error) {
    run.dispatch({ type: 'failed', problem: problemOf(error, 'Nothing was taken back') });
  }
}

/** What came by the same press on another case. Throws where that can't be taken back with it. */
async function onOtherCase(
  { ports: { register } }: Run,
  caseId: string,
  eventId: string,
): Promise<{ readonly caseId: string; readonly of: readonly string[] } | null> {
  const own = await register.eventsOf(caseId);
  const event = own.find(({ id }) => id === eventId);
  const otherId = event ? otherCaseOf(event, own) : null;
  if (!event || otherId === null) return null;
  const of = otherHalf(event, own, await register.eventsOf(otherId));
  if (of) return { caseId: otherId, of };
  throw new Error(
    `${referenceOf(otherId)}, which was split off, has gone on by itself. Merge it with this case instead.`,
  );
}

/** The open cases of those who wrote on this one. */
async function othersOf({ ports: { register }, state }: Run, caseId: string): Promise<readonly CaseFile[]> {
  const file = state().cases[caseId]?.file;
  const addresses = new Set(file?.messages.flatMap(({ from }) => (from && from.address !== '' ? [from.address] : [])));
  const rows = await Promise.all([...addresses].map((address) => register.openCasesOf(address)));
  const ids = new Set(
    rows
      .flat()
      .map((row) => row.caseId)
      .filter((id) => id !== caseId),
  );
  const events = await Promise.all([...ids].slice(0, MOST).map((id) => register.eventsOf(id)));
  return events.map(caseFile);
}

function byCase(
  entered: readonly { readonly caseId: string; readonly id: string }[],
): readonly { readonly caseId: string; readonly undo: readonly string[] }[] {
  const ids = [...new Set(entered.map(({ caseId }) => caseId))];
  return ids.map((caseId) => ({
    caseId,
    undo: entered.filter((one) => one.caseId === caseId).map(({ id }) => id),
  }));
}
