import type { MessageKey } from '../../host.ts';
import { isWorthKeeping, parseDesk, type Desk } from '../desk.ts';
import { DRAFTS, dropStale, keptList, keyOf } from '../kept-desks.ts';
import { withManaged } from '../managed.ts';
import { isSameSetup, mergeSetup } from '../merge-setup.ts';
import { isFormKey, keyOfForm, parseForm, type PasteForm } from '../paste-form.ts';
import { parseSetup, tidied, type Setup } from '../setup.ts';
import type { PolicyName } from '../ports.ts';
import type { KeptDraft } from '../state.ts';
import { parseTaught, TAUGHT, type TaughtKept } from '../taught-kept.ts';
import type { Run } from './run.ts';

const SETUP = 'setup';

/** The setup and the names of the kept drafts, from storage. */
export async function loadSetup(run: Run): Promise<void> {
  const { store } = run.ports;
  const [stored, landlords, managed] = await Promise.all([
    load(run, SETUP).then(parseSetup),
    landlordsOf(run),
    run.ports.managed?.().catch(() => null) ?? null,
  ]);
  const setup = withManaged(stored, managed);
  // Kept too: whoever reads the setup without the panel finds it there.
  if (setup !== stored && !isSameSetup(setup, stored)) {
    const { landlord, isDone, settings } = setup;
    await store.save(SETUP, { landlord, isDone, settings: tidied(settings) }).catch(() => undefined);
  }
  run.track.kept = setup;
  // A storage that can't be read holds no drafts; the panel works without it.
  const rest = await dropStale(store, run.state().now).catch(() => []);
  const forms = await loadForms(run, rest);
  run.track.forms = new Map(forms.map((form) => [keyOfForm(form), form]));
  run.dispatch({ type: 'setup-loaded', setup, landlords, kept: rest, forms });
}

/** Keeps what was changed of the setup, without the empty lines that typing leaves; what another panel changed stays. */
export function saveSetup(run: Run, change: Partial<Pick<Setup, 'landlord'>> = {}): Promise<void> {
  return inTurn(run, async () => {
    const next = await merge(run, change);
    if (!next) return;
    const { landlord, isDone, settings } = next;
    await run.ports.store.save(SETUP, { landlord, isDone, settings });
    run.track.kept = next;
  });
}

/** Takes over what another panel changed of the setup. */
export function followSetup(run: Run): Promise<void> {
  return inTurn(run, async () => {
    await merge(run, {});
  });
}

/** Joins what is kept with what was changed here, and has the panel follow where that is something else. */
async function merge(run: Run, change: Partial<Pick<Setup, 'landlord'>>): Promise<Setup | null> {
  const kept = await load(run, SETUP);
  const { setup } = run.state();
  if (!setup) return null;
  const ours = { ...setup, ...change };
  const theirs = kept === null ? (run.track.kept ?? ours) : parseSetup(kept);
  const next = mergeSetup(run.track.kept ?? theirs, ours, theirs);
  run.track.kept = theirs;
  if (!isSameSetup(next, ours)) run.dispatch({ type: 'setup-followed', setup: next });
  return next;
}

/** One after the other: what is read was written by then. */
function inTurn({ track }: Run, act: () => Promise<void>): Promise<void> {
  const turn = (track.keeping ?? Promise.resolve()).then(act);
  track.keeping = turn.catch(() => undefined);
  return turn;
}

/** What was entered about a message before; null for nothing. */
export async function keptDesk(run: Run, key: MessageKey): Promise<Desk | null> {
  return parseDesk(await load(run, keyOf(key)), key);
}

/** Keeps what was entered about a message, or drops what was kept of it once nothing is left to keep. */
export function keepDesk(run: Run, desk: Desk): Promise<void> {
  return changeKept(run, async (before) => {
    const others = before.filter(({ key }) => key !== desk.key);
    const { key, who, subject, changedAt, pasted } = desk;
    const isKept = changedAt !== null && isWorthKeeping(desk);
    if (!isKept && others.length === before.length && desk.caseId === null) return null;
    // A desk without anything entered still says at which case it was left.
    await run.ports.store.save(keyOf(key), isKept || desk.placed !== null ? desk : null);
    const of = pasted?.of ?? null;
    return isKept ? [{ key, who, subject, changedAt, isPasted: pasted !== null, of }, ...others] : others;
  });
}

/** Drops a draft for good, at a person's word. */
export function dropKept(run: Run, dropped: MessageKey): Promise<void> {
  return changeKept(run, async (before) => {
    await run.ports.store.save(keyOf(dropped), null);
    return before.filter(({ key }) => key !== dropped);
  });
}

/** Changes the list of what is kept; null leaves it. One change after the other, or one would undo the other's. */
export function changeKept(
  run: Run,
  change: (before: readonly KeptDraft[]) => Promise<readonly KeptDraft[] | null>,
): Promise<void> {
  return inTurn(run, async () => {
    const kept = await change(await keptList(run.ports.store));
    if (kept === null) return;
    await run.ports.store.save(DRAFTS, kept);
    run.dispatch({ type: 'kept-loaded', kept });
  });
}

/** The forms among what is kept, latest first. */
export async function loadForms(run: Run, kept: readonly KeptDraft[]): Promise<readonly PasteForm[]> {
  const keys = kept.flatMap(({ key }) => (isFormKey(key) ? [key] : []));
  const forms = await Promise.all(keys.map(async (key) => parseForm(await load(run, keyOf(key)))));
  return forms.flatMap((form) => form ?? []);
}

/** What the team's decisions have taught this computer. */
export async function keptTaught(run: Run): Promise<TaughtKept> {
  return parseTaught(await load(run, TAUGHT));
}

/** One policy that doesn't parse takes the choice away, not the panel. */
async function landlordsOf({ ports }: Run): Promise<readonly PolicyName[]> {
  try {
    return await ports.policies.landlords();
  } catch {
    return [];
  }
}

/** Storage that fails holds nothing: the panel works without it. */
async function load({ ports }: Run, key: string): Promise<unknown> {
  try {
    return await ports.store.load(key);
  } catch {
    return null;
  }
}
