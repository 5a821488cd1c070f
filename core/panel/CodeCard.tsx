import { useMemo } from 'preact/hooks';
import { CalendarCoverageError } from '../calendar.ts';
import { count, panelDate } from '../date-words.ts';
import type { IsoDate } from '../dates.ts';
import { againstCode } from '../policy/against-code.ts';
import type { Finding } from '../policy/finding.ts';
import { clauseNumber, quoted } from './clause-words.ts';
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
            <details key={index} class="fold">
              <summary>
                <span>{finding.says}</span> <Icon name="turn" class="turn" />
              </summary>
              <div class="law stack">
                {finding.sample && (
                  <p>
                    Received {day(finding.sample.received)}: {day(finding.sample.own)} by the policy,{' '}
                    {day(finding.sample.code)} by the Code.
                  </p>
                )}
                <Words title={rules.policy.shortName} clauses={finding.own} />
                <Words title="The Code" clauses={finding.code} />
              </div>
            </details>
          ))}
        </Note>
      )}
      <p class="meta">For whoever owns the policy. Duly’s letters hold what the Code asks for all the same.</p>
    </section>
  );
}

function Words({ title, clauses }: { readonly title: string; readonly clauses: Finding['own'] }) {
  if (clauses.length === 0) return <p class="meta">{title} says nothing of it.</p>;
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
