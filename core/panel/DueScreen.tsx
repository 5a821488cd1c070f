import { useContext, useEffect, useRef, useState } from 'preact/hooks';
import { count, figure } from '../date-words.ts';
import type { Dispatch } from './actions.ts';
import { DueEmpty } from './DueEmpty.tsx';
import { GROUPS, grouped, position, totalOf } from './due-groups.ts';
import { isNarrowed } from './due-find.ts';
import { DueChips, DueSearch } from './DueSearch.tsx';
import { DueRow } from './DueRow.tsx';
import { DueSeveral } from './DueSeveral.tsx';
import { Icon } from './Icon.tsx';
import { KeptContext } from './keeping.ts';
import { Note } from './Note.tsx';
import { SavedHere } from './SavedHere.tsx';
import type { DueEntry } from '../register/register.ts';
import { dutyWords } from './due-words.ts';
import type { DueState, PanelState } from './state.ts';
import { Uncomputed } from './Uncomputed.tsx';

/** Everything that somebody owes, the most urgent first. Only the rows that were asked for are in the page. */
export function DueScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { due, now } = state;
  const { part } = state.lead;
  const showKept = useContext(KeptContext);
  const { counts, find } = due;
  const isSought = isNarrowed(find);
  const isEmpty =
    !isSought && counts !== null && totalOf(counts) === 0 && counts.uncomputed === 0 && find.waiting.length === 0;
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  const groups = grouped(due.entries, now);
  const first = due.entries[0];
  // The list is one tab stop: the row that had the focus last, else the first.
  const stop = due.entries.some(({ row, key }) => idOf(row.caseId, key) === active)
    ? active
    : first && idOf(first.row.caseId, first.key);
  return (
    <>
      <h1 class="vh" tabIndex={-1} data-focus="screen">
        Due
      </h1>
      {due.failed !== null && (
        <section class="sec">
          <Note icon="over" title="The register doesn’t answer" isAlert>
            <p>{due.failed}</p>
          </Note>
        </section>
      )}
      {!isEmpty && <DueSearch state={state} dispatch={dispatch} />}
      {find.isOpen && part && <part.DueFilters state={state} dispatch={dispatch} />}
      <DueChips state={state} dispatch={dispatch} />
      {isEmpty && <DueEmpty dispatch={dispatch} />}
      {counts && totalOf(counts) === 0 && isSought && (
        <p class="from-here" role="status">
          Nothing due fits.
        </p>
      )}
      {counts && totalOf(counts) > 0 && (
        <nav aria-label="How urgent">
          <ul class="tally">
            {GROUPS.map(({ id, name }) => (
              <li key={id} class={id === 'overdue' && counts.overdue > 0 ? 'over' : undefined}>
                <button
                  type="button"
                  aria-current={due.from === id ? 'true' : undefined}
                  onClick={() => dispatch({ type: 'jumped', to: due.from === id ? null : id })}
                >
                  <b>{figure(counts[id])}</b>
                  {name}
                </button>
              </li>
            ))}
          </ul>
        </nav>
      )}
      <FlagLine state={state} dispatch={dispatch} />
      {due.from !== null && due.from !== 'overdue' && (
        <p class="from-here">
          <button type="button" class="link lone" onClick={() => dispatch({ type: 'jumped', to: null })}>
            Show the more urgent ones too
          </button>
        </p>
      )}
      {due.entries.length > 0 && <DueSeveral state={state} dispatch={dispatch} />}
      <div ref={list} onKeyDown={(event) => moveAmongRows(event, list.current)}>
        {counts &&
          groups.map(({ id, name, entries }) => (
            <section key={id} aria-labelledby={`group-${id}`}>
              <h2 class="group" id={`group-${id}`}>
                {name} <span class="meta">{position(entries.length, counts[id])}</span>
              </h2>
              <ol class="rows">
                {entries.map((entry, at) => {
                  const key = idOf(entry.row.caseId, entry.key);
                  return (
                    <li
                      key={key}
                      class={due.several ? 'with-tick' : undefined}
                      aria-setsize={counts[id]}
                      aria-posinset={at + 1}
                    >
                      {due.several && <RowTick entry={entry} several={due.several} dispatch={dispatch} />}
                      <DueRow
                        entry={entry}
                        state={state}
                        isStop={key === stop}
                        onFocus={() => setActive(key)}
                        dispatch={dispatch}
                      />
                    </li>
                  );
                })}
              </ol>
            </section>
          ))}
      </div>
      {due.hasMore && <More dispatch={dispatch} count={due.entries.length} />}
      {!due.hasMore && part && <part.DueRest state={state} dispatch={dispatch} />}
      {due.uncomputed.length > 0 && !due.hasMore && <Uncomputed rows={due.uncomputed} dispatch={dispatch} />}
      {counts &&
        (part && !showKept ? (
          <part.BackupLine state={state} />
        ) : (
          <SavedHere now={now} isEmpty={totalOf(counts) === 0} />
        ))}
    </>
  );
}

/** What waits for a decision, or was promised and isn't done: the way to it. */
function FlagLine({ state: { lead }, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { undecided, taskCounts } = lead;
  const promised = (taskCounts?.promise ?? 0) + (taskCounts?.compensation ?? 0);
  const declined = taskCounts?.exclusion ?? 0;
  const parts = [
    undecided.length > 0 && `${count(undecided.length, 'message')} seen, not decided`,
    declined > 0 && `${figure(declined)} waiting to be declined`,
    promised > 0 && `${figure(promised)} promised, not done`,
  ].filter((words) => words !== false);
  if (parts.length === 0) return null;
  return (
    <button type="button" class="flagline" onClick={() => dispatch({ type: 'went', screen: 'to-decide' })}>
      <Icon name="waits" />
      <span>
        <b>{parts.join(' · ')}</b>
      </span>
    </button>
  );
}

/** Ticks a case; its other rows are ticked with it. */
function RowTick({
  entry: { row, duty },
  several,
  dispatch,
}: {
  readonly entry: DueEntry;
  readonly several: NonNullable<DueState['several']>;
  readonly dispatch: Dispatch;
}) {
  return (
    <label class="tick row-tick">
      <input
        type="checkbox"
        aria-label={`${row.name === '' ? row.reference : row.name}, ${dutyWords(duty)}`}
        checked={several.chosen.includes(row.caseId)}
        onChange={(event) => dispatch({ type: 'several-ticked', caseId: row.caseId, on: event.currentTarget.checked })}
      />
    </label>
  );
}

function idOf(caseId: string, key: string): string {
  return `${caseId} ${key}`;
}

/** More rows when the end comes into view, or on the button. */
function More({ dispatch, count }: { readonly dispatch: Dispatch; readonly count: number }) {
  const end = useRef<HTMLParagraphElement>(null);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (seen) => {
        // Who has come to the button by the keyboard presses it: it doesn't run away.
        const isFocused = end.current?.contains(document.activeElement) === true;
        if (!isFocused && seen.some(({ isIntersecting }) => isIntersecting)) dispatch({ type: 'more-wanted' });
      },
      { rootMargin: '400px' },
    );
    if (end.current) observer.observe(end.current);
    return () => observer.disconnect();
    // A new page moves the end: watched afresh, since an end that stays in view would tell nothing.
  }, [count]);
  return (
    <p ref={end} class="show-more">
      <button type="button" class="btn" onClick={() => dispatch({ type: 'more-wanted' })}>
        Show more
      </button>
    </p>
  );
}

const PAGE = 10;

function moveAmongRows(event: KeyboardEvent, list: HTMLElement | null): void {
  const { target } = event;
  if (!list || !(target instanceof HTMLElement) || target.tagName !== 'SUMMARY' || !target.dataset['row']) return;
  const rows = [...list.querySelectorAll<HTMLElement>('summary[data-row]')];
  const at = rows.indexOf(target);
  const to = {
    ArrowDown: at + 1,
    ArrowUp: at - 1,
    Home: 0,
    End: rows.length - 1,
    PageDown: at + PAGE,
    PageUp: at - PAGE,
  }[event.key];
  if (to === undefined) return;
  event.preventDefault();
  rows[Math.max(0, Math.min(rows.length - 1, to))]?.focus();
}
