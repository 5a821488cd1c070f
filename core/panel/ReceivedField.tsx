import { useState } from 'preact/hooks';
import { panelDate } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { receivedInWords } from './channel-words.ts';
import { ChoiceCards } from './ChoiceCards.tsx';
import { acknowledgeBy, type Choice } from './consequences.ts';
import { DateParts } from './DateParts.tsx';
import { noonOf } from './noon.ts';

const ANOTHER = 'another';

/** The day of receipt: what the page's date could mean, or another day, each with what follows from it. */
export function ReceivedField({
  work,
  now,
  isMissing,
  dispatch,
}: {
  readonly work: AtWork;
  readonly now: Instant;
  readonly isMissing: boolean;
  readonly dispatch: Dispatch;
}) {
  const { open, desk, looked } = work;
  const { message } = open;
  const today = localDate(now);
  const possible = [...(message.receivedAt === null ? [] : [message.receivedAt]), ...(message.receivedAtChoices ?? [])];
  const isPossible = desk.received === null || possible.includes(desk.received);
  const [isOther, setIsOther] = useState(!isPossible);
  const isCertain = message.receivedAt !== null && possible.length === 1;
  const note = (received: Instant | null): string =>
    acknowledgeBy({ desk: { ...desk, received }, message, looked, now });
  const choices: Choice[] = [
    ...possible.map((at) => ({
      id: at,
      title: isCertain ? receivedInWords(message, today) : panelDate(localDate(at), today),
      note: note(at),
    })),
    { id: ANOTHER, title: 'Another day', note: 'The day any of our staff first had it' },
  ];
  const chosen = isOther ? ANOTHER : (desk.received ?? (isCertain ? message.receivedAt : null));
  const error =
    possible.length > 1
      ? 'The page’s date can be read in two ways. Choose the day.'
      : 'The page shows no date. Choose the day.';
  const after = isOther && desk.received !== null ? note(desk.received) : '';
  return (
    <>
      <ChoiceCards
        name="received"
        legend="When was it received?"
        target="received"
        choices={choices}
        value={chosen}
        error={isMissing || !isCertain ? (chosen === null ? error : null) : null}
        onPick={(id) => {
          const at = possible.find((one) => one === id) ?? null;
          setIsOther(id === ANOTHER);
          dispatch({ type: 'received-chosen', at: at === message.receivedAt ? null : at });
        }}
      />
      {isOther && (
        <div class="field">
          <DateParts
            value={desk.received === null ? null : localDate(desk.received)}
            target="other-day"
            onChange={(day) =>
              dispatch({ type: 'received-chosen', at: day === null || day > today ? null : noonOf(day) })
            }
          />
          {after !== '' && <p class="meta">{after}</p>}
        </div>
      )}
    </>
  );
}
