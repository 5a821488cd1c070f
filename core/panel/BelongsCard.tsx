import { lowerFirst } from '../date-words.ts';
import type { Tie } from '../case/belongs.ts';
import { localDate } from '../dates.ts';
import { aboutCase } from './about-case.ts';
import type { CardProps } from './at-work.ts';
import { ChoiceCards } from './ChoiceCards.tsx';
import { NO_CASE, caseToJoin, escalatableCases, routeNow } from './decide.ts';
import { settledMessage } from './desk.ts';
import { Heading } from './Heading.tsx';
import { InTime } from './InTime.tsx';
import { tiesInWords } from './tie-words.ts';

/**
 * Which case a request for a further stage belongs to, and why; the way to another one, or to none. The suggested one is the
 * latest of this sender's that could go there.
 */
export function BelongsCard({ work, now, missingChoice, dispatch }: CardProps) {
  const { looked, desk, open } = work;
  const { policy } = looked.rules;
  const route = routeNow(desk, looked);
  const cases = escalatableCases(route, looked);
  const joined = caseToJoin(desk, looked);
  const stageName = lowerFirst(route.stage?.name ?? '');
  const message = settledMessage(open.message, desk);
  const today = localDate(now);
  if (cases.length === 0)
    return (
      <section class="sec">
        <div class="sec-head">
          <Heading target="belongs">No earlier case is known</Heading>
        </div>
        <p>
          Nothing of this sender is open here at an earlier stage. It is logged as a new case, at {stageName}, with its
          own dates.
        </p>
      </section>
    );
  const isChoosing = desk.isChoosingCase;
  const tiesOf = (id: string): readonly Tie[] => looked.belongs?.find(({ caseId }) => caseId === id)?.ties ?? [];
  return (
    <section class="sec">
      <div class="sec-head">
        <Heading target="belongs">
          {joined ? (
            <>
              Belongs to <span class="nobr">{joined.reference}</span>
            </>
          ) : (
            'Belongs to no case here'
          )}
        </Heading>
        {!isChoosing && (
          <button type="button" class="link" onClick={() => dispatch({ type: 'case-choice', shown: true })}>
            Another case
          </button>
        )}
      </div>
      {isChoosing ? (
        <ChoiceCards
          name="belongs"
          legend="It belongs to"
          target="attach"
          choices={[
            ...cases.map((file) => ({ id: file.id, title: file.reference, note: aboutCase(file, policy, today) })),
            { id: NO_CASE, title: 'None of these', note: `A new case, at ${stageName}` },
          ]}
          value={joined?.id ?? NO_CASE}
          error={missingChoice === 'case' ? 'Choose one to go on' : null}
          onPick={(caseId) => dispatch({ type: 'attach-chosen', caseId })}
        />
      ) : (
        joined && (
          <>
            <p>
              <bdi>{aboutCase(joined, policy, today)}</bdi>
            </p>
            <p class="meta">{tiesInWords({ ties: tiesOf(joined.id) })}</p>
            {desk.route !== null && message.receivedAt !== null && (
              <InTime file={joined} requestedAt={message.receivedAt} rules={looked.rules} today={today} />
            )}
          </>
        )
      )}
    </section>
  );
}
