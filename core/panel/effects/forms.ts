import { compareInstants } from '../../dates.ts';
import { formToKeep, isFormKey, isFormWorthKeeping, keyOfForm, type PasteForm } from '../paste-form.ts';
import type { KeptDraft, PanelState } from '../state.ts';
import { keyOf } from '../kept-desks.ts';
import { changeKept, loadForms } from './keep.ts';
import type { Run } from './run.ts';

/** So much of a note names it where it has no subject. */
const NAMED_BY = 60;

/** Keeps every form that was changed, and drops those that were read; what another panel keeps stays. */
export function keepForms(run: Run): Promise<void> {
  return changeKept(run, async (kept) => {
    const { store } = run.ports;
    const before = keptBefore(run);
    const now = new Map(
      formsOf(run.state())
        .filter(isFormWorthKeeping)
        .map((form): [string, PasteForm] => [keyOfForm(form), form]),
    );
    const changed = [...now].filter(([key, form]) => before.get(key) !== form);
    const gone = [...before.keys()].filter((key) => !now.has(key));
    if (changed.length + gone.length === 0) return null;
    for (const [key, form] of changed) await store.save(keyOf(key), formToKeep(form));
    for (const key of gone) await store.save(keyOf(key), null);
    run.track.forms = now;
    const rest = kept.filter(({ key }) => !gone.includes(key) && !changed.some(([one]) => one === key));
    return [...changed.map(([, form]) => nameOf(form)), ...rest];
  });
}

/** Takes over the drafts that another panel keeps, or is done with; what is being typed here stays. */
export function followKept(run: Run): Promise<void> {
  return changeKept(run, async (kept) => {
    if (JSON.stringify(kept) !== JSON.stringify(run.state().kept)) run.dispatch({ type: 'kept-loaded', kept });
    if (isKnown(run, kept)) return null;
    const theirs = await loadForms(run, kept);
    const { gone, missing } = await notAmong(run, theirs);
    const { paste, screen } = run.state();
    const isInFront = ({ id }: PasteForm): boolean => id === paste.id && screen === 'paste';
    const newer = theirs.filter((form) => {
      const ours = formsOf(run.state()).find(({ id }) => id === form.id);
      return ours ? !isInFront(ours) && isLater(form, ours) : !keptBefore(run).has(keyOfForm(form));
    });
    const left = gone.filter((form) => !isInFront(form));
    if (newer.length + left.length > 0) {
      const before = new Map(keptBefore(run));
      for (const form of left) before.delete(keyOfForm(form));
      for (const form of newer) before.set(keyOfForm(form), form);
      run.track.forms = before;
      run.dispatch({ type: 'forms-followed', newer, gone: left.map(keyOfForm) });
    }
    return missing.length === 0 ? null : [...missing.map(nameOf), ...kept];
  });
}

/** Whether what is kept of forms is what this panel kept or took over last, as after its own writing. */
function isKnown(run: Run, kept: readonly KeptDraft[]): boolean {
  const theirs = kept.filter(({ key }) => isFormKey(key));
  const ours = keptBefore(run);
  return theirs.length === ours.size && theirs.every(({ key, changedAt }) => ours.get(key)?.changedAt === changedAt);
}

/**
 * Forms that were kept and aren't listed any more: gone where another panel has read or dropped them, only missing where both
 * wrote the list at once.
 */
async function notAmong(
  run: Run,
  theirs: readonly PasteForm[],
): Promise<{ readonly gone: readonly PasteForm[]; readonly missing: readonly PasteForm[] }> {
  const gone: PasteForm[] = [];
  const missing: PasteForm[] = [];
  for (const form of formsOf(run.state())) {
    const key = keyOfForm(form);
    if (!keptBefore(run).has(key) || theirs.some(({ id }) => id === form.id)) continue;
    ((await run.ports.store.load(keyOf(key))) === null ? gone : missing).push(form);
  }
  return { gone, missing };
}

function formsOf({ paste, forms }: PanelState): readonly PasteForm[] {
  return [paste, ...forms];
}

function keptBefore({ track }: Run): ReadonlyMap<string, PasteForm> {
  return track.forms ?? new Map<string, PasteForm>();
}

function isLater(form: PasteForm, than: PasteForm): boolean {
  if (form.changedAt === null || than.changedAt === null) return form.changedAt !== null;
  return compareInstants(form.changedAt, than.changedAt) > 0;
}

function nameOf(form: PasteForm): KeptDraft {
  const { name, address, subject, text, changedAt, of } = form;
  return {
    key: keyOfForm(form),
    who: name.trim() || address.trim(),
    subject: subject.trim() || text.trim().slice(0, NAMED_BY),
    // A form that is worth keeping was typed in.
    changedAt: changedAt as NonNullable<typeof changedAt>,
    isPasted: true,
    of,
  };
}
