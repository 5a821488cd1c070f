import { panelMoment } from '../date-words.ts';
import { localDate, type Instant } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { Alarms } from './Alarms.tsx';
import { Icon } from './Icon.tsx';
import { Note } from './Note.tsx';
import type { OpenMessage, PanelState } from './state.ts';

/** The policy didn't load: no verdict and no dates, since a guess would look like an answer. Dangers are shown all the same. */
export function NoVerdict({
  failed: { what, because, alarms, isKept = false },
  arrived,
  state,
  dispatch,
}: {
  readonly failed: NonNullable<OpenMessage['failed']>;
  /** When the message arrived, as the day of receipt is settled; null where that isn't known. */
  readonly arrived: Instant | null;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  return (
    <>
      {alarms && <Alarms {...alarms} state={state} dispatch={dispatch} />}
      <section class="sec">
        <div class="stack-3">
          <Note
            icon="over"
            title={what === 'policy' ? 'The policy didn’t load' : 'Duly can’t read this message'}
            isAlert
          >
            {what === 'policy' && <p>Duly gives no verdict and no dates without it.</p>}
            <p>{whatWasChecked(alarms)}</p>
            <p class="meta">{because}</p>
          </Note>
          <p>
            {arrived === null
              ? 'When it arrived isn’t known yet.'
              : `It arrived ${panelMoment(arrived, localDate(state.now))}: its dates will count from then.`}{' '}
            Cases that are logged keep their policy and their dates. What you entered is kept.
          </p>
          {isKept && (
            <p class="status">
              <Icon name="done" /> Kept under To decide.
            </p>
          )}
        </div>
      </section>
    </>
  );
}

function whatWasChecked(alarms: NonNullable<OpenMessage['failed']>['alarms']): string {
  if (!alarms || alarms.reading.unreadable !== null) return 'Nothing was checked, hazards included.';
  const { hazards, safeguarding } = alarms.verdict;
  return hazards.length + safeguarding.length > 0
    ? 'Hazards and safeguarding were looked for: see above.'
    : 'Hazards and safeguarding were looked for, and none was found.';
}
