import type { SeenMessage } from '../../register/seen.ts';
import type { Dispatch } from '../actions.ts';
import { HandlerField } from '../HandlerField.tsx';
import { Icon } from '../Icon.tsx';
import { tidied } from '../setup.ts';
import type { PanelState } from '../state.ts';
import { SeenName } from './SeenName.tsx';
import { ageOf, dateOf, readingWords } from './seen-words.ts';

/** A message that nobody has decided: opened, it can be decided against, or a colleague asked. */
export function Undecided({
  message,
  state,
  dispatch,
}: {
  readonly message: SeenMessage;
  readonly state: PanelState;
  readonly dispatch: Dispatch;
}) {
  const { id, reading, seenBy, asked } = message;
  const { openId, asking } = state.lead;
  const isOpen = openId === id;
  const words = [
    `Seen by ${seenBy.map(({ name }) => name).join(', ')}`,
    readingWords(message),
    asked ? `waiting for ${asked.whom}` : '',
  ].filter(Boolean);
  return (
    <details class="row" open={isOpen}>
      <summary
        onClick={(event) => {
          event.preventDefault();
          dispatch({ type: 'seen-toggled', id });
        }}
      >
        <span class="what">
          {reading.hazard && <Icon name="hazard" />} <SeenName message={message} />
        </span>
        <span class="left">{ageOf(message.receivedAt ?? message.firstSeenAt, state)}</span>
        <span class="meta">
          <bdi>{words.join(' · ')}</bdi>
        </span>
        <span class="when">{dateOf(message, state)}</span>
      </summary>
      {isOpen && (
        <div class="row-open">
          {asked && asked.note !== '' && (
            <p>
              <bdi>
                {asked.by} to {asked.whom}: {asked.note}
              </bdi>
            </p>
          )}
          <p class="meta">Open it in {state.host.name} to decide and log it.</p>
          <div class="btns">
            <button type="button" class="btn small" onClick={() => dispatch({ type: 'seen-decided', id })}>
              Not a complaint
            </button>
            <button
              type="button"
              class="btn small"
              aria-expanded={asking !== null}
              onClick={() => dispatch({ type: 'asking-toggled' })}
            >
              Ask a colleague…
            </button>
          </div>
          {asking && (
            <div class="stack">
              <HandlerField
                id="ask-whom"
                label="Who decides?"
                value={asking.whom}
                handlers={state.setup ? tidied(state.setup.settings).handlers : []}
                hint={null}
                onChange={(whom) => dispatch({ type: 'asking-typed', change: { whom } })}
              />
              <div class="field">
                <label for="ask-note">Note</label>
                <textarea
                  id="ask-note"
                  rows={2}
                  value={asking.note}
                  onInput={(event) => dispatch({ type: 'asking-typed', change: { note: event.currentTarget.value } })}
                />
              </div>
              <button type="button" class="btn small" onClick={() => dispatch({ type: 'seen-asked', id })}>
                Ask
              </button>
            </div>
          )}
        </div>
      )}
    </details>
  );
}
