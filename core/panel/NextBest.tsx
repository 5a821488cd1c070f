import { lowerFirst } from '../date-words.ts';
import type { AtWork } from './at-work.ts';
import { inBrackets, shownClause } from '../policy/clause-words.ts';
import { ClausesInFull } from './Clause.tsx';
import { Icon } from './Icon.tsx';
import { destinationTitle } from './verdict-words.ts';

/** The route that was not taken, and why not. */
export function NextBest({ work: { looked } }: { readonly work: AtWork }) {
  const [next] = looked.verdict.alternatives;
  if (!next) return null;
  const { policy } = looked.rules;
  const clauses = next.clauses.flatMap((clause) => shownClause(policy, clause) ?? []);
  const title = next.to === 'none' ? 'nothing to log' : lowerFirst(destinationTitle(next)).replace(/^an? /, '');
  return (
    <details class="clause">
      <summary>
        <Icon name="turn" class="turn" />
        <span>
          <b>Next best:</b> {title} {inBrackets(next.clauses)}
        </span>
      </summary>
      <div class="law stack">
        {next.because !== '' && <p>{next.because}</p>}
        <ClausesInFull policy={policy} clauses={clauses} />
      </div>
    </details>
  );
}
