import { useState } from 'preact/hooks';
import { choiceClauses } from '../case/choice.ts';
import { listInWords, lowerFirst } from '../date-words.ts';
import { localDate } from '../dates.ts';
import { choiceInShort } from '../triage/choice-in-words.ts';
import type { Dispatch } from './actions.ts';
import { Clause } from './Clause.tsx';
import { inBrackets } from '../policy/clause-words.ts';
import { Heading } from './Heading.tsx';
import { Quote } from './Quote.tsx';
import type { Trial } from './shelf-state.ts';
import type { Rules } from './state.ts';
import { datesOf, TriedDates } from './TryDate.tsx';
import { CONFIDENCE_WORDS, destinationTitle, HAZARD_WORDS, headingOf, sureLine } from './verdict-words.ts';

/** What the policy makes of a message that is typed here; nothing of it is kept or logged. */
export function TryMessage({
  trial,
  rules,
  dispatch,
}: {
  readonly trial: Trial | null;
  readonly rules: Rules;
  readonly dispatch: Dispatch;
}) {
  const [text, setText] = useState('');
  return (
    <section class="sec">
      <div class="sec-head">
        <h2>Try a message</h2>
      </div>
      <div class="stack-3">
        <div class="field">
          <label for="try-text">What it says</label>
          <p class="meta" id="try-hint">
            It is read here and kept nowhere.
          </p>
          <textarea
            id="try-text"
            rows={3}
            aria-describedby="try-hint"
            value={text}
            onInput={(event) => setText(event.currentTarget.value)}
          />
        </div>
        <p>
          <button type="button" class="btn" onClick={() => dispatch({ type: 'message-tried', text })}>
            Read it
          </button>
        </p>
        {trial && <Judged trial={trial} rules={rules} />}
      </div>
    </section>
  );
}

function Judged({ trial: { verdict, reading }, rules }: { readonly trial: Trial; readonly rules: Rules }) {
  const [lead] = verdict.route.clauses;
  const { stage } = verdict.route;
  const { receivedAt } = reading.message;
  const today = receivedAt === null ? null : localDate(receivedAt);
  const dates = stage && today ? datesOf(today, stage, rules, verdict.signals) : [];
  const [next] = verdict.alternatives;
  return (
    <div class="verdict stack">
      <p class="sure">
        <span class="tag">{CONFIDENCE_WORDS[verdict.confidence]}</span>
        <span class="meta">{sureLine(verdict, rules.policy)}</span>
      </p>
      <Heading target="trial">{headingOf(verdict, null)}</Heading>
      {verdict.hazards.length > 0 && (
        <p>
          <b>Danger:</b> {listInWords([...new Set(verdict.hazards.map(({ kind }) => HAZARD_WORDS[kind]))])}.
        </p>
      )}
      {verdict.evidence.slice(0, 3).map((evidence) => (
        <Quote key={evidence.start} span={evidence} words={evidence.words} language={reading.language} />
      ))}
      {lead !== undefined && <Clause policy={rules.policy} lead={lead} clauses={verdict.route.clauses} />}
      {stage && today && (
        <>
          <p>
            <b>{stage.name}</b>. If it came today:
          </p>
          {typeof dates === 'string' ? <p>{dates}</p> : <TriedDates dates={dates} today={today} />}
          {dates.length === 0 && <p class="meta">The policy gives no number here.</p>}
        </>
      )}
      {verdict.also.map((route) => (
        <p key={route.to}>Part of it: {lowerFirst(destinationTitle(route))}.</p>
      ))}
      {verdict.dissatisfaction.found && (
        <p>
          <b>Choice to complain:</b> {choiceInShort(verdict.choice) ?? 'not asked for; the letter offers it'}{' '}
          {inBrackets(choiceClauses(rules.policy, rules.floor) ?? [])}.
        </p>
      )}
      {next && (
        <p class="meta">
          Next best: {lowerFirst(destinationTitle(next))}. {next.because}
        </p>
      )}
    </div>
  );
}
