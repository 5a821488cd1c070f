import type { Dispatch } from './actions.ts';
import { DueLines } from './DueLines.tsx';
import { Heading } from './Heading.tsx';
import { Icon } from './Icon.tsx';
import { KeptDrafts } from './KeptDrafts.tsx';
import { Note } from './Note.tsx';
import { SavedHere } from './SavedHere.tsx';
import type { Open, PanelState } from './state.ts';

/** What to do beside a page that can't be read now. */
const PAGE_WORDS = {
  unpressed:
    'On a record in your CRM, or any other page, press Duly’s button in the browser’s bar (or Alt+Shift+D): it reads no page before that.',
  closed:
    'Duly can’t get at this page. Reload it and press Duly’s button; if that doesn’t help, copy what you need and paste it here.',
} as const;

/** Nothing is open: what Duly will read, and the next dates instead of an empty page. */
export function NoMessage({
  state,
  open,
  dispatch,
}: {
  readonly state: PanelState;
  readonly open: Open;
  readonly dispatch: Dispatch;
}) {
  const isPaste = state.host.kind === 'paste';
  return (
    <>
      <section class="sec">
        <div class="stack-3">
          <div class="stack">
            <Heading target="screen" level={1} class="page-title">
              {isPaste ? 'Paste a message' : 'Open a message'}
            </Heading>
            <p>
              {isPaste
                ? 'Duly reads the message that you paste, and nothing else.'
                : 'Duly reads the message you have open, and nothing else.'}
            </p>
            {open.kind === 'paste-only' && open.page !== undefined && <p>{PAGE_WORDS[open.page]}</p>}
            {state.host.about !== undefined && <p class="meta">{state.host.about}</p>}
          </div>
          {open.kind === 'failed' && (
            <Note icon="over" title="The page doesn’t answer" isAlert>
              <p>{open.because} Nothing was checked, hazards included.</p>
            </Note>
          )}
          <div class="btns">
            <button type="button" class="btn" onClick={() => dispatch({ type: 'went', screen: 'paste' })}>
              <Icon name="paste" />
              Paste a message
            </button>
            <button
              type="button"
              class="btn"
              onClick={() => {
                dispatch({ type: 'went', screen: 'paste' });
                dispatch({ type: 'paste-typed', change: { channel: 'phone' } });
              }}
            >
              Log a call, letter or visit
            </button>
            {open.kind === 'failed' && (
              <button type="button" class="btn" onClick={() => dispatch({ type: 'asked-again' })}>
                Try again
              </button>
            )}
          </div>
        </div>
      </section>
      {state.due.first.length > 0 && (
        <section class="sec">
          <div class="sec-head">
            <h2>Your next dates</h2>
            <button type="button" class="link lone" onClick={() => dispatch({ type: 'went', screen: 'due' })}>
              All due
            </button>
          </div>
          <DueLines state={state} dispatch={dispatch} />
        </section>
      )}
      <KeptDrafts state={state} dispatch={dispatch} />
      <SavedHere now={state.now} />
    </>
  );
}
