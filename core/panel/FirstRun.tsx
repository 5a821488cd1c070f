import type { Dispatch } from './actions.ts';
import { Heading } from './Heading.tsx';
import { LandlordField } from './LandlordField.tsx';
import { SettingInput } from './SettingInput.tsx';
import type { PanelState } from './state.ts';

/** Who you are, whose policy is followed, and what Duly reads and keeps. */
export function FirstRun({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { setup, landlords, host } = state;
  if (!setup) return null;
  return (
    <>
      <section
        class="sec"
        onKeyDown={(event) => {
          // Enter in a field starts, as in any form; with Ctrl the whole panel listens.
          if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || event.isComposing) return;
          if (event.target instanceof HTMLInputElement) dispatch({ type: 'setup-done' });
        }}
      >
        <div class="stack-3">
          <div class="stack">
            <Heading target="screen" level={1} class="page-title">
              Set up Duly
            </Heading>
            <p>
              It reads the message you {host.kind === 'paste' ? 'paste' : 'have open'}, says whether it’s a complaint,
              and counts the days.
            </p>
            {host.about !== undefined && <p class="meta">{host.about}</p>}
          </div>
          <SettingInput
            setup={setup}
            field="name"
            label="Your name"
            hint="On each entry you make, and under each letter."
            autocomplete="name"
            dispatch={dispatch}
          />
          <SettingInput
            setup={setup}
            field="email"
            label="Work email"
            type="email"
            autocomplete="email"
            dispatch={dispatch}
          />
          <LandlordField setup={setup} landlords={landlords} dispatch={dispatch} />
          <SettingInput setup={setup} field="team" label="Team" dispatch={dispatch} />
          <SettingInput setup={setup} field="phone" label="Phone, as letters give it" type="tel" dispatch={dispatch} />
        </div>
      </section>
      <section class="sec">
        <div class="sec-head">
          <h2>What Duly reads and keeps</h2>
        </div>
        <ul class="bullets">
          <li>It reads a message only while it’s open and this panel is showing.</li>
          {host.kind === 'outlook' ? <KeptByOutlook /> : <KeptByBrowser />}
          <li>What you type and don’t log is kept with its message for thirty days, so that it waits for you.</li>
          <li>
            Of a message that looks like a complaint and that nobody has decided, it remembers sender, subject, when it
            came, how it was read and who has seen it, for thirty days. Nothing of its text. Where you decide that it is
            no complaint, a number, a no and a day stay after that, for Duly to learn from.
          </li>
          <li>It never sends, declines or closes anything. You do.</li>
        </ul>
      </section>
      {host.kind === 'extension' && (
        <section class="sec">
          <div class="sec-head">
            <h2>Keep it to hand</h2>
          </div>
          <p>
            Pin Duly: the jigsaw beside the address bar, then the pin. Open it with <b class="nobr">Alt+Shift+D</b>.
          </p>
        </section>
      )}
    </>
  );
}

function KeptByBrowser() {
  return (
    <>
      <li>Nothing leaves this computer. There’s no account and no tracking.</li>
      <li>What you log stays in this browser until you or your organisation deletes it.</li>
    </>
  );
}

/** What is left on a message goes where the message is, and Outlook may clear what a pane keeps. */
function KeptByOutlook() {
  return (
    <>
      <li>No word of a message leaves this computer. There’s no account and no tracking.</li>
      <li>
        A message that you log carries its reference, its next date and your name, for colleagues who open it. Your
        mailbox remembers the references.
      </li>
      <li>What you log is kept in this Outlook, which may lose it. Back it up: the button is under Due.</li>
    </>
  );
}
