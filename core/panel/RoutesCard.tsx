import type { AtWork, CardProps } from './at-work.ts';
import { ChoiceCards } from './ChoiceCards.tsx';
import { inBrackets, shortened, shownClause } from '../policy/clause-words.ts';
import { allChoices } from './consequences.ts';
import { factsOf } from './decide.ts';
import { destinationId, destinationsOf, isDecline } from './destinations.ts';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';

/** Every destination that the policy has, each with its clause, and why the person chooses it. */
export function RoutesCard({ work, now, missingChoice, dispatch }: CardProps) {
  const { open, looked, desk } = work;
  const { policy } = looked.rules;
  const declines = destinationsOf(policy, factsOf(looked)).filter(({ route }) => isDecline(route));
  const declineIds = new Set(declines.map(({ id }) => id));
  const declining = desk.pick !== null && declineIds.has(desk.pick) ? desk.pick : null;
  const all = allChoices({ desk, message: open.message, looked, now });
  const [none, ...others] = all.filter(({ id }) => !declineIds.has(id)).toReversed();
  const ownDecline = isDecline(looked.verdict.route) ? destinationId(looked.verdict.route) : declines[0]?.id;
  // The reasons to decline are one card: its reason is chosen within it.
  const decline = {
    id: declining ?? ownDecline ?? '',
    title: 'A complaint we may decline',
    note: 'Needs your reason, and a letter with the Ombudsman’s details.',
  };
  return (
    <section class="sec">
      <div class="stack-3">
        <button type="button" class="link back" onClick={() => dispatch({ type: 'routes-left' })}>
          <Icon name="back" /> Back to the verdict
        </button>
        <Heading target="routes" class="page-title">
          Choose another route
        </Heading>
        <ChoiceCards
          name="routes"
          legend="This message is"
          target="choice"
          choices={[...others.toReversed(), ...(declines.length > 0 ? [decline] : []), ...(none ? [none] : [])]}
          value={desk.pick}
          error={missingChoice === 'choice' ? 'Choose one to go on' : null}
          onPick={(id) => dispatch({ type: 'picked', id })}
        />
        {declining !== null && (
          <div class="field">
            <label for="decline-rule">For which reason?</label>
            <select
              id="decline-rule"
              value={declining}
              onChange={(event) => dispatch({ type: 'picked', id: event.currentTarget.value })}
            >
              {declines.map(({ id, route }) => {
                const [clause] = route.clauses;
                const shown = clause === undefined ? null : shownClause(policy, clause);
                return (
                  <option key={id} value={id}>
                    {shown ? `${shown.number} ${shortened(shown.quote ?? shown.inShort ?? '')}` : id}
                  </option>
                );
              })}
            </select>
          </div>
        )}
        <div class="field">
          <label for="why">Why?</label>
          <p class="meta" id="why-hint">
            One line. It stays with the message.
          </p>
          {missingChoice === 'reason' && (
            <p class="error" id="why-error">
              <Icon name="over" />
              <span>Declining needs your reason</span>
            </p>
          )}
          <textarea
            id="why"
            data-focus="reason"
            aria-describedby="why-hint"
            aria-invalid={missingChoice === 'reason'}
            value={desk.reason}
            onInput={(event) => dispatch({ type: 'reason-typed', text: event.currentTarget.value })}
          />
        </div>
        <ChoiceStands work={work} />
      </div>
    </section>
  );
}

/** Dissatisfaction was found: whatever route is chosen, the choice to complain is still owed. */
function ChoiceStands({ work: { looked } }: { readonly work: AtWork }) {
  const { verdict, rules } = looked;
  const clause = rules.policy.letters.find(({ id }) => id === 'choice')?.must[0]?.clause;
  if (!verdict.dissatisfaction.found || !clause) return null;
  return (
    <div class="note">
      <Icon name="info" />
      <p>
        <b>Duly found dissatisfaction here</b>
      </p>
      <p>The choice to complain must still be offered {inBrackets(clause)}.</p>
    </div>
  );
}
