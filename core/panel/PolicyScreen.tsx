import { useMemo, useState } from 'preact/hooks';
import { possessive } from '../date-words.ts';
import { formatDate, localDate, toIsoDate } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { ClausesInFull } from './Clause.tsx';
import { shownClause } from '../policy/clause-words.ts';
import { outOfDate } from '../policy/out-of-date.ts';
import { CodeCard } from './CodeCard.tsx';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { PolicyFileCard } from './PolicyFileCard.tsx';
import { countLines, numbersOf, policyView, searched, type ViewLine } from '../policy/policy-view.ts';
import type { PanelState, Rules } from './state.ts';
import { TryDate } from './TryDate.tsx';
import { TryMessage } from './TryMessage.tsx';

/** The policy in force in plain words, each line with its clause in the document’s own; to be searched, and tried. */
export function PolicyScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { rules, now, shelf } = state;
  const [query, setQuery] = useState('');
  const [opened, setOpened] = useState<Readonly<Record<string, boolean>>>({});
  const sections = useMemo(() => (rules ? policyView(rules.policy) : []), [rules]);
  if (!rules)
    return (
      <section class="sec">
        <Heading target="screen" level={1} class="page-title">
          The policy isn’t there
        </Heading>
        <p>It didn’t load. The open message says why.</p>
        <PolicyFileCard file={shelf.file} policy={null} dispatch={dispatch} />
      </section>
    );
  const { policy } = rules;
  const found = searched(sections, query, policy);
  const isSearching = query.trim() !== '';
  // What was searched for is seen at once; else the first stage stands open, and the others by their names.
  const isOpen = (title: string): boolean => opened[title] ?? (isSearching || title === sections[0]?.title);
  return (
    <>
      <section class="sec">
        <div class="stack">
          <Heading target="screen" level={1} class="page-title">
            {policy.about.baseline ? policy.name : `${possessive(policy.shortName)} complaints policy`}
          </Heading>
          <p class="meta">
            {policy.name}. {versionWords(policy)}
          </p>
          {outOfDate(policy, localDate(now)).map((notice) => (
            <p key={notice}>
              <b>{notice}</b>
            </p>
          ))}
          <div class="search">
            <Icon name="search" />
            <input
              id="policy-search"
              type="search"
              aria-label="Search the policy"
              placeholder="Search the policy"
              value={query}
              onInput={(event) => setQuery(event.currentTarget.value)}
            />
          </div>
          <p class="meta" role="status">
            {isSearching ? `${String(countLines(found))} of ${String(countLines(sections))} lines` : ''}
          </p>
        </div>
      </section>
      {!isSearching && <TryDate key={policy.id} rules={rules} today={localDate(now)} />}
      {!isSearching && <TryMessage trial={shelf.trial} rules={rules} dispatch={dispatch} />}
      {found.map(({ title, lines }) => (
        <section key={title} class="sec">
          <h2>
            <button
              type="button"
              class="link unfold"
              aria-expanded={isOpen(title)}
              onClick={() => setOpened({ ...opened, [title]: !isOpen(title) })}
            >
              {title} <span class="meta">{lines.length}</span> <Icon name="turn" class="turn" />
            </button>
          </h2>
          {isOpen(title) &&
            lines.map((line, index) => <RuleLine key={`${line.what} ${String(index)}`} line={line} rules={rules} />)}
        </section>
      ))}
      {!isSearching && (
        <section class="sec">
          <button type="button" class="link" onClick={() => dispatch({ type: 'went', screen: 'calendar' })}>
            The calendar: closed days, bank holidays
          </button>
        </section>
      )}
      {!isSearching && <CodeCard rules={rules} />}
      {!isSearching && <PolicyFileCard file={shelf.file} policy={policy} dispatch={dispatch} />}
    </>
  );
}

function versionWords({ effectiveFrom, version }: Rules['policy']): string {
  return effectiveFrom === undefined
    ? `Version ${version}: the document bears no date. In force.`
    : `In force from ${formatDate(toIsoDate(effectiveFrom), 'd MMMM yyyy')}.`;
}

/** One line; its clause number opens the document’s own words, and how they are read where they leave something open. */
function RuleLine({ line, rules: { policy } }: { readonly line: ViewLine; readonly rules: Rules }) {
  const { what, value, detail, clauses, readings } = line;
  const shown = clauses.flatMap((clause) => shownClause(policy, clause) ?? []);
  return (
    <div class="rule">
      <span>{what}</span>
      {value !== '' && <b>{value}</b>}
      {detail !== '' && <span class="meta wide">{detail}</span>}
      {(shown.length > 0 || readings.length > 0) && (
        <details class="fold">
          <summary>
            {shown.length > 0 ? `Clause ${numbersOf(clauses)}` : 'How it is read'} <Icon name="turn" class="turn" />
          </summary>
          <div class="law stack">
            <ClausesInFull policy={policy} clauses={shown} />
            {readings.map((reading) => (
              <p key={reading} class="meta">
                {reading}
              </p>
            ))}
          </div>
        </details>
      )}
    </div>
  );
}
