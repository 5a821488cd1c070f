import { render } from 'preact';
import { inLondon, type Instant } from '../core/dates.ts';
import '../core/panel/panel.css';
import { CheckPane } from '../core/panel/check/CheckPane.tsx';
import type { CheckPorts } from '../core/panel/check/check-view.ts';
import { parseSetup } from '../core/panel/setup.ts';
import type { Ports } from '../core/panel/ports.ts';
import { OutlookReply } from './outlook-reply.ts';

/** Shows the check beside a reply that is being written. */
export async function mountCheck(
  root: Element,
  { register, policies, store, now }: Pick<Ports, 'register' | 'policies' | 'store'> & { readonly now: () => Instant },
): Promise<void> {
  const setup = parseSetup(await store.load('setup'));
  const name = setup.settings.officer.name.trim();
  const ports: CheckPorts = {
    host: new OutlookReply(),
    register,
    policies,
    setup,
    now: () => inLondon(now()),
    noteInserted: async (caseId, { own }) => {
      const stage = (await register.row(caseId))?.stageId ?? null;
      await register.append([
        {
          caseId,
          actor: { name: name === '' ? 'Officer without a name' : name },
          occurredAt: inLondon(now()),
          type: 'letter-inserted',
          data: { kind: own.kind, stage, promisedBy: own.promisedBy },
          personal: { text: own.draft?.text ?? '' },
        },
      ]);
    },
  };
  root.classList.add('panel');
  render(<CheckPane ports={ports} />, root);
}
