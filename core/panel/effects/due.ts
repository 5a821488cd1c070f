import { addDays, localDate } from '../../dates.ts';
import { keyOfDay } from '../../deadlines/due-row.ts';
import type { DueEntry, Register } from '../../register/register.ts';
import type { DueGroup, PanelState } from '../state.ts';
import { wordsOf, type Run } from './run.ts';

/** Rows of one page; only what is loaded is in the page, so that 100,000 cases are as quick as ten. */
export const PAGE = 60;
const FIRST = 3;
/** A refresh reads at most so many rows again; more are loaded when they are scrolled to. */
const MOST_REFRESHED = 300;

/** Reads the counts, and the list where it is shown, keeping as many rows as there were. */
export async function refreshDue(run: Run): Promise<void> {
  const { register } = run.ports;
  const { due, now, screen } = run.state();
  try {
    const [counts, first, uncomputed] = await Promise.all([
      register.counts(localDate(now)),
      register.due({ limit: FIRST }),
      register.uncomputed(),
    ]);
    const limit = Math.min(Math.max(PAGE, due.entries.length), MOST_REFRESHED);
    const list =
      screen === 'due' ? await page(register, { limit, after: startOf(due.from, run.state(), first[0]) }) : null;
    run.dispatch({ type: 'due-loaded', counts, first, uncomputed, list });
  } catch (error) {
    run.dispatch({ type: 'due-failed', because: wordsOf(error) });
  }
}

/** Reads the next rows. */
export async function moreDue(run: Run): Promise<void> {
  const { due } = run.state();
  const last = due.entries.at(-1);
  if (!due.hasMore || !last) return;
  try {
    const more = await page(run.ports.register, { limit: PAGE, after: last });
    // Another reading of the list may have come between.
    if (run.state().due.entries.at(-1) === last) run.dispatch({ type: 'due-more', ...more });
  } catch (error) {
    run.dispatch({ type: 'due-failed', because: wordsOf(error) });
  }
}

async function page(
  register: Register,
  { limit, after }: { readonly limit: number; readonly after: DueEntry | null },
): Promise<{ readonly entries: readonly DueEntry[]; readonly hasMore: boolean }> {
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
