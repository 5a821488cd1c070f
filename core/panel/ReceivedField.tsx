import { panelDate } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import type { AtWork } from './at-work.ts';
import { receivedInWords } from './channel-words.ts';
import { ChoiceCards } from './ChoiceCards.tsx';
import { acknowledgeBy, type Choice } from './consequences.ts';
import { DateParts } from './DateParts.tsx';
import { isSettled } from './desk.ts';
import { noonOf } from './noon.ts';
import { FIRST_HAD } from './passed-on.ts';
import { hadBefore } from '../reading/first-had.ts';

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
  const { receivedAt } = message;
  const had = hadBefore(looked.reading);
  const writtenAt = had?.writtenOn ? noonOf(had.writtenOn) : null;
  const days = [writtenAt, receivedAt, ...(message.receivedAtChoices ?? [])];
  const possible = days.filter((at) => at !== null);
  const { received } = desk;
  const settled = isSettled(received) ? received : null;
  const isOther = received === 'unsettled' || (settled !== null && !possible.includes(settled));
  const isCertain = !had && receivedAt !== null && possible.length === 1;
  const note = (at: Instant | null): string => acknowledgeBy({ desk: { ...desk, received: at }, message, looked, now });
  const whyDay = (at: Instant): string => {
    if (at === writtenAt) return ', when it was sent to a colleague';
    return had && at === receivedAt ? ', when it was passed on' : '';
  };
  const choices: Choice[] = [
    ...possible.map((at) => ({
      id: at,
      title: `${isCertain ? receivedInWords(message, today) : panelDate(localDate(at), today)}${whyDay(at)}`,
      note: note(at === receivedAt && !had ? null : at),
    })),
    { id: ANOTHER, title: 'Another day', note: 'The day any of our staff first had it' },
  ];
  const chosen = isOther ? ANOTHER : (settled ?? (isCertain ? receivedAt : null));
  const error = had
    ? `A colleague passed it on${writtenAt === null ? ', and its own date can’t be read for certain' : ''}. ${FIRST_HAD}`
    : possible.length > 1
      ? 'The page’s date can be read in two ways. Choose the day.'
      : 'The page shows no date. Choose the day.';
  const after = isOther && settled !== null ? note(settled) : '';
  return (
    <>
      <ChoiceCards
        name="received"
        legend="When was it received?"
        target="field-received"
        choices={choices}
        value={chosen}
        error={errorFor(
          { isMissing, isCertain, isOpen: chosen === null, isDayMissing: isOther && settled === null },
          error,
        )}
        onPick={(id) => {
          const at = possible.find((one) => one === id);
          dispatch({
            type: 'received-chosen',
            at: id === ANOTHER ? 'unsettled' : at === receivedAt && !had ? null : (at ?? null),
          });
        }}
      />
      {isOther && (
        <div class="field">
          <DateParts
            value={settled === null ? null : localDate(settled)}
            latest={today}
            onChange={(day) =>
              dispatch({ type: 'received-chosen', at: (day === null ? null : noonOf(day)) ?? 'unsettled' })
            }
          />
          {after !== '' && <p class="meta">{after}</p>}
        </div>
      )}
    </>
  );
}

function errorFor(
  {
    isMissing,
    isCertain,
    isOpen,
    isDayMissing,
  }: {
    readonly isMissing: boolean;
    readonly isCertain: boolean;
    readonly isOpen: boolean;
    readonly isDayMissing: boolean;
  },
  unclear: string,
): string | null {
  if (isDayMissing) return isMissing ? 'Fill in the day it was received' : null;
  return isOpen && (isMissing || !isCertain) ? unclear : null;
}
