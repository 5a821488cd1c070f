import { useState } from 'preact/hooks';
import { localDate, type Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { Desk } from './desk.ts';
import { DoneLine } from './DoneLine.tsx';
import { Heading } from './Heading.tsx';
import { SentForm } from './SentForm.tsx';
import type { PanelState } from './state.ts';

/** The draft is in the reply and not sent yet: it counts once it is sent, and a past moment of sending can be chosen. */
export function PlacedCard({
  desk,
  host,
  now,
  caseId,
  dispatch,
}: {
  readonly desk: Desk;
  readonly host: PanelState['host'];
  readonly now: Instant;
  readonly caseId: string;
  readonly dispatch: Dispatch;
}) {
  const [isEarlier, setIsEarlier] = useState(false);
  const { placed } = desk;
  if (!placed) return null;
  const isInserted = placed.how === 'inserted';
  const where = host.kind === 'paste' || !isInserted ? '' : ` in ${host.name}`;
  return (
    <>
      <DoneLine
        what={isInserted ? 'Draft is in your reply' : 'Draft is copied'}
        detail={isInserted ? placed.hint : ''}
      />
      <section class="sec">
        <div class="stack">
          <Heading target="not-sent" class="page-title">
            Not sent yet
          </Heading>
          {!isInserted && <p>{placed.hint}</p>}
          <p>
            Read it through and press Send{where}. It counts as{' '}
            {desk.letterKind === null ? 'acknowledged when it’s sent' : 'sent when you send it'}, not before.
          </p>
          {isEarlier ? (
            <SentForm
              today={localDate(now)}
              onSent={(at) =>
                dispatch({
                  type: 'act',
                  caseId,
                  act:
                    desk.letterKind === null
                      ? { kind: 'acknowledged', at }
                      : { kind: 'letter-sent', letter: desk.letterKind, at },
                  onMessage: true,
                })
              }
            />
          ) : (
            <p>
              <button type="button" class="link" onClick={() => setIsEarlier(true)}>
                It went out earlier…
              </button>
            </p>
          )}
        </div>
      </section>
    </>
  );
}
