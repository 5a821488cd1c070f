import type { SeenMessage } from '../../register/seen.ts';
import type { Dispatch } from '../actions.ts';
import type { PanelState } from '../state.ts';
import { SeenName } from './SeenName.tsx';
import { ageOf, dateOf, readingWords } from './seen-words.ts';
import { Tasks } from './Tasks.tsx';

/**
 * What the Ombudsman wants, before everything that is due, however far off its day is: their mail that nobody has decided,
 * and the days that they set. Each of the days stands in its place among the others too.
 */
export function OmbudsmanFirst({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const mail = state.lead.undecided.filter(({ reading }) => reading.ombudsman);
  return (
    <>
      {mail.length > 0 && (
        <section aria-labelledby="ombudsman-mail">
          <h2 class="group" id="ombudsman-mail">
            From the Ombudsman <span class="meta">{mail.length} not decided</span>
          </h2>
          <ul class="rows">
            {mail.map((message) => (
              <li key={message.id}>
                <MailLine message={message} state={state} dispatch={dispatch} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Tasks kinds={['ombudsman']} name="Wanted by the Ombudsman" state={state} dispatch={dispatch} />
    </>
  );
}

/** Leads to where it is decided, with its row open there. */
function MailLine({
  message,
  state,
  dispatch,
}: {
  readonly message: SeenMessage;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { id, receivedAt, firstSeenAt, asked } = message;
  return (
    <button
      type="button"
      class="row"
      onClick={() => {
        dispatch({ type: 'went', screen: 'to-decide' });
        if (state.lead.openId !== id) dispatch({ type: 'seen-toggled', id });
      }}
    >
      <span class="what">
        <SeenName message={message} />
      </span>
      <span class="left">{ageOf(receivedAt ?? firstSeenAt, state)}</span>
      <span class="meta">
        {readingWords(message)}
        {asked && (
          <>
            {' · waiting for '}
            <bdi>{asked.whom}</bdi>
          </>
        )}
      </span>
      <span class="when">{dateOf(message, state)}</span>
    </button>
  );
}
