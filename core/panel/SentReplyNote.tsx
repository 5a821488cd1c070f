import { useEffect, useState } from 'preact/hooks';
import type { CaseFile } from '../case/case-file.ts';
import { panelDate, panelMoment } from '../date-words.ts';
import { compareInstants, localDate, type Instant } from '../dates.ts';
import type { SentReply } from '../host.ts';
import type { Dispatch } from './actions.ts';
import type { Desk, Placed } from './desk.ts';
import { Note } from './Note.tsx';
import { usePorts } from './ports-context.ts';
import { isAsInserted, promisedIn } from './sent-words.ts';

/** So often the page is asked while a draft waits to be sent. */
const EACH = 4_000;
const SHOWN = 160;

/**
 * What went out, where the page shows it: the person looks it over and says that it is this letter. Where it doesn't, the draft
 * counts as it was inserted, and what was changed before sending can be said.
 */
export function SentReplyNote({
  desk,
  placed,
  file,
  now,
  dispatch,
}: {
  readonly desk: Desk;
  readonly placed: Placed;
  readonly file: Pick<CaseFile, 'id' | 'receivedAt'>;
  readonly now: Instant;
  readonly dispatch: Dispatch;
}) {
  const sent = useSentReply(desk.key, placed);
  const isAcknowledgement = desk.letterKind === null;
  const today = localDate(now);
  const promised = isAcknowledgement ? placed.promisedBy : null;
  const sayWhatWent = (reply: SentReply | null): void => {
    dispatch({ type: 'act-chosen', caseId: file.id, act: 'acknowledged', of: null });
    if (reply) dispatch({ type: 'act-typed', change: { text: reply.text, promised: '' } });
  };
  if (!sent)
    return isAcknowledgement ? (
      <p class="meta">
        {promised === null ? '' : `It promises an answer by ${panelDate(promised, today)}. `}
        <button type="button" class="link" onClick={() => sayWhatWent(null)}>
          Say what you changed before sending…
        </button>
      </p>
    ) : null;
  const isBroken = promised !== null && promisedIn(sent.text, promised) === null;
  return (
    <Note
      icon="check"
      title={sent.at === null ? 'A reply went out' : `A reply went out, ${panelMoment(sent.at, today)}`}
    >
      <p>
        <bdi>“{sent.text.length > SHOWN ? `${sent.text.slice(0, SHOWN).trimEnd()}…` : sent.text}”</bdi>
      </p>
      <p>
        {isAsInserted(sent.text, placed.text)
          ? 'Word for word as it was inserted.'
          : 'Not word for word as it was inserted: the case keeps what went.'}
        {isBroken && ` It doesn’t name ${panelDate(promised, today)} as the day of the answer any more.`}
      </p>
      <div class="btns">
        <button
          type="button"
          class="btn small"
          onClick={() =>
            isBroken
              ? sayWhatWent(sent)
              : dispatch({
                  type: 'act',
                  caseId: file.id,
                  act: isAcknowledgement
                    ? { kind: 'acknowledged', at: sent.at, sent: sent.text }
                    : { kind: 'letter-sent', letter: desk.letterKind, at: sent.at, sent: sent.text },
                  onMessage: true,
                })
          }
        >
          {isBroken ? 'Say which day it promises…' : 'This is it: record it as sent'}
        </button>
      </div>
    </Note>
  );
}

/** The reply that went out since the draft was made, as soon as the page shows it. */
function useSentReply(key: string, { at, how, text }: Placed): SentReply | null {
  const { host } = usePorts();
  const [sent, setSent] = useState<SentReply | null>(null);
  useEffect(() => {
    if (!host.sentReply || (how !== 'inserted' && how !== 'copied')) return;
    let isOver = false;
    const look = async (): Promise<void> => {
      const reply = await host.sentReply?.(key).catch(() => null);
      // One from before the draft is another; pages show whole minutes. Without a time only its words tell.
      const isLater =
        reply && (reply.at === null ? isAsInserted(reply.text, text) : compareInstants(reply.at, at) >= -60_000);
      if (!isOver) setSent(isLater ? reply : null);
    };
    void look();
    const timer = setInterval(() => void look(), EACH);
    return () => {
      isOver = true;
      clearInterval(timer);
    };
  }, [host, key, at, how, text]);
  return sent;
}
