import { render } from 'preact';
import { inLondon, type Instant } from '../core/dates.ts';
import '../core/panel/panel.css';
import { CheckPane } from '../core/panel/check/CheckPane.tsx';
import type { CheckPorts } from '../core/panel/check/check-view.ts';
import type { Lost } from '../core/panel/keeping.ts';
import { parseSetup, type Setup } from '../core/panel/setup.ts';
import type { Ports } from '../core/panel/ports.ts';
import { OutlookReply } from './outlook-reply.ts';

/** Shows the check beside a reply that is being written; gives how to take it away. */
export function mountCheck(root: Element, parts: CheckParts): () => void {
  let isAway = false;
  void parts.store.load('setup').then((kept) => {
    if (isAway) return;
    root.classList.add('panel');
    render(<CheckPane ports={portsFor(parts, parseSetup(kept))} />, root);
  });
  return () => {
    isAway = true;
    render(null, root);
  };
}

interface CheckParts extends Pick<Ports, 'register' | 'policies' | 'store'> {
  readonly now: () => Instant;
  readonly lost: Lost | null;
}

function portsFor({ register, policies, now, lost }: CheckParts, setup: Setup): CheckPorts {
  const name = setup.settings.officer.name.trim();
  return {
    host: new OutlookReply(),
    register,
    policies,
    setup,
    now: () => inLondon(now()),
    lost: lost?.cases ?? 0,
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
}
