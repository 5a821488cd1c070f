import { useMemo, useState } from 'preact/hooks';
import { CalendarCoverageError } from '../calendar.ts';
import { count, panelDate } from '../date-words.ts';
import type { IsoDate } from '../dates.ts';
import { againstCode } from '../policy/against-code.ts';
import type { Finding } from '../policy/finding.ts';
import { clauseNumber, quoted } from '../policy/clause-words.ts';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';
import type { Rules } from './state.ts';

/** Where a landlord’s policy falls below the Code, in the words of both. A notice: nothing is changed by it. */
export function CodeCard({ rules }: { readonly rules: Rules }) {
  const findings = useMemo(() => findingsOf(rules), [rules]);
  if (rules.policy.about.baseline || rules.policy.about.law) return null;
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>Where it falls short of the Code</h2>
      </div>
      {findings === null && <p>The calendar doesn’t reach the years that are compared.</p>}
      {findings?.length === 0 && <p>Nothing was found.</p>}
      {findings && findings.length > 0 && (
        <Note icon="info" title={count(findings.length, 'finding')}>
          {findings.map((finding, index) => (
            <InBothWords key={index} finding={finding} shortName={rules.policy.shortName} />
          ))}
        </Note>
      )}
      <p class="meta">For whoever owns the policy. Duly’s letters hold what the Code asks for all the same.</p>
    </section>
  );
}

/** One finding; pressed, the clauses of both stand below it. */
function InBothWords({ finding, shortName }: { readonly finding: Finding; readonly shortName: string }) {
  const [isOpen, setOpen] = useState(false);
  const { says, sample, own, nearest, code } = finding;
  return (
    <div>
      <button type="button" class="link unfold" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
        {says} <Icon name="turn" class="turn" />
      </button>
      {isOpen && (
        <div class="law stack">
          {sample && (
            <p>
              Received {day(sample.received)}: {day(sample.own)} by the policy, {day(sample.code)} by the Code.
            </p>
          )}
          {own.length === 0 && <p class="meta">{shortName} says nothing of it. The nearest is:</p>}
          <Words title={shortName} clauses={own.length === 0 ? nearest : own} />
          <Words title="The Code" clauses={code} />
        </div>
      )}
    </div>
  );
}

function Words({ title, clauses }: { readonly title: string; readonly clauses: Finding['own'] }) {
  return (
    <>
      {clauses.map(({ clause, words, isQuote }) => (
        <p key={clause}>
          <b>
            {title}, {clauseNumber(clause)}
          </b>{' '}
          {isQuote ? quoted(words) : `in short: ${words}`}
        </p>
      ))}
    </>
  );
}

function day(date: IsoDate): string {
  return panelDate(date, date);
}

function findingsOf({ policy, floor, calendar }: Rules): readonly Finding[] | null {
  try {
    return againstCode(policy, floor, calendar);
  } catch (error) {
    if (error instanceof CalendarCoverageError) return null;
    throw error;
  }
}
