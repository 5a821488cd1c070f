import type { Dispatch } from '../actions.ts';
import { Heading } from '../Heading.tsx';
import { Icon } from '../Icon.tsx';
import type { PanelState } from '../state.ts';
import { hazardsFirst } from './seen-words.ts';
import { SecondLook } from './SecondLook.tsx';
import { Tasks } from './Tasks.tsx';
import { Undecided } from './Undecided.tsx';

/** What nobody has decided yet, what waits for a second person, and what was promised and outlives its case. */
export function ToDecide({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { undecided, samples, tasks } = state.lead;
  const isEmpty = undecided.length === 0 && samples.length === 0 && tasks.length === 0;
  return (
    <>
      <section class="sec stack">
        <button type="button" class="link back" onClick={() => dispatch({ type: 'went', screen: 'due' })}>
          <Icon name="back" /> Due
        </button>
        <Heading target="screen" level={1} class="page-title">
          To decide
        </Heading>
        <p class="meta">
          {isEmpty
            ? 'Nothing waits for a decision.'
            : 'The clock runs from the day they arrived, decided or not. Ages are in working days.'}
        </p>
      </section>
      <Tasks kinds={['ombudsman']} name="Wanted by the Ombudsman" state={state} dispatch={dispatch} />
      {undecided.length > 0 && (
        <section aria-labelledby="undecided">
          <h2 class="group" id="undecided">
            Seen, not decided <span class="meta">{undecided.length}, hazards first</span>
          </h2>
          <ul class="rows">
            {hazardsFirst(undecided).map((message) => (
              <li key={message.id}>
                <Undecided message={message} state={state} dispatch={dispatch} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Tasks kinds={['exclusion']} name="Waiting to be declined" state={state} dispatch={dispatch} />
      <Tasks kinds={['letter']} name="Decided, letter not sent" state={state} dispatch={dispatch} />
      {samples.length > 0 && (
        <section aria-labelledby="second-look">
          <h2 class="group" id="second-look">
            Second look <span class="meta">{samples.length} “not a complaint”</span>
          </h2>
          <ul class="rows">
            {samples.map((message) => (
              <li key={message.id}>
                <SecondLook message={message} state={state} dispatch={dispatch} />
              </li>
            ))}
          </ul>
        </section>
      )}
      <Tasks kinds={['promise', 'compensation']} name="Promised, not done" state={state} dispatch={dispatch} />
      <Tasks kinds={['check-back', 'date']} name="Dates set by hand" state={state} dispatch={dispatch} />
      <Tasks kinds={['window']} name="May still ask for the next stage" state={state} dispatch={dispatch} />
    </>
  );
}
