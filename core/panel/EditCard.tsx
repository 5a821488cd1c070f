import type { Settings } from '../settings.ts';
import { suggestedDecision } from '../case/decision.ts';
import { asksChoice } from '../case/log-case.ts';
import { handlerInWords } from '../policy/handler-words.ts';
import { clauseId } from '../policy/policy.ts';
import type { Dispatch } from './actions.ts';
import type { AtWork, CardProps } from './at-work.ts';
import { CheckBackField } from './CheckBackField.tsx';
import { inBrackets } from '../policy/clause-words.ts';
import { caseToJoin, decisionOf, routeNow, suggestedWants } from './decide.ts';
import { loggedRoute } from './decline.ts';
import { settledMessage, type Edits } from './desk.ts';
import { HandlerField } from './HandlerField.tsx';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { PointsField } from './PointsField.tsx';
import { ReceivedField } from './ReceivedField.tsx';

/** Every field of what will be logged; what must be settled first is said at the top. */
export function EditCard({
  work,
  now,
  settings,
  missingChoice,
  dispatch,
}: CardProps & { readonly settings: Settings }) {
  const { open, looked, desk } = work;
  const { policy } = looked.rules;
  const route = loggedRoute(desk, looked);
  const isReview = route.stage?.handler?.independentOf !== undefined;
  const suggested = suggestedDecision(looked.reading, looked.verdict, policy);
  const decision = decisionOf(desk, looked, now);
  const isComplaint = route.stage !== null;
  const isUnsettled = settledMessage(open.message, desk).receivedAt === null;
  const isRequest = route.to === 'request';
  const edit = (change: Partial<Edits>): void => dispatch({ type: 'edited', change });
  return (
    <section class="sec">
      <div class="stack-3">
        <Heading target="edit" class="page-title">
          Check what will be {isComplaint || route.to === 'attach' ? 'logged' : 'recorded'}
        </Heading>
        {isUnsettled && (
          <div class="note alert">
            <Icon name="over" />
            <p>
              <b>1 thing to settle</b>
            </p>
            <p>
              <button type="button" class="link" onClick={() => dispatch({ type: 'field-wanted', path: 'received' })}>
                Choose the day it was received
              </button>
            </p>
          </div>
        )}
        <ReceivedField work={work} now={now} isMissing={missingChoice === 'received'} dispatch={dispatch} />
        {(isComplaint || route.to === 'attach') && (
          <PointsField
            points={desk.edits.points ?? suggested.points}
            original={suggested.points}
            onChange={(points) => edit({ points })}
          />
        )}
        {(isComplaint || isRequest) && (
          <div class="field">
            <label for="wants">{isRequest ? 'Request' : 'Outcome wanted'}</label>
            <textarea
              id="wants"
              rows={2}
              value={desk.edits.wants ?? suggestedWants(looked, route) ?? ''}
              onInput={(event) => edit({ wants: event.currentTarget.value })}
            />
          </div>
        )}
        {isComplaint && (
          <HandlerField
            id="handler"
            label={isReview ? 'Reviewer' : 'Handler'}
            value={desk.edits.handler ?? suggested.handler ?? ''}
            handlers={settings.handlers}
            hint={reviewHint(work)}
            onChange={(handler) => edit({ handler })}
          />
        )}
        {isComplaint && asksChoice(route, policy) && (
          <ChoiceOffer work={work} choice={decision.choice} dispatch={dispatch} />
        )}
        {(isComplaint || isRequest) && (
          <div class="field">
            <label for="adjust">Adjustments</label>
            <p class="meta" id="adjust-hint">
              What we do differently for this person: large print, evenings only, an interpreter. One a line.
            </p>
            <textarea
              id="adjust"
              rows={2}
              aria-describedby="adjust-hint"
              value={desk.edits.adjustments ?? suggested.adjustments.join('\n')}
              onInput={(event) => edit({ adjustments: event.currentTarget.value })}
            />
          </div>
        )}
        {isRequest && (
          <CheckBackField
            value={decision.checkBackOn}
            rules={looked.rules}
            now={now}
            onChange={(checkBackOn) => edit({ checkBackOn })}
          />
        )}
      </div>
    </section>
  );
}

/** Who may review: the policy's words for it, and who handled the stage before. */
function reviewHint({ desk, looked }: AtWork): string | null {
  const { stage } = routeNow(desk, looked);
  const before = caseToJoin(desk, looked)?.stages.at(-1)?.handler;
  if (!stage?.handler?.independentOf) return null;
  const handled = before ? ` ${before} handled the stage before.` : '';
  const { policy } = looked.rules;
  const clauses = stage.handler.clause.map((clause) => clauseId(policy, clause));
  return `By the policy: ${handlerInWords(stage.handler, policy)} ${inBrackets(clauses)}.${handled}`;
}

/** Whether the resident has asked to complain, or is still to be offered the choice. */
function ChoiceOffer({
  work,
  choice,
  dispatch,
}: {
  readonly work: AtWork;
  readonly choice: 'offer-in-letter' | 'asked-already';
  readonly dispatch: Dispatch;
}) {
  const { policy } = work.looked.rules;
  const clause = policy.letters.find(({ id }) => id === 'choice')?.must[0]?.clause ?? [];
  const isDeclined = work.looked.verdict.choice === 'declined';
  const options = [
    {
      id: 'offer-in-letter',
      title: 'Offer it in the letter',
      note: isDeclined ? 'They wrote that they would rather not' : 'Not asked yet',
    },
    { id: 'asked-already', title: 'Already asked to complain', note: 'In the message or by phone' },
  ] as const;
  return (
    <fieldset>
      <legend>Choice to complain {inBrackets(clause)}</legend>
      {options.map(({ id, title, note }) => (
        <label key={id} class="choice">
          <input
            type="radio"
            name="offer"
            checked={choice === id}
            onChange={() => dispatch({ type: 'edited', change: { choice: id } })}
          />
          <span>
            <b>{title}</b>
            <span class="meta">{note}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
