import { localDate, localTime } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { receivedInWords } from './channel-words.ts';
import { isSettled, isWorthKeeping } from './desk.ts';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import type { Changed, PanelState } from './state.ts';
import { senderOf } from './Strip.tsx';

/** Another message is open than the one that the press was meant for: nothing was done, and whose draft waits where. */
export function ChangedCard({
  state,
  changed,
  dispatch,
}: {
  readonly state: PanelState;
  readonly changed: Changed;
  readonly dispatch: Dispatch;
}) {
  const { open, host, now } = state;
  const { desk, act, reference } = changed;
  const today = localDate(now);
  const isDraft = desk.step === 'letter' || desk.step === 'placed' || changed.draft !== null;
  const received = receivedInWords(
    isSettled(desk.received)
      ? { receivedAt: desk.received, receivedAtSource: 'person' }
      : { receivedAt: desk.receivedAt, receivedAtSource: null },
    today,
  );
  const changedAt = desk.changedAt;
  return (
    <>
      <section class="banner" aria-labelledby="changed">
        <Icon name="mail" />
        <Heading target="changed" id="changed">
          You opened another message
        </Heading>
        <p>
          Nothing was {act}. {isDraft ? 'Your draft is for ' : 'It was meant for '}
          <b>
            <bdi>{desk.who}</bdi>
          </b>
          ;{' '}
          {open.kind === 'message' ? (
            <OpenOne who={senderOf(open.message)} host={host.name} />
          ) : open.kind === 'unreadable' ? (
            `Duly can’t read what is open in ${host.name} now.`
          ) : (
            `no message is open in ${host.name} now.`
          )}
        </p>
      </section>
      {(isDraft || isWorthKeeping(desk)) && (
        <section class="sec">
          <div class="sec-head">
            <h2>
              Kept for <bdi>{desk.who}</bdi>
            </h2>
          </div>
          <p>
            {isDraft ? 'Acknowledgement' : 'What you entered'}
            {reference !== null && (
              <>
                , <span class="nobr">{reference}</span>
              </>
            )}
            .{changedAt !== null && localDate(changedAt) === today && ` Last changed ${localTime(changedAt)} today.`}
          </p>
          <p class="meta">
            It goes only {isDraft ? 'into a reply to' : 'with'} the email of {received}. Open that one again, and it is
            there.
          </p>
          {changed.draft && (
            <div class="btns">
              <button type="button" class="btn" onClick={() => dispatch({ type: 'copy' })}>
                Copy the draft
              </button>
            </div>
          )}
        </section>
      )}
    </>
  );
}

function OpenOne({ who, host }: { readonly who: string; readonly host: string }) {
  return (
    <>
      the message open in {host} is{' '}
      <b>
        <bdi>{who}</bdi>
      </b>
      ’s.
    </>
  );
}
