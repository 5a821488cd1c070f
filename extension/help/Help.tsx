import { Mappings } from './Mappings.tsx';
import { OpenPanel } from './OpenPanel.tsx';
import { PageChecks } from './PageChecks.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';

/** The whole page. */
export function Help() {
  return (
    <>
      <h1 class="page-title">Duly: what it reads and keeps</h1>
      <section class="sec">
        <h2>To begin</h2>
        <ol class="steps">
          <li>
            <span>Pin Duly: the jigsaw beside the address bar, then the pin.</span>
          </li>
          <li>
            <span>Open a message or a record, and press Duly’s button. The panel opens beside it.</span>
          </li>
          <li>
            <span>Choose your landlord in the panel. Until then it judges by the Ombudsman’s Code.</span>
          </li>
        </ol>
        <OpenPanel />
      </section>
      <Shortcuts />
      <section class="sec">
        <h2>In plain words</h2>
        <ul class="bullets">
          <li>Duly reads the message or record that you have open, while its panel is open beside it.</li>
          <li>Nothing of it leaves this computer. There is no account, no server and no tracking.</li>
          <li>
            What you log, and the message it began with, stays in this browser until you or your organisation deletes
            it. It isn’t encrypted: whoever can use this browser profile can read it.
          </li>
          <li>What you type and don’t log is kept with its message for thirty days.</li>
          <li>
            Of a message that may be a complaint and that nobody has decided, Duly keeps its id, the sender, the
            subject, when it came, how it was first read, and who has had it open; for thirty days, and nothing of its
            text. Where somebody decides that it is no complaint, a number, a no and a day stay after that, for Duly to
            learn from.
          </li>
          <li>On a CRM’s page it keeps where a field stands that you pointed at, never what it says.</li>
          <li>It never sends, declines, closes or writes anything without your press.</li>
        </ul>
      </section>
      <Sites />
      <PageChecks />
      <Mappings />
    </>
  );
}
