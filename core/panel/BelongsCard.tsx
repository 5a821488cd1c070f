import { currentStage, type CaseFile } from '../case/case-file.ts';
import { listInWords, panelDate } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { ChoiceCards } from './ChoiceCards.tsx';
import { NO_CASE, caseToJoin, escalatableCases, routeNow } from './decide.ts';
import { settledMessage } from './desk.ts';
import { Heading } from './Heading.tsx';
import { InTime } from './InTime.tsx';
import type { PanelState } from './state.ts';
import { lowerFirst } from './verdict-words.ts';

/**
 * Which case a request for a further stage belongs to, and why; the way to another one, or to none. The suggested one is the
 * latest of this sender's that could go there.
 */
export function BelongsCard({
  work,
  now,
  missingChoice,
  dispatch,
}: {
  readonly work: AtWork;
  readonly now: Instant;
  readonly missingChoice: PanelState['missingChoice'];
  readonly dispatch: Dispatch;
}) {
  const { looked, desk, open } = work;
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
            ...cases.map((file) => ({ id: file.id, title: file.reference, note: aboutCase(file, work, now) })),
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
              <bdi>{aboutCase(joined, work, now)}</bdi>
            </p>
            <p class="meta">{whyThisOne(joined, work)}</p>
            {desk.route !== null && message.receivedAt !== null && (
              <InTime file={joined} requestedAt={message.receivedAt} rules={looked.rules} today={today} />
            )}
          </>
        )
      )}
    </section>
  );
}

/** "Door entry. Stage one, answered Thu 5 Mar by Priya Nair." */
function aboutCase(file: CaseFile, { looked }: AtWork, now: Instant): string {
  const today = localDate(now);
  const stage = currentStage(file);
  const name = looked.rules.policy.stages.find(({ id }) => id === stage?.stage)?.name ?? '';
  const by = stage?.handler ? ` by ${stage.handler}` : '';
  const state = stage?.response
    ? `answered ${panelDate(localDate(stage.response.sentAt), today)}${by}`
    : `received ${panelDate(localDate(file.receivedAt), today)}, not answered yet`;
  const subject = file.messages[0]?.subject ?? '';
  const closed = file.closed ? ` Closed ${panelDate(localDate(file.closed.at), today)}.` : '';
  return `${subject === '' ? '' : `${subject}. `}${name}, ${state}.${closed}`;
}

/** What the message has in common with the case. */
function whyThisOne(file: CaseFile, { open, looked }: AtWork): string {
  const { threadId, from, subject } = open.message;
  const address = from?.address.toLowerCase() ?? '';
  const isSameSender = file.messages.some((one) => address !== '' && one.from?.address.toLowerCase() === address);
  const why = [
    ...(threadId !== null && file.messages.some((one) => one.threadId === threadId) ? ['same conversation'] : []),
    ...(isSameSender ? ['same sender'] : []),
    ...(`${subject} ${looked.reading.newText}`.includes(file.reference) ? ['quotes the reference'] : []),
  ];
  const words = listInWords(why);
  return words === '' ? '' : `${words.charAt(0).toUpperCase()}${words.slice(1)}.`;
}
