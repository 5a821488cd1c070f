import { count } from '../date-words.ts';
import type { DueRow } from '../deadlines/due-row.ts';
import type { Dispatch } from './actions.ts';

const MOST = 60;

/** Cases without dates, by name, and why: they are never simply missing from the list. */
export function Uncomputed({ rows, dispatch }: { readonly rows: readonly DueRow[]; readonly dispatch: Dispatch }) {
  return (
    <section aria-labelledby="group-uncomputed">
      <h2 class="group" id="group-uncomputed">
        Not computed <span class="meta">{count(rows.length, 'case')}</span>
      </h2>
      <ul class="rows">
        {rows.slice(0, MOST).map(({ caseId, reference, name, uncomputed }) => (
          <li key={caseId}>
            <button type="button" class="row" onClick={() => dispatch({ type: 'case-opened', caseId })}>
              <span class="what">
                <b>{reference}</b> <bdi>{name}</bdi>
              </span>
              <span class="left">not computed</span>
              <span class="meta">{uncomputed}</span>
            </button>
          </li>
        ))}
      </ul>
      {rows.length > MOST && <p class="status">And {count(rows.length - MOST, 'more case')}.</p>}
    </section>
  );
}
