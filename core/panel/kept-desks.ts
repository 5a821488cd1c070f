import * as v from 'valibot';
import { compareInstants, toInstant, type Instant } from '../dates.ts';
import type { MessageKey } from '../host.ts';
import { mentions } from '../mentions.ts';
import { parseDesk, type Desk } from './desk.ts';
import { RecordName } from './paste-form.ts';
import type { PanelStore } from './ports.ts';
import type { KeptDraft } from './state.ts';

/*
 * What was entered about messages and is kept in the panel's own storage, beside the register: the message itself where it
 * was pasted, what was typed of a call or a letter, letters. The list names the drafts that are shown; a desk that is in no list is found by its
 * key, so that nothing of a person is left in a corner.
 */

const PREFIX = 'draft:';
/** The list of drafts is stored under this. */
export const DRAFTS = 'drafts';
/** Milliseconds for which a draft is kept that nobody came back to. */
const KEPT_FOR = 30 * 86_400_000;
/** The oldest beyond so many go. */
const MOST = 100;

/** One of them; `desk` is null for a form, and where it is of another shape than this program's. */
export interface KeptDesk {
  readonly key: MessageKey;
  readonly desk: Desk | null;
  /** As it is stored. */
  readonly stored: unknown;
}

const List = v.array(
  v.object({
    key: v.string(),
    who: v.string(),
    subject: v.string(),
    changedAt: v.pipe(
      v.string(),
      v.transform((value) => toInstant(value)),
    ),
    isPasted: v.boolean(),
    of: v.exactOptional(v.nullable(RecordName)),
  }),
);

/** The key that a desk is stored under. */
export function keyOf(key: MessageKey): string {
  return `${PREFIX}${key}`;
}

/** The drafts that are shown by name, latest first; none where the list can't be read. */
export async function keptList(store: PanelStore): Promise<readonly KeptDraft[]> {
  try {
    const result = v.safeParse(List, await store.load(DRAFTS));
    return result.success
      ? result.output.toSorted((left, right) => compareInstants(right.changedAt, left.changedAt))
      : [];
  } catch {
    return [];
  }
}

/** Every desk that is stored, in a list or not. Rejects where the storage can't be read. */
export async function keptDesks(store: PanelStore): Promise<readonly KeptDesk[]> {
  const keys = (await store.keys()).filter((key) => key.startsWith(PREFIX)).map((key) => key.slice(PREFIX.length));
  return Promise.all(
    keys.map(async (key) => {
      const stored = await store.load(keyOf(key));
      return { key, stored, desk: parseDesk(stored, key) };
    }),
  );
}

/** Removes desks for good, `all` or by their keys, and takes them off the list. */
export async function dropDesks(store: PanelStore, keys: readonly MessageKey[] | 'all'): Promise<void> {
  const dropped = keys === 'all' ? (await keptDesks(store)).map(({ key }) => key) : keys;
  for (const key of dropped) await store.save(keyOf(key), null);
  const list = await keptList(store);
  const rest = list.filter(({ key }) => !dropped.includes(key));
  if (keys === 'all') await store.save(DRAFTS, null);
  else if (rest.length < list.length) await store.save(DRAFTS, rest);
}

/** Removes the desks of some cases for good; gives their keys. */
export async function dropDesksOf(store: PanelStore, caseIds: readonly string[]): Promise<readonly MessageKey[]> {
  const keys = (await keptDesks(store)).filter((one) => isOfCases(one, caseIds)).map(({ key }) => key);
  await dropDesks(store, keys);
  return keys;
}

/** Drops what nobody came back to for thirty days, the oldest beyond a hundred, and what can't be read; gives the rest of the list. */
export async function dropStale(store: PanelStore, now: Instant): Promise<readonly KeptDraft[]> {
  const list = await keptList(store);
  const old = (at: Instant | null): boolean => at === null || Date.parse(now) - Date.parse(at) > KEPT_FOR;
  const stale = new Set(list.filter(({ changedAt }, index) => index >= MOST || old(changedAt)).map(({ key }) => key));
  const listed = new Set(list.map(({ key }) => key));
  for (const { key, desk } of await keptDesks(store))
    if (!listed.has(key) && old(desk?.placed?.at ?? desk?.changedAt ?? null)) stale.add(key);
  if (stale.size > 0) await dropDesks(store, [...stale]);
  return list.filter(({ key }) => !stale.has(key));
}

/** Whether a desk belongs to one of some cases: to a message that was logged on it, or is to be added to it. */
export function isOfCases({ key, desk }: Pick<KeptDesk, 'key' | 'desk'>, caseIds: readonly string[]): boolean {
  return caseIds.some((caseId) => key === `case/${caseId}` || desk?.caseId === caseId || desk?.attachTo === caseId);
}

/** The desks that hold something about a person by one of these names or addresses, or are of these cases. */
export async function desksAbout(
  store: PanelStore,
  { names, caseIds }: { readonly names: readonly string[]; readonly caseIds: readonly string[] },
): Promise<readonly KeptDesk[]> {
  const all = await keptDesks(store);
  return all.filter((one) => isOfCases(one, caseIds) || names.some((name) => mentions(one.stored, name)));
}
