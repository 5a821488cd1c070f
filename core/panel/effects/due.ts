import { addDays, localDate } from '../../dates.ts';
import { keyOfDay } from '../../deadlines/due-row.ts';
import type { BucketCounts } from '../../register/due-query.ts';
import type { DueCounts, DueEntry, Register } from '../../register/register.ts';
import { isNarrowed } from '../due-find.ts';
import type { DueGroup, PanelState } from '../state.ts';
import { wordsOf, type Run } from './run.ts';

/** Rows of one page; only what is loaded is in the page, so that 100,000 cases are as quick as ten. */
export const PAGE = 60;
const FIRST = 3;
/** More rows than these are read from what lists have in memory, which has to be loaded first; fewer straight from the store. */
const MOST_FROM_STORE = 300;
/** Cases that words find beside the list. */
const MOST_FOUND = 30;
/** Somebody who types is not asked after at every letter. */
const PAUSE = 120;

interface Page {
  readonly entries: readonly DueEntry[];
  readonly hasMore: boolean;
}

/** Reads the counts, and the list where it is shown, keeping as many rows as there were. */
export async function refreshDue(run: Run): Promise<void> {
  const { register } = run.ports;
  const { due, now, screen } = run.state();
  const number = ++run.track.lists;
  try {
    const limit = Math.max(PAGE, due.entries.length);
    // From its top the list asks for nothing that the counts say: it is read beside them, and its beginning is the first few.
    const top =
      screen === 'due' && due.from === null && limit <= MOST_FROM_STORE && !isNarrowed(due.find) ? limit : null;
    const [whole, topmost, uncomputed] = await Promise.all([
      register.counts(localDate(now)),
      page(register, { limit: top ?? FIRST, after: null }),
      register.uncomputed(),
    ]);
    const first = topmost.entries.slice(0, FIRST);
    if (screen !== 'due') {
      run.dispatch({ type: 'due-loaded', counts: whole, whole, first, uncomputed, list: null });
      return;
    }
    const { counts, list } = isNarrowed(due.find)
      ? await narrowed(run, { limit, whole })
      : { counts: whole, list: top === null ? await unnarrowed(run, { limit, whole, any: first[0] }) : topmost };
    // A later question has its own answer.
    if (number !== run.track.lists) return;
    run.dispatch({ type: 'due-loaded', counts, whole, first, uncomputed, list });
    await besideDue(run, number);
  } catch (error) {
    run.dispatch({ type: 'due-failed', because: wordsOf(error) });
  }
}

/** Reads the list again a moment after the last key. */
export function findSoon(run: Run): void {
  if (run.track.typing !== null) clearTimeout(run.track.typing);
  run.track.typing = setTimeout(() => void refreshDue(run), PAUSE);
}

/** Reads the next rows, up to a place in the list. */
export async function moreDue(run: Run, upTo: number): Promise<void> {
  const { due, now } = run.state();
  const last = due.entries.at(-1);
  if (!due.hasMore || !last || upTo <= due.entries.length) return;
  const limit = Math.max(PAGE, upTo - due.entries.length);
  try {
    const more =
      isNarrowed(due.find) || limit > MOST_FROM_STORE
        ? await pageOf(run.ports.register, run.state(), {
            offset: offsetOf(due.from, due.counts) + due.entries.length,
            limit,
          })
        : await page(run.ports.register, { limit, after: last });
    // Another reading of the list may have come between.
    if (run.state().due.entries.at(-1) !== last || localDate(run.state().now) !== localDate(now)) return;
    run.dispatch({ type: 'due-more', ...more });
    if (!more.hasMore) await besideDue(run, run.track.lists);
  } catch (error) {
    run.dispatch({ type: 'due-failed', because: wordsOf(error) });
  }
}

/** What there is to filter by. */
export async function loadFacets(run: Run): Promise<void> {
  const { register } = run.ports;
  try {
    const [facets, views] = await Promise.all([register.facets(localDate(run.state().now)), register.views()]);
    run.dispatch({ type: 'facets-loaded', facets, views });
  } catch (error) {
    run.dispatch({ type: 'due-failed', because: wordsOf(error) });
  }
}

/** What stands after the end of the list: cases that wait, and what words find beside it. */
async function besideDue(run: Run, number: number): Promise<void> {
  const { register } = run.ports;
  const { due, now } = run.state();
  const { find, hasMore, entries } = due;
  const words = find.words.trim();
  const [waiting, found] = await Promise.all([
    hasMore || words !== '' ? [] : register.waiting({ today: localDate(now), filter: find.filter }),
    words === '' ? [] : register.search(words, MOST_FOUND),
  ]);
  if (number !== run.track.lists) return;
  const listed = new Set(entries.map(({ row }) => row.caseId));
  run.dispatch({ type: 'due-beside', waiting, others: found.filter(({ caseId }) => !listed.has(caseId)) });
}

async function narrowed(
  run: Run,
  { limit, whole }: { readonly limit: number; readonly whole: DueCounts },
): Promise<{ readonly counts: DueCounts; readonly list: Page }> {
  const { register } = run.ports;
  const state = run.state();
  const { counts } = await register.list({ ...queryOf(state), limit: 1 });
  const list = await pageOf(register, state, { offset: offsetOf(state.due.from, counts), limit });
  return { counts: { ...counts, uncomputed: whole.uncomputed }, list };
}

/** The list as it is when nothing narrows it. */
async function unnarrowed(
  run: Run,
  { limit, whole, any }: { readonly limit: number; readonly whole: DueCounts; readonly any: DueEntry | undefined },
): Promise<Page> {
  const { register } = run.ports;
  const state = run.state();
  const { from } = state.due;
  return limit > MOST_FROM_STORE
    ? pageOf(register, state, { offset: offsetOf(from, whole), limit })
    : page(register, { limit, after: startOf(from, state, any) });
}

function queryOf({ due, now }: PanelState) {
  const { words, filter } = due.find;
  return { today: localDate(now), filter, ...(words.trim() === '' ? {} : { words: words.trim() }) };
}

async function pageOf(
  register: Register,
  state: PanelState,
  { offset, limit }: { readonly offset: number; readonly limit: number },
): Promise<Page> {
  const { entries, total } = await register.list({ ...queryOf(state), offset, limit });
  return { entries, hasMore: offset + entries.length < total };
}

/** The place at which a group begins. */
function offsetOf(group: DueGroup | null, counts: BucketCounts | null): number {
  if (group === null || group === 'overdue' || !counts) return 0;
  const { overdue, today, week } = counts;
  return { today: overdue, week: overdue + today, later: overdue + today + week }[group];
}

async function page(
  register: Register,
  { limit, after }: { readonly limit: number; readonly after: DueEntry | null },
): Promise<Page> {
  const found = await register.due(after ? { limit: limit + 1, after } : { limit: limit + 1 });
  return { entries: found.slice(0, limit), hasMore: found.length > limit };
}

/** The place just before a group: an entry's key at the first moment of the group's first day. */
function startOf(group: DueGroup | null, { now }: PanelState, any: DueEntry | undefined): DueEntry | null {
  if (group === null || group === 'overdue' || !any) return null;
  const today = localDate(now);
  const day = { today, week: addDays(today, 1), later: addDays(today, 8) }[group];
  return { ...any, key: keyOfDay(day), row: { ...any.row, caseId: '' } };
}
