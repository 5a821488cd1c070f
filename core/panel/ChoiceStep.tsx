import { choiceOf, goesOnWithout } from '../case/choice.ts';
import { panelDate } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { CaseAct } from './case-acts.ts';
import { Clause } from './Clause.tsx';
import { DoneLine } from './DoneLine.tsx';
import { Heading } from './Heading.tsx';
import type { OpenCase } from './state.ts';

/** The resident's choice to complain: whether it was offered, and what they said. It holds no clock back. */
export function ChoiceStep({
  opened,
  now,
  onMessage,
  dispatch,
}: {
  readonly opened: OpenCase;
  readonly now: Instant;
  readonly onMessage: boolean;
  readonly dispatch: Dispatch;
}) {
  const { file, rules } = opened;
  const choice = choiceOf(file, rules.policy, rules.floor);
  if (!choice) return null;
  const today = localDate(now);
  const offered = choice.offeredAt === null ? '' : `offered ${panelDate(localDate(choice.offeredAt), today)}`;
  if (choice.answer !== null)
    return (
      <DoneLine
        what={
          choice.answer === 'complain'
            ? 'Chose to complain'
            : file.closed?.how === 'not-now'
              ? 'Closed: no complaint for now'
              : 'No complaint for now'
        }
        detail={offered}
      />
    );
  if (file.closed) return null;
  const act = (done: CaseAct): void => dispatch({ type: 'act', caseId: file.id, act: done, onMessage });
  const [lead] = choice.clauses;
  const source = lead?.startsWith(`${rules.policy.id}/`) === true ? rules.policy : rules.floor;
  return (
    <section class="sec">
      <div class="stack">
        <Heading target="choice-step">The choice to complain</Heading>
        <p>
          {choice.offeredAt === null
            ? 'Not offered yet. The letter offers it, or you do when you speak to them.'
            : `Offered on ${panelDate(localDate(choice.offeredAt), today)}. No answer yet.`}
          {file.kind === 'complaint' && ' The clocks run meanwhile.'}
        </p>
        {lead !== undefined && <Clause policy={source} lead={lead} clauses={choice.clauses} />}
        <p class="btns">
          {choice.offeredAt === null && (
            <button type="button" class="btn small" onClick={() => act({ kind: 'choice-offered' })}>
              I’ve asked them
            </button>
          )}
          <button type="button" class="btn small" onClick={() => act({ kind: 'choice-answered', answer: 'complain' })}>
            They want to complain
          </button>
          {goesOnWithout(file, rules.policy) ? (
            <button type="button" class="btn small" onClick={() => act({ kind: 'choice-answered', answer: 'not-now' })}>
              Not now
            </button>
          ) : (
            <button
              type="button"
              class="btn small"
              onClick={() => dispatch({ type: 'act-chosen', caseId: file.id, act: 'choice-answered', of: null })}
            >
              Not now…
            </button>
          )}
        </p>
      </div>
    </section>
  );
}
