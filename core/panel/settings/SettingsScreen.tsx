import type { Dispatch } from '../actions.ts';
import { actorOf } from '../effects/run.ts';
import { Heading } from '../Heading.tsx';
import { LandlordField } from '../LandlordField.tsx';
import { PageCheckCard } from '../PageCheckCard.tsx';
import { SettingInput } from '../SettingInput.tsx';
import { usePorts } from '../ports-context.ts';
import type { PanelState } from '../state.ts';
import { BackupCard } from './BackupCard.tsx';
import { KeysCard } from './KeysCard.tsx';
import { LearningCard } from './LearningCard.tsx';
import { LockCard } from './LockCard.tsx';
import { RemindersCard } from './RemindersCard.tsx';

/** What only the landlord and the officer know: it fills letters and banners, and none of it is guessed. */
export function SettingsScreen({ state, dispatch }: { readonly state: PanelState; readonly dispatch: Dispatch }) {
  const { setup, landlords, host, now } = state;
  const { reminders, lock, help } = usePorts();
  if (!setup) return null;
  const shared = { setup, dispatch };
  return (
    <>
      <section class="sec">
        <div class="stack-3">
          <Heading target="screen" level={1} class="page-title">
            Settings
          </Heading>
          <LandlordField setup={setup} landlords={landlords} dispatch={dispatch} />
          <SettingInput {...shared} field="name" label="Your name" autocomplete="name" />
          <SettingInput {...shared} field="email" label="Work email" type="email" autocomplete="email" />
          <SettingInput {...shared} field="phone" label="Phone, as letters give it" type="tel" />
          <SettingInput {...shared} field="team" label="Team" />
          <SettingInput
            {...shared}
            field="handlers"
            label="Handlers"
            hint="People who can be named in a letter, one a line."
            rows={3}
          />
          <SettingInput
            {...shared}
            field="teams"
            label="Teams"
            hint="To filter Due by, one a line: North: Priya Nair, Owen Blackwood"
            rows={2}
          />
        </div>
      </section>
      {reminders && <RemindersCard open={reminders} now={now} />}
      <BackupCard state={state} />
      {lock && <LockCard lock={lock} />}
      <section class="sec">
        <div class="sec-head">
          <h2>In danger</h2>
        </div>
        <div class="stack-3">
          <SettingInput
            {...shared}
            field="emergencyNumber"
            label="Emergency repairs number"
            hint="In the banner of every danger, and in the letter."
            type="tel"
          />
          <SettingInput
            {...shared}
            field="safeguardingLead"
            label="Safeguarding lead"
            hint="A name or a number, to be told the same day."
          />
        </div>
      </section>
      <section class="sec">
        <div class="sec-head">
          <h2>Who is who</h2>
        </div>
        <div class="stack-3">
          <SettingInput
            {...shared}
            field="domains"
            label="Your own mail domains"
            hint="What comes after the @ of your colleagues, one a line."
            rows={2}
          />
          <SettingInput
            {...shared}
            field="mailboxes"
            label="Mailboxes that residents write to"
            hint="One address a line. Where there are any, mail to others isn’t remembered as undecided."
            rows={2}
          />
          <SettingInput {...shared} field="landlordPhone" label="The landlord’s phone number" type="tel" />
          <SettingInput
            {...shared}
            field="landlordAddress"
            label="The landlord’s postal address"
            hint="As letters give it, a line each."
            rows={3}
          />
          <SettingInput
            {...shared}
            field="contractors"
            label="Contractors"
            hint="Firms that work for you, as residents name them, one a line."
            rows={3}
          />
          <SettingInput
            {...shared}
            field="referenceFormats"
            label="How your references look"
            hint="One form a line: # for a figure, A for a letter, anything else for itself. Messages that quote the same one are shown as one matter."
            rows={2}
          />
          <SettingInput
            {...shared}
            field="streets"
            label="Streets and blocks"
            hint="Those whose names don’t show that they are one, a line each: The Butts, Kirkdale Moor. Those in Road, Close or Court are known."
            rows={3}
          />
        </div>
      </section>
      <LearningCard by={actorOf(state).name} />
      <KeysCard host={host.kind} />
      {help && <PageCheckCard help={help} />}
      <p class="status">
        <span>Kept on this computer as you type.</span>
      </p>
    </>
  );
}
