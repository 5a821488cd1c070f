import type { CaseFile } from '../case/case-file.ts';
import { asksChoice } from '../case/log-case.ts';
import { listInWords, lowerFirst, panelDate, upperFirst } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import { handlerInWords } from '../policy/handler-words.ts';
import { clauseId } from '../policy/policy.ts';
import type { Stage } from '../policy/schema.ts';
import type { Dispatch } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { byChannel, receivedInWords } from './channel-words.ts';
import { CheckBackField } from './CheckBackField.tsx';
import { clauseNumber, inBrackets } from '../policy/clause-words.ts';
import { acknowledgeBy } from './consequences.ts';
import { caseToJoin, decisionOf } from './decide.ts';
import { dividedPoints, loggedRoute, partsOf } from './decline.ts';
import { settledMessage } from './desk.ts';
import { Fact, Facts } from './Facts.tsx';
import { Heading } from './Heading.tsx';
import { ownDate } from './own-date.ts';
import { OwnDateField } from './OwnDateField.tsx';
import { passedOn } from './passed-on.ts';
import { Points } from './Points.tsx';
import type { Rules } from './state.ts';

/** What one press will enter: everything, with the moment of receipt to confirm, and one way to change it. */
export function LogFacts({
  work,
  now,
  dispatch,
}: {
  readonly work: AtWork;
  readonly now: Instant;
  readonly dispatch: Dispatch;
}) {
  const { open, looked, desk } = work;
  const { rules, reading, verdict } = looked;
  const today = localDate(now);
  const route = loggedRoute(desk, looked);
  const decision = decisionOf(desk, looked, now);
  const points = partsOf(desk, looked) ? dividedPoints(decision.points, desk).accepted : decision.points;
  const message = settledMessage(open.message, desk);
  const joined = caseToJoin(desk, looked);
  const isComplaint = route.stage !== null;
  const isRequest = route.to === 'request';
  const title = isComplaint || route.to === 'attach' ? 'What will be logged' : 'What will be recorded';
  const received = `${receivedInWords(message, today)}${message.receivedAt === null ? '' : `, ${byChannel(reading.channel)}`}`;
  const team = route.stage?.handler?.team;
  const handler = route.stage?.handler;
  const isReview = handler?.independentOf !== undefined;
  const whoHandles =
    decision.handler ??
    (handler && isReview
      ? `Not chosen yet. By the policy: ${handlerInWords(handler, rules.policy)}`
      : 'Not chosen yet. The letter needs one');
  const isFirst = route.stage === null ? isRequest : route.stage.order <= 1 && !joined;
  const choice = verdict.dissatisfaction.found && isFirst ? choiceClauses(rules) : null;
  return (
    <section class="sec">
      <div class="sec-head">
        <Heading target="facts">{title}</Heading>
        <button type="button" class="link" onClick={() => dispatch({ type: 'edit-opened' })}>
          Edit<span class="vh"> {lowerFirst(title)}</span>
        </button>
      </div>
      <Facts>
        {joined && (
          <Fact term="Case">
            <span class="nobr">{joined.reference}</span>, <bdi>{joined.messages[0]?.subject}</bdi>
          </Fact>
        )}
        {route.stage && (
          <Fact term="Stage">
            {route.stage.name}
            {joined &&
              message.receivedAt !== null &&
              `, asked for on ${panelDate(localDate(message.receivedAt), today)}`}
          </Fact>
        )}
        {isRequest && (
          <Fact term="Request">
            <bdi>{decision.wants ?? message.subject}</bdi>
          </Fact>
        )}
        {passedOn(reading) && decision.complainant && (
          <Fact term="Resident">
            <bdi>{decision.complainant.name || decision.complainant.address}</bdi>, not{' '}
            <bdi>{passedOn(reading)?.by}</bdi>
          </Fact>
        )}
        <Fact term="Received">{received}</Fact>
        {(isComplaint || route.to === 'attach') && (
          <Fact term="Points">
            <Points points={points} />
          </Fact>
        )}
        {isComplaint && (
          <Fact term="Wants">
            {decision.wants === null ? 'Not said. The letter asks, or you fill it in.' : <bdi>{decision.wants}</bdi>}
          </Fact>
        )}
        {choice && (
          <Fact term="Choice">
            {decision.choice === 'asked-already' && asksChoice(route, rules.policy)
              ? 'Asked for in the message.'
              : verdict.choice === 'declined' && decision.choice === 'offer-in-letter'
                ? `They would rather not. The letter still offers it (${choice}).`
                : `Not asked yet. The letter offers it (${choice}).`}
          </Fact>
        )}
        {route.stage && (
          <Fact term={joined ? 'Reviewer' : 'Handler'}>
            <bdi>{whoHandles}</bdi>
            {decision.handler !== null && team !== undefined && `, ${team}`}
            {decision.handler !== null &&
              isReview &&
              joined &&
              ` ${independence(decision.handler, joined, route.stage, rules)}`}
            {decision.handler === null &&
              ` ${inBrackets((route.stage.handler?.clause ?? []).map((clause) => clauseId(rules.policy, clause)))}.`.replace(
                ' .',
                '.',
              )}
          </Fact>
        )}
        {isComplaint && (
          <Fact term="Dates">{acknowledgeBy({ desk, message: open.message, looked, now }) || 'Not known yet'}</Fact>
        )}
        {decision.adjustments.length > 0 && (
          <Fact term="Adjust">
            {decision.adjustments.map((what, index) => (
              <p key={index}>
                <bdi>{what}</bdi>
              </p>
            ))}
          </Fact>
        )}
        {decision.reason !== null && (
          <Fact term="Reason">
            <bdi>{decision.reason}</bdi>
          </Fact>
        )}
        {route.rule?.task !== undefined && (
          <Fact term="Then">
            {upperFirst(route.rule.task)} {inBrackets(route.clauses.slice(-1))}.
          </Fact>
        )}
        {route.to === 'enquiry' && (
          <Fact term="From">
            <bdi>
              {verdict.speaker === 'mp-councillor' ? 'An MP or councillor' : (decision.complainant?.name ?? '')}
            </bdi>
          </Fact>
        )}
      </Facts>
      {isRequest && (
        <CheckBackField
          value={decision.checkBackOn}
          rules={rules}
          now={now}
          onChange={(checkBackOn) => dispatch({ type: 'edited', change: { checkBackOn } })}
        />
      )}
      <OwnDateField
        value={ownDate(desk, looked)}
        looked={looked}
        now={now}
        onChange={(answerBy) => dispatch({ type: 'edited', change: { answerBy } })}
      />
    </section>
  );
}

/** The clauses that want the choice to complain offered, as they stand at the end of a sentence; null where none does. */
function choiceClauses({ policy, floor }: Rules): string | null {
  const own = policy.letters.find(({ id }) => id === 'choice')?.must[0]?.clause;
  const ofCode = floor.letters.find(({ id }) => id === 'choice')?.must[0]?.clause;
  if (own) return listInWords(own.map(clauseNumber));
  return ofCode ? `Code ${listInWords(ofCode.map(clauseNumber))}` : null;
}

/** Whether the reviewer had to do with the stages before, as far as the case knows; the policy's wish is told below. */
function independence(name: string, joined: CaseFile, stage: Stage, { policy }: Rules): string {
  const { independentOf = [], clause = [] } = stage.handler ?? {};
  const before = joined.stages.filter((record) => independentOf.includes(record.stage));
  const people = before.flatMap(({ handler, reviewer }) => [handler, reviewer]).filter((one) => one !== null);
  if (people.length === 0) return '';
  const plain = (one: string): string => one.trim().toLowerCase();
  const stages = before.map((record) => policy.stages.find(({ id }) => id === record.stage)?.name ?? record.stage);
  const where = lowerFirst(listInWords(stages));
  return people.some((one) => plain(one) === plain(name))
    ? `Handled ${where} already ${inBrackets(clause)}.`
    : `Not involved at ${where} ${inBrackets(clause)}.`;
}
