import { lowerFirst } from '../date-words.ts';
import type { ComponentChildren } from 'preact';
import type { CardProps } from './at-work.ts';
import { Clause } from './Clause.tsx';
import { clausesNamed, inBrackets, quoted, shownClause } from '../policy/clause-words.ts';
import { acceptedRoute, decisionOf, routeNow } from './decide.ts';
import { decidesBy, dividedPoints, mustWeigh, scopeOf } from './decline.ts';
import type { Decline } from './desk.ts';
import { heldBefore } from './held-before.ts';
import { HeldBack } from './HeldBack.tsx';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { SplitPoints } from './SplitPoints.tsx';
import type { Rules } from './state.ts';
import { decisionTitle, destinationTitle } from './verdict-words.ts';

/**
 * A person decides not to take a message, or a part of it, up as a complaint: by which clause, how much of it, why, and what
 * was weighed. Nothing is filled in beforehand, and the letter that follows says the same.
 */
export function DeclineCard({ work, now, missingChoice, dispatch }: CardProps) {
  const { desk, looked } = work;
  const { rules } = looked;
  const route = routeNow(desk, looked);
  const [lead] = route.clauses;
  const { decline } = desk;
  const edit = (change: Partial<Decline>): void => dispatch({ type: 'decline-edited', change });
  const by = decidesBy(route);
  const scope = scopeOf(desk, looked);
  const accepted = looked.verdict.also.find(({ stage }) => stage !== null) ?? acceptedRoute(looked);
  const { points } = decisionOf(desk, looked, now);
  const title = mustWeigh(route)
    ? `Decline it under ${clausesNamed(route.clauses.slice(0, 1)).toLowerCase()}`
    : decisionTitle(route);
  return (
    <section class="sec">
      <div class="stack-3">
        <button type="button" class="link back" onClick={() => dispatch({ type: 'route-dropped' })}>
          <Icon name="back" /> Back to the verdict
        </button>
        <Heading target="decline" class="page-title">
          {title}
        </Heading>
        {lead !== undefined && <Clause policy={rules.policy} lead={lead} clauses={route.clauses} />}
        <TheRule rules={rules} />
        <fieldset aria-describedby={missingChoice === 'scope' ? 'scope-error' : undefined}>
          <legend tabIndex={-1} data-focus="scope">
            What of it?
          </legend>
          {missingChoice === 'scope' && <Missing id="scope-error">Choose one to go on</Missing>}
          <Scope
            title="The whole message"
            note="Nothing of it is logged as a complaint."
            isChosen={scope === 'all'}
            onChoose={() => edit({ scope: 'all' })}
          />
          {accepted && (
            <Scope
              title="Only a part of it"
              note={`The rest is logged: ${lowerFirst(destinationTitle(accepted))} ${inBrackets(accepted.clauses)}.`}
              isChosen={scope === 'part'}
              onChoose={() => edit({ scope: 'part' })}
            />
          )}
        </fieldset>
        {scope === 'part' && points.length > 0 && (
          <SplitPoints
            points={points}
            declined={dividedPoints(points, desk).declined}
            isMissing={missingChoice === 'accepted'}
            onChange={(declined) => edit({ points: declined })}
          />
        )}
        <Text
          id="why"
          target="reason"
          label="Why, in this case?"
          hint="In plain words. It stands in the letter."
          error={missingChoice === 'reason' ? 'Declining needs your reason' : null}
          value={desk.reason}
          onInput={(text) => dispatch({ type: 'reason-typed', text })}
        />
        {mustWeigh(route) && (
          <Text
            id="considered"
            target="considered"
            label="What did you weigh?"
            hint="What speaks for taking it up all the same: its weight for them, why it came late, what is still open."
            error={missingChoice === 'considered' ? 'Say what you weighed: the clause leaves it to you' : null}
            value={decline.considered}
            onInput={(considered) => edit({ considered })}
          />
        )}
        {by !== null && (
          <Text
            id="decided-by"
            target="decided-by"
            label="Who decided?"
            hint={`The policy wants: ${by} ${inBrackets(route.clauses.slice(0, 1))}.`}
            error={missingChoice === 'decided-by' ? 'Name who decided' : null}
            value={decline.decidedBy}
            onInput={(decidedBy) => edit({ decidedBy })}
          />
        )}
        {heldBefore(work, now).map((list) => (
          <HeldBack
            key={list.action}
            list={list}
            policy={rules.policy}
            given={desk.given}
            isMissing={missingChoice === 'held'}
            onChange={(given) => dispatch({ type: 'given', given })}
          />
        ))}
        <p class="meta">
          Next comes the letter: the reason, and how to take it to the Ombudsman. You read it before it goes.
        </p>
      </div>
    </section>
  );
}

/** That accepting is the rule, where the policy says so. */
function TheRule({ rules: { policy } }: { readonly rules: Rules }) {
  const clause = policy.rules.find(({ before }) => before === 'refuse')?.clause[0];
  const shown = clause === undefined ? null : shownClause(policy, clause);
  if (!shown) return null;
  const words = shown.quote === null ? `In short: ${shown.inShort ?? ''}` : quoted(shown.quote);
  return (
    <p class="meta">
      Accepting is the rule. {words} ({shown.number})
    </p>
  );
}

function Scope({
  title,
  note,
  isChosen,
  onChoose,
}: {
  readonly title: string;
  readonly note: string;
  readonly isChosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <label class="choice">
      <input type="radio" name="scope" checked={isChosen} onChange={onChoose} />
      <span>
        <b>{title}</b>
        <span class="meta">{note}</span>
      </span>
    </label>
  );
}

function Text({
  id,
  target,
  label,
  hint,
  error,
  value,
  onInput,
}: {
  readonly id: string;
  readonly target: string;
  readonly label: string;
  readonly hint: string;
  readonly error: string | null;
  readonly value: string;
  readonly onInput: (text: string) => void;
}) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="meta" id={`${id}-hint`}>
        {hint}
      </p>
      {error !== null && <Missing id={`${id}-error`}>{error}</Missing>}
      <textarea
        id={id}
        rows={2}
        data-focus={target}
        aria-describedby={`${id}-hint`}
        aria-invalid={error !== null}
        value={value}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
    </div>
  );
}

function Missing({ id, children }: { readonly id: string; readonly children: ComponentChildren }) {
  return (
    <p class="error" id={id}>
      <Icon name="over" />
      <span>{children}</span>
    </p>
  );
}
