import { Fragment } from 'preact';
import { count, figure, panelDate, lowerFirst } from '../date-words.ts';
import type { Instant } from '../dates.ts';
import type { Intent, Verdict } from '../triage/verdict.ts';
import type { AtWork, CardProps } from './at-work.ts';
import { receivedInWords } from './channel-words.ts';
import { ChoiceCards } from './ChoiceCards.tsx';
import { Clause } from './Clause.tsx';
import { inBrackets } from '../policy/clause-words.ts';
import { choicesOf } from './consequences.ts';
import { localDate } from '../dates.ts';
import { caseToJoin } from './decide.ts';
import { settledMessage } from './desk.ts';
import { InTime } from './InTime.tsx';
import { Heading } from './Heading.tsx';
import { leadClause } from './lead-clause.ts';
import { NextBest } from './NextBest.tsx';
import { suggestedOwnDate } from './own-date.ts';
import { Quote } from './Quote.tsx';
import { SOMETHING_ELSE } from './reduce-desk.ts';
import type { SecondReading } from './state.ts';
import {
  CONFIDENCE_WORDS,
  destinationTitle,
  headingOf,
  MEANING_WORDS,
  needsChoice,
  sureLine,
} from './verdict-words.ts';

/** What Duly makes of the message: how sure, the sentences that show it, the clause in its own words, the next best. */
export function VerdictCard({ work, now, missingChoice, dispatch }: CardProps) {
  const { open, looked, desk } = work;
  const { verdict, reading, rules, cases } = looked;
  const { language } = reading;
  const mustChoose = needsChoice(verdict);
  const lead = leadClause(looked);
  const joined = caseToJoin(desk, looked);
  const message = settledMessage(open.message, desk);
  const asked = suggestedOwnDate(looked);
  const wanted = asked === null ? null : panelDate(asked, localDate(now));
  return (
    <section class="sec">
      <div class="verdict stack">
        <p class="sure">
          <span class="tag">{CONFIDENCE_WORDS[verdict.confidence]}</span>
          <span class="meta">{sureLine(verdict, rules.policy)}</span>
        </p>
        <Heading target="verdict">{headingOf(verdict, cases[0]?.reference ?? null, wanted)}</Heading>
        {verdict.confidence === 'not-read' && (
          <p>
            Duly has no verdict. If it’s a complaint, the clock started{' '}
            {message.receivedAt === null ? 'when it was received' : `on ${receivedInWords(message, localDate(now))}`},
            whoever reads it.
          </p>
        )}
        {(verdict.recognised ?? []).length > 0 && (
          <p>
            Not understood, but recognised:{' '}
            {(verdict.recognised ?? []).map(({ text, meaning, language: theirs }, at) => (
              <Fragment key={meaning}>
                {at > 0 && ', '}“<bdi lang={theirs}>{text}</bdi>” ({MEANING_WORDS[meaning]})
              </Fragment>
            ))}
            .
          </p>
        )}
        {verdict.route.to === 'none' && verdict.confidence !== 'not-read' && (
          <p>{nothingIn(verdict, reading.newText)}</p>
        )}
        {verdict.evidence.length > 0 && (
          <div>
            {verdict.evidence.slice(0, 3).map((evidence) => (
              <Quote key={evidence.start} span={evidence} words={evidence.words} language={language} />
            ))}
          </div>
        )}
        {lead !== null && (
          <Clause policy={rules.policy} lead={lead} clauses={verdict.route.clauses}>
            <ReadersNote work={work} />
          </Clause>
        )}
        {joined && joined.stages.length > 0 && message.receivedAt !== null && verdict.route.stage && (
          <InTime file={joined} requestedAt={message.receivedAt} rules={rules} today={localDate(now)} />
        )}
        {!mustChoose && <NextBest work={work} />}
        <Remarks work={work} now={now} />
        {mustChoose && (
          <ChoiceCards
            name="verdict-choice"
            legend="This message is"
            target="choice"
            choices={[
              ...choicesOf({ desk, message: open.message, looked, now }),
              { id: SOMETHING_ELSE, title: 'Something else…', note: 'All routes, each with its clause' },
            ]}
            value={desk.pick}
            error={missingChoice === 'choice' ? 'Choose one to go on' : null}
            onPick={(id) => dispatch({ type: 'picked', id })}
          />
        )}
        {!mustChoose && verdict.route.to === 'none' && (
          <p>
            <button type="button" class="link" onClick={() => dispatch({ type: 'routes-opened' })}>
              Log it anyway…
            </button>
          </p>
        )}
      </div>
    </section>
  );
}

/** The reading that the route rests on, where the policy's words leave it open; it stands with the clause. */
function ReadersNote({ work: { looked } }: { readonly work: AtWork }) {
  const code = looked.verdict.route.rule?.ambiguous;
  const note = looked.rules.policy.readings?.find((reading) => reading.code === code);
  return code === undefined || !note ? null : <p class="meta">{note.text}</p>;
}

function SecondReadingNote({ second }: { readonly second: SecondReading }) {
  switch (second) {
    case 'awaited':
      return <p class="meta">First reading; a closer one is on its way.</p>;
    case 'differs':
      return (
        <p>
          A closer reading came to something else after you had begun; nothing was changed. Read the message again
          before you go on.
        </p>
      );
    case 'failed':
      return <p class="meta">First reading only: the closer one couldn’t be had.</p>;
    case 'none':
    case 'done':
      return null;
  }
}

function Remarks({ work: { looked, open, desk }, now }: { readonly work: AtWork; readonly now: Instant }) {
  const { verdict, reading, cases, rules } = looked;
  const { attachments } = open.message;
  const { length } = reading;
  const message = settledMessage(open.message, desk);
  const hasLaw = rules.laws.length > 0 && verdict.hazards.length > 0 && verdict.route.stage !== null;
  return (
    <>
      {verdict.also.map((route) => (
        <p key={route.to}>
          Part of it: {lowerFirst(destinationTitle(route))} {inBrackets(route.clauses)}.
        </p>
      ))}
      {verdict.route.to === 'request' && (
        <p>
          {verdict.dissatisfaction.found ? '' : 'No dissatisfaction found. '}
          {cases.length === 0
            ? 'No open case of this sender.'
            : `${count(cases.length, 'open case')} of this sender: ${cases.map(({ reference }) => reference).join(', ')}.`}
        </p>
      )}
      {hasLaw && message.receivedAt !== null && (
        <p>Both clocks run from {receivedInWords(message, localDate(now))}. Neither waits for the other.</p>
      )}
      <SecondReadingNote second={looked.second} />
      {attachments.length > 0 && <p class="meta">Not read: {count(attachments.length, 'attachment')}</p>}
      {length.weighed < length.total && (
        <p class="meta">
          Only the beginning and the end were weighed: {count(length.weighed, 'character')} of {figure(length.total)}.
        </p>
      )}
      {looked.registerFailed !== null && (
        <p class="meta">It isn’t known whether this is logged already: {looked.registerFailed}</p>
      )}
    </>
  );
}

const INTENT_WORDS: Partial<Record<Intent, string>> = {
  compliment: 'A compliment. ',
  survey_response: 'A survey answer. ',
  information_request: 'A question. ',
};

function nothingIn({ intent, hazards, safeguarding, dissatisfaction, confidence }: Verdict, newText: string): string {
  const words = newText.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;
  const absent = [
    // Where that is the question, the sentences that raise it stand below.
    ...(dissatisfaction.found || confidence === 'unsure' ? [] : ['dissatisfaction']),
    ...(hazards.length > 0 ? [] : ['hazard']),
    ...(safeguarding.length > 0 ? [] : ['safeguarding concern']),
  ];
  const last = absent.pop();
  if (last === undefined) return INTENT_WORDS[intent] ?? '';
  const list = absent.length > 0 ? `${absent.join(', ')} or ${last}` : last;
  return `${INTENT_WORDS[intent] ?? ''}No ${list} in its ${count(words, 'word')}.`;
}
