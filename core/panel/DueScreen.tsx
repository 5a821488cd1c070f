import { useContext } from 'preact/hooks';
import { count, figure } from '../date-words.ts';
import type { Dispatch } from './actions.ts';
import { DueEmpty } from './DueEmpty.tsx';
import { GROUPS, totalOf } from './due-groups.ts';
import { isNarrowed } from './due-find.ts';
import { DueChips, DueSearch } from './DueSearch.tsx';
import { DueList } from './DueList.tsx';
import { DueSeveral } from './DueSeveral.tsx';
import { Icon } from './Icon.tsx';
import { KeptContext } from './keeping.ts';
import { Note } from './Note.tsx';
import { SavedHere } from './SavedHere.tsx';
import type { PanelState } from './state.ts';
import { Uncomputed } from './Uncomputed.tsx';

/** Everything that somebody owes, the most urgent first. */
export function DueScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { due, now } = state;
  const { part } = state.lead;
  const showKept = useContext(KeptContext);
  const { counts, find } = due;
  const isSought = isNarrowed(find);
  const isEmpty =
    !isSought && counts !== null && totalOf(counts) === 0 && counts.uncomputed === 0 && find.waiting.length === 0;
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
      {!isSought && part && <part.OmbudsmanFirst state={state} dispatch={dispatch} />}
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
      {counts && <DueList counts={counts} state={state} dispatch={dispatch} />}
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
