import { useState } from 'preact/hooks';
import type { CaseFile } from '../case/case-file.ts';
import { localDate, type Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { Desk, Placed } from './desk.ts';
import { DoneLine } from './DoneLine.tsx';
import { Heading } from './Heading.tsx';
import { postedAt } from './posted.ts';
import { SentForm } from './SentForm.tsx';
import { SentReplyNote } from './SentReplyNote.tsx';
import type { PanelState } from './state.ts';

const MADE: Readonly<Record<Placed['how'], string>> = {
  inserted: 'Draft is in your reply',
  copied: 'Draft is copied',
  printed: 'Letter is ready to print',
  document: 'Letter is saved as a Word file',
};

/** The draft is in the reply and not sent yet: it counts once it is sent, and a past moment of sending can be chosen. */
export function PlacedCard({
  desk,
  host,
  now,
  file,
  dispatch,
}: {
  readonly desk: Desk;
  readonly host: PanelState['host'];
  readonly now: Instant;
  readonly file: Pick<CaseFile, 'id' | 'receivedAt'>;
  readonly dispatch: Dispatch;
}) {
  const [isEarlier, setIsEarlier] = useState(false);
  const { placed } = desk;
  if (!placed) return null;
  const { how, hint } = placed;
  const isPost = how === 'printed' || how === 'document';
  const where = host.kind === 'paste' || how !== 'inserted' ? '' : ` in ${host.name}`;
  const counts = desk.letterKind === null ? 'acknowledged' : 'sent';
  return (
    <>
      <DoneLine what={MADE[how]} detail={how === 'inserted' ? hint : ''} />
      <section class="sec">
        <div class="stack">
          <Heading target="not-sent" class="page-title">
            {isPost ? 'Not posted yet' : 'Not sent yet'}
          </Heading>
          {how !== 'inserted' && hint !== '' && <p>{hint}</p>}
          {isPost ? (
            <p>Read it through, sign it and post it. It counts as {counts} on the day it’s posted, not before.</p>
          ) : (
            <p>
              Read it through and press Send{where}. It counts as {counts} when{' '}
              {counts === 'sent' ? 'you send it' : 'it’s sent'}, not before.
            </p>
          )}
          {!isPost && <SentReplyNote desk={desk} placed={placed} file={file} now={now} dispatch={dispatch} />}
          {isEarlier ? (
            <SentForm
              today={localDate(now)}
              {...(isPost
                ? { label: 'It was posted then', posted: (day) => postedAt(day, { receivedAt: file.receivedAt, now }) }
                : {})}
              onSent={(at) =>
                dispatch({
                  type: 'act',
                  caseId: file.id,
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
                {isPost ? 'Posted on another day…' : 'It went out earlier…'}
              </button>
            </p>
          )}
        </div>
      </section>
    </>
  );
}
