import type { ComponentChildren } from 'preact';
import type { Policy } from '../policy/policy.ts';
import { clauseSource, quoted, shortened, shownClause, type ShownClause } from '../policy/clause-words.ts';
import { Icon } from './Icon.tsx';

/** A deciding clause: its number and the part that is meant; unfolded, all deciding clauses in full. */
export function Clause({
  policy,
  lead,
  clauses,
  children,
}: {
  readonly policy: Policy;
  /** The clause that says it best: it stands in the line. */
  readonly lead: string;
  readonly clauses: readonly string[];
  readonly children?: ComponentChildren;
}) {
  const first = shownClause(policy, lead);
  if (!first) return null;
  const all = [lead, ...clauses.filter((clause) => clause !== lead)].flatMap(
    (clause) => shownClause(policy, clause) ?? [],
  );
  return (
    <details class="clause">
      <summary>
        <Icon name="turn" class="turn" />
        <span>
          <b>Clause {first.number}</b> <ClauseWords clause={first} isShort />
        </span>
      </summary>
      <div class="law stack">
        <ClausesInFull policy={policy} clauses={all} />
      </div>
      {children}
    </details>
  );
}

/** Clauses in full, each with where it stands. */
export function ClausesInFull({
  policy,
  clauses,
}: {
  readonly policy: Policy;
  readonly clauses: readonly ShownClause[];
}) {
  return (
    <>
      {clauses.map((clause, index) => (
        <div key={index}>
          <p>
            <ClauseWords clause={clause} />
          </p>
          <p class="meta">
            {clauseSource(policy, clause.number)}
            {clause.isUnchecked && ', not checked against the source'}
          </p>
        </div>
      ))}
    </>
  );
}

/** The policy's own words in quotation marks; what a clause only says in short stands without them. */
function ClauseWords({ clause, isShort = false }: { readonly clause: ShownClause; readonly isShort?: boolean }) {
  const { quote, inShort } = clause;
  if (quote !== null) return <>{quoted(isShort ? shortened(quote) : quote)}</>;
  return <>in short: {isShort ? shortened(inShort ?? '') : inShort}</>;
}
