import { useEffect, useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { localDate } from '../dates.ts';
import type { DueCounts, DueEntry } from '../register/register.ts';
import type { Dispatch } from './actions.ts';
import { chunksOf, GROUPS, grouped, position, rowId, totalFrom } from './due-groups.ts';
import { DueRow } from './DueRow.tsx';
import { dutyWords } from './due-words.ts';
import { useInView } from './in-view.ts';
import { MoreRows } from './MoreRows.tsx';
import { useSingleKeys } from './single-keys.ts';
import type { DueState, PanelState } from './state.ts';

/** Rows of the screen that the keys for pages move by. */
const PAGE = 10;
/** How high a row is before any was drawn. */
const ROW = 61;

/**
 * The rows by their groups. Many thousand may be loaded; only those near the screen are in the page, and the others leave room
 * of the height that they had.
 */
export function DueList({
  counts,
  state,
  dispatch,
}: {
  readonly counts: DueCounts;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { due, now } = state;
  const { entries } = due;
  const list = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<string | null>(null);
  /** The place in the list that takes the focus once its row is in the page. */
  const wanted = useRef<number | null>(null);
  const today = localDate(now);
  const groups = useMemo(() => grouped(entries, now), [entries, today]);
  const inView = useInView(list, entries);
  const total = due.hasMore ? totalFrom(due.from, counts) : entries.length;
  // The list is one tab stop: the row that had the focus last, else the first.
  const stopEntry = useMemo(() => entries.find((entry) => rowId(entry) === active) ?? entries[0], [entries, active]);
  const stop = stopEntry ? rowId(stopEntry) : null;
  const opened = useMemo(() => entries.find((entry) => isOpenRow(entry, due.open)), [entries, due.open]);

  const goTo = (at: number): void => {
    const place = Math.max(0, Math.min(total - 1, at));
    wanted.current = place;
    if (!entries[place]) dispatch({ type: 'more-wanted', upTo: place + 1 });
    focusWanted();
  };
  const placeOf = (id: string | undefined): number => entries.findIndex((entry) => rowId(entry) === id);
  const focusWanted = (): void => {
    const entry = wanted.current === null ? undefined : entries[wanted.current];
    if (!entry) return;
    const id = rowId(entry);
    const rows = list.current?.querySelectorAll<HTMLElement>('summary[data-row]') ?? [];
    const row = [...rows].find(({ dataset }) => dataset['row'] === id);
    // The stop of the list is always in the page: one that isn't yet comes with the next drawing, and has the focus then.
    if (!row) setActive(id);
    else {
      wanted.current = null;
      row.focus();
    }
  };
  useLayoutEffect(() => {
    // Who went on to type something meanwhile keeps the focus.
    if (document.activeElement?.matches('input, textarea, select')) wanted.current = null;
    focusWanted();
  }, [active, entries]);
  useSingleKeys((key) => {
    const at = placeOf(document.activeElement instanceof HTMLElement ? document.activeElement.dataset['row'] : '');
    const group = GROUPS[Number(key) - 1];
    if (key === 'j' || key === 'k') goTo(at < 0 ? placeOf(stop ?? '') : at + (key === 'j' ? 1 : -1));
    else if (key === '/') document.getElementById('search-cases')?.focus();
    else if (key === 'w') list.current?.querySelector<HTMLElement>('.row-open .fold > summary')?.click();
    else if (group) dispatch({ type: 'jumped', to: due.from === group.id ? null : group.id });
  });
  const move = (event: KeyboardEvent): void => {
    const { target } = event;
    if (!(target instanceof HTMLElement) || target.tagName !== 'SUMMARY' || !target.dataset['row']) return;
    const at = placeOf(target.dataset['row']);
    const to = {
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: total - 1,
      PageDown: at + PAGE,
      PageUp: at - PAGE,
    }[event.key];
    if (to === undefined || at < 0) return;
    event.preventDefault();
    goTo(to);
  };
  useEffect(() => {
    // Another list begins at its top.
    wanted.current = null;
  }, [due.from, due.find.filter, due.find.words]);

  let before = 0;
  return (
    <>
      <div ref={list} onKeyDown={move}>
        {groups.map(({ id, name, entries: own }, index) => (
          <section key={id} aria-labelledby={`group-${id}`}>
            <h2 class="group" id={`group-${id}`}>
              {name}{' '}
              <span class="meta">
                {position(own.length, counts[id])}
                {index === 0 && ', in working days'}
              </span>
            </h2>
            <div class="rows" role="list">
              {chunksOf(own).map(({ key, first, rows }) => {
                const chunk = `${id}-${key}`;
                const isNear =
                  before++ < 2 || inView.has(chunk) || rows.some((row) => row === stopEntry || row === opened);
                return isNear ? (
                  <div key={chunk} class="chunk" role="none" data-chunk={chunk}>
                    {rows.map((entry, at) => (
                      <Item
                        key={rowId(entry)}
                        {...{ entry, state, dispatch }}
                        place={[first + at + 1, counts[id]]}
                        isStop={rowId(entry) === stop}
                        onFocus={() => {
                          wanted.current = null;
                          setActive(rowId(entry));
                        }}
                      />
                    ))}
                  </div>
                ) : (
                  <div
                    key={chunk}
                    class="chunk"
                    role="none"
                    data-chunk={chunk}
                    style={{ height: `${String(inView.heightOf(chunk) ?? rows.length * (inView.rowHeight ?? ROW))}px` }}
                  />
                );
              })}
            </div>
          </section>
        ))}
      </div>
      {due.hasMore && (
        <MoreRows
          loaded={entries.length}
          left={total - entries.length}
          rowHeight={inView.rowHeight ?? ROW}
          dispatch={dispatch}
        />
      )}
    </>
  );
}

function isOpenRow({ row, duty }: DueEntry, open: DueState['open']): boolean {
  return open?.caseId === row.caseId && open.timer === duty.timer;
}

function Item({
  entry,
  state,
  dispatch,
  place: [place, size],
  isStop,
  onFocus,
}: {
  readonly entry: DueEntry;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
  /** Its place in the group, and how many there are, loaded or not. */
  readonly place: readonly [number, number];
  readonly isStop: boolean;
  readonly onFocus: () => void;
}) {
  const { several } = state.due;
  return (
    <div role="listitem" class={several ? 'with-tick' : undefined} aria-setsize={size} aria-posinset={place}>
      {several && <RowTick entry={entry} several={several} dispatch={dispatch} />}
      <DueRow entry={entry} state={state} isStop={isStop} onFocus={onFocus} dispatch={dispatch} />
    </div>
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
