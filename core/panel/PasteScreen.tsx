import { localDate, toIsoDate, type IsoDate } from '../dates.ts';
import type { Dispatch } from './actions.ts';
import { DateParts } from './DateParts.tsx';
import { Heading } from './Heading.tsx';
import { PasteText } from './PasteText.tsx';
import type { PanelState } from './state.ts';

/** A message that no page shows: from whom, about what, which day it came, and its words. */
export function PasteScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { paste, now } = state;
  const type = (change: Partial<typeof paste>): void => dispatch({ type: 'paste-typed', change });
  return (
    <section class="sec">
      <div class="stack-3">
        <Heading target="screen" level={1} class="page-title">
          Paste a message
        </Heading>
        <PasteText
          paste={paste}
          label="The message"
          hint="Copy it where it is, and paste it here. Or choose the saved email."
          dispatch={dispatch}
        />
        <div class="field">
          <label for="paste-name">Who is it from?</label>
          <input
            id="paste-name"
            autocomplete="off"
            value={paste.name}
            onInput={(event) => type({ name: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for="paste-address">Their email address</label>
          <input
            id="paste-address"
            type="email"
            autocomplete="off"
            value={paste.address}
            onInput={(event) => type({ address: event.currentTarget.value })}
          />
        </div>
        <div class="field">
          <label for="paste-subject">Subject</label>
          <input
            id="paste-subject"
            autocomplete="off"
            value={paste.subject}
            onInput={(event) => type({ subject: event.currentTarget.value })}
          />
        </div>
        <fieldset>
          <legend>When did it first reach any of our staff?</legend>
          <p class="meta" id="paste-day-hint">
            The day it came, not the day it was read. Clocks run from it.
          </p>
          <DateParts
            key={paste.receivedAt ?? 'typed'}
            value={dayOf(paste.day)}
            describedBy="paste-day-hint"
            onChange={(day) => type({ day: day === null || day > localDate(now) ? '' : day })}
          />
        </fieldset>
      </div>
    </section>
  );
}

function dayOf(text: string): IsoDate | null {
  return text === '' ? null : toIsoDate(text);
}
