import { referenceOf } from '../core/case/reference.ts';
import { compareInstants, localDate, type Instant } from '../core/dates.ts';
import { reasonOf } from '../core/errors.ts';
import { backupBlob, sourceOf } from '../core/panel/backup.ts';
import { saveFile } from '../core/panel/effects/save-file.ts';
import type { Keeping } from '../core/panel/keeping.ts';
import type { Register } from '../core/register/register.ts';
import type { Capabilities } from './capabilities.ts';
import { placeKey, remember, remembered, type Remembered, type RememberedCase } from './remembered.ts';

/** Entries that come together are remembered together. */
const SETTLE = 500;

/**
 * The keeping of the cases in Outlook, whose storage may vanish: backups, and in the mailbox's own settings how many cases
 * there were and the references since the last backup. Looks at once whether something is missing.
 */
export async function outlookKeeping(
  register: Register,
  { can, now }: { readonly can: Capabilities; readonly now: () => Instant },
): Promise<Keeping> {
  const key = placeKey(can.client);
  const places = remembered(key);
  const { events, at } = await register.backup();
  const here = places.get(key);
  const isLost = events === 0 && here !== undefined && here.cases > 0;
  // What is lost stays on the list, whatever is logged after it.
  let missing = [...(here?.missing ?? []), ...(isLost ? here.since : [])];
  let copied: number | null = null;
  const listeners = new Set<() => void>();
  let unremembered: string | null = null;
  // What the mailbox doesn't take is said, and tried again at the next entry; the register has it.
  const noteNow = async (): Promise<void> => {
    try {
      missing = await note(register, { key, place: can.client, now, missing });
      unremembered = null;
    } catch (error) {
      unremembered = reasonOf(error);
    }
    for (const tell of listeners) tell();
  };
  const noteSoon = soon(() => void noteNow());
  register.onChange(noteSoon);
  // Another client saves the settings as they were when it was opened, and may have put back or lost what is known of here.
  if (events > 0 && (here?.entries !== events || here.backupAt !== at)) noteSoon();
  return {
    place: can.client,
    elsewhere: [...places]
      .filter(([other, { cases }]) => other !== key && cases > 0)
      .map(([, { place, cases }]) => ({ place, cases })),
    lost: isLost ? { ...here, since: missing } : null,
    state: () => register.backup(),
    unremembered: () => unremembered,
    rememberAgain: noteNow,
    onMemory: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    missing: () => missing,
    dismiss: async (reference) => {
      missing = missing.filter((one) => one.reference !== reference);
      await noteNow();
    },
    kept: async () => {
      if (copied === null) return;
      await register.backedUp(copied);
      copied = null;
      noteSoon();
    },
    backUp: async () => {
      const { content, events: count } = await backupBlob(register);
      const how = await saveFile(`duly-${localDate(now())}.jsonl`, content, 'application/jsonl');
      copied = count;
      if (how === 'saved') {
        await register.backedUp(count);
        noteSoon();
      }
      return how;
    },
    preview: (file) => register.preview(sourceOf(file)),
    restore: (file, options) => register.restore(sourceOf(file), options),
  };
}

async function note(
  register: Register,
  {
    key,
    place,
    now,
    missing,
  }: {
    readonly key: string;
    readonly place: string;
    readonly now: () => Instant;
    readonly missing: readonly RememberedCase[];
  },
): Promise<RememberedCase[]> {
  const { at: backupAt, events: entries } = await register.backup();
  const last = new Map<string, Instant>();
  for await (const { caseId, recordedAt } of register.allEvents()) last.set(caseId, recordedAt);
  const here = new Set([...last.keys()].map(referenceOf));
  const stillMissing = missing.filter(({ reference }) => !here.has(reference));
  const value: Remembered = {
    place,
    cases: last.size,
    entries,
    seenAt: now(),
    backupAt,
    since: [...last]
      .filter(([, at]) => backupAt === null || compareInstants(at, backupAt) > 0)
      .sort(([, left], [, right]) => compareInstants(right, left))
      .map(([caseId, at]) => ({ reference: referenceOf(caseId), day: localDate(at) })),
    missing: stillMissing,
  };
  await remember(key, value);
  return stillMissing;
}

function soon(act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | null = null;
  return () => {
    if (timer !== null) clearTimeout(timer);
    timer = setTimeout(act, SETTLE);
  };
}
